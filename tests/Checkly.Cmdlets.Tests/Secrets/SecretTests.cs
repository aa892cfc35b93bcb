using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>A canary key is looked for wherever something can be seen.</summary>
public sealed class SecretTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("-ApiKey $key -AccountId $account")]
    [InlineData("-ApiKey $key")]
    [InlineData("-Credential ([pscredential]::new($account, $key))")]
    [InlineData("-Credential ([pscredential]::new('ann', $key))")]
    [InlineData("-ApiKey $key -AccountId 7")]
    [InlineData($"-ApiKey {AccountId} -AccountId {Key}")]
    [InlineData($"-Credential ([pscredential]::new('{Key}', $key))")]
    public void A_Connect_that_fails_does_not_show_it(string arguments)
    {
        server.Answer("GET", "/v1/accounts/me", 401, $$"""{"message":"Bad Token {{Key}}"}""").Answer("GET", "/v1/accounts", 401, Key);

        Outcome outcome = Run($"Connect-Checkly {arguments} -BaseUri {server.Uri} -Verbose -Debug -InformationAction Continue", ("key", Secure(Key)), ("account", AccountId));

        Assert.NotNull(outcome.Thrown);
        AssertNoKey(outcome.Everything());
        AssertNoKey(Displayed("$Error"));
    }

    [Theory]
    [InlineData($"Connect-Checkly -ApiKey {Key} -AccountId {AccountId} -BaseUri http://127.0.0.1:1")]
    [InlineData($"Connect-Checkly -ApiKey '{Key}' -AccountId nothing")]
    [InlineData($"Connect-Checkly -ApiKey \"{Key}\" -AccountId {AccountId} -BaseUri http://example.com")]
    [InlineData($"Connect-Checkly -ApiKey {Key} -AccountId {AccountId} -TimeoutSec 0")]
    [InlineData($"Connect-Checkly -ApiKey:{Key} -AccountId {AccountId} -Proxy nowhere")]
    [InlineData($"Connect-Checkly -ApiKey '{Key}' -AccountId {AccountId} -BaseUri http://127.0.0.1:1 -Proxy $null")]
    [InlineData($"$a = @{{ ApiKey = '{Key}'; AccountId = '{AccountId}'; BaseUri = 'http://127.0.0.1:1'; MaximumRetryCount = 0 }}; Connect-Checkly @a")]
    public void A_key_that_was_typed_is_not_in_the_line_that_the_error_shows(string command)
    {
        Outcome outcome = Run(command);

        Assert.NotNull(outcome.Thrown);
        Assert.Contains("***", outcome.Error.InvocationInfo.Line, StringComparison.Ordinal);
        AssertNoKey(outcome.Everything());
        AssertNoKey(Displayed("$Error"));
    }

    [Theory]
    [InlineData("Connect-Checkly {0} -SkipCheck -PassThru | ForEach-Object {{ Get-ChecklyIncident {1} -Session $_ }}")]
    [InlineData("Connect-Checkly {0} -SkipCheck; Get-ChecklyIncident {1}")]
    public void A_key_that_was_typed_is_not_in_the_error_of_another_cmdlet_on_the_line(string line)
    {
        Outcome outcome = Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, line, $"-ApiKey '{Key}' -AccountId {AccountId} -BaseUri http://127.0.0.1:1 -MaximumRetryCount 0", IncidentId));

        Assert.StartsWith("Checkly.ConnectionFailed,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        AssertNoKey(outcome.Everything());
        AssertNoKey(Displayed("$Error"));
    }

    [Fact]
    public void The_session_does_not_hold_it_where_it_can_be_seen()
    {
        ConnectTo(server.Uri);
        PSObject session = Do("Get-ChecklySession").Only();

        AssertNoKey(session.ToString());
        AssertNoKey(PSSerializer.Serialize(session, depth: 10));
        AssertNoKey(Displayed("Get-ChecklySession"));
        AssertNoKey(System.Text.Json.JsonSerializer.Serialize(session.BaseObject, session.BaseObject.GetType()));
        Assert.All(session.Properties, property => Assert.True(property.Value is null or string or Uri or bool or int or double or DateTimeOffset, property.Name));
    }

    protected override void Cleanup() => server.Reset();

    private static void AssertNoKey(string text) => Assert.DoesNotContain(Key, text, StringComparison.Ordinal);

    private string Displayed(string script) => Run($"{script} | Out-Default").Everything();
}
