using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>Where a key may be sent.</summary>
public sealed class BaseAddressTests : ClientTest
{
    [Theory]
    [InlineData("https://api.checklyhq.com")]
    [InlineData("https://proxy.example/checkly/")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://localhost")]
    [InlineData("http://[::1]:8080")]
    public void Encrypted_and_loopback_addresses_are_taken(string address) =>
        Assert.Null(BaseAddress.Refusal(new Uri(address)));

    [Theory]
    [InlineData("http://api.checklyhq.com", "not encrypted")]
    [InlineData("http://127.0.0.1.example.com", "not encrypted")]
    [InlineData("http://localhost.example.com", "not encrypted")]
    [InlineData("http://192.168.1.1", "not encrypted")]
    [InlineData("ftp://api.checklyhq.com", "absolute https address")]
    [InlineData("file:///etc/passwd", "absolute https address")]
    [InlineData("https://user:password@api.checklyhq.com", "plain address")]
    [InlineData("https://api.checklyhq.com?x=1", "plain address")]
    [InlineData("https://api.checklyhq.com#x", "plain address")]
    public void All_others_are_refused_before_anything_is_sent(string address, string why)
    {
        Assert.Contains(why, BaseAddress.Refusal(new Uri(address)), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Connect(new Uri(address)));
    }

    [Fact]
    public void A_relative_address_is_refused() =>
        Assert.NotNull(BaseAddress.Refusal(new Uri("api.checklyhq.com", UriKind.Relative)));

    [Fact]
    public void A_key_does_not_go_to_a_proxy_in_clear()
    {
        var options = new ChecklyClientOptions { ApiKey = new ApiKey(Key), BaseUri = new Uri("http://127.0.0.1:1"), Proxy = new Uri("http://192.0.2.2:3128") };

        Assert.Contains("in clear", Assert.Throws<ArgumentException>(() => new ChecklyClient(options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/checkly")]
    [InlineData("/checkly/")]
    public async Task A_path_is_kept_in_front(string path)
    {
        using var server = new ApiServer();
        server.Answer("GET", path.TrimEnd('/') + "/v1/accounts/me", 200, """{"id":"a"}""");
        using ChecklyClient client = Connect(new Uri(server.Uri, path));

        Assert.Equal("a", (await client.SendAsync(AccountRequests.Me(), Cancel)).Id);
    }
}
