using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class ListStatusPageSubscriptions : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/status-pages/{statusPageId}/subscriptions";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(new JsonArray([.. state.StatusPages.Pages[request.Id("statusPageId")].Subscriptions.Select(subscription => subscription.ToJson())]));
}
