using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>
/// A location that checks run from. Names and regions are those of the API. The addresses are from the blocks reserved for
/// documentation, so that nobody opens a firewall for them.
/// </summary>
internal sealed record Region(string Id, string Name, string[] Addresses, string[] Ipv6Ranges)
{
    public static readonly Region[] All =
    [
        new("us-east-1", "N. Virginia", ["192.0.2.10", "192.0.2.11"], ["2001:db8:10::/64"]),
        new("eu-central-1", "Frankfurt", ["198.51.100.10", "198.51.100.11"], ["2001:db8:20::/64"]),
        new("ap-southeast-2", "Sydney", ["203.0.113.10"], ["2001:db8:30::/64"]),
    ];

    /// <summary>The addresses of all regions in one list.</summary>
    public static JsonArray AllAddresses(Func<Region, string[]> addresses) => Texts(All.SelectMany(addresses));

    /// <summary>The addresses by region.</summary>
    public static JsonObject AddressesByRegion(Func<Region, string[]> addresses) =>
        new(All.Select(region => new KeyValuePair<string, JsonNode?>(region.Id, Texts(addresses(region)))));

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
