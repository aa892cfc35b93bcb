using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Get-ChecklyStatusPageIncident: all pages of the list, and no more of them than it takes.</summary>
public sealed class GetPageIncidentTests : ModuleTest
{
    /// <summary>An open incident, and after it so many resolved ones that it is on the second page of the list.</summary>
    private const string OpenOneOnTheSecondPage = """
        Connect-Checkly -Sandbox
        $open = New-ChecklyStatusPageIncident 'The open one' -Service Website -Description x
        foreach ($n in 1..105) { $null = New-ChecklyStatusPageIncident "Old $n" -Service API -Status RESOLVED -Description x }
        """;

    [Theory]
    [InlineData("Get-ChecklyStatusPageIncident -Status Open", "The open one")]
    [InlineData("Get-ChecklyStatusPageIncident -Status open -First 1", "The open one")]
    [InlineData("(Get-ChecklyStatusPageIncident -Status Resolved).Length", "105")]
    [InlineData("(Get-ChecklyStatusPageIncident -Status All).Length", "106")]
    [InlineData("(Get-ChecklyStatusPageIncident).Length", "106")]
    [InlineData("@(Get-ChecklyStatusPageIncident)[0]", "Old 105")]
    [InlineData("Get-ChecklyStatusPageIncident -Skip 105", "The open one")]
    [InlineData("(Get-ChecklyStatusPageIncident -First 3 -Skip 1)[2]", "Old 102")]
    [InlineData("(Get-ChecklyStatusPageIncident -StatusPageId 5a9db0c5-7e57-4c0d-8000-000000000010).Length", "106")]
    public void It_finds_what_is_on_any_page(string script, string found) =>
        Assert.Equal(found, Do($"{OpenOneOnTheSecondPage}\n$r = {script}; if ($r.Name) {{ $r.Name }} else {{ $r }}").Only().ToString());

    [Theory]
    [InlineData("-First 3", 1)]
    [InlineData("-Status Resolved -First 3", 1)]
    [InlineData("-Status Resolved -First 101", 2)]
    [InlineData("-Status Open -First 1", 2)]
    [InlineData("-First 0", 0)]
    public void It_stops_asking_as_soon_as_it_has_enough(string arguments, int requests) =>
        Assert.Equal(requests, Do($"{OpenOneOnTheSecondPage}\n$null = Get-ChecklyStatusPageIncident {arguments} -Verbose").Verbose.Count(line => line.Contains(" took ", StringComparison.Ordinal)));

    [Fact]
    public void Of_a_status_page_come_those_that_affect_what_it_shows_each_once()
    {
        using var server = new ApiServer();
        Answer(server);
        ConnectTo(server.Uri);

        Outcome outcome = Do("""
            '0b2b8a9c-54a4-4f5c-9a31-5a4d2b6b3c11', '0b2b8a9c-54a4-4f5c-9a31-5a4d2b6b3c12' |
                ForEach-Object { [Checkly.StatusPage]@{ Id = $_; Name = 'Any' } } | Get-ChecklyStatusPageIncident
            """);

        Assert.Equal(["both", "first"], outcome.Output.Select(incident => Get(incident, "Name")));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public void A_status_that_is_not_known_here_is_open()
    {
        using var server = new ApiServer();
        server.Answer("GET", "/v1/status-pages/incidents", 200, """{"length":2,"entries":[{"id":"a","lastUpdateStatus":"ESCALATED"},{"id":"b","lastUpdateStatus":"resolved"},{"id":"c"}]}""");
        ConnectTo(server.Uri);

        Assert.Equal(["a", "c"], Do("Get-ChecklyStatusPageIncident -Status Open").Output.Select(incident => incident.ToString()));
    }

    [Theory]
    [InlineData("Get-ChecklyStatusPageIncident $incident")]
    [InlineData("$incident | Get-ChecklyStatusPageIncident")]
    [InlineData("$incident.Id, $incident.Id | Get-ChecklyStatusPageIncident | ForEach-Object { if ($one) { } else { $one = $_; $_ } }")]
    [InlineData("$incident.IncidentUpdates | Get-ChecklyStatusPageIncident")]
    [InlineData("Get-ChecklyStatusPageIncident $incident.IncidentUpdates")]
    [InlineData("[pscustomobject]@{ IncidentId = $incident.Id } | Get-ChecklyStatusPageIncident")]
    public void One_can_be_named_in_every_natural_way(string script) =>
        Assert.Equal("One", Get(Do($"Connect-Checkly -Sandbox; $incident = New-ChecklyStatusPageIncident One -Service API -Description x; {script}").Only(), "Name"));

    [Fact]
    public void Paging_with_an_id_is_refused() =>
        Assert.StartsWith("Checkly.BadRequest,", Run($"Connect-Checkly -Sandbox; Get-ChecklyStatusPageIncident {IncidentId} -First 1").Error.FullyQualifiedErrorId, StringComparison.Ordinal);

    private static void Answer(ApiServer server)
    {
        foreach (int page in (int[])[1, 2])
        {
            server.Answer("GET", $"/v1/status-pages/0b2b8a9c-54a4-4f5c-9a31-5a4d2b6b3c1{page}", 200, $$"""{"id":"p{{page}}","cards":[{"id":"c","services":[{"id":"s{{page}}"}]}]}""");
        }

        server.Answer("GET", "/v1/status-pages/incidents", 200, """
            {"length":3,"entries":[{"id":"a","name":"both","services":[{"id":"s2"},{"id":"S1"}]},{"id":"b","name":"elsewhere","services":[{"id":"s3"}]},{"id":"c","name":"first","services":[{"id":"s1"}]}]}
            """);
    }

    [Fact]
    public void The_latest_updates_are_the_newest_first_and_come_from_the_list_of_the_api()
    {
        Do("Connect-Checkly -Sandbox; $incident = New-ChecklyStatusPageIncident x -Service Website -Description First; $null = New-ChecklyStatusPageIncidentUpdate $incident -Description Second");

        Outcome outcome = Do("Get-ChecklyStatusPageIncidentUpdate $incident -Latest -Verbose");

        Assert.Equal(["Second", "First"], outcome.Output.Select(update => (string)Get(update, "Description")!));
        Assert.Contains(outcome.Verbose, line => line.Contains("/incident-updates took", StringComparison.Ordinal));
    }
}
