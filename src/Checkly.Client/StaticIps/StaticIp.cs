using System.Text.Json;

namespace Checkly;

/// <summary>An address from which checks run, for a firewall to let in.</summary>
public sealed class StaticIp
{
    /// <summary>The address in version 4; in version 6 a range of them, such as <c>2600:1f18::/56</c>.</summary>
    public string? Address { get; set; }

    /// <summary>The location that uses it, such as <c>eu-west-1</c>: a <see cref="Location.Region"/>.</summary>
    public string? Region { get; set; }

    /// <summary>IPv4 or IPv6, as the API calls them in checks.</summary>
    public string? Family { get; set; }

    /// <summary>The address.</summary>
    /// <returns>The address.</returns>
    public override string ToString() => Address ?? string.Empty;

    /// <summary>Reads an object that has a list of addresses for each region.</summary>
    /// <exception cref="UnexpectedShapeException">
    /// It is none. Nothing is passed over: a list with a gap would lock checks out.
    /// </exception>
    internal static StaticIp[] ReadByRegion(JsonElement json, string family) =>
    [
        .. new JsonFields(json).Rest().SelectMany(region => Addresses(region.Value)
            .Select(address => new StaticIp { Address = address, Region = region.Key, Family = family })),
    ];

    /// <summary>The schemas have a list; the words that describe version 6 have one address.</summary>
    private static IEnumerable<string> Addresses(object? value) => value switch
    {
        string address => [address],
        object?[] addresses when addresses.All(address => address is string) => addresses.Cast<string>(),
        _ => throw new UnexpectedShapeException("it has a region without a list of addresses"),
    };
}
