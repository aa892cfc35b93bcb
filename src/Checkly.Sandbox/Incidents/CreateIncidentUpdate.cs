namespace Checkly.Sandbox;

internal sealed class CreateIncidentUpdate : ISandboxOperation
{
    public string Method => "POST";

    public string Template => "/v1/incidents/{incidentId}/updates";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredIncident incident = state.Incident(request.Id("incidentId"));
        StoredUpdate update = request.Fields("status", "description").NewUpdate(state);
        incident.Updates.Insert(0, update);
        incident.UpdatedAt = state.Now;
        return SandboxAnswer.Created(update.ToJson(incident.Id));
    }
}
