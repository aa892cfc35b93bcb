namespace Checkly.Sandbox;

internal sealed class GetStatusPageIncident : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/status-pages/incidents/{incidentId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(state.StatusPages.Incidents[request.Id("incidentId")].ToJson());
}
