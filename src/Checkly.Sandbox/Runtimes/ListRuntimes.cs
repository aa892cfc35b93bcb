using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class ListRuntimes : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/runtimes";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(new JsonArray([.. Runtime.All.Select(runtime => runtime.ToJson())]));
}
