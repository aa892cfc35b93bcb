using System.Management.Automation;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Any operation of the API.</summary>
public sealed class InvokeApiTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    [Fact]
    public void What_comes_back_are_objects_with_the_names_of_the_api()
    {
        Answer("GET", "/v1/variables/x", """{"key":"k","locked":false,"n":1.5,"none":null,"inner":{"created_at":"2026-01-02"},"list":[{"a":1},2]}""");

        PSObject item = Do("Invoke-ChecklyApi -Path /v1/variables/x").Only();

        Assert.Equal(["key", "locked", "n", "none", "inner", "list"], item.Properties.Select(property => property.Name));
        Assert.Equal("2026-01-02", Get((PSObject)Get(item, "inner")!, "created_at"));
        Assert.Equal(1L, Get((PSObject)((object[])Get(item, "list")!)[0], "a"));
        Assert.Equal(1.5m, Get(item, "n"));
    }

    [Theory]
    [InlineData("@{ name = 'Grüße' }", """{"name":"Grüße"}""")]
    [InlineData("([ordered]@{ b = 1; a = @{ c = @(1, 'x', $null, $true) } })", """{"b":1,"a":{"c":[1,"x",null,true]}}""")]
    [InlineData("([pscustomobject]@{ on = [switch]$true; at = [datetimeoffset]'2026-01-02T03:04:05+01:00'; kind = [DayOfWeek]::Monday })", """{"on":true,"at":"2026-01-02T02:04:05.000Z","kind":"Monday"}""")]
    [InlineData("'{ \"as\": [ \"it is\" ] }'", """{ "as": [ "it is" ] }""")]
    [InlineData("@(@{ a = 1 }, @{ a = 2 })", """[{"a":1},{"a":2}]""")]
    public void A_body_goes_out_as_it_is_meant(string body, string sent)
    {
        Answer("POST", "/v1/snippets", """{"id":1}""", 201);

        Do($"Invoke-ChecklyApi POST /v1/snippets -Body {body}").Only();

        SentRequest request = Assert.Single(server.Requests);
        Assert.Equal(sent, Encoding.UTF8.GetString(request.Body));
        Assert.Equal("application/json", request.Header("Content-Type"));
        Assert.Equal(AccountId, request.Header("x-checkly-account"));
        Assert.Equal($"Bearer {Key}", request.Header("Authorization"));
    }

    [Theory]
    [InlineData("Invoke-ChecklyApi /v1/x", "GET ")]
    [InlineData("Invoke-ChecklyApi -Path /v1/x", "GET ")]
    [InlineData("Invoke-ChecklyApi get /v1/x", "GET ")]
    [InlineData("Invoke-ChecklyApi /v1/x -Method Get", "GET ")]
    [InlineData("Invoke-ChecklyApi DELETE -Path /v1/x -Confirm:$false", "DELETE ")]
    [InlineData("Invoke-ChecklyApi -Method PUT /v1/x '{ }'", "PUT { }")]
    [InlineData("Invoke-ChecklyApi POST /v1/x @{ a = 1 }", "POST {\"a\":1}")]
    [InlineData("Invoke-ChecklyApi /v1/x @{ a = 1 } -Method POST", "POST {\"a\":1}")]
    [InlineData("Invoke-ChecklyApi -Body @{ a = 1 } POST /v1/x", "POST {\"a\":1}")]
    [InlineData("@{ a = 1 } | Invoke-ChecklyApi POST /v1/x", "POST {\"a\":1}")]
    [InlineData("'{\"a\":1}' | Invoke-ChecklyApi /v1/x -Method PATCH", "PATCH {\"a\":1}")]
    public void Path_method_and_body_are_taken_in_every_natural_order(string line, string sent)
    {
        ConnectTo(server.Uri);
        foreach (string method in (string[])["GET", "POST", "PUT", "PATCH", "DELETE"])
        {
            server.Answer(method, "/v1/x", 200, "{}");
        }

        Do(line);

        SentRequest request = Assert.Single(server.Requests);
        Assert.Equal(("/v1/x", sent), (request.Target, $"{request.Method} {Encoding.UTF8.GetString(request.Body)}"));
    }

    [Theory]
    [InlineData("Invoke-ChecklyApi GET", "Path")]
    [InlineData("Invoke-ChecklyApi POST /v1/x /v1/y", "'/v1/y' is a path and no body: a text as the body is JSON.")]
    [InlineData("Invoke-ChecklyApi -Path GET", "'GET' is no path of the API, which begins with a slash, such as /v1/checks.")]
    [InlineData("Invoke-ChecklyApi GET v1/x", "The path must begin with one slash")]
    [InlineData("Invoke-ChecklyApi v1/x", "The path must begin with one slash")]
    [InlineData("Invoke-ChecklyApi https://evil.example/v1/x", "The path must begin with one slash")]
    [InlineData("Invoke-ChecklyApi GET https://evil.example/v1/x", "The path must begin with one slash")]
    [InlineData("Invoke-ChecklyApi FETCH /v1/x", "FETCH")]
    [InlineData("Invoke-ChecklyApi POST /v1/x \"`u{feff}{ }\"", "The body is not JSON")]
    public void What_is_no_path_or_no_method_is_refused(string line, string why)
    {
        ConnectTo(server.Uri);

        Outcome outcome = Run(line);

        Assert.True(outcome.Error.Exception.Message.Contains(why, StringComparison.Ordinal), outcome.Error.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_query_is_escaped_and_added_to_the_path()
    {
        Answer("GET", "/v1/checks", "[]");

        Do("Invoke-ChecklyApi GET '/v1/checks?tag=a%26b' -Query ([ordered]@{ search = 'ä & ö'; tag = 'x', 'y'; on = $true })");

        Assert.Equal("/v1/checks?tag=a%26b&search=%C3%A4%20%26%20%C3%B6&tag=x&tag=y&on=true", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public void A_query_takes_maps_and_times_and_leaves_out_null()
    {
        Answer("GET", "/v1/maintenance-windows", "[]");

        Do("Invoke-ChecklyApi /v1/maintenance-windows -Query ([ordered]@{ startsAt = @{ gt = [DateTimeOffset]'2026-03-01T12:00:00+02:00' }; on = [DateOnly]::new(2026, 3, 1); tag = $null, 'x', @(); search = $null; end = '' })");

        Assert.Equal("/v1/maintenance-windows?startsAt%5Bgt%5D=2026-03-01T10%3A00%3A00.000Z&on=2026-03-01&tag=x&end=", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public void AsJson_gives_the_text_as_it_came()
    {
        Answer("GET", "/v1/checks/x", "{ \"id\" : \"x\" }");

        Assert.Equal("{ \"id\" : \"x\" }", Do("Invoke-ChecklyApi -Path /v1/checks/x -AsJson").Only().BaseObject);
    }

    [Fact]
    public void Nothing_comes_back_where_nothing_is_answered()
    {
        ConnectTo(server.Uri);
        server.Answer("DELETE", "/v1/snippets/5", 204);

        Assert.Empty(Do("Invoke-ChecklyApi DELETE /v1/snippets/5 -Confirm:$false").Output);
    }

    [Theory]
    [InlineData("https://example.com/v1/checks", "must begin with one slash")]
    [InlineData("//example.com/v1/checks", "must begin with one slash")]
    [InlineData("/\\example.com", "must begin with one slash")]
    [InlineData("v1/checks", "must begin with one slash")]
    [InlineData("/v1/../../other", "must not have the segments")]
    [InlineData("/v1/%2e%2e/other", "must not have the segments")]
    [InlineData("/v1/checks/{id}", "put a value in the place of {id}")]
    [InlineData("/v1/checks/a b", "without blanks")]
    [InlineData("/v1/checks#x", "without blanks and '#'")]
    [InlineData("/v1/checks?x=@evil\r\nHost: x", "without blanks")]
    public void A_path_that_leads_elsewhere_is_refused(string path, string why)
    {
        ConnectTo(server.Uri);

        Outcome outcome = Run("Invoke-ChecklyApi -Path $path", ("path", path));

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("GET /v1/checks -Body @{ a = 1 }", "A GET has no body")]
    [InlineData("POST /v1/checks -All", "-All reads lists")]
    [InlineData("POST /v1/checks -Body '{'", "The body is not JSON")]
    [InlineData("POST /v1/checks -Body @{ a = [double]::NaN }", "cannot be written as valid JSON")]
    [InlineData("POST /v1/checks -Body $loop", "it may contain itself")]
    public void What_makes_no_sense_is_refused_before_it_is_sent(string arguments, string why)
    {
        ConnectTo(server.Uri);

        Outcome outcome = Run($"$loop = @{{}}; $loop.a = $loop; Invoke-ChecklyApi {arguments}");

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public void WhatIf_sends_nothing(string method)
    {
        ConnectTo(server.Uri);

        Outcome outcome = Do($"Invoke-ChecklyApi {method} /v1/checks/5 -Body @{{ name = 'x' }} -WhatIf");

        Assert.Contains($"What if: {method} /v1/checks/5 {{\"name\":\"x\"}}", outcome.Shown, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_read_goes_out_with_WhatIf_too()
    {
        Answer("GET", "/v1/checks/5", """{"id":"5"}""");

        Do("Invoke-ChecklyApi GET /v1/checks/5 -WhatIf").Only();
    }

    [Fact]
    public void A_post_whose_answer_was_lost_is_found_and_not_repeated()
    {
        Do("Connect-Checkly -Sandbox -Fault ResetAfter");

        object id = Do("(Invoke-ChecklyApi POST /v1/status-pages/services -Body @{ name = 'x' }).id").Only().BaseObject;

        Assert.Equal(id, Do("(Invoke-ChecklyApi -Path /v1/status-pages/services -All | Where-Object name -eq x).id").Only().BaseObject);
    }

    [Fact]
    public void A_post_of_which_there_is_no_list_is_not_repeated()
    {
        Do("Connect-Checkly -Sandbox -Fault ResetAfter");

        Outcome outcome = Run("""
            Invoke-ChecklyApi POST /v1/incidents -Body @{ name = 'x'; dashboardId = 1001; impact = 'MINOR'; incidentUpdates = @(@{ status = 'INVESTIGATING'; description = 'x' }) }
            """);

        Assert.StartsWith("Checkly.OutcomeUnknown,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sessions_own_key_is_not_shown_where_somebody_sends_it()
    {
        ConnectTo(server.Uri);

        Outcome outcome = Run($"Invoke-ChecklyApi POST /v1/variables -Query @{{ k = '{Key}' }} -Body @{{ key = 'K'; value = '{Key}' }} -WhatIf; Invoke-ChecklyApi POST /v1/variables -Body @{{ value = '{Key}' }} -Verbose");

        Assert.DoesNotContain(Key, outcome.Shown, StringComparison.Ordinal);
        Assert.All(outcome.Verbose, line => Assert.DoesNotContain(Key, line, StringComparison.Ordinal));
        Assert.Contains("[API key]", outcome.Shown + string.Concat(outcome.Verbose), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_command_did_not_find_is_null()
    {
        ConnectTo(server.Uri);

        Outcome outcome = Do("Invoke-ChecklyApi PUT /v1/checks/5 -Body @{ groupId = $(if ($false) { 1 }); name = 'x' } -WhatIf");

        Assert.Contains("\"groupId\":null", outcome.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_stand_in_a_query_is_one_error_and_the_pipeline_goes_on()
    {
        ConnectTo(server.Uri);

        Outcome outcome = Run("Invoke-ChecklyApi GET /v1/checks -Query @{ a = $secret }; 'on'", ("secret", Secure("x")));

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("on", Assert.Single(outcome.Output).BaseObject);
    }

    [Theory]
    [InlineData("(Get-ChecklyStatusPage)", "has other names than the API")]
    [InlineData("@{ inner = (Get-ChecklyStatusPage) }", "has other names than the API")]
    [InlineData("@{ secret = $secret }", "A SecureString cannot be sent")]
    public void What_would_go_out_under_wrong_names_is_refused(string body, string why)
    {
        Do("Connect-Checkly -Sandbox");

        Outcome outcome = Run($"Invoke-ChecklyApi PUT /v1/status-pages/x -Body {body}", ("secret", Secure("x")));

        Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_is_repeated()
    {
        Do("Connect-Checkly -Sandbox -Fault TooManyRequestsUntil");

        Do("Invoke-ChecklyApi -Path /v1/accounts/me").Only();
    }

    [Theory]
    [InlineData("Invoke-ChecklyApi GET /v1/status-pages/se", new[] { "/v1/status-pages/services", "'/v1/status-pages/services/{serviceId}'" })]
    [InlineData("Invoke-ChecklyApi DELETE /v1/dash", new[] { "'/v1/dashboards/{dashboardId}'" })]
    [InlineData("Invoke-ChecklyApi -Path /v1/accounts/me/e", new[] { "/v1/accounts/me/entitlements" })]
    [InlineData("Invoke-ChecklyApi /v1/accounts/me/e", new[] { "/v1/accounts/me/entitlements" })]
    [InlineData("Invoke-ChecklyApi -Method DELETE /v1/dash", new[] { "'/v1/dashboards/{dashboardId}'" })]
    [InlineData("Invoke-ChecklyApi -Method DELETE -Path /v1/dash", new[] { "'/v1/dashboards/{dashboardId}'" })]
    [InlineData("Invoke-ChecklyApi p", new[] { "POST", "PUT", "PATCH" })]
    public void Paths_are_completed(string line, string[] expected) =>
        Assert.Equal(expected, Do("(TabExpansion2 $line $line.Length).CompletionMatches.CompletionText", ("line", line)).Output.Select(match => match.ToString()));

    protected override void Cleanup() => server.Reset();

    private void Answer(string method, string path, string body, int status = 200)
    {
        ConnectTo(server.Uri, account: AccountId);
        server.Answer(method, path, status, body);
    }
}
