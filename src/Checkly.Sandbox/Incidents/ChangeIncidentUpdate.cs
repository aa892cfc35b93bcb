namespace Checkly.Sandbox;

internal sealed class ChangeIncidentUpdate : ISandboxOperation
{
    public string Method => "PUT";

    public string Template => "/v1/incidents/{incidentId}/updates/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredUpdate update = state.Incident(request.Id("incidentId")).Update(request.Id("id"));
        update.Description = request.Fields("description").Text("description");
        update.UpdatedAt = state.Now;

        // Its answer is documented without the incident's id.
        return SandboxAnswer.Ok(update.ToJson(incidentId: null));
    }
}
