namespace Checkly.Sandbox;

/// <summary>What the sandbox knows of checks, which can only be read.</summary>
internal static class CheckOperations
{
    public static readonly ISandboxOperation[] All =
    [
        new ListChecks(),
        new GetCheck(),
        new ListCheckStatuses(),
        new GetCheckStatus(),
    ];
}
