namespace Checkly.Sandbox;

internal sealed class CreateStatusPageIncident : ISandboxOperation
{
    public string Method => "POST";

    public string Template => "/v1/status-pages/incidents";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        FieldCheck fields = request.IncidentFields("incidentUpdates");
        var incident = new StoredPageIncident
        {
            Id = Guid.NewGuid().ToString(),
            Name = fields.IncidentName(),
            Severity = fields.Severity(),
            Services = fields.Services(state),
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
        };
        incident.Updates.Add(fields.Single("incidentUpdates", StatusPageIncidentRules.UpdateNames).NewPageUpdate(state, status: "INVESTIGATING"));
        state.StatusPages.Incidents.Add(incident);
        return SandboxAnswer.Created(incident.ToJson());
    }
}
