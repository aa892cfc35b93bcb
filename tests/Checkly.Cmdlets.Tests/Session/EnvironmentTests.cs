using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Credentials that nobody typed: the environment, and the login of the official CLI.</summary>
[Collection(RunsAlone.Name)]
public sealed class EnvironmentTests : ModuleTest
{
    private const string OtherAccount = "3abcfdfe-ae2d-4632-8dd1-18dd871e18fc";
    private readonly EnvironmentFor _environment = new(server: null);
    private readonly DirectoryInfo _config = Directory.CreateTempSubdirectory("checkly-tests-");
    private readonly ApiServer _server = new();

    public EnvironmentTests()
    {
        _environment.Set("XDG_CONFIG_HOME", _config.FullName);
        _server
            .Answer("GET", "/v1/accounts", 200, $$"""[{"id":"{{AccountId}}","name":"Acme"}]""")
            .Answer("GET", "/v1/accounts/me", 200, $$"""{"id":"{{AccountId}}","name":"Acme"}""")
            .Answer("GET", $"/v1/incidents/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}"}""");
    }

    [Fact]
    public void Without_anything_Connect_says_where_it_looked()
    {
        Outcome outcome = Run("Connect-Checkly");

        Assert.StartsWith("Checkly.NotConnected,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("CHECKLY_API_KEY", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(_config.FullName, outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connect_uses_the_environment()
    {
        Set(Key, AccountId);

        Outcome outcome = Do("Connect-Checkly -Verbose");

        Assert.Contains("Using the API key from the environment variable CHECKLY_API_KEY.", outcome.Verbose);
        Assert.Equal($"Bearer {Key}", Assert.Single(_server.Requests).Header("Authorization"));
    }

    [Fact]
    public void The_environment_has_no_sandbox_to_start_and_no_account_is_asked_for()
    {
        Set(Key, null);

        Assert.StartsWith("Checkly.NotConnected,", Run("Start-ChecklySandbox").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void Parameters_win_over_the_environment()
    {
        Set("cu_other", OtherAccount);

        Do($"Connect-Checkly -ApiKey $key -AccountId {AccountId}", ("key", Secure(Key)));

        SentRequest sent = Assert.Single(_server.Requests);
        Assert.Equal($"Bearer {Key}", sent.Header("Authorization"));
        Assert.Equal(AccountId, sent.Header("x-checkly-account"));
    }

    [Fact]
    public void A_key_of_the_parameters_takes_the_account_of_the_environment()
    {
        Set("cu_other", AccountId);

        Do("Connect-Checkly -ApiKey $key", ("key", Secure(Key)));

        Assert.Equal(AccountId, Assert.Single(_server.Requests).Header("x-checkly-account"));
    }

    [Fact]
    public void Connect_uses_the_login_of_the_cli_last()
    {
        _environment.Set("CHECKLY_API_URL", _server.Uri.ToString());
        string folder = LogIn($$"""{"apiKey":"{{Key}}"}""");
        File.WriteAllText(Path.Combine(folder, "config.json"), $$"""{"accountId":"{{AccountId}}","accountName":"Acme"}""");

        Outcome outcome = Do("Connect-Checkly -Verbose");

        Assert.Equal($"Using the API key from the login of the Checkly CLI in {Path.Combine(folder, "auth.json")}.", outcome.Verbose[0]);
        Assert.Equal($"Bearer {Key}", Assert.Single(_server.Requests).Header("Authorization"));
        Assert.DoesNotContain(Key, outcome.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_login_of_the_cli_is_an_error_that_names_the_file()
    {
        LogIn($"{{\"apiKey\":{Key}");

        Outcome outcome = Run("Connect-Checkly");

        Assert.StartsWith("Checkly.NotConnected,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("auth.json", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, outcome.Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cmdlet_uses_the_environment_without_Connect()
    {
        Set(Key, AccountId);

        Do($"Get-ChecklyIncident {IncidentId}");

        SentRequest sent = Assert.Single(_server.Requests);
        Assert.Equal($"Bearer {Key}", sent.Header("Authorization"));
        Assert.Equal(AccountId, sent.Header("x-checkly-account"));
    }

    [Fact]
    public void Without_an_account_it_is_asked_for_once()
    {
        Set(Key, null);

        Do($"Get-ChecklyIncident {IncidentId}; Get-ChecklyIncident {IncidentId}");

        string incident = $"/v1/incidents/{IncidentId}?includeAllIncidentUpdates=true";
        Assert.Equal(["/v1/accounts", incident, incident], _server.Requests.Select(request => request.Target));
        Assert.Equal(AccountId, _server.Requests[2].Header("x-checkly-account"));
    }

    [Fact]
    public void A_change_of_the_environment_is_noticed()
    {
        Set(Key, AccountId);
        Do($"Get-ChecklyIncident {IncidentId}");
        Set(Key, OtherAccount);
        Do($"Get-ChecklyIncident {IncidentId}");

        Assert.Equal([AccountId, OtherAccount], _server.Requests.Select(request => request.Header("x-checkly-account")));
    }

    [Fact]
    public void A_Connect_that_failed_does_not_give_way_to_the_environment()
    {
        Set(Key, AccountId);
        Run("Connect-Checkly -ApiKey other -AccountId nonsense");

        Outcome outcome = Run($"Get-ChecklyIncident {IncidentId}");

        Assert.StartsWith("Checkly.NotConnected,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("The last Connect-Checkly of this runspace failed", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
        Assert.Equal(IncidentId, Get(Do($"Disconnect-Checkly; Get-ChecklyIncident {IncidentId}").Only(), "Id"));
    }

    [Fact]
    public void A_session_that_was_ended_from_elsewhere_does_not_give_way_to_the_environment()
    {
        ConnectTo(new Uri("http://127.0.0.1:1"));
        Set(Key, AccountId);
        Do("Get-ChecklySession | Disconnect-Checkly");

        Outcome outcome = Run($"Get-ChecklyIncident {IncidentId}");

        Assert.Contains("The session of this runspace was ended", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
        Assert.Equal(IncidentId, Get(Do($"Disconnect-Checkly; Get-ChecklyIncident {IncidentId}").Only(), "Id"));
    }

    [Fact]
    public void A_parallel_worker_beside_the_sandbox_does_not_go_to_the_environments_account()
    {
        Set(Key, AccountId);

        Outcome outcome = Run($"Connect-Checkly -Sandbox; 1 | ForEach-Object -Parallel {{ Import-Module $using:manifest; Get-ChecklyIncident {IncidentId} }}", ("manifest", Checkly.Hosting.ModuleHost.ManifestPath));

        Assert.StartsWith("Checkly.NotConnected,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Session $using:session", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void Get_ChecklySession_shows_the_account_that_the_next_command_goes_to()
    {
        Set(Key, AccountId);

        Assert.Equal(AccountId, Get(Do("Get-ChecklySession").Only(), "AccountId"));
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData("-ApiKey $null -AccountId $account", "ApiKey")]
    [InlineData("-ApiKey key -AccountId $null", "AccountId")]
    [InlineData("-AccountId ''", "AccountId")]
    [InlineData("-ApiKey key -AccountId $account -BaseUri $null", "BaseUri")]
    public void A_lookup_that_found_nothing_does_not_lead_elsewhere(string arguments, string parameter)
    {
        Set(Key, OtherAccount);

        Outcome outcome = Run($"Connect-Checkly {arguments}", ("account", AccountId));

        Assert.Contains($"Parameter '{parameter}' was given, but is empty.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.OtherRead, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.OtherWrite, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.GroupWrite, true)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite, false)]
    public void A_login_of_the_cli_that_others_can_read_gets_a_warning(UnixFileMode mode, bool warns)
    {
        Set(null, AccountId);
        // With the mark that some editors put in front.
        string file = Path.Combine(LogIn("\ufeff" + $$"""{"apiKey":"{{Key}}"}"""), "auth.json");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }

        Outcome outcome = Do("Connect-Checkly");

        Assert.Equal(
            warns ? [$"Other users of this machine can read or replace the API key in the login of the Checkly CLI. Make the file yours alone: chmod 600 '{file}'"] : [],
            outcome.Warnings);
        Assert.Equal($"Bearer {Key}", Assert.Single(_server.Requests).Header("Authorization"));
    }

    [Theory]
    [UnsupportedOSPlatform("windows")]
    [InlineData("config.json", "can change the account in the login of the Checkly CLI")]
    [InlineData("", "can replace the login of the Checkly CLI")]
    public void A_login_of_the_cli_that_others_can_replace_gets_a_warning(string part, string why)
    {
        Set(null, AccountId);
        string folder = LogIn($$"""{"apiKey":"{{Key}}"}""");
        File.SetUnixFileMode(Path.Combine(folder, "auth.json"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(Path.Combine(folder, "config.json"), "{}");
        string open = Path.Combine(folder, part).TrimEnd('/');
        File.SetUnixFileMode(open, File.GetUnixFileMode(open) | UnixFileMode.OtherWrite);

        Assert.Contains(why, Assert.Single(Do("Connect-Checkly").Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_environments_account_goes_with_the_login_of_the_cli_when_that_has_none()
    {
        Set(null, AccountId);
        LogIn($$"""{"apiKey":"{{Key}}"}""");

        Do("Connect-Checkly");

        Assert.Equal(AccountId, Assert.Single(_server.Requests).Header("x-checkly-account"));
    }

    [Fact]
    public void A_proxy_of_the_environment_never_gets_what_goes_to_loopback()
    {
        _environment.Set("http_proxy", "http://127.0.0.1:1");
        ConnectTo(_server.Uri);

        Do($"Get-ChecklyIncident {IncidentId}");

        Assert.Single(_server.Requests);
    }

    [Fact]
    public void A_session_of_the_environment_goes_with_its_variables()
    {
        Set(Key, AccountId);
        Do($"Get-ChecklyIncident {IncidentId}");
        Assert.Single(Do("Get-ChecklySession").Output);
        Set(null, null);

        Assert.Empty(Do("Get-ChecklySession").Output);
    }

    [Fact]
    public void Connect_wins_over_the_environment()
    {
        Set("cu_other", OtherAccount);

        ConnectTo(_server.Uri, account: AccountId);
        Do($"Get-ChecklyIncident {IncidentId}");

        Assert.Equal(AccountId, Assert.Single(_server.Requests).Header("x-checkly-account"));
    }

    [Theory]
    [InlineData(Key, "7", null, "CHECKLY_ACCOUNT_ID holds is not an account id")]
    [InlineData(AccountId, Key, null, "CHECKLY_ACCOUNT_ID holds is not an account id")]
    [InlineData("a b", AccountId, null, "CHECKLY_API_KEY holds cannot be used. The API key has characters")]
    [InlineData(Key, AccountId, "checkly", "CHECKLY_API_URL holds is not an absolute address")]
    [InlineData(Key, AccountId, "http://api.example", "CHECKLY_API_URL: The base address")]
    public void A_broken_environment_ends_the_command_and_says_what_is_wrong(string key, string account, string? address, string why)
    {
        Set(key, account);
        _environment.Set("CHECKLY_API_URL", address);

        foreach (string command in (string[])[$"Get-ChecklyIncident {IncidentId}", "Connect-Checkly"])
        {
            Outcome outcome = Run(command);

            Assert.NotNull(outcome.Thrown);
            Assert.StartsWith("Checkly.NotConnected,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
            // A key and an account id are easily swapped; the log is the wrong place to find that out.
            Assert.DoesNotContain(Key, outcome.Everything(), StringComparison.Ordinal);
        }
    }

    protected override void Cleanup()
    {
        _environment.Dispose();
        _server.Dispose();
        _config.Delete(recursive: true);
    }

    /// <summary>Writes what the Checkly CLI writes at its login, and returns the folder of it.</summary>
    private string LogIn(string json)
    {
        Assert.SkipUnless(RuntimeInformation.IsOSPlatform(OSPlatform.Linux), "The folder can be moved by a variable on Linux only.");
        string folder = Directory.CreateDirectory(Path.Combine(_config.FullName, "@checkly", "cli")).FullName;
        File.WriteAllText(Path.Combine(folder, "auth.json"), json);
        return folder;
    }

    private void Set(string? key, string? account)
    {
        _environment.Set("CHECKLY_API_KEY", key);
        _environment.Set("CHECKLY_ACCOUNT_ID", account);
        _environment.Set("CHECKLY_API_URL", _server.Uri.ToString());
    }
}
