namespace Checkly.Sandbox;

internal sealed class ListStatusPageIncidents : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/status-pages/incidents";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        request.Cursor(state.StatusPages.Incidents, incident => incident.ToJson(), newestFirst: true);
}
