using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class ChangeMaintenanceWindow : ISandboxOperation
{
    public string Method => "PUT";

    public string Template => "/v1/maintenance-windows/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        StoredWindow window = request.Window(state);
        JsonObject settings = MaintenanceWindowRules.Read(request, state, window.Settings);
        if (!MaintenanceSchedule.Names.All(name => JsonNode.DeepEquals(settings[name], window.Settings[name])))
        {
            window.Schedule(settings, state.Now);
        }

        (window.Settings, window.UpdatedAt) = (settings, state.Now);
        return SandboxAnswer.Ok(window.ToJson());
    }
}
