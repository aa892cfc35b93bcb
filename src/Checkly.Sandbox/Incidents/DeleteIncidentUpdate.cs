namespace Checkly.Sandbox;

internal sealed class DeleteIncidentUpdate : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/incidents/{incidentId}/updates/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredIncident incident = state.Incident(request.Id("incidentId"));
        StoredUpdate update = incident.Update(request.Id("id"));
        if (incident.Updates.Count == 1)
        {
            throw SandboxRefusal.LastUpdate();
        }

        incident.Updates.Remove(update);
        incident.UpdatedAt = state.Now;
        return SandboxAnswer.NoContent();
    }
}
