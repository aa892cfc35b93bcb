namespace Checkly.Sandbox;

internal sealed class GetStatusPageIncidentUpdate : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/status-pages/incidents/{incidentId}/incident-updates/{incidentUpdateId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(state.StatusPages.Incidents[request.Id("incidentId")].Updates[request.Id("incidentUpdateId")].ToJson());
}
