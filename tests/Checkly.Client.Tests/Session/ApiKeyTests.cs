using System.Reflection;

namespace Checkly.Client.Tests;

/// <summary>A key does not show itself.</summary>
public sealed class ApiKeyTests : ClientTest
{
    [Fact]
    public void It_has_no_text_form_and_no_property()
    {
        var key = new ApiKey(Key);

        Assert.DoesNotContain(Key, key.ToString(), StringComparison.Ordinal);
        Assert.Empty(typeof(ApiKey).GetProperties(BindingFlags.Public | BindingFlags.Instance));
        Assert.Empty(typeof(ApiKey).GetFields(BindingFlags.Public | BindingFlags.Instance));
    }

    [Fact]
    public void The_options_that_hold_it_do_not_show_it_either() =>
        Assert.DoesNotContain(Key, Options(BaseAddress.Default).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "")]
    [InlineData("nothing", "nothing")]
    [InlineData(Key, "[API key]")]
    [InlineData("a " + Key + Key + " b", "a [API key][API key] b")]
    public void It_is_taken_out_of_texts_in_whatever_letters(string text, string clean)
    {
        Assert.Equal(clean, new ApiKey(Key).Redact(text));
        Assert.Equal(clean, new ApiKey(Key.ToUpperInvariant()).Redact(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n")]
    [InlineData("cu_a b_secret")]
    [InlineData("cu_a\r\nX-Injected: secret")]
    [InlineData("cu_sécret")]
    public void What_no_header_can_carry_is_refused_without_showing_it(string value)
    {
        var refusal = Assert.Throws<FormatException>(() => new ApiKey(value));
        Assert.DoesNotContain("cret", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blanks_and_line_ends_around_it_are_dropped()
    {
        using var server = new Checkly.Tests.ApiServer();
        server.Answer("GET", "/v1/accounts/me", 200, """{"id":"a"}""");
        using var client = new ChecklyClient(Options(server.Uri) with { ApiKey = new ApiKey($" {Key}\r\n") });

        await client.SendAsync(AccountRequests.Me(), Cancel);

        Assert.Equal($"Bearer {Key}", Assert.Single(server.Requests).Header("Authorization"));
    }
}
