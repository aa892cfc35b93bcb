namespace Checkly.Sandbox;

internal sealed class ChangeIncidentUpdate : ISandboxOperation
{
    public string Method => "PUT";

    public string Template => "/v1/incidents/{incidentId}/updates/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredIncident incident = state.Incident(request.Id("incidentId"));
        StoredUpdate update = incident.Update(request.Id("id"));
        update.Description = request.Fields("description").Text("description");
        update.UpdatedAt = incident.UpdatedAt = state.Now;

        // Its answer is documented without the incident's id.
        return SandboxAnswer.Ok(update.ToJson(incidentId: null));
    }
}
