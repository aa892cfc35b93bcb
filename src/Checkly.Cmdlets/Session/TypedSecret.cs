using System.Management.Automation;
using System.Management.Automation.Language;

namespace Checkly;

/// <summary>
/// Error records carry the line that was typed. When a secret stands in that line, they must carry another one.
/// </summary>
internal static class TypedSecret
{
    /// <summary>Replaces what errors show of an invocation by its line without secrets, when there are any in it.</summary>
    /// <param name="invocation">The invocation.</param>
    /// <param name="redact">Takes the secrets out of a text.</param>
    public static void Hide(InvocationInfo invocation, Func<string, string> redact)
    {
        string line = invocation.Line ?? string.Empty;
        string clean = redact(line);
        // A command that goes over several lines shows more of them than its Line in errors.
        if (clean.Length == 0 || (clean == line && line.IndexOf('`') < 0 && line.IndexOf('\n') < 0))
        {
            return;
        }

        clean = clean.Split('\n')[0].TrimEnd();
        invocation.DisplayScriptPosition = new ScriptExtent(
            new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, 1, clean),
            new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, clean.Length + 1, clean));
    }
}
