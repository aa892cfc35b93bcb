namespace Checkly.Sandbox;

internal sealed class ChangeStatusPage : ISandboxOperation
{
    public string Method => "PUT";

    public string Template => "/v1/status-pages/{statusPageId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredStatusPage page = state.StatusPages.Pages[request.Id("statusPageId")];
        (page.Settings, page.Cards) = StatusPageRules.Read(request, state, page);
        page.UpdatedAt = state.Now;
        return SandboxAnswer.Ok(page.ToJson());
    }
}
