namespace Checkly.Sandbox;

internal sealed class GetMaintenanceWindow : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/maintenance-windows/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(request.Window(state).ToJson());
}
