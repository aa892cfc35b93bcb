using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The places that checks run from, and their addresses.</summary>
internal static class Locations
{
    /// <summary>Adds their operations.</summary>
    public static void Add(SandboxOperations operations)
    {
        operations.On("GET /v1/locations", call => call.Answer(new JsonArray([.. Region.All.Select(region => new JsonObject { ["region"] = region.Id, ["name"] = region.Name })])));
        operations.On("GET /v1/static-ips", call => call.Answer(Region.AllAddresses(region => region.Addresses)));
        operations.On("GET /v1/static-ips-by-region", call => call.Answer(Region.AddressesByRegion(region => region.Addresses)));
        operations.On("GET /v1/static-ipv6s", call => call.Answer(Region.AllAddresses(region => region.Ipv6Ranges)));
        operations.On("GET /v1/static-ipv6s-by-region", call => call.Answer(Region.AddressesByRegion(region => region.Ipv6Ranges)));
    }
}
