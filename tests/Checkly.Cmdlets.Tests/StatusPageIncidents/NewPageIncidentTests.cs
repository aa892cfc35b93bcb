using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>New-ChecklyStatusPageIncident: what it affects, what goes out, and who is told.</summary>
public sealed class NewPageIncidentTests(ApiServer server) : PageIncidentTest(server), IClassFixture<ApiServer>
{
    private const string First = """[{"description":"Looking.","status":"INVESTIGATING","notifySubscribers":false}]""";
    private const string Body0 = $$"""{"name":"Slow","severity":"MINOR","services":[{{Service}}],"incidentUpdates":{{First}}}""";

    [Theory]
    [InlineData("New-ChecklyStatusPageIncident Slow -Service website -Description Looking.", $"GET /v1/status-pages/services")]
    [InlineData($"New-ChecklyStatusPageIncident Slow -Service {ServiceId} -Description Looking.", $"GET /v1/status-pages/services/{ServiceId}")]
    [InlineData($"New-ChecklyStatusPageIncident Slow -StatusPageId {PageId} -Description Looking.", $"GET /v1/status-pages/{PageId}")]
    [InlineData($"[Checkly.StatusPage]@{{ Id = '{PageId}'; Name = 'n'; Description = 'd' }} | New-ChecklyStatusPageIncident -Name Slow -Description Looking.", $"GET /v1/status-pages/{PageId}")]
    [InlineData("'Website', 'website' | New-ChecklyStatusPageIncident -Name Slow -Description Looking.", "GET /v1/status-pages/services")]
    [InlineData($"[Checkly.StatusPageService]@{{ Id = '{ServiceId}'; Name = 'Website'; AccountId = '{AccountId}' }} | New-ChecklyStatusPageIncident -Name Slow -Description Looking.", null)]
    [InlineData("[pscustomobject]@{ Name = 'Slow'; Service = 'Website'; Description = 'Looking.' } | New-ChecklyStatusPageIncident", "GET /v1/status-pages/services")]
    [InlineData($"[pscustomobject]@{{ Name = 'Slow'; StatusPageId = '{PageId}'; Description = 'Looking.' }} | New-ChecklyStatusPageIncident", $"GET /v1/status-pages/{PageId}")]
    public void What_it_affects_can_be_said_in_every_natural_way(string script, string? read)
    {
        Connect();

        PSObject incident = Do(script).Only();

        Assert.Equal("Checkly.StatusPageIncident", incident.BaseObject.GetType().FullName);
        Assert.Equal(read is null ? [$"POST {Root}"] : [read, $"POST {Root}"], Sent());
        Assert.Equal(Body0, Body(Sent().Length - 1));
    }

    [Fact]
    public void All_that_can_be_said_goes_out()
    {
        Connect();

        Do("New-ChecklyStatusPageIncident Slow -Service Website -Description Looking. -Severity critical -Status identified -NotifySubscribers -PublicDate '2026-01-02T03:04:05+02:00'");

        Assert.Equal(
            $$"""{"name":"Slow","severity":"CRITICAL","services":[{{Service}}],"incidentUpdates":[{"description":"Looking.","status":"IDENTIFIED","publicIncidentUpdateDate":"2026-01-02T01:04:05.000Z","notifySubscribers":true}]}""",
            Body(1));
    }

    [Theory]
    [InlineData("New-ChecklyStatusPageIncident Slow -Description x", "give -Service or -StatusPageId")]
    [InlineData($"New-ChecklyStatusPageIncident Slow -Description x -Service Website -StatusPageId {PageId}", "not both")]
    [InlineData($"[Checkly.StatusPage]@{{ Id = '{PageId}'; Name = 'n'; Description = 'd' }} | New-ChecklyStatusPageIncident", "give -Name and -Description")]
    [InlineData("[Checkly.StatusPageService]@{ Id = 'x'; Name = 'n' }, [Checkly.StatusPageService]@{ Name = 'n' } | New-ChecklyStatusPageIncident -Description d", "give -Name and -Description")]
    [InlineData("'Website' | New-ChecklyStatusPageIncident Slow -Service API -Description d", "leave out -Service")]
    [InlineData("[Checkly.StatusPageIncident]@{ Id = 'i'; Name = 'n'; Severity = 'MAJOR' } | New-ChecklyStatusPageIncident -Service Website -Description d", "For a StatusPageIncident use New-ChecklyStatusPageIncidentUpdate.")]
    public void What_makes_no_sense_is_refused_before_any_request(string script, string why)
    {
        Connect();

        Outcome outcome = Run(script);

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public void A_name_of_256_characters_is_refused()
    {
        Connect();

        Assert.Contains("'Name'", Run("New-ChecklyStatusPageIncident ('x' * 256) -Service Website -Description d").Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public void An_ambiguous_name_lists_those_that_have_it_and_opens_nothing()
    {
        ConnectTo(Server.Uri);
        string other = Service.Replace(ServiceId, UpdateId, StringComparison.Ordinal);
        Server.Answer("GET", "/v1/status-pages/services", 200, $$"""{"length":2,"entries":[{{Service}},{{other}}]}""");

        Outcome outcome = Run("New-ChecklyStatusPageIncident Slow -Service Website -Description x");

        Assert.Contains($"{ServiceId} 'Website', {UpdateId} 'Website'", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public void A_page_that_shows_nothing_opens_nothing()
    {
        ConnectTo(Server.Uri);
        Server.Answer("GET", $"/v1/status-pages/{PageId}", 200, $$"""{"id":"{{PageId}}","name":"Empty","cards":[]}""");

        Outcome outcome = Run($"New-ChecklyStatusPageIncident Slow -StatusPageId {PageId} -Description x");

        Assert.Contains("'Empty' shows no services", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public void One_of_several_pages_that_cannot_be_read_opens_no_smaller_incident()
    {
        Connect();

        Outcome outcome = Run($"[Checkly.StatusPage]@{{ Id = '{PageId}' }}, [Checkly.StatusPage]@{{ Id = '{UpdateId}' }} | New-ChecklyStatusPageIncident -Name Slow -Description x");

        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain($"POST {Root}", Sent());
    }

    [Theory]
    [InlineData("", "nobody gets a mail")]
    [InlineData("-NotifySubscribers", "subscribers get a mail")]
    public void WhatIf_says_where_it_would_appear_and_whether_mail_would_go_out(string arguments, string mail)
    {
        Connect();

        Outcome outcome = Do($"New-ChecklyStatusPageIncident Slow -Service Website -Description Looking. {arguments} -WhatIf");

        Assert.Empty(outcome.Output);
        Assert.StartsWith($"What if: POST {Root} {{\"name\":\"Slow\"", outcome.Shown, StringComparison.Ordinal);
        Assert.EndsWith($"(appears on 1 status page: Acme status; {mail})", outcome.Shown.Trim(), StringComparison.Ordinal);
        Assert.All(Server.Requests, request => Assert.Equal("GET", request.Method));
    }
}
