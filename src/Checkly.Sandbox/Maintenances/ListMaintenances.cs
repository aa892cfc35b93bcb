namespace Checkly.Sandbox;

internal sealed class ListMaintenances : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/maintenance-windows/{id}/maintenances";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        // Unlike the list of windows, it is not known to give the total.
        return request.Page(request.Window(state).Maintenances, maintenance => maintenance.ToJson(), most: 50) with { ContentRange = null };
    }
}
