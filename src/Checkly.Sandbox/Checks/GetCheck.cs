namespace Checkly.Sandbox;

internal sealed class GetCheck : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/checks/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(state.Checks.All[request.Id("id")].ToJson());
}
