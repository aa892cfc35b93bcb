using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class ListStatusPageIncidentUpdates : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/status-pages/incidents/{incidentId}/incident-updates";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(new JsonArray([.. state.StatusPages.Incidents[request.Id("incidentId")].Latest.Take(100).Select(update => update.ToJson())]));
}
