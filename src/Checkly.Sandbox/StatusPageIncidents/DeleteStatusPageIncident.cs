namespace Checkly.Sandbox;

internal sealed class DeleteStatusPageIncident : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/status-pages/incidents/{incidentId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        state.StatusPages.Incidents.Remove(state.StatusPages.Incidents[request.Id("incidentId")]);
        return SandboxAnswer.NoContent();
    }
}
