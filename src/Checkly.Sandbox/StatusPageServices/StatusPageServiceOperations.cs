namespace Checkly.Sandbox;

/// <summary>What the sandbox knows of the services on status pages.</summary>
internal static class StatusPageServiceOperations
{
    public static readonly ISandboxOperation[] All =
    [
        new ListStatusPageServices(),
        new CreateStatusPageService(),
        new GetStatusPageService(),
        new ChangeStatusPageService(),
        new DeleteStatusPageService(),
    ];
}
