namespace Checkly.Sandbox;

internal sealed class GetCheckStatus : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/check-statuses/{checkId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(state.Checks.All[request.Id("checkId")].ToStatusJson());
}
