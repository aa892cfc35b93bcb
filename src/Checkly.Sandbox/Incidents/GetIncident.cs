namespace Checkly.Sandbox;

internal sealed class GetIncident : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/incidents/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredIncident incident = state.Incident(request.Id("id"));
        bool wholeHistory = request.Flag("includeAllIncidentUpdates");
        return SandboxAnswer.Ok(incident.ToJson(wholeHistory ? incident.Updates : incident.Updates.Take(1)));
    }
}
