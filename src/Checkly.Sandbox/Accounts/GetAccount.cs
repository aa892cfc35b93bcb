namespace Checkly.Sandbox;

internal sealed class GetAccount : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/accounts/{accountId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        request.Id("accountId") == SandboxAccount.Id ? SandboxAnswer.Ok(SandboxAccount.ToJson()) : throw SandboxRefusal.NotFound();
}
