namespace Checkly.Sandbox;

internal sealed class DeleteStatusPage : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/status-pages/{statusPageId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        state.StatusPages.Pages.Remove(state.StatusPages.Pages[request.Id("statusPageId")]);
        return SandboxAnswer.NoContent();
    }
}
