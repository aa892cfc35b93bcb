namespace Checkly.Sandbox;

/// <summary>What the sandbox knows of the incidents of status pages.</summary>
internal static class StatusPageIncidentOperations
{
    public static readonly ISandboxOperation[] All =
    [
        new ListStatusPageIncidents(),
        new CreateStatusPageIncident(),
        new GetStatusPageIncident(),
        new ChangeStatusPageIncident(),
        new DeleteStatusPageIncident(),
        new ListStatusPageIncidentUpdates(),
        new CreateStatusPageIncidentUpdate(),
        new GetStatusPageIncidentUpdate(),
        new ChangeStatusPageIncidentUpdate(),
        new DeleteStatusPageIncidentUpdate(),
    ];
}
