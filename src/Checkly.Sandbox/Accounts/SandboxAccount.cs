using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The one account and the one dashboard that every sandbox begins with.</summary>
public static class SandboxAccount
{
    /// <summary>The account's id.</summary>
    public const string Id = "5a9db0c5-7e57-4c0d-8000-000000000001";

    /// <summary>The account's name.</summary>
    public const string Name = "Sandbox";

    /// <summary>The number of the dashboard that incidents are opened on.</summary>
    public const long DashboardId = 1001;

    /// <summary>The same dashboard's id in its own operations, where the API uses a text.</summary>
    public const string DashboardTextId = "5a9db0c5";

    /// <summary>The key that works. To a request with another key, or without one, the sandbox answers 401, as the API does.</summary>
    public const string ApiKey = "cu_sandbox";

    internal const string RuntimeId = "2025.04";

    internal static JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["runtimeId"] = RuntimeId,
        ["plan"] = "sandbox",
        ["planDisplayName"] = "Sandbox",
    };
}
