namespace Checkly.Sandbox;

internal sealed class DeleteStatusPageIncidentUpdate : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/status-pages/incidents/{incidentId}/incident-updates/{incidentUpdateId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredPageIncident incident = state.StatusPages.Incidents[request.Id("incidentId")];
        Shelf<StoredPageUpdate> updates = incident.Updates;
        StoredPageUpdate update = updates[request.Id("incidentUpdateId")];
        if (updates.Count == 1)
        {
            throw SandboxRefusal.LastUpdate();
        }

        updates.Remove(update);
        incident.UpdatedAt = state.Now;
        return SandboxAnswer.NoContent();
    }
}
