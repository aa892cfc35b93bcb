using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Resolve, Set and Remove of status page incidents and their updates: what is not named stays as it is.</summary>
public sealed class ChangePageIncidentTests(ApiServer server) : PageIncidentTest(server), IClassFixture<ApiServer>
{
    private const string One = $"{Root}/{IncidentId}";
    private const string Resolved = $$"""{"id":"{{IncidentId}}","lastUpdateStatus":"RESOLVED"}""";

    [Theory]
    [InlineData($"Resolve-ChecklyStatusPageIncident {IncidentId}", """{"description":"This incident has been resolved.","status":"RESOLVED","notifySubscribers":false}""")]
    [InlineData($"Resolve-ChecklyStatusPageIncident {IncidentId} Fixed. -NotifySubscribers -PublicDate '2026-01-02T03:04:05Z'", """{"description":"Fixed.","status":"RESOLVED","publicIncidentUpdateDate":"2026-01-02T03:04:05.000Z","notifySubscribers":true}""")]
    [InlineData($"[Checkly.StatusPageIncident]@{{ Id = '{IncidentId}'; CurrentStatus = 'RESOLVED' }} | Resolve-ChecklyStatusPageIncident -Description Fixed.", """{"description":"Fixed.","status":"RESOLVED","notifySubscribers":false}""")]
    [InlineData($"1..2 | ForEach-Object {{ [Checkly.StatusPageIncidentUpdate]@{{ Id = 'u'; IncidentId = '{IncidentId}'; Description = 'Old.' }} }} | Resolve-ChecklyStatusPageIncident -Force", """{"description":"This incident has been resolved.","status":"RESOLVED","notifySubscribers":false}""")]
    public void Resolve_posts_one_update(string script, string body)
    {
        Connect();

        Assert.Equal("Checkly.StatusPageIncidentUpdate", Do(script).Only().BaseObject.GetType().FullName);

        Assert.Equal([$"GET {One}", $"POST {AllUpdates}"], Sent());
        Assert.Equal(body, Body(1));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("-Force", 1)]
    public void Resolve_does_nothing_to_what_is_resolved_unless_it_must(string force, int posted)
    {
        Connect();
        Server.Answer("GET", One, 200, Resolved);

        Outcome outcome = Do($"Resolve-ChecklyStatusPageIncident {IncidentId} {force}");

        Assert.Equal(posted, outcome.Output.Count);
        Assert.Equal(posted, Sent().Count(sent => sent.StartsWith("POST", StringComparison.Ordinal)));
        Assert.Equal(posted == 0, outcome.Warnings.Any(line => line.Contains("resolved already", StringComparison.Ordinal)));
    }

