using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class ListCheckStatuses : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/check-statuses";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(new JsonArray([.. state.Checks.All.Select(check => check.ToStatusJson())]));
}
