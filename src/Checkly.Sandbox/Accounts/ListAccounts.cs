using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class ListAccounts : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/accounts";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(new JsonArray(SandboxAccount.ToJson()));
}
