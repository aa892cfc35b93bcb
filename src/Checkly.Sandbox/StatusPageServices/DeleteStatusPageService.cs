namespace Checkly.Sandbox;

internal sealed class DeleteStatusPageService : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/status-pages/services/{serviceId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        // Nothing is documented for a service in use: it goes, as a dashboard with incidents does.
        state.StatusPages.Remove(state.StatusPages.Services[request.Id("serviceId")]);
        return SandboxAnswer.NoContent();
    }
}
