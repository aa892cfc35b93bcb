using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>New-ChecklyStatusPageIncidentUpdate: no status moves, and nobody is mailed, by accident.</summary>
public sealed class NewPageUpdateTests(ApiServer server) : PageIncidentTest(server), IClassFixture<ApiServer>
{
    private const string Get1 = $"GET {Root}/{IncidentId}";
    private const string Post = $"POST {AllUpdates}";

    [Theory]
    [InlineData($"New-ChecklyStatusPageIncidentUpdate {IncidentId} -Description x")]
    [InlineData($"'{IncidentId}' | New-ChecklyStatusPageIncidentUpdate -Description x")]
    [InlineData($"[Checkly.StatusPageIncident]@{{ Id = '{IncidentId}'; CurrentStatus = 'INVESTIGATING'; Severity = 'CRITICAL' }} | New-ChecklyStatusPageIncidentUpdate -Description x")]
    [InlineData($"[Checkly.StatusPageIncidentUpdate]@{{ Id = 'u'; IncidentId = '{IncidentId}'; Status = 'INVESTIGATING'; NotifySubscribers = $true; PublicIncidentUpdateDate = '2020-01-01' }} | New-ChecklyStatusPageIncidentUpdate -Description x")]
    [InlineData($"[pscustomobject]@{{ IncidentId = '{IncidentId}'; Description = 'x' }} | New-ChecklyStatusPageIncidentUpdate")]
    public void Without_a_status_the_present_one_is_read_and_sent(string script)
    {
        Connect();

        Assert.Equal("Checkly.StatusPageIncidentUpdate", Do(script).Only().BaseObject.GetType().FullName);

        Assert.Equal([Get1, Post], Sent());
        Assert.Equal("""{"description":"x","status":"MONITORING","notifySubscribers":false}""", Body(1));
    }

    [Theory]
    [InlineData($"New-ChecklyStatusPageIncidentUpdate {IncidentId} resolved x", """{"description":"x","status":"RESOLVED","notifySubscribers":false}""")]
    [InlineData($"New-ChecklyStatusPageIncidentUpdate {IncidentId} RESOLVED x -NotifySubscribers", """{"description":"x","status":"RESOLVED","notifySubscribers":true}""")]
    [InlineData($"New-ChecklyStatusPageIncidentUpdate {IncidentId} RESOLVED x -NotifySubscribers:$false", """{"description":"x","status":"RESOLVED","notifySubscribers":false}""")]
    [InlineData($"New-ChecklyStatusPageIncidentUpdate {IncidentId} RESOLVED x -PublicDate '2026-01-02T03:04:05Z'", """{"description":"x","status":"RESOLVED","publicIncidentUpdateDate":"2026-01-02T03:04:05.000Z","notifySubscribers":false}""")]
    [InlineData($"[pscustomobject]@{{ IncidentId = '{IncidentId}'; Status = 'Resolved'; Description = 'x'; NotifySubscribers = $true; PublicDate = '2026-01-02T03:04:05Z' }} | New-ChecklyStatusPageIncidentUpdate", """{"description":"x","status":"RESOLVED","publicIncidentUpdateDate":"2026-01-02T03:04:05.000Z","notifySubscribers":false}""")]
    public void With_a_status_one_request_goes_out(string script, string body)
    {
        Connect();

        Do(script);

        Assert.Equal([Post], Sent());
        Assert.Equal(body, Body(0));
    }

