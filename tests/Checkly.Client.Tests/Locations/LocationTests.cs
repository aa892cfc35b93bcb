using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>GET /v1/locations.</summary>
public sealed class LocationTests(ApiServer server) : RequestTest(server)
{
    internal const string All = """[{"region":"eu-west-1","name":"Ireland"},{"region":"us-east-1","name":"N. Virginia"}]""";

    [Fact]
    public async Task Locations_are_listed_at_once()
    {
        Location[] locations = await ExchangeAsync(LocationRequests.List(), "GET /v1/locations", All);

        Assert.Equal(["eu-west-1", "us-east-1"], locations.Select(location => location.ToString()));
        Assert.Equal("Ireland", locations[0].Name);
        Assert.Empty(locations[0].AdditionalProperties);
    }

    [Fact]
    public async Task Only_the_region_is_required_of_a_location()
    {
        Location location = Assert.Single(await ExchangeAsync(LocationRequests.List(), "GET /v1/locations", """[{"region":"moon-1","name":null,"gravity":0.165}]"""));

        Assert.Equal(("moon-1", null), (location.Region, location.Name));
        Assert.Equal(["gravity"], location.AdditionalProperties.Keys.Cast<string>());
    }
}
