using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Every failure has its error id, a category that fits, and says what to do.</summary>
public sealed class ErrorRecordTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Post = $"New-ChecklyIncidentUpdate {IncidentId} RESOLVED x";

    [Theory]
    [InlineData(400, "Checkly.BadRequest", ErrorCategory.InvalidArgument, "-WhatIf")]
    [InlineData(401, "Checkly.Unauthorized", ErrorCategory.AuthenticationError, "Check the API key")]
    [InlineData(402, "Checkly.PaymentRequired", ErrorCategory.QuotaExceeded, "plan does not include this")]
    [InlineData(403, "Checkly.Forbidden", ErrorCategory.PermissionDenied, "Get-ChecklySession shows the account")]
    [InlineData(404, "Checkly.NotFound", ErrorCategory.ObjectNotFound, "Check the id")]
    [InlineData(409, "Checkly.Conflict", ErrorCategory.ResourceExists, "is there already")]
    [InlineData(429, "Checkly.RateLimited", ErrorCategory.LimitsExceeded, "in a minute")]
    [InlineData(500, "Checkly.OutcomeUnknown", ErrorCategory.OperationStopped, "may have been carried out: look at the incident's history (Get-ChecklyIncidentUpdate")]
    [InlineData(501, "Checkly.ServerError", ErrorCategory.ResourceUnavailable, "does not have the operation: check the address of the API")]
    [InlineData(503, "Checkly.OutcomeUnknown", ErrorCategory.OperationStopped, "may have been carried out: look at the incident's history (Get-ChecklyIncidentUpdate")]
    [InlineData(302, "Checkly.OutcomeUnknown", ErrorCategory.OperationStopped, "may have been carried out: look at the incident's history (Get-ChecklyIncidentUpdate")]
    [InlineData(307, "Checkly.UnexpectedResponse", ErrorCategory.InvalidData, "no proxy or sign-in page answers in its place")]
    public void An_answer_that_says_no(int status, string id, ErrorCategory category, string action)
    {
        ConnectTo(server.Uri);
        server.Answer("POST", UpdatesPath, status, $$"""{"statusCode":{{status}},"error":"Some Error","message":"Some words"}""");

        AssertError(Run(Post), id, category, action, status);
    }

    [Theory]
    [InlineData("<html>hello</html>", "<html>hello</html>")]
    [InlineData("{\"id\":", "{\"id\":")]
    [InlineData("[]", "[]")]
    public void An_answer_that_is_none(string body, string quoted)
    {
        ConnectTo(server.Uri);
        server.Answer("POST", UpdatesPath, 200, body, "text/html");

        Outcome outcome = Run(Post);

        AssertError(outcome, "Checkly.OutcomeUnknown", ErrorCategory.OperationStopped, "look at the incident's history (Get-ChecklyIncidentUpdate", 200);
        Assert.Contains("200 OK", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(quoted, outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_that_says_when_to_come_back()
    {
        ConnectTo(server.Uri);
        server.Answer("POST", UpdatesPath, 429, "{}", headers: ("Retry-After", "17"));

        Outcome outcome = Run(Post);

        AssertError(outcome, "Checkly.RateLimited", ErrorCategory.LimitsExceeded, "again in 17 s", 429);
        Assert.Equal(TimeSpan.FromSeconds(17), Get(PSObject.AsPSObject(outcome.Error.Exception), "RetryAfter"));
    }

    [Fact]
    public void A_refused_connection()
    {
        ConnectTo(new Uri("http://127.0.0.1:1"));

        Outcome outcome = Run(Post);

        AssertError(outcome, "Checkly.ConnectionFailed", ErrorCategory.ConnectionError, "Check the network", null);
        Assert.NotNull(outcome.Error.Exception.InnerException);
        // It was not sent, so it may simply be run again.
        Assert.EndsWith("Run the command again.", outcome.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts()
    {
        await using var tls = new RawServer(RawServer.BreakOff, tls: true);
        ConnectTo(tls.Uri);

        AssertError(Run(Post), "Checkly.ConnectionFailed", ErrorCategory.SecurityError, "certificate", null);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_sending()
    {
        await using var raw = new RawServer(RawServer.BreakOff);
        ConnectTo(raw.Uri);

        AssertError(Run(Post), "Checkly.OutcomeUnknown", ErrorCategory.OperationStopped, "look at the incident's history (Get-ChecklyIncidentUpdate", null);
    }

    [Fact]
    public async Task No_answer_in_time()
    {
        await using var raw = new RawServer(RawServer.Hang);
        ConnectTo(raw.Uri, "-TimeoutSec 1");

        Outcome outcome = Run(Post);

        AssertError(outcome, "Checkly.OutcomeUnknown", ErrorCategory.OperationStopped, "look at the incident's history (Get-ChecklyIncidentUpdate", null);
        Assert.Contains("It is not known whether it was carried out.", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_details_of_the_api_can_be_read_by_a_script()
    {
        ConnectTo(server.Uri);
        server.Answer("POST", UpdatesPath, 400, """{"statusCode":400,"error":"Bad Request","message":"No","attributes":{"field":"status"}}""");

        Outcome outcome = Do($"try {{ {Post} -ErrorAction Stop }} catch [Checkly.ChecklyApiException] {{ $e = $_.Exception; $e.StatusCode, $e.ApiError, $e.ApiMessage, $e.Attributes['field'], $e.Method, $e.Path }}");

        Assert.Equal(["400", "Bad Request", "No", "status", "POST", UpdatesPath], outcome.Output.Select(item => item.ToString()));
    }

    protected override void Cleanup() => server.Reset();

    private static void AssertError(Outcome outcome, string id, ErrorCategory category, string action, int? status)
    {
        Assert.Null(outcome.Thrown);
        Assert.Empty(outcome.Output);
        ErrorRecord error = outcome.Error;
        Assert.Equal($"{id},Checkly.Commands.NewChecklyIncidentUpdateCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(IncidentId, error.TargetObject);
        Assert.Equal("Checkly.ChecklyApiException", error.Exception.GetType().FullName);
        Assert.Equal(status, Get(PSObject.AsPSObject(error.Exception), "StatusCode"));
        Assert.Equal(error.Exception.Message, error.ErrorDetails.Message);
        Assert.Contains(action, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
