using System.Management.Automation;
using System.Management.Automation.Language;

namespace Checkly;

/// <summary>
/// Error records carry the line that was typed. When a key stands in that line, they must carry another one.
/// </summary>
internal static class TypedSecret
{
    /// <summary>Replaces the line of an invocation, as errors show it, when the secret is in it.</summary>
    public static void Hide(InvocationInfo invocation, string secret)
    {
        string? line = invocation.Line;
        if (string.IsNullOrEmpty(secret) || line is null || line.IndexOf(secret, StringComparison.Ordinal) < 0)
        {
            return;
        }

        string clean = line.Replace(secret, "***");
        invocation.DisplayScriptPosition = new ScriptExtent(
            new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, 1, clean),
            new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, clean.Length + 1, clean));
    }
}
