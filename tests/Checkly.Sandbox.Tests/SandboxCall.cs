using System.Net.Http.Headers;
using System.Text;

namespace Checkly.Sandbox.Tests;

/// <summary>Sends raw requests to a sandbox of its own.</summary>
internal sealed class SandboxCall(SandboxHandler handler) : IDisposable
{
    private readonly HttpClient _client = new(handler) { BaseAddress = new Uri("https://sandbox.invalid") };

    public SandboxCall(Func<DateTimeOffset>? clock = null)
        : this(new SandboxHandler(clock))
    {
    }

    public Task<SandboxAnswer> GetAsync(string path) => SendAsync("GET", path);

    public Task<SandboxAnswer> PostAsync(string path, string json) => SendAsync("POST", path, json);

    public Task<SandboxAnswer> PutAsync(string path, string json) => SendAsync("PUT", path, json);

    public Task<SandboxAnswer> DeleteAsync(string path) => SendAsync("DELETE", path);

    /// <summary>With a good key, and with the account when one is named.</summary>
    public async Task<SandboxAnswer> SendAsync(string method, string path, string? json = null, string? account = null)
    {
        using HttpRequestMessage request = Request(method, path, json);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", SandboxAccount.ApiKey);
        if (account is not null)
        {
            request.Headers.Add("x-checkly-account", account);
        }

        return await SendAsync(request);
    }

    /// <summary>With a good key and a body of any kind.</summary>
    public async Task<SandboxAnswer> SendAsync(string method, string path, HttpContent? content)
    {
        using HttpRequestMessage request = Request(method, path, null);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", SandboxAccount.ApiKey);
        request.Content = content;
        return await SendAsync(request);
    }

    /// <summary>As it is: nothing is added, not even a key.</summary>
    public async Task<SandboxAnswer> SendAsync(HttpRequestMessage request)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using HttpResponseMessage response = await _client.SendAsync(request, cancel);
        string body = await response.Content.ReadAsStringAsync(cancel);
        HttpContentHeaders headers = response.Content.Headers;
        string? range = headers.TryGetValues("Content-Range", out IEnumerable<string>? values) ? string.Join(", ", values) : null;
        return new SandboxAnswer(response.StatusCode, headers.ContentType?.MediaType, body, range);
    }

    public static HttpRequestMessage Request(string method, string path, string? json) =>
        new(new HttpMethod(method), path)
        {
            Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
        };

    public void Dispose() => _client.Dispose();
}
