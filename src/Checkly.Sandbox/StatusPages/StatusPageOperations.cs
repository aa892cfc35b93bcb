namespace Checkly.Sandbox;

/// <summary>What the sandbox knows of status pages and their subscriptions.</summary>
internal static class StatusPageOperations
{
    public static readonly ISandboxOperation[] All =
    [
        new ListStatusPages(),
        new CreateStatusPage(),
        new GetStatusPage(),
        new ChangeStatusPage(),
        new DeleteStatusPage(),
        new ListStatusPageSubscriptions(),
        new CreateStatusPageSubscriptions(),
        new DeleteStatusPageSubscription(),
    ];
}
