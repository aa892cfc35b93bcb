namespace Checkly.Sandbox;

/// <summary>What the sandbox knows of runtimes.</summary>
internal static class RuntimeOperations
{
    public static readonly ISandboxOperation[] All =
    [
        new ListRuntimes(),
        new GetRuntime(),
    ];
}
