namespace Checkly.Sandbox;

internal sealed class ListStatusPages : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/status-pages";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        request.Cursor(state.StatusPages.Pages, page => page.ToJson(state.StatusPages.IncidentsOf(page).Select(incident => incident.ToJson())));
}
