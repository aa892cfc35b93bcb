namespace Checkly.Sandbox;

internal sealed class ChangeStatusPageIncident : ISandboxOperation
{
    public string Method => "PUT";

    public string Template => "/v1/status-pages/incidents/{incidentId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredPageIncident incident = state.StatusPages.Incidents[request.Id("incidentId")];
        FieldCheck fields = request.IncidentFields();
        (incident.Name, incident.Severity, incident.Services) = (fields.IncidentName(), fields.Severity(), fields.Services(state));
        incident.UpdatedAt = state.Now;
        return SandboxAnswer.Ok(incident.ToJson());
    }
}
