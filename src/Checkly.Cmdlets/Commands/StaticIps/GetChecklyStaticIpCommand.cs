using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the addresses that checks run from, for a firewall to let in.</summary>
/// <remarks>
/// <para>Sends GET /v1/static-ips-by-region and GET /v1/static-ipv6s-by-region. Those of version 6 are ranges.</para>
/// </remarks>
/// <example>
/// <para>List all addresses.</para>
/// <code>Get-ChecklyStaticIp</code>
/// </example>
/// <example>
/// <para>List those of version 4 of one region.</para>
/// <code>Get-ChecklyStaticIp -Family IPv4 -Region eu-west-1</code>
/// </example>
/// <example>
/// <para>Format them for the rule of a firewall.</para>
/// <code>(Get-ChecklyStaticIp -Family IPv4).Address -join ','</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyStaticIp")]
[OutputType(typeof(StaticIp))]
public sealed class GetChecklyStaticIpCommand : ChecklySessionCommand
{
    /// <summary>The version of the addresses; by default both.</summary>
    [Parameter(Position = 0)]
    [ValidateSet("IPv4", "IPv6")]
    public string? Family { get; set; }

    /// <summary>The regions, such as eu-west-1, with wildcards; by default all.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(IdCompleter<Location>))]
    public string[] Region { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!Is("IPv6"))
        {
            Write(StaticIpRequests.ListIPv4());
        }

        if (!Is("IPv4"))
        {
            Write(StaticIpRequests.ListIPv6());
        }
    }

    private bool Is(string family) => string.Equals(Family, family, StringComparison.OrdinalIgnoreCase);

    private void Write(ApiRequest<StaticIp[]> request)
    {
        if (TrySend(request, null, out StaticIp[] addresses))
        {
            var regions = new NameFilter(Region);
            WriteObject(addresses.Where(address => regions.Wants(address.Region)), enumerateCollection: true);
        }
    }
}
