using Checkly.Sandbox;

namespace Checkly;

/// <summary>The names of the sandbox faults that Connect-Checkly -Fault accepts.</summary>
internal static class SandboxFaults
{
    public static string[] Names { get; } = Enum.GetNames(typeof(SandboxFault));

    /// <summary>Returns the first name that is not a fault, or <see langword="null"/> when all are. A <see langword="null"/> element is returned as an empty string.</summary>
    public static string? FindUnknown(string?[]? names) =>
        names?.Select(name => name ?? string.Empty).FirstOrDefault(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase));

    public static SandboxFault Parse(string name) => (SandboxFault)Enum.Parse(typeof(SandboxFault), name, ignoreCase: true);
}