    [Fact]
    public void A_present_status_that_the_api_does_not_say_is_not_made_up()
    {
        ConnectTo(Server.Uri);
        Server.Answer("GET", $"{Root}/{IncidentId}", 200, $$"""{"id":"{{IncidentId}}"}""");

        Outcome outcome = Run($"New-ChecklyStatusPageIncidentUpdate {IncidentId} -Description x");

        Assert.Contains("give -Status", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public void A_posted_update_that_is_piped_brings_no_text_of_its_own()
    {
        Connect();

        Outcome outcome = Run($"[Checkly.StatusPageIncidentUpdate]@{{ Id = 'u'; IncidentId = '{IncidentId}'; Status = 'RESOLVED'; Description = 'Old.' }} | New-ChecklyStatusPageIncidentUpdate");

        Assert.Contains("posted already", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public void A_history_that_is_piped_gets_one_update()
    {
        Connect();

        Outcome outcome = Do($"1..3 | ForEach-Object {{ [Checkly.StatusPageIncidentUpdate]@{{ Id = \"$_\"; IncidentId = '{IncidentId}' }} }} | New-ChecklyStatusPageIncidentUpdate -Status RESOLVED -Description x");

        Assert.Equal([Post], Sent());
        Assert.Equal(2, outcome.Warnings.Count);
    }

    [Theory]
    [InlineData("-Description x", "MONITORING", false, "nobody gets a mail")]
    [InlineData("resolved x -NotifySubscribers", "RESOLVED", true, "subscribers get a mail")]
    public void WhatIf_says_where_it_would_appear_and_whether_mail_would_go_out(string arguments, string status, bool notify, string mail)
    {
        Connect();

        Outcome outcome = Do($"New-ChecklyStatusPageIncidentUpdate {IncidentId} {arguments} -WhatIf");

        string body = $$"""{"description":"x","status":"{{status}}","notifySubscribers":{{(notify ? "true" : "false")}}}""";
        Assert.Equal($"What if: {Post} {body} (appears on 1 status page: Acme status; {mail})", outcome.Shown.Trim());
        Assert.Equal([Get1, "GET /v1/status-pages"], Sent());
    }

    [Theory]
    [InlineData(0, "appears on no status page; nobody gets a mail")]
    [InlineData(2, "appears on 2 status pages: P1, P2; subscribers get a mail")]
    [InlineData(6, "appears on 6 status pages: P1, P2, P3, P4, P5, ...; subscribers get a mail")]
    public void Pages_are_counted_by_the_services_on_their_cards(int showing, string said)
    {
        ConnectTo(Server.Uri);
        string Page(string name, string service) => $$"""{"id":"{{name}}","name":"{{name}}","cards":[{"id":"c","services":[]},{"id":"d","services":[{"id":"{{service}}"}]}]}""";
        string pages = string.Join(',', Enumerable.Range(1, showing).Select(n => Page($"P{n}", ServiceId.ToUpperInvariant())).Append(Page("Other", UpdateId)));
        Server.Answer("GET", $"{Root}/{IncidentId}", 200, Incident).Answer("GET", "/v1/status-pages", 200, $$"""{"length":1,"entries":[{{pages}}]}""");

        Assert.EndsWith($"({said})", Do($"'{IncidentId}' | New-ChecklyStatusPageIncidentUpdate -Description x -NotifySubscribers -WhatIf").Shown.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_are_read_once_for_a_pipeline_and_not_at_all_without_WhatIf()
    {
        Connect();

        Do($"'{IncidentId}', '{IncidentId}' | New-ChecklyStatusPageIncidentUpdate -Description x -WhatIf");
        Do($"New-ChecklyStatusPageIncidentUpdate {IncidentId} RESOLVED x");

        Assert.Equal([Get1, "GET /v1/status-pages", Get1, Post], Sent());
    }

    [Fact]
    public void WhatIf_where_the_pages_cannot_be_read_says_so()
    {
        ConnectTo(Server.Uri);
        Server.Answer("GET", $"{Root}/{IncidentId}", 200, Incident).Answer("GET", "/v1/status-pages", 403, "{}");

        Outcome outcome = Run($"New-ChecklyStatusPageIncidentUpdate {IncidentId} -Description x -WhatIf");

        Assert.StartsWith("Checkly.Forbidden,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith("(it is not known on how many status pages it appears; nobody gets a mail)", outcome.Shown.Trim(), StringComparison.Ordinal);
    }
}
