namespace Checkly.Sandbox;

internal sealed class ChangeStatusPageIncidentUpdate : ISandboxOperation
{
    public string Method => "PUT";

    public string Template => "/v1/status-pages/incidents/{incidentId}/incident-updates/{incidentUpdateId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredPageIncident incident = state.StatusPages.Incidents[request.Id("incidentId")];
        StoredPageUpdate update = incident.Updates[request.Id("incidentUpdateId")];
        update.Content = request.Fields(StatusPageIncidentRules.UpdateNames).Content(state, update.Content.Status);
        incident.UpdatedAt = state.Now;
        return SandboxAnswer.Ok(update.ToJson());
    }
}
