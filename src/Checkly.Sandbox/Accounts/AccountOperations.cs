namespace Checkly.Sandbox;

/// <summary>What the sandbox knows of accounts.</summary>
internal static class AccountOperations
{
    public static readonly ISandboxOperation[] All =
    [
        new ListAccounts(),
        new GetMyAccount(),
        new GetAccount(),
    ];
}
