using System.Management.Automation;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// Two changes of the same thing at the same time: within a process none is lost, and what another process has overwritten is
/// told.
/// </summary>
public sealed class LostChangeTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Path = $"/v1/incidents/{IncidentId}";

    [Fact]
    public void What_another_process_has_overwritten_is_a_warning()
    {
        ConnectTo(server.Uri);
        server
            .Answer("GET", Path, 200, $$"""{"id":"{{IncidentId}}","name":"Checkout\u001b[2J is down","impact":"MINOR","startedAt":"2026-01-02T03:04:05Z"}""")
            .Answer("PUT", Path, 200, $$"""{"id":"{{IncidentId}}","name":"New","impact":"MAJOR"}""");

        Outcome outcome = Do($"Set-ChecklyIncident {IncidentId} -Name New -Impact MAJOR -PassThru");

        Assert.Equal("New", Get(outcome.Only(), "Name"));
        Assert.Equal(
            $"PUT {Path}: some values are not as they were sent: name was sent as \"New\" and is \"Checkout\\u001b[2J is down\"; impact was sent as \"MAJOR\" and is \"MINOR\". Somebody else has changed them at the same time, or the server stores them differently. Read the object, and run the command again if you still want your values.",
            Assert.Single(outcome.Warnings));
        Assert.Equal("no-cache", server.Requests[2].Header("Cache-Control"));
    }

    /// <summary>A card exists only on its page: that it is there is not enough.</summary>
    [Theory]
    [InlineData($"Set-ChecklyStatusPage {IncidentId} -AddService {AccountId}")]
    [InlineData($"Set-ChecklyStatusPage {IncidentId} -RemoveService {IncidentId}")]
    [InlineData($"Set-ChecklyStatusPage {IncidentId} -Card @{{ Id = '{IncidentId}'; Name = 'New'; Services = '{IncidentId}' }}")]
    public void Cards_that_another_process_has_overwritten_are_a_warning(string command)
    {
        const string PagePath = $"/v1/status-pages/{IncidentId}";
        const string Page = $$"""{"id":"{{IncidentId}}","name":"p","url":"p","cards":[{"id":"{{IncidentId}}","name":"Old","services":[{"id":"{{IncidentId}}","name":"s"}]}]}""";
        ConnectTo(server.Uri);
        server.Answer("GET", PagePath, 200, Page).Answer("PUT", PagePath, 200, Page);

        Assert.Contains("cards was sent as ", Assert.Single(Do(command).Warnings), StringComparison.Ordinal);
    }

    /// <summary>A server may write ids in another case, add fields, and give a card another id.</summary>
    [Fact]
    public void Cards_that_say_the_same_are_no_warning()
    {
        const string PagePath = $"/v1/status-pages/{IncidentId}";
        string Page(string card, string service) => $$"""{"id":"{{IncidentId}}","name":"p","url":"p","cards":[{"id":"{{card}}","name":" A ","services":[{"id":"{{service}}","name":"s","x":1}]}]}""";
        ConnectTo(server.Uri);
        server.Answer("GET", PagePath, 200, Page(AccountId, IncidentId.ToUpperInvariant())).Answer("PUT", PagePath, 200, Page(AccountId, IncidentId));

        Assert.Empty(Do($"Set-ChecklyStatusPage {IncidentId} -Card @{{ Id = '{IncidentId}'; Name = 'A'; Services = '{IncidentId}' }}").Warnings);
    }

    [Fact]
    public async Task A_change_that_cannot_be_read_again_was_made()
    {
        string incident = $$"""{"id":"{{IncidentId}}","name":"Old","impact":"MINOR"}""";
        int served = 0;
        await using var raw = new RawServer((stream, stop) => ++served < 3
            ? RawServer.Say($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {incident.Length}\r\nConnection: close\r\n\r\n{incident}")(stream, stop)
            : RawServer.Say("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")(stream, stop));
        ConnectTo(raw.Uri, tries: 5);

        Outcome outcome = Do($"Set-ChecklyIncident {IncidentId} -Name New -PassThru -Verbose");

        Assert.Single(outcome.Output);
        Assert.Empty(outcome.Warnings);
        Assert.Equal(3, served);
        Assert.Contains(outcome.Verbose, line => line.StartsWith("The change could not be read again, to see whether another one got in between.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stopped_while_it_is_read_again_a_change_is_reported_as_made()
    {
        var hangs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        string incident = $$"""{"id":"{{IncidentId}}","name":"Old","impact":"MINOR"}""";
        int served = 0;
        await using var raw = new RawServer((stream, stop) =>
        {
            if (++served < 3)
            {
                return RawServer.Say($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {incident.Length}\r\nConnection: close\r\n\r\n{incident}")(stream, stop);
            }

            hangs.TrySetResult();
            return RawServer.Hang(stream, stop);
        });
        ConnectTo(raw.Uri, "-TimeoutSec 60");
        using PowerShell shell = Host.CreatePowerShell();
        IAsyncResult running = shell.AddScript($"Set-ChecklyIncident {IncidentId} -Name New -PassThru").BeginInvoke();
        await hangs.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await Task.Run(shell.Stop, TestContext.Current.CancellationToken);

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal($"WARNING: PUT {Path} was carried out before the command was stopped (made {IncidentId}); it may be missing in the output.", Shown.TrimEnd());
    }

    /// <summary>Who takes a while to answer may answer about something that is old by then.</summary>
    [Theory]
    [InlineData(1100, new[] { "GET", "GET", "PUT", "GET" }, "MINOR")]
    [InlineData(0, new[] { "GET", "PUT", "GET" }, "MAJOR")]
    public void After_a_long_question_it_is_read_again(int milliseconds, string[] methods, string impact)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", Path, 200, $$"""{"id":"{{IncidentId}}","name":"Old","impact":"MAJOR"}""").Answer("PUT", Path, 200, $$"""{"id":"{{IncidentId}}"}""");
        PromptAnswers.Enqueue("Yes");
        WhenAsked = () =>
        {
            server.Answer("GET", Path, 200, $$"""{"id":"{{IncidentId}}","name":"Old","impact":"MINOR"}""");
            Thread.Sleep(milliseconds);
        };

        Run($"Set-ChecklyIncident {IncidentId} -Name New -Confirm");

        Assert.Equal(methods, server.Requests.Select(request => request.Method));
        Assert.Contains($"\"impact\":\"{impact}\"", Encoding.UTF8.GetString(server.Requests.Single(request => request.Method == "PUT").Body), StringComparison.Ordinal);
    }

    /// <summary>The answers take a while, so that without a lock both would read before either writes.</summary>
    [Theory]
    [InlineData("Set-ChecklyStatusPageIncident $id -Name $_", "GET PUT GET GET PUT GET")]
    [InlineData("New-ChecklyStatusPageIncidentUpdate $id RESOLVED $_ -Severity CRITICAL", "GET PUT POST GET GET PUT POST GET")]
    [InlineData("Set-ChecklyMaintenanceWindow 42 -StatusPageId $id -AffectAllServices", "GET PUT GET GET PUT GET")]
    [InlineData("Set-ChecklyMaintenanceUpdate 42 $id $id -Status COMPLETED", "GET PUT GET GET PUT GET")]
    public void Changes_in_one_process_go_one_after_another(string change, string methods)
    {
        TimeSpan slow = TimeSpan.FromMilliseconds(200);
        const string Page = $"/v1/status-pages/incidents/{IncidentId}";
        const string Maintenance = $"/v1/maintenance-windows/42/maintenances/{IncidentId}";
        string incident = $$"""{"id":"{{IncidentId}}","name":"Old","severity":"MINOR","services":[{"id":"{{AccountId}}"}]}""";
        string update = $$"""{"id":"{{IncidentId}}","status":"RESOLVED","description":"a","createdAt":"2026-01-02T03:04:05Z"}""";
        const string Window = """{"id":42,"name":"w","startsAt":"2026-01-02T03:04:05Z","endsAt":"2026-01-02T04:04:05Z","statusPageVisibility":{"enabled":true}}""";
        server
            .Answer("GET", Page, 200, incident, delay: slow).Answer("PUT", Page, 200, incident).Answer("POST", $"{Page}/incident-updates", 201, update)
            .Answer("GET", "/v1/maintenance-windows/42", 200, Window, delay: slow).Answer("PUT", "/v1/maintenance-windows/42", 200, Window)
            .Answer("GET", Maintenance, 200, $$"""{"id":"{{IncidentId}}","updates":[{{update}}]}""", delay: slow).Answer("PUT", $"{Maintenance}/updates/{IncidentId}", 200, update);
        ConnectTo(server.Uri, totalSec: 120);

        Run($$"""
            $session = Get-ChecklySession
            'a', 'b' | ForEach-Object -ThrottleLimit 2 -Parallel { $id = '{{IncidentId}}'; Import-Module $using:manifest; {{change}} -Session $using:session }
            """, ("manifest", System.IO.Path.Combine(Repository.Root, "Checkly.psd1")));

        Assert.Equal(methods, string.Join(' ', server.Requests.Select(request => request.Method)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-AsJson")]
    public void A_removal_of_anything_whose_answer_was_lost_was_made(string with)
    {
        Do("Connect-Checkly -Sandbox -Fault None, ErrorAfter; $dashboard = @(Get-ChecklyDashboard)[0]");

        Assert.Empty(Do($"Invoke-ChecklyApi DELETE /v1/dashboards/$dashboard {with} -Confirm:$false").Output);

        Assert.Empty(Do("Get-ChecklyDashboard | Where-Object Id -eq $dashboard.Id").Output);
    }

    /// <summary>What the server writes in its own way is no loss: times, blanks, addresses in lower case, ids in the place of services.</summary>
    [Theory]
    [InlineData("New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description y", "Set-ChecklyIncident -Name ' blank ' -Impact MAJOR -StartedAt 2026-01-02 -StoppedAt 2026-01-03T04:05:06.789+05:00")]
    [InlineData("New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description y", "Set-ChecklyIncident -StartedAt $null")]
    [InlineData("New-ChecklyStatusPageIncident x -Service API -Description y", "Set-ChecklyStatusPageIncident -Name z -Severity CRITICAL -Service Website, API")]
    [InlineData("New-ChecklyStatusPageIncident x -Service API -Description y | Get-ChecklyStatusPageIncidentUpdate", "Set-ChecklyStatusPageIncidentUpdate -Description z -Status RESOLVED -PublicDate 2026-02-03T00:00:00Z")]
    [InlineData("New-ChecklyStatusPageIncident x -Service API -Description y", "New-ChecklyStatusPageIncidentUpdate -Description z -Severity CRITICAL")]
    [InlineData("New-ChecklyMaintenanceWindow x -Duration 01:00 -StatusPageId @(Get-ChecklyStatusPage)[0].Id -AffectAllServices", "Set-ChecklyMaintenanceWindow -StartsAt 2999-01-02T03:04:05+02:00 -Duration 02:00 -RepeatUnit DAY -RepeatEvery 2 -RepeatUntil 2999-03-04 -NotifyOnStart -ReminderMinutesBefore 60")]
    [InlineData("New-ChecklyMaintenanceWindow x -Duration 01:00 -StatusPageId @(Get-ChecklyStatusPage)[0].Id -Service API", "Set-ChecklyMaintenanceWindow -ShowAffectedServices:$false -Name ' y '")]
    [InlineData("New-ChecklyDashboard Acme", "Set-ChecklyDashboard -Header B -CustomUrl acme-b -Tag a, b -IsPrivate -Width 960PX -RefreshRate 60")]
    [InlineData("New-ChecklyDashboard Acme -Description d", "Set-ChecklyDashboard -Description $null -CustomDomain $null")]
    [InlineData("Get-ChecklyStatusPage", "Set-ChecklyStatusPage -Name N -Url OTHER -Description d -RedirectTo https://acme.example")]
    [InlineData("Get-ChecklyStatusPage", "Set-ChecklyStatusPage -Card @{ Name = 'Data'; Service = 'API' }, @{ Name = 'Web'; Service = 'Website' }")]
    [InlineData("New-ChecklyStatusPageService Data; Get-ChecklyStatusPage", "Set-ChecklyStatusPage -AddService Data")]
    [InlineData("Get-ChecklyStatusPage", "Set-ChecklyStatusPage -RemoveService API")]
    public void No_change_on_the_sandbox_seems_lost(string make, string change)
    {
        Do("Connect-Checkly -Sandbox");

        Outcome outcome = Do($"$made = @({make})[-1]; $made | {change} -Verbose");

        Assert.Empty(outcome.Warnings);
        Assert.DoesNotContain(outcome.Verbose, line => line.Contains("could not be read again", StringComparison.Ordinal));
    }

    /// <summary>Workers that share a session change one dashboard, each another setting of it.</summary>
    [Fact]
    public void Changes_in_one_process_are_all_kept()
    {
        Do("Connect-Checkly -Sandbox");
        PSObject dashboard = Do("New-ChecklyDashboard Acme").Only();
        string manifest = System.IO.Path.Combine(Repository.Root, "Checkly.psd1");

        Outcome outcome = Do("""
            $session = Get-ChecklySession
            'Header', 'Description', 'CustomUrl', 'Link', 'Logo', 'Favicon' | ForEach-Object -ThrottleLimit 6 -Parallel {
                Import-Module $using:manifest
                $value = if ($_ -in 'Header', 'Description', 'CustomUrl') { "changed-$($_.ToLowerInvariant())" } else { "https://acme.example/$_" }
                $change = @{ $_ = $value }
                Set-ChecklyDashboard $using:dashboard.DashboardId -Session $using:session @change
            }
            $now = Get-ChecklyDashboard $dashboard.DashboardId
            $now.Header, $now.Description, $now.CustomUrl, $now.Link, $now.Logo, $now.Favicon
            """, ("dashboard", dashboard), ("manifest", manifest));

        Assert.Equal(
            ["changed-header", "changed-description", "changed-customurl", "https://acme.example/Link", "https://acme.example/Logo", "https://acme.example/Favicon"],
            outcome.Output.Select(value => value.ToString()));
        Assert.Empty(outcome.Warnings);
    }

    protected override void Cleanup() => server.Reset();
}
