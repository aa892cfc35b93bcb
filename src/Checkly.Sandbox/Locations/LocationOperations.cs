namespace Checkly.Sandbox;

/// <summary>What the sandbox knows of the places that checks run from.</summary>
internal static class LocationOperations
{
    public static readonly ISandboxOperation[] All =
    [
        new ListLocations(),
        new ListStaticIps(),
        new ListStaticIpsByRegion(),
        new ListStaticIpv6s(),
        new ListStaticIpv6sByRegion(),
    ];
}