    [Fact]
    public void Resolve_WhatIf_says_how_far_it_reaches()
    {
        Connect();

        Assert.EndsWith("(appears on 1 status page: Acme status; nobody gets a mail)", Do($"Resolve-ChecklyStatusPageIncident {IncidentId} -WhatIf").Shown.Trim(), StringComparison.Ordinal);
        Assert.All(Server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Theory]
    [InlineData("-Severity critical", "Old name", "CRITICAL")]
    [InlineData("-Name New", "New", "MINOR")]
    public void Set_reads_first_and_keeps_the_rest(string arguments, string name, string severity)
    {
        Connect();

        Outcome outcome = Do($"[Checkly.StatusPageIncident]@{{ Id = '{IncidentId}'; Name = 'Stale'; Severity = 'MAJOR' }} | Set-ChecklyStatusPageIncident {arguments}");

        Assert.Empty(outcome.Output);
        Assert.Equal([$"GET {One}", $"PUT {One}", $"GET {One}"], Sent());
        Assert.Equal($$"""{"name":"{{name}}","severity":"{{severity}}","services":[{{Service}}]}""", Body(1));
    }

    [Fact]
    public void Set_takes_services_by_name_and_returns_the_incident_when_asked()
    {
        Connect();

        PSObject incident = Do($"Set-ChecklyStatusPageIncident {IncidentId} -Service Website -PassThru").Only();

        Assert.Equal("MONITORING", Get(incident, "CurrentStatus"));
        Assert.Equal(["GET /v1/status-pages/services", $"GET {One}", $"PUT {One}", $"GET {One}"], Sent());
    }

    [Theory]
    [InlineData($"Set-ChecklyStatusPageIncident {IncidentId}")]
    [InlineData($"Set-ChecklyStatusPageIncidentUpdate {IncidentId} {UpdateId}")]
    [InlineData($"[Checkly.StatusPageIncidentUpdate]@{{ Id = '{UpdateId}'; IncidentId = '{IncidentId}'; Description = 'Stale.'; Status = 'RESOLVED' }} | Set-ChecklyStatusPageIncidentUpdate")]
    public void Set_refuses_to_change_nothing(string script)
    {
        Connect();

        Assert.Contains("nothing to change", Run(script).Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public void Set_refuses_what_the_api_did_not_say_all_of()
    {
        Connect();
        Server.Answer("GET", One, 200, Resolved);

        Assert.Contains("name and services", Run($"Set-ChecklyStatusPageIncident {IncidentId} -Severity MAJOR").Error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(Server.Requests);
    }

    [Theory]
    [InlineData("-Description New.", """{"description":"New.","status":"MONITORING","publicIncidentUpdateDate":"2026-01-02T03:04:05.000Z","notifySubscribers":true}""")]
    [InlineData("-Status resolved", """{"description":"Old.","status":"RESOLVED","publicIncidentUpdateDate":"2026-01-02T03:04:05.000Z","notifySubscribers":true}""")]
    [InlineData("-PublicDate '2026-02-03T00:00:00Z'", """{"description":"Old.","status":"MONITORING","publicIncidentUpdateDate":"2026-02-03T00:00:00.000Z","notifySubscribers":true}""")]
    public void Set_of_an_update_keeps_its_date_and_the_setting_for_mails(string arguments, string body)
    {
        Connect();

        Do($"[Checkly.StatusPageIncidentUpdate]@{{ Id = '{UpdateId}'; IncidentId = '{IncidentId}'; Description = 'Stale.'; Status = 'INVESTIGATING' }} | Set-ChecklyStatusPageIncidentUpdate {arguments}");

        Assert.Equal([$"GET {OneUpdate}", $"PUT {OneUpdate}", $"GET {OneUpdate}"], Sent());
        Assert.Equal(body, Body(1));
    }

    [Fact]
    public void Set_of_an_update_takes_the_rows_of_a_file()
    {
        Connect();

        PSObject update = Do($"[pscustomobject]@{{ IncidentId = '{IncidentId}'; Id = '{UpdateId}'; Description = 'New.' }} | Set-ChecklyStatusPageIncidentUpdate -PassThru").Only();

        Assert.Equal(IncidentId, Get(update, "IncidentId"));
        Assert.StartsWith("""{"description":"New.","status":"MONITORING",""", Body(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"Remove-ChecklyStatusPageIncident {IncidentId}", $"DELETE {One}")]
    [InlineData($"[Checkly.StatusPageIncident]@{{ Id = '{IncidentId}' }} | Remove-ChecklyStatusPageIncident", $"DELETE {One}")]
    [InlineData($"Remove-ChecklyStatusPageIncidentUpdate {IncidentId} {UpdateId}", $"DELETE {OneUpdate}")]
    [InlineData($"[Checkly.StatusPageIncidentUpdate]@{{ Id = '{UpdateId}'; IncidentId = '{IncidentId}' }} | Remove-ChecklyStatusPageIncidentUpdate", $"DELETE {OneUpdate}")]
    public void Remove_sends_one_request(string script, string sent)
    {
        Connect();

        Do($"{script} -Confirm:$false");

        Assert.Equal([sent], Sent());
    }

    [Fact]
    public void Updates_come_newest_first_by_the_date_that_customers_see()
    {
        ConnectTo(Server.Uri);
        Server.Answer("GET", One, 200, $$"""
            {"id":"{{IncidentId}}","incidentUpdates":[{"id":"a","publicIncidentUpdateDate":"2026-01-01T00:00:00Z","created_at":"2026-01-09T00:00:00Z"},{"id":"b","publicIncidentUpdateDate":"2026-01-03T00:00:00Z"},{"id":"c","created_at":"2026-01-02T00:00:00Z"}]}
            """);

        Assert.Equal(["b", "c", "a"], Do($"Get-ChecklyStatusPageIncidentUpdate {IncidentId}").Output.Select(update => update.ToString()));
    }

    [Fact]
    public void An_update_is_read_by_its_id()
    {
        Connect();

        Assert.Equal(IncidentId, Get(Do($"Get-ChecklyStatusPageIncidentUpdate {IncidentId} {UpdateId}").Only(), "IncidentId"));
        Assert.Equal([$"GET {OneUpdate}"], Sent());
    }
}
