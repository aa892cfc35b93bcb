using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Checkly.Sandbox.Tests;

/// <summary>A sandbox on a port of this machine answers other programs as it answers a client in its process.</summary>
public sealed class ServerTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
    private readonly SandboxHandler _handler = new(() => Now);
    private readonly SandboxServer _server;
    private readonly HttpClient _http;

    public ServerTests()
    {
        _server = new SandboxServer(_handler, 0);
        _http = new HttpClient { BaseAddress = new Uri(_server.Address), Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SandboxAccount.ApiKey);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _server.Dispose();
        _handler.Dispose();
    }

    [Theory]
    [InlineData("GET", "/v1/accounts/me", null)]
    [InlineData("GET", "/v1/dashboards?limit=1&page=1", null)]
    [InlineData("GET", "/v1/status-pages?limit=1", null)]
    [InlineData("GET", "/v1/incidents/%00", null)]
    [InlineData("PATCH", "/v1/nothing/like/it", null)]
    [InlineData("POST", "/v1/incidents", "{")]
    [InlineData("POST", "/v1/status-pages/services", """{"name":"Z\u00fcrich \ud83d\ude00"}""")]
    [InlineData("DELETE", "/v1/dashboards/5a9db0c5", null)]
    public async Task An_answer_is_that_of_the_sandbox(string method, string path, string? body)
    {
        using var inside = new HttpClient(new SandboxHandler(() => Now)) { BaseAddress = new Uri("https://sandbox.invalid") };
        inside.DefaultRequestHeaders.Authorization = _http.DefaultRequestHeaders.Authorization;

        Assert.Equal(await AnswerAsync(inside, method, path, body), await AnswerAsync(_http, method, path, body));
    }

    [Fact]
    public async Task Without_the_key_nothing_is_told()
    {
        using var stranger = new HttpClient { BaseAddress = new Uri(_server.Address) };

        using HttpResponseMessage answer = await stranger.GetAsync("/v1/accounts", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_official_cli_finds_the_account_where_it_asks_for_it()
    {
        Assert.Equal(SandboxAccount.Name, (string?)JsonNode.Parse(await _http.GetStringAsync($"/next/accounts/{SandboxAccount.Id}", Cancel))!["name"]);
        Assert.Single(JsonNode.Parse(await _http.GetStringAsync("/next/accounts", Cancel))!.AsArray());
    }

    [Theory]
    [InlineData(SandboxFault.Refuse, false)]
    [InlineData(SandboxFault.ResetBefore, false)]
    [InlineData(SandboxFault.ResetAfter, true)]
    [InlineData(SandboxFault.NoHttp, true)]
    [InlineData(SandboxFault.CutBody, true)]
    public async Task A_fault_that_breaks_a_connection_breaks_it(SandboxFault fault, bool carriedOut)
    {
        _handler.Play([fault]);

        await Assert.ThrowsAsync<HttpRequestException>(() => PostServiceAsync("Checkout"));

        Assert.Equal(carriedOut, (await ServicesAsync(_http)).Contains("Checkout", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SandboxFault.LargeBody)]
    [InlineData(SandboxFault.Trickle)]
    public async Task A_fault_that_delays_a_body_lets_it_arrive(SandboxFault fault)
    {
        _handler.Play([fault]);

        Assert.Equal(SandboxAccount.Id, (string?)JsonNode.Parse(await _http.GetStringAsync("/v1/accounts/me", Cancel))!["id"]);
    }

    [Fact]
    public async Task One_that_hangs_holds_up_no_other()
    {
        _handler.Play([SandboxFault.HangAfter]);
        Task<string>[] both = [ServicesAsync(_http), ServicesAsync(_http)];

        Task<string> answered = await Task.WhenAny(both);

        // The fault was met by the other one, before this one was answered.
        Task<string> hanging = both.Single(one => one != answered);
        Assert.Equal(await answered, await ServicesAsync(_http));
        Assert.False(hanging.IsCompleted);
        _server.Dispose();
        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task Many_are_served_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => PostServiceAsync($"Service {number:000}")));

        var names = new List<string>();
        for (string? next = string.Empty; next is not null;)
        {
            JsonNode page = JsonNode.Parse(await _http.GetStringAsync($"/v1/status-pages/services?limit=100{next}", Cancel))!;
            names.AddRange(page["entries"]!.AsArray().Select(service => (string)service!["name"]!));
            next = page["nextId"] is { } id ? $"&nextId={id}" : null;
        }

        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"Service {number:000}"), names.Where(name => name.StartsWith("Service", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [InlineData("DELETE /v1/status-pages/services/5a9db0c5-7e57-4c0d-8000-000000000012 HTTP/1.1\r\n{0}X-More")]
    [InlineData("POST /v1/status-pages/services HTTP/1.1\r\n{0}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n13\r\n{{\"name\":\"Checkout\"}}\r\n")]
    [InlineData("POST /v1/status-pages/services HTTP/1.1\r\n{0}Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{{\"name\":\"Checkout\"}}")]
    public async Task Half_a_request_is_not_carried_out(string request)
    {
        string before = await ServicesAsync(_http);

        Assert.Equal(string.Empty, await SayAsync(request));
        Assert.Equal(before, await ServicesAsync(_http));
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("GET http://127.0.0.1/v1/accounts HTTP/1.1\r\n{0}\r\n")]
    [InlineData(" /v1/accounts HTTP/1.1\r\n{0}\r\n")]
    [InlineData("POST /v1/incidents HTTP/1.1\r\n{0}Content-Length: -1\r\n\r\n")]
    [InlineData("POST /v1/incidents HTTP/1.1\r\n{0}Content-Length: 99999999999\r\n\r\n")]
    [InlineData("POST /v1/incidents HTTP/1.1\r\n{0}Transfer-Encoding: chunked\r\n\r\nffffffff\r\n")]
    [InlineData("GET /v1/accounts HTTP/1.1\r\nHost: attacker.example\r\nAuthorization: Bearer cu_sandbox\r\n\r\n")]
    public async Task What_is_no_request_to_this_server_is_refused(string request) =>
        Assert.StartsWith("HTTP/1.1 400 ", await SayAsync(request), StringComparison.Ordinal);

    [Fact]
    public async Task Programs_that_have_given_up_hold_nobody_up()
    {
        const int Many = 70;
        _handler.Play(Enumerable.Repeat(SandboxFault.HangBefore, Many));
        HttpStatusCode? answered = null;
        // On a busy machine some give up before they have arrived, and leave their faults to others.
        for (int i = 0; i <= 2 * Many && answered is null; i++)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(i < Many ? 20 : 500));
            try
            {
                using HttpResponseMessage answer = await _http.GetAsync("/v1/accounts", patience.Token);
                answered = answer.StatusCode;
            }
            catch (OperationCanceledException)
            {
                // It has given up.
            }
        }

        Assert.Equal(HttpStatusCode.OK, answered);
    }

    [Fact]
    public async Task It_ends_when_it_is_stopped()
    {
        _server.Dispose();

        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(() => _http.GetAsync("/v1/accounts", Cancel));
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(refused.InnerException).SocketErrorCode);
    }

    [Fact]
    public void A_port_that_is_taken_is_refused() =>
        Assert.Throws<SocketException>(() => new SandboxServer(_handler, _server.Port));

    private static async Task<string> AnswerAsync(HttpClient http, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        using HttpResponseMessage answer = await http.SendAsync(request, Cancel);
        HttpContentHeaders headers = answer.Content.Headers;
        string text = await answer.Content.ReadAsStringAsync(Cancel);
        string range = headers.TryGetValues("Content-Range", out IEnumerable<string>? values) ? string.Join(",", values) : "no range";
        // What is new has an id of its own.
        return Regex.Replace($"{(int)answer.StatusCode} {answer.Headers.Date} {headers.ContentType} {range} {text}", "\"id\":\"[^\"]+\"", string.Empty);
    }

    private static Task<string> ServicesAsync(HttpClient http) => http.GetStringAsync("/v1/status-pages/services", Cancel);

    /// <summary>Sends bytes, after which nothing more comes, and reads the answer; nothing when the connection breaks.</summary>
    private async Task<string> SayAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _server.Port, Cancel);
        string headers = $"Host: 127.0.0.1:{_server.Port}\r\nAuthorization: Bearer {SandboxAccount.ApiKey}\r\n";
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, request, headers)), Cancel);
        client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            return await new StreamReader(stream).ReadToEndAsync(Cancel);
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }

    private async Task PostServiceAsync(string name)
    {
        using HttpResponseMessage answer = await _http.PostAsync("/v1/status-pages/services", new StringContent($$"""{"name":"{{name}}"}""", Encoding.UTF8, "application/json"), Cancel);
        answer.EnsureSuccessStatusCode();
    }
}
