using System.Management.Automation;

namespace Checkly.Cmdlets.Tests;

/// <summary>Where there is no session, category and recommendation follow from why, and not from how the message is worded.</summary>
[Collection(RunsAlone.Name)]
public sealed class SetupProblemTests : ModuleTest
{
    private const string Typed = "";
    private const string Set = "Correct or remove the environment variable or the login of the Checkly CLI that the message names; or run Connect-Checkly with -ApiKey, -AccountId and -BaseUri, which take precedence.";
    private const string Connect = "Run Connect-Checkly with an API key, or set CHECKLY_API_KEY, and CHECKLY_ACCOUNT_ID too if the key can use several accounts; Connect-Checkly -Sandbox needs neither.";
    private const string Again = "Run Connect-Checkly for the account that you mean. Run Disconnect-Checkly instead only if you mean the account of the environment variable CHECKLY_API_KEY.";
    private const string Read = $"Get-ChecklyIncident {IncidentId}";

    [Theory]
    [InlineData("Connect-Checkly -ApiKey k -AccountId $account -BaseUri nowhere", ErrorCategory.InvalidArgument, Typed)]
    [InlineData("Connect-Checkly -ApiKey k -AccountId $account -BaseUri http://example.com", ErrorCategory.InvalidArgument, Typed)]
    [InlineData("Connect-Checkly -ApiKey k -AccountId $account -Proxy nowhere", ErrorCategory.InvalidArgument, Typed)]
    [InlineData("Connect-Checkly -ApiKey k -AccountId $account -TimeoutSec 0", ErrorCategory.InvalidArgument, Typed)]
    [InlineData("Connect-Checkly -ApiKey $null", ErrorCategory.InvalidArgument, Typed)]
    [InlineData("Connect-Checkly -ApiKey 7", ErrorCategory.InvalidArgument, Typed)]
    [InlineData("Connect-Checkly -ApiKey 'a b' -AccountId $account", ErrorCategory.InvalidArgument, Typed)]
    [InlineData("Connect-Checkly -ApiKey k -AccountId 7", ErrorCategory.InvalidArgument, Typed)]
    [InlineData("Connect-Checkly -Credential ([pscredential]::new('ann', $key))", ErrorCategory.InvalidArgument, Typed)]
    [InlineData("Connect-Checkly -Sandbox -Fault Nonsense", ErrorCategory.InvalidArgument, Typed)]
    [InlineData("Connect-Checkly", ErrorCategory.ConnectionError, Connect)]
    [InlineData(Read, ErrorCategory.ConnectionError, Connect)]
    [InlineData($"$s = Connect-Checkly -Sandbox -PassThru; Disconnect-Checkly $s; {Read}", ErrorCategory.ConnectionError, Again)]
    [InlineData($"try {{ Connect-Checkly -ApiKey k -AccountId 7 }} catch {{ }}; {Read}", ErrorCategory.ConnectionError, Again)]
    [InlineData($"{Read} -Session ([Checkly.ChecklySession]::new())", ErrorCategory.ConnectionError, "Give -Session what Connect-Checkly -PassThru returns, or leave it out to use the session of this runspace.")]
    [InlineData($"Connect-Checkly -Sandbox; 1 | ForEach-Object -Parallel {{ Import-Module $using:module; {Read} }}", ErrorCategory.ConnectionError, "Take $session = Get-ChecklySession before the loop, and give each cmdlet in it -Session $using:session.")]
    public void Of_parameters_and_sessions(string command, ErrorCategory category, string action) => AssertError(command, category, action);

    [Theory]
    [InlineData("CHECKLY_API_URL", "nowhere", Read, Set)]
    [InlineData("CHECKLY_API_URL", "http://example.com", Read, Set)]
    [InlineData("CHECKLY_API_URL", "http://example.com", "Connect-Checkly", Set)]
    [InlineData("CHECKLY_API_URL", "nowhere", "Connect-Checkly", Set)]
    [InlineData("CHECKLY_ACCOUNT_ID", "7", Read, Set)]
    [InlineData("CHECKLY_ACCOUNT_ID", "7", "Connect-Checkly", Set)]
    [InlineData("CHECKLY_ACCOUNT_ID", "7", "Connect-Checkly -ApiKey k", Set)]
    [InlineData("CHECKLY_ACCOUNT_ID", "7", "Connect-Checkly -ApiKey 'a b'", Typed)]
    [InlineData("CHECKLY_API_KEY", "a b", Read, Set)]
    public void Of_the_environment(string variable, string value, string command, string action)
    {
        using var environment = new EnvironmentFor(new Uri("http://127.0.0.1:1"));
        environment.Set(variable, value);

        AssertError(command, ErrorCategory.InvalidArgument, action);
    }

    private void AssertError(string command, ErrorCategory category, string action)
    {
        ErrorRecord error = Run(command, ("account", AccountId), ("key", Secure("k")), ("module", Checkly.Hosting.ModuleHost.ManifestPath)).Error;

        Assert.StartsWith(action == Typed ? "Checkly.BadRequest," : "Checkly.NotConnected,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Checkly.ChecklyApiException", error.Exception.GetType().FullName);
        Assert.Equal(action, error.ErrorDetails.RecommendedAction);
        Assert.Equal(category, error.CategoryInfo.Category);
    }
}
