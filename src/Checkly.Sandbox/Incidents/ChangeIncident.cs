namespace Checkly.Sandbox;

internal sealed class ChangeIncident : ISandboxOperation
{
    public string Method => "PUT";

    public string Template => "/v1/incidents/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredIncident incident = state.Incident(request.Id("id"));
        FieldCheck fields = request.Fields("name", "impact", "startedAt", "stoppedAt");

        // All is checked before anything is changed.
        string name = fields.Text("name");
        string impact = fields.Impact();
        string? startedAt = fields.Has("startedAt") ? fields.Time("startedAt") : incident.StartedAt;
        string? stoppedAt = fields.Has("stoppedAt") ? fields.Time("stoppedAt") : incident.StoppedAt;

        (incident.Name, incident.Impact, incident.StartedAt, incident.StoppedAt) = (name, impact, startedAt, stoppedAt);
        incident.UpdatedAt = state.Now;

        // Documented with a nullable string in the place of the updates, unlike every other operation.
        return SandboxAnswer.Ok(incident.ToJson(updates: null));
    }
}
