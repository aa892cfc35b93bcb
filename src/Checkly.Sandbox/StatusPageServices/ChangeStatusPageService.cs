namespace Checkly.Sandbox;

internal sealed class ChangeStatusPageService : ISandboxOperation
{
    public string Method => "PUT";

    public string Template => "/v1/status-pages/services/{serviceId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredService service = state.StatusPages.Services[request.Id("serviceId")];
        service.Name = request.Fields("name").Text("name");
        service.UpdatedAt = state.Now;
        return SandboxAnswer.Ok(service.ToJson());
    }
}
