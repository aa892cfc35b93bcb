namespace Checkly.Sandbox.Tests;

/// <summary>Sends requests to a sandbox of its own, and holds every answer against the facts of the API.</summary>
internal class DocumentedCall(Func<DateTimeOffset>? clock = null) : IDisposable
{
    /// <summary>The same sandbox, without the check.</summary>
    public SandboxCall Sandbox { get; } = new(clock);

    public Task<SandboxAnswer> GetAsync(string path) => SendAsync("GET", path);

    public Task<SandboxAnswer> PostAsync(string path, string body) => SendAsync("POST", path, body);

    public Task<SandboxAnswer> PutAsync(string path, string body) => SendAsync("PUT", path, body);

    public Task<SandboxAnswer> PatchAsync(string path, string body) => SendAsync("PATCH", path, body);

    public Task<SandboxAnswer> DeleteAsync(string path) => SendAsync("DELETE", path);

    public async Task<SandboxAnswer> SendAsync(string method, string path, string? json = null, string? account = null) =>
        await ContractCheck.CheckedAsync(method, path, await Sandbox.SendAsync(method, path, json, account));

    public void Dispose() => Sandbox.Dispose();
}
