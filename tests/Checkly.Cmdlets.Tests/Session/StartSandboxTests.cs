using System.Collections;
using System.Management.Automation;
using System.Net.Sockets;

namespace Checkly.Cmdlets.Tests;

/// <summary>Start-ChecklySandbox: other programs on this machine share the sandbox of a session.</summary>
public sealed class StartSandboxTests : ModuleTest
{
    [Fact]
    public void Another_session_with_its_variables_sees_what_the_cmdlets_see()
    {
        Do("$first = Connect-Checkly -Sandbox -PassThru; $v = Start-ChecklySandbox; $mine = New-ChecklyIncident Mine -DashboardId 1001 -Status INVESTIGATING -Description x");

        Outcome outcome = Do("""
            $key = [Net.NetworkCredential]::new('', $v.CHECKLY_API_KEY).SecurePassword
            Connect-Checkly -ApiKey $key -AccountId $v.CHECKLY_ACCOUNT_ID -BaseUri $v.CHECKLY_API_URL
            (Get-ChecklyIncident $mine).Name
            $null = New-ChecklyIncidentUpdate $mine.Id RESOLVED 'Done.'
            (Get-ChecklyIncident $mine -Session $first).CurrentStatus
            """);

        Assert.Equal(["Mine", "RESOLVED"], outcome.Output.Select(text => text.ToString()));
    }

    [Fact]
    public void The_variables_are_those_that_the_official_cli_reads()
    {
        var variables = (IDictionary)Do("Connect-Checkly -Sandbox; Start-ChecklySandbox").Only().BaseObject;

        Assert.Equal(["CHECKLY_ENV", "CHECKLY_API_URL", "CHECKLY_API_KEY", "CHECKLY_ACCOUNT_ID"], variables.Keys.Cast<string>());
        Assert.Equal("local", variables["CHECKLY_ENV"]);
        Assert.Matches(@"^http://127\.0\.0\.1:\d+$", (string)variables["CHECKLY_API_URL"]!);
    }

    [Fact]
    public void Started_again_it_is_the_same_one_and_on_another_port_it_is_refused()
    {
        Outcome first = Do("Connect-Checkly -Sandbox; (Start-ChecklySandbox).CHECKLY_API_URL; (Start-ChecklySandbox).CHECKLY_API_URL");

        Assert.Single(first.Output.Select(address => address.ToString()).Distinct());
        int port = new Uri(first.Output[0].ToString()).Port;
        Outcome other = Run($"Start-ChecklySandbox -Port {(port == 65535 ? 1024 : port + 1)}");
        Assert.Equal("Checkly.BadRequest,Checkly.Commands.StartChecklySandboxCommand", other.Error.FullyQualifiedErrorId);
        Assert.Equal($"The sandbox of this session is served on port {port} already: leave out -Port to get its variables.", other.Error.Exception.Message);
    }

    [Fact]
    public void A_port_that_is_taken_is_refused_with_its_number()
    {
        var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        int port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        ErrorRecord error = Run($"Connect-Checkly -Sandbox; Start-ChecklySandbox {port}").Error;

        taken.Stop();
        Assert.StartsWith($"Port {port} cannot be used: ", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(port, error.TargetObject);
    }

    [Theory]
    [InlineData("Start-ChecklySandbox")]
    [InlineData("$s = Connect-Checkly -Sandbox -PassThru; Disconnect-Checkly $s; Start-ChecklySandbox")]
    public void Without_a_session_it_recommends_the_sandbox_and_no_API_key(string script) =>
        Assert.Equal("Run Connect-Checkly -Sandbox first.", Run(script).Error.ErrorDetails.RecommendedAction);

    [Fact]
    public async Task It_ends_with_its_session()
    {
        string address = Do("$session = Connect-Checkly -Sandbox -PassThru; (Start-ChecklySandbox).CHECKLY_API_URL; Disconnect-Checkly $session").Only().ToString();

        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(address), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_ends_with_the_module_also_where_a_script_holds_the_session()
    {
        string address = Do("$global:session = Connect-Checkly -Sandbox -PassThru; (Start-ChecklySandbox).CHECKLY_API_URL; Remove-Module Checkly").Only().ToString();

        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(address), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_session_with_the_real_Checkly_is_not_served()
    {
        ConnectTo(new Uri("http://127.0.0.1:9"));

        ErrorRecord error = Run("Start-ChecklySandbox").Error;

        Assert.Equal("Checkly.BadRequest,Checkly.Commands.StartChecklySandboxCommand", error.FullyQualifiedErrorId);
        Assert.Equal("This session has no sandbox: Connect-Checkly -Sandbox opens a session that has one.", error.Exception.Message);
    }
}
