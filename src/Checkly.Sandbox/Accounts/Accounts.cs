using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The one account, which can only be read.</summary>
internal static class Accounts
{
    /// <summary>Adds its operations.</summary>
    public static void Add(SandboxOperations operations)
    {
        operations.On("GET /v1/accounts", call => call.Answer(new JsonArray(SandboxAccount.ToJson())));
        operations.On("GET /v1/accounts/me", call => call.Answer(SandboxAccount.ToJson()));
        operations.On("GET /v1/accounts/{accountId}", call => call.Id("accountId") == SandboxAccount.Id ? call.Answer(SandboxAccount.ToJson()) : throw SandboxRefusal.NotFound());
    }
}
