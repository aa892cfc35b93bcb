using System.Management.Automation;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Subscriptions: who is told, and who gets a mail that asks.</summary>
public sealed class SubscriptionTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string PageId = "0d1a3e5c-1d0b-4d53-8d2f-5d1c1c7c2f10";
    private const string OtherId = "8b0f9a51-6f5e-4f36-9d5c-1d4bb1a0c0de";
    private const string SubscriptionId = "01f477f8-4293-4e1c-82bd-99797720434c";

    [Theory]
    [InlineData($"New-ChecklyStatusPageSubscription {PageId} a@b.de, ' c@d.de '", "")]
    [InlineData($"'a@b.de', 'c@d.de', 'A@B.de' | New-ChecklyStatusPageSubscription {PageId}", "")]
    [InlineData($"'a@b.de', 'c@d.de' | New-ChecklyStatusPageSubscription {PageId} -AutoVerify", ",\"autoVerify\":true")]
    [InlineData($"New-ChecklyStatusPageSubscription {PageId} a@b.de, c@d.de -AutoVerify:$false", ",\"autoVerify\":false")]
    [InlineData($"[pscustomobject]@{{ StatusPageId = '{PageId}'; Address = 'a@b.de' }}, [pscustomobject]@{{ StatusPageId = '{PageId}'; Email = 'c@d.de' }} | New-ChecklyStatusPageSubscription", "")]
    [InlineData($"[Checkly.StatusPageSubscription]@{{ StatusPageId = '{OtherId}'; Address = 'a@b.de' }}, [Checkly.StatusPageSubscription]@{{ Address = 'c@d.de' }} | New-ChecklyStatusPageSubscription {PageId}", "")]
    [InlineData($"[Checkly.StatusPage]@{{ Id = '{PageId}' }} | New-ChecklyStatusPageSubscription -Address a@b.de, c@d.de", "")]
    public void Addresses_go_out_together_and_each_once(string script, string more)
    {
        Serve();

        PSObject result = Do(script).Only();

        SentRequest sent = Assert.Single(server.Requests);
        Assert.Equal(("POST", $"/v1/status-pages/{PageId}/subscriptions/bulk"), (sent.Method, sent.Target));
        Assert.Equal($$"""{"subscriptions":[{"type":"EMAIL","config":"a@b.de"},{"type":"EMAIL","config":"c@d.de"}]{{more}}}""", Encoding.UTF8.GetString(sent.Body));
        Assert.Equal((PageId, 2L, 1L, "PENDING"), (Get(result, "StatusPageId"), Get(result, "Created"), Get(result, "Skipped"), Get(result, "Status")));
    }

    [Fact]
    public void No_more_than_100_go_with_a_request()
    {
        Outcome outcome = Do("Connect-Checkly -Sandbox; 1..250 | ForEach-Object { \"n$_@example.com\" } | New-ChecklyStatusPageSubscription 5a9db0c5-7e57-4c0d-8000-000000000010");

        Assert.Equal([100L, 100L, 50L], outcome.Output.Select(result => Get(result, "Created")));
        Assert.Equal(250, Do("Get-ChecklyStatusPage | Get-ChecklyStatusPageSubscription").Output.Count);
    }

    [Fact]
    public void Each_page_gets_its_own()
    {
        Serve();

        Do($"[pscustomobject]@{{ StatusPageId = '{PageId}'; Address = 'a@b.de' }}, [pscustomobject]@{{ StatusPageId = '{OtherId}'; Address = 'a@b.de' }} | New-ChecklyStatusPageSubscription");

        Assert.Equal([PageId, OtherId], server.Requests.Select(sent => sent.Target.Split('/')[3]));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b")]
    [InlineData("Ada <a@b.de>")]
    [InlineData("a@b.de, c@d.de")]
    public void What_is_no_address_is_left_out_and_told_and_the_rest_goes(string address)
    {
        Serve();

        Outcome outcome = Run($"'e@f.de', '{address}' | New-ChecklyStatusPageSubscription {PageId}");

        Assert.Single(outcome.Output);
        Assert.Equal(address, outcome.Error.TargetObject);
        Assert.EndsWith("[{\"type\":\"EMAIL\",\"config\":\"e@f.de\"}]}", Encoding.UTF8.GetString(Assert.Single(server.Requests).Body), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_goes_out_when_the_pipeline_fails_before_its_end()
    {
        Serve();

        Outcome outcome = Run($"& {{ 'a@b.de'; throw 'broken' }} | New-ChecklyStatusPageSubscription {PageId}");

        Assert.NotNull(outcome.Thrown);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void WhatIf_mails_nobody()
    {
        Serve();

        Outcome outcome = Do($"New-ChecklyStatusPageSubscription {PageId} a@b.de -WhatIf");

        Assert.Contains($$"""What if: POST /v1/status-pages/{{PageId}}/subscriptions/bulk {"subscriptions":[""", outcome.Shown, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_refusal_of_one_request_does_not_stop_the_next()
    {
        Serve();
        server.Answer("POST", $"/v1/status-pages/{OtherId}/subscriptions/bulk", 404, """{"statusCode":404,"error":"Not Found"}""");

        Outcome outcome = Run($"[Checkly.StatusPage]@{{ Id = '{OtherId}' }}, [Checkly.StatusPage]@{{ Id = '{PageId}' }} | New-ChecklyStatusPageSubscription -Address a@b.de");

        Assert.Equal(PageId, Get(Assert.Single(outcome.Output), "StatusPageId"));
        Assert.Equal(OtherId, outcome.Error.TargetObject);
    }

    [Fact]
    public void Get_and_remove_compose()
    {
        ConnectTo(server.Uri);
        server
            .Answer("GET", $"/v1/status-pages/{PageId}/subscriptions", 200, $$"""[{"id":"{{SubscriptionId}}","type":"EMAIL","address":"ada@b.de","status":"VERIFIED"},{"id":"{{OtherId}}","type":"EMAIL","address":"c@d.de","status":"PENDING"}]""")
            .Answer("DELETE", $"/v1/status-pages/{PageId}/subscriptions/{SubscriptionId}", 204);

        Do($"[Checkly.StatusPage]@{{ Id = '{PageId}' }} | Get-ChecklyStatusPageSubscription -Address '*@b.de' | Remove-ChecklyStatusPageSubscription -Confirm:$false");

        Assert.Equal(
            [$"GET /v1/status-pages/{PageId}/subscriptions", $"DELETE /v1/status-pages/{PageId}/subscriptions/{SubscriptionId}"],
            server.Requests.Select(sent => $"{sent.Method} {sent.Target}"));
    }

    [Fact]
    public void An_address_that_is_not_there_is_an_error()
    {
        Outcome outcome = Run("Connect-Checkly -Sandbox; Get-ChecklyStatusPage | Get-ChecklyStatusPageSubscription -Address a@b.de");

        Assert.Equal("Status page 5a9db0c5-7e57-4c0d-8000-000000000010 has no subscription of 'a@b.de'.", outcome.Error.Exception.Message);
    }

    protected override void Cleanup() => server.Reset();

    private void Serve()
    {
        ConnectTo(server.Uri);
        foreach (string page in (string[])[PageId, OtherId])
        {
            server.Answer("POST", $"/v1/status-pages/{page}/subscriptions/bulk", 201, """{"created":2,"skipped":1,"status":"PENDING"}""");
        }
    }
}
