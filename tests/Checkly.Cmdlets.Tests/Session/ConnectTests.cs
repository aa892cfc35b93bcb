using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Connect-Checkly with credentials from its parameters.</summary>
public sealed class ConnectTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Me = $$"""{"id":"{{AccountId}}","name":"Acme","plan":"team"}""";

    [Theory]
    [InlineData("-ApiKey $key -AccountId $account")]
    [InlineData("-ApiKey $plain -AccountId $account")]
    [InlineData("-Credential ([pscredential]::new($account, $key))")]
    public void It_checks_the_credentials_and_says_nothing(string credentials)
    {
        server.Answer("GET", "/v1/accounts/me", 200, Me);

        Outcome outcome = Connect(credentials);

        outcome.AssertClean();
        Assert.Empty(outcome.Output);
        Assert.Empty(outcome.Shown);
        SentRequest sent = Assert.Single(server.Requests);
        Assert.Equal(("GET", "/v1/accounts/me"), (sent.Method, sent.Target));
        Assert.Equal($"Bearer {Key}", sent.Header("Authorization"));
        Assert.Equal(AccountId, sent.Header("x-checkly-account"));
    }

    [Fact]
    public void PassThru_returns_the_session()
    {
        server.Answer("GET", "/v1/accounts/me", 200, Me);

        PSObject session = Connect("-ApiKey $key -AccountId $account -PassThru -TimeoutSec 7").Only();

        Assert.Equal("Checkly.ChecklySession", session.BaseObject.GetType().FullName);
        Assert.Equal(AccountId, Get(session, "AccountId"));
        Assert.Equal("Acme", Get(session, "AccountName"));
        Assert.Equal("team", Get(session, "Plan"));
        Assert.Equal(server.Uri, Get(session, "BaseUri"));
        Assert.Equal(7.0, Get(session, "TimeoutSec"));
        Assert.Equal("-ApiKey", Get(session, "Source"));
        Assert.Equal(false, Get(session, "IsSandbox"));
        Assert.Equal(true, Get(session, "IsConnected"));
        Assert.Same(session.BaseObject, Do("Get-ChecklySession").Only().BaseObject);
    }

    [Fact]
    public void SkipCheck_sends_nothing()
    {
        Connect("-ApiKey $key -AccountId $account -SkipCheck").AssertClean();

        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Without_an_account_id_the_only_account_is_taken()
    {
        server.Answer("GET", "/v1/accounts", 200, $"[{Me}]").Answer("GET", "/v1/accounts/me", 200, Me);

        PSObject session = Connect("-ApiKey $key -PassThru").Only();

        Assert.Equal(AccountId, Get(session, "AccountId"));
        Assert.Equal(["/v1/accounts", "/v1/accounts/me"], server.Requests.Select(request => request.Target));
        Assert.Null(server.Requests[0].Header("x-checkly-account"));
        Assert.Equal(AccountId, server.Requests[1].Header("x-checkly-account"));
    }

    [Fact]
    public void Several_accounts_are_an_error_that_lists_them()
    {
        server.Answer("GET", "/v1/accounts", 200, $$"""[{{Me}},{"id":"3abcfdfe-ae2d-4632-8dd1-18dd871e18fc","name":"Umbrella"}]""");

        Outcome outcome = Connect("-ApiKey $key");

        Assert.NotNull(outcome.Thrown);
        Assert.StartsWith("Checkly.NotConnected,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"Acme ({AccountId}), Umbrella (3abcfdfe-ae2d-4632-8dd1-18dd871e18fc)", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_account_at_all_is_an_error()
    {
        server.Answer("GET", "/v1/accounts", 200, "[]");

        Assert.Contains("can use no account", Connect("-ApiKey $key").Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_key_fails_here_and_leaves_no_session()
    {
        server.Answer("GET", "/v1/accounts/me", 401, """{"statusCode":401,"error":"Unauthorized","message":"Bad Token"}""");
        ConnectTo(new Uri("http://127.0.0.1:1"));

        Outcome outcome = Connect("-ApiKey $key -AccountId $account");

        Assert.NotNull(outcome.Thrown);
        Assert.StartsWith("Checkly.Unauthorized,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.AuthenticationError, outcome.Error.CategoryInfo.Category);
        Assert.Contains("Bad Token", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Do("Get-ChecklySession").Output);
    }

    [Fact]
    public void An_answer_for_another_account_is_a_warning()
    {
        server.Answer("GET", "/v1/accounts/me", 200, """{"id":"3abcfdfe-ae2d-4632-8dd1-18dd871e18fc","name":"Umbrella"}""");

        Assert.Contains("Umbrella", Assert.Single(Connect("-ApiKey $key -AccountId $account").Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-ApiKey $key -AccountId 7", "-AccountId holds is not an account id")]
    [InlineData("-Credential ([pscredential]::new('ann@example.com', $key))", "the user name of -Credential holds is not an account id")]
    [InlineData("-ApiKey 'a b' -AccountId $account", "API key has characters")]
    [InlineData("-ApiKey ' ' -AccountId $account", "API key is empty")]
    [InlineData("-ApiKey \"cu_01$([char]0xE9)\" -AccountId $account", "ASCII")]
    [InlineData("-ApiKey $key -AccountId $account -TimeoutSec 0", "Parameter 'TimeoutSec'")]
    [InlineData("-ApiKey $key -AccountId $account -TimeoutSec 3601", "Parameter 'TimeoutSec'")]
    [InlineData("-ApiKey $key -AccountId $account -Proxy proxy.example", "Parameter 'Proxy'")]
    [InlineData("-ApiKey $key -AccountId $account -Proxy proxy.example:3128", "absolute address such as")]
    [InlineData("-ApiKey $key -AccountId $account -Proxy http://user:secret@127.0.0.1:3128", "-ProxyCredential")]
    [InlineData("-ApiKey $key -AccountId $account -Proxy http://proxy.example:3128", "to the proxy in clear")]
    public void What_cannot_work_is_refused_before_any_request(string arguments, string why)
    {
        Outcome outcome = Connect(arguments);

        Assert.NotNull(outcome.Thrown);
        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
        // The name of a parameter of an inner method is not one of the user's.
        Assert.DoesNotContain("Parameter 'value'", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("http://api.checklyhq.com", "travel in clear")]
    [InlineData("http://10.0.0.1:8080/v1", "travel in clear")]
    [InlineData("http://127.0.0.1.checkly.invalid", "travel in clear")]
    [InlineData("ftp://api.checklyhq.com", "absolute https address")]
    [InlineData("api.checklyhq.com", "absolute https address")]
    public void An_address_that_a_key_must_not_be_sent_to_is_refused(string address, string why)
    {
        // A request would come to this proxy.
        Outcome outcome = Run($"Connect-Checkly -ApiKey $key -AccountId {AccountId} -BaseUri {address} -Proxy {server.Uri}", ("key", Key));

        Assert.NotNull(outcome.Thrown);
        Assert.Empty(server.Requests);
        Assert.Contains("Parameter 'BaseUri'", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_tries_as_often_as_it_may()
    {
        server.Answer("GET", "/v1/accounts/me", 503, "{}", headers: ("Retry-After", "0"));

        Outcome outcome = Connect("-ApiKey $key -AccountId $account -MaximumRetryCount 2 -MaximumTotalSec 1");

        Assert.StartsWith("Checkly.ServerError,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(server.Requests.Count, Get(PSObject.AsPSObject(outcome.Error.Exception), "Tries"));
        Assert.InRange(server.Requests.Count, 2, 3);
    }

    [Fact]
    public void A_sandbox_needs_no_key_and_shows_its_limits()
    {
        Assert.StartsWith("AmbiguousParameterSet,", Run("Connect-Checkly -Sandbox -ApiKey k").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Outcome silent = Do("Connect-Checkly -Sandbox *>&1");
        PSObject usual = Do("Get-ChecklySession").Only();
        PSObject other = Do("Connect-Checkly -Sandbox -TimeoutSec 5 -MaximumRetryCount 7 -AllowDuplicate -PassThru").Only();
        PSObject alias = Do("Connect-Checkly -Sandbox -MaximumRetryWaitSec 33 -PassThru").Only();

        Assert.Empty(silent.Output);
        Assert.Equal((true, "Sandbox", 30.0, 4, 120.0, false), (Get(usual, "IsSandbox"), Get(usual, "AccountName"), Get(usual, "TimeoutSec"), Get(usual, "MaximumRetryCount"), Get(usual, "MaximumTotalSec"), Get(usual, "AllowDuplicate")));
        Assert.Equal((7, 20.0, true), (Get(other, "MaximumRetryCount"), Get(other, "MaximumTotalSec"), Get(other, "AllowDuplicate")));
        Assert.Equal(33.0, Get(alias, "MaximumTotalSec"));
    }

    [Theory]
    [InlineData("-MaximumRetryCount -1", "MaximumRetryCount")]
    [InlineData("-MaximumRetryCount 101", "MaximumRetryCount")]
    [InlineData("-MaximumRetryCount often", "MaximumRetryCount")]
    [InlineData("-MaximumRetryCount $null", "MaximumRetryCount")]
    [InlineData("-MaximumTotalSec -1", "MaximumTotalSec")]
    [InlineData("-MaximumTotalSec 86401", "MaximumTotalSec")]
    [InlineData("-MaximumTotalSec long", "MaximumTotalSec")]
    public void A_limit_that_cannot_be_meant_is_refused_by_its_name(string arguments, string parameter) =>
        Assert.Contains($"'{parameter}'", Run($"Connect-Checkly -Sandbox {arguments}").Error.Exception.Message, StringComparison.Ordinal);

    [Fact]
    public void A_proxy_gets_the_request()
    {
        using var proxy = new ApiServer();
        proxy.Answer("GET", "/api/v1/accounts/me", 200, Me);

        Do($"Connect-Checkly -ApiKey $key -AccountId {AccountId} -BaseUri http://127.0.0.1:1/api -Proxy {proxy.Uri}", ("key", Secure(Key)));

        Assert.Equal("/api/v1/accounts/me", Assert.Single(proxy.Requests).Target);
    }

    [Fact]
    public async Task A_proxy_that_refuses_has_sent_nothing_and_keeps_its_password()
    {
        await using var proxy = new RawServer(RawServer.Say("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        Do($"Connect-Checkly -ApiKey $key -AccountId {AccountId} -BaseUri https://checkly.invalid -Proxy {proxy.Uri} -SkipCheck -MaximumRetryCount 0", ("key", Secure(Key)));

        Outcome outcome = Run($"New-ChecklyIncidentUpdate {IncidentId} RESOLVED x");

        Assert.StartsWith("Checkly.ConnectionFailed,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("the proxy refused it", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was sent.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(false, Get(PSObject.AsPSObject(outcome.Error.Exception), "MayHaveBeenCarriedOut"));
    }

    [Fact]
    public void What_the_server_calls_an_account_is_shown_without_control_sequences_and_without_the_key()
    {
        string name = $"\\u001b[31mAcme {Key}\\u202e";
        server.Answer("GET", "/v1/accounts", 200, $$"""[{"id":"{{AccountId}}","name":"{{name}}"},{"id":"b","name":"x"}]""")
            .Answer("GET", "/v1/accounts/me", 200, $$"""{"id":"{{AccountId}}","name":"{{name}}"}""");

        Assert.Contains($"\u241b[31mAcme [API key] ({AccountId}), x (b)", Connect("-ApiKey $key").Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("\u241b[31mAcme [API key]", Get(Connect("-ApiKey $key -AccountId $account -PassThru").Only(), "AccountName"));
    }

    [Theory]
    [InlineData("-ApiKey $key -AccountId $account", "-ApiKey")]
    [InlineData("-Credential ([pscredential]::new($account, $key))", "the password of -Credential")]
    public void Verbose_says_where_the_key_came_from(string arguments, string source)
    {
        server.Answer("GET", "/v1/accounts/me", 200, Me);

        Assert.Equal($"Using the API key from {source}.", Connect(arguments + " -Verbose").Verbose[0]);
    }

    protected override void Cleanup() => server.Reset();

    private Outcome Connect(string arguments) => Run(
        $"Connect-Checkly {arguments} -BaseUri {server.Uri}",
        ("key", Secure(Key)),
        ("plain", Key),
        ("account", AccountId));
}
