using System.Text.Json;

namespace Checkly;

/// <summary>An address from which checks run, which a firewall must admit.</summary>
public sealed class StaticIp
{
    /// <summary>An IPv4 address, or a range of IPv6 addresses such as <c>2600:1f18::/56</c>.</summary>
    public string? Address { get; set; }

    /// <summary>The <see cref="Location.Region"/> of the location that uses the address, such as <c>eu-west-1</c>.</summary>
    public string? Region { get; set; }

    /// <summary>IPv4 or IPv6.</summary>
    public string? Family { get; set; }

    /// <summary>Returns the address.</summary>
    /// <returns>The address.</returns>
    public override string ToString() => Address ?? string.Empty;

    /// <summary>Reads an object that has a list of addresses for each region.</summary>
    /// <exception cref="UnexpectedShapeException">
    /// A part of the answer cannot be read. Nothing is left out, since a firewall with an incomplete list would block checks.
    /// </exception>
    internal static StaticIp[] ReadByRegion(JsonElement json, string family) =>
    [
        .. (new JsonFields(json).Rest() ?? []).SelectMany(region => Addresses(region.Value)
            .Select(address => new StaticIp { Address = address, Region = region.Key, Family = family })),
    ];

    /// <summary>The schemas declare a list; the description of the IPv6 operation has a single address.</summary>
    private static IEnumerable<string> Addresses(object? value) => value switch
    {
        string address => [address],
        object?[] addresses when addresses.All(address => address is string) => addresses.Cast<string>(),
        _ => throw new UnexpectedShapeException("it has a region without a list of addresses"),
    };
}
