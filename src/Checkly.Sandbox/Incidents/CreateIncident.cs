namespace Checkly.Sandbox;

internal sealed class CreateIncident : ISandboxOperation
{
    public string Method => "POST";

    public string Template => "/v1/incidents";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        FieldCheck fields = request.Fields("name", "impact", "startedAt", "stoppedAt", "dashboardId", "incidentUpdates");
        var incident = new StoredIncident
        {
            Id = Guid.NewGuid().ToString(),
            Name = fields.Text("name"),
            Impact = fields.Impact(),
            DashboardId = fields.Number("dashboardId"),
            StartedAt = fields.Time("startedAt"),
            StoppedAt = fields.Time("stoppedAt"),
            CreatedAt = state.Now,
        };
        incident.Updates.Add(fields.Single("incidentUpdates", "status", "description").NewUpdate(state));
        if (!state.Dashboards.Exists(dashboard => dashboard.Id == incident.DashboardId))
        {
            string known = string.Join(", ", state.Dashboards.Select(dashboard => dashboard.Id));
            throw SandboxRefusal.NotFound($"There is no dashboard {incident.DashboardId}; the sandbox has dashboard {known}");
        }

        state.Add(incident);
        return SandboxAnswer.Ok(incident.ToJson(incident.Updates));
    }
}
