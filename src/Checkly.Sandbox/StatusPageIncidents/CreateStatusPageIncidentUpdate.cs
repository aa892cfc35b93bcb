namespace Checkly.Sandbox;

internal sealed class CreateStatusPageIncidentUpdate : ISandboxOperation
{
    public string Method => "POST";

    public string Template => "/v1/status-pages/incidents/{incidentId}/incident-updates";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredPageIncident incident = state.StatusPages.Incidents[request.Id("incidentId")];
        StoredPageUpdate update = request.Fields(StatusPageIncidentRules.UpdateNames).NewPageUpdate(state, incident.Status);
        incident.Updates.Add(update);
        incident.UpdatedAt = state.Now;

        // Documented with 200, unlike the creation of the incident and the update of a dashboard's incident.
        return SandboxAnswer.Ok(update.ToJson());
    }
}
