using Checkly.Sandbox;

namespace Checkly;

/// <summary>The names of what can go wrong with a request to the sandbox, as -Fault of Connect-Checkly takes them.</summary>
internal static class SandboxFaults
{
    public static string[] Names { get; } = Enum.GetNames(typeof(SandboxFault));

    /// <summary>The first name that is none; an empty one for nothing.</summary>
    public static string? FindUnknown(string?[]? names) =>
        names?.Select(name => name ?? string.Empty).FirstOrDefault(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase));

    public static SandboxFault Parse(string name) => (SandboxFault)Enum.Parse(typeof(SandboxFault), name, ignoreCase: true);
}
