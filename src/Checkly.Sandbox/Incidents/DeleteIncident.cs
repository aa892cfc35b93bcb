namespace Checkly.Sandbox;

internal sealed class DeleteIncident : ISandboxOperation
{
    public string Method => "DELETE";

    public string Template => "/v1/incidents/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        state.Remove(state.Incident(request.Id("id")));
        return SandboxAnswer.NoContent();
    }
}
