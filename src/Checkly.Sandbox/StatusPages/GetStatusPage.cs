namespace Checkly.Sandbox;

internal sealed class GetStatusPage : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/status-pages/{statusPageId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(state.StatusPages.Pages[request.Id("statusPageId")].ToJson());
}
