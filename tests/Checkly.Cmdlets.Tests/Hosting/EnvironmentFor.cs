namespace Checkly.Cmdlets.Tests;

/// <summary>Credentials in the environment for as long as a test needs them; none when there is no server.</summary>
internal sealed class EnvironmentFor : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public EnvironmentFor(Uri? server)
    {
        Set("CHECKLY_API_KEY", server is null ? null : "cu_test");
        Set("CHECKLY_ACCOUNT_ID", server is null ? null : "d43967ee-81db-4e0b-a18c-06be5c995288");
        Set("CHECKLY_API_URL", server?.ToString());
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    /// <summary>Sets another variable for as long.</summary>
    public void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
