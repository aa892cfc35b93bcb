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
            // Not documented for this operation; but an incident is documented to have one at least.
            throw SandboxRefusal.BadRequest("\"incidentUpdates\" must contain at least 1 items");
        }

        incident.Updates.Remove(update);
        return SandboxAnswer.NoContent();
    }
}
