using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Invoke-ChecklyApi DELETE asks as the Remove- cmdlets do, although the cmdlet is declared with medium impact.</summary>
public sealed class AnyRemovalTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Path = "/v1/alert-channels/5";

    [Theory]
    [InlineData("Invoke-ChecklyApi DELETE $path")]
    [InlineData("Invoke-ChecklyApi delete $path -Confirm")]
    [InlineData("$ConfirmPreference = 'Medium'; Invoke-ChecklyApi DELETE $path")]
    [InlineData("$ConfirmPreference = 'Low'; Invoke-ChecklyApi DELETE $path")]
    public void It_asks_once_and_names_what_and_where(string script)
    {
        Connect();
        PromptAnswers.Enqueue("Yes");

        Do(script, ("path", Path));

        Assert.Equal($"Remove {Path} in account {AccountId} at {server.Uri}?", Assert.Single(Questions));
        Assert.Equal("DELETE", Assert.Single(server.Requests).Method);
    }

    [Theory]
    [InlineData("Invoke-ChecklyApi DELETE $path -Confirm:$false")]
    [InlineData("$ConfirmPreference = 'None'; Invoke-ChecklyApi DELETE $path")]
    [InlineData("& { [CmdletBinding(SupportsShouldProcess)] param() Invoke-ChecklyApi DELETE $path } -Confirm:$false")]
    public void It_goes_ahead_where_no_question_is_wanted(string script)
    {
        Connect();

        Do(script, ("path", Path));

        Assert.Equal("DELETE", Assert.Single(server.Requests).Method);
    }

    [Fact]
    public void A_no_removes_nothing()
    {
        Connect();
        PromptAnswers.Enqueue("No");

        Assert.Empty(Do($"Invoke-ChecklyApi DELETE {Path}").Output);

        Assert.Single(Questions);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Yes to All", 3)]
    [InlineData("No to All", 0)]
    public void All_is_asked_once(string answer, int removed)
    {
        Connect();
        PromptAnswers.Enqueue(answer);

        // Each piped body is a request of its own.
        Do($"'1', '2', '3' | Invoke-ChecklyApi DELETE {Path}");

        Assert.Single(Questions);
        Assert.Equal(removed, server.Requests.Count);
    }

    [Fact]
    public void Where_nobody_can_be_asked_it_fails_and_removes_nothing()
    {
        Connect();

        Outcome outcome = Run($"Invoke-ChecklyApi DELETE {Path}");

        Assert.IsType<RuntimeException>(outcome.Thrown, exactMatch: false);
        Assert.StartsWith("Checkly.CannotAsk,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public void What_removes_nothing_asks_as_before(string method)
    {
        Connect();
        server.Answer(method, Path, 200, "{}");

        Do($"Invoke-ChecklyApi {method} {Path} -Body '{{}}'");
        PromptAnswers.Enqueue("No");
        Do($"$ConfirmPreference = 'Medium'; Invoke-ChecklyApi {method} {Path} -Body '{{}}'");

        Assert.Equal($"Send to account {AccountId} at {server.Uri}? {method} {Path} {{}}", Assert.Single(Questions));
        Assert.Single(server.Requests);
    }

    [Fact]
    public void What_it_removes_is_named_as_the_cmdlet_of_its_own_names_it()
    {
        PromptAnswers.Enqueue("Yes");

        Do("Connect-Checkly -Sandbox; Invoke-ChecklyApi DELETE /v1/status-pages/services/5a9db0c5-7e57-4c0d-8000-000000000012");

        Assert.Equal("Remove service 'API' (5a9db0c5-7e57-4c0d-8000-000000000012) in the sandbox?", Assert.Single(Questions));
        Assert.Equal("Website", Get(Do("Get-ChecklyStatusPageService").Only(), "Name"));
    }

    private void Connect()
    {
        server.Reset();
        ConnectTo(server.Uri, account: AccountId);
        server.Answer("DELETE", Path, 204);
    }
}
