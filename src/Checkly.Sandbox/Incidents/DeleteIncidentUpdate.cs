namespace Checkly.Sandbox;

internal sealed class DeleteIncidentUpdate : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/incidents/{incidentId}/updates/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredIncident incident = state.Incident(request.Id("incidentId"));
        incident.Updates.Remove(incident.Update(request.Id("id")));
        return SandboxAnswer.NoContent();
    }
}
