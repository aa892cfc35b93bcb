namespace Checkly.Sandbox;

/// <summary>What the sandbox knows of the incidents of dashboards.</summary>
internal static class IncidentOperations
{
    public static readonly ISandboxOperation[] All =
    [
        new CreateIncident(),
        new GetIncident(),
        new ChangeIncident(),
        new DeleteIncident(),
        new CreateIncidentUpdate(),
        new ChangeIncidentUpdate(),
        new DeleteIncidentUpdate(),
    ];
}
