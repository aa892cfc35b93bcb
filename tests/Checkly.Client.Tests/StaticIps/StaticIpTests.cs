using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>GET /v1/static-ips-by-region and GET /v1/static-ipv6s-by-region.</summary>
public sealed class StaticIpTests(ApiServer server) : RequestTest(server)
{
    internal const string IPv4 = """{"eu-west-1":["192.0.2.1","192.0.2.2"],"us-east-1":["198.51.100.7"],"ap-east-1":[]}""";
    internal const string IPv6 = """{"eu-west-1":["2001:db8:1::/56"]}""";

    [Fact]
    public async Task Addresses_know_their_region_and_family()
    {
        StaticIp[] addresses = await ExchangeAsync(StaticIpRequests.ListIPv4(), "GET /v1/static-ips-by-region", IPv4);

        Assert.Equal(
            [("192.0.2.1", "eu-west-1", "IPv4"), ("192.0.2.2", "eu-west-1", "IPv4"), ("198.51.100.7", "us-east-1", "IPv4")],
            addresses.Select(address => (address.ToString(), address.Region!, address.Family!)));
    }

    [Theory]
    [InlineData(IPv6)]
    [InlineData("""{"eu-west-1":"2001:db8:1::/56"}""")]
    public async Task Of_version_6_a_region_has_a_list_or_a_single_one(string answer)
    {
        StaticIp address = Assert.Single(await ExchangeAsync(StaticIpRequests.ListIPv6(), "GET /v1/static-ipv6s-by-region", answer));

        Assert.Equal(("2001:db8:1::/56", "eu-west-1", "IPv6"), (address.Address, address.Region, address.Family));
    }

    [Theory]
    [InlineData("""{"eu-west-1":null}""", "it has a region without a list of addresses")]
    [InlineData("""{"eu-west-1":["192.0.2.1",7]}""", "it has a region without a list of addresses")]
    [InlineData("""["192.0.2.1"]""", "it has a list where an object is expected")]
    public async Task A_list_with_a_gap_is_none(string answer, string why) =>
        Assert.Contains(why, await RefusalAsync(StaticIpRequests.ListIPv4(), answer), StringComparison.Ordinal);
}
