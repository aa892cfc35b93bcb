namespace Checkly.Sandbox;

internal sealed class GetStatusPageService : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/status-pages/services/{serviceId}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(state.StatusPages.Services[request.Id("serviceId")].ToJson());
}
