using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>Each fault is met as the network would bring it, and what it says of the request is so.</summary>
public sealed class FaultTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private readonly SandboxHandler _handler = new(() => Now);
    private readonly HttpClient _http;

    public FaultTests()
    {
        _http = new HttpClient(_handler) { BaseAddress = new Uri("https://sandbox.invalid") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SandboxAccount.ApiKey);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(SandboxFault.Refuse, false)]
    [InlineData(SandboxFault.HangBefore, false)]
    [InlineData(SandboxFault.HangAfter, true)]
    [InlineData(SandboxFault.ResetBefore, false)]
    [InlineData(SandboxFault.ResetAfter, true)]
    [InlineData(SandboxFault.CutBody, true)]
    [InlineData(SandboxFault.TooManyRequests, false)]
    [InlineData(SandboxFault.TooManyRequestsUntil, false)]
    [InlineData(SandboxFault.Unavailable, false)]
    [InlineData(SandboxFault.UnavailableUntil, false)]
    [InlineData(SandboxFault.ErrorBefore, false)]
    [InlineData(SandboxFault.ErrorAfter, true)]
    [InlineData(SandboxFault.Html, false)]
    [InlineData(SandboxFault.Garbage, true)]
    [InlineData(SandboxFault.NoHttp, true)]
    [InlineData(SandboxFault.LargeBody, true)]
    [InlineData(SandboxFault.Trickle, true)]
    [InlineData(SandboxFault.None, true)]
    public async Task What_is_said_to_be_carried_out_is(SandboxFault fault, bool carriedOut)
    {
        _handler.Play([fault]);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        try
        {
            Task<HttpResponseMessage> sending = _http.PostAsync("/v1/status-pages/services", Body(), enough.Token);
            if (fault is SandboxFault.HangBefore or SandboxFault.HangAfter)
            {
                await enough.CancelAsync();
            }

            using HttpResponseMessage answer = await sending;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            Assert.NotEqual(SandboxFault.None, fault);
        }

        Assert.Equal(carriedOut, (await Services()).Contains("Checkout"));
    }

    [Theory]
    [InlineData(SandboxFault.Refuse, SocketError.ConnectionRefused)]
    [InlineData(SandboxFault.ResetBefore, SocketError.ConnectionReset)]
    [InlineData(SandboxFault.ResetAfter, SocketError.ConnectionReset)]
    [InlineData(SandboxFault.CutBody, SocketError.ConnectionReset)]
    public async Task A_connection_that_fails_says_it_as_the_framework_does(SandboxFault fault, SocketError error)
    {
        _handler.Play([fault]);

        Exception failure = await Assert.ThrowsAsync<HttpRequestException>(() => _http.GetStringAsync("/v1/accounts/me", Cancel));

        while (failure is not SocketException)
        {
            failure = failure.InnerException!;
        }

        Assert.Equal(error, ((SocketException)failure).SocketErrorCode);
    }

    [Theory]
    [InlineData(SandboxFault.TooManyRequests, HttpStatusCode.TooManyRequests)]
    [InlineData(SandboxFault.TooManyRequestsUntil, HttpStatusCode.TooManyRequests)]
    [InlineData(SandboxFault.Unavailable, HttpStatusCode.ServiceUnavailable)]
    [InlineData(SandboxFault.UnavailableUntil, HttpStatusCode.ServiceUnavailable)]
    public async Task What_wants_to_be_asked_again_says_when(SandboxFault fault, HttpStatusCode status)
    {
        _handler.Play([fault]);

        using HttpResponseMessage answer = await _http.GetAsync("/v1/accounts/me", Cancel);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(Now, answer.Headers.Date);
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter!.Delta ?? answer.Headers.RetryAfter.Date - Now);
    }

    [Fact]
    public async Task A_large_body_is_large_and_whole()
    {
        _handler.Play([SandboxFault.LargeBody]);

        string body = await _http.GetStringAsync("/v1/accounts/me", Cancel);

        Assert.True(body.Length > 10_000_000);
        Assert.Equal(SandboxAccount.Id, JsonNode.Parse(body)!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Faults_are_met_in_order_one_each_and_then_all_goes_well()
    {
        _handler.Play([SandboxFault.Unavailable, SandboxFault.None, SandboxFault.ErrorBefore]);
        _handler.Play([SandboxFault.TooManyRequests]);
        var statuses = new List<int>();
        for (int i = 0; i < 6; i++)
        {
            using HttpResponseMessage answer = await _http.GetAsync("/v1/accounts/me", Cancel);
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Equal([503, 200, 500, 429, 200, 200], statuses);
    }

    private static StringContent Body() => new("""{"name":"Checkout"}""", Encoding.UTF8, "application/json");

    private async Task<string> Services() => await _http.GetStringAsync("/v1/status-pages/services", Cancel);
}
