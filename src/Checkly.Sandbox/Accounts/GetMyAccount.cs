namespace Checkly.Sandbox;

internal sealed class GetMyAccount : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/accounts/me";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(SandboxAccount.ToJson());
}
