using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;

namespace Checkly;

/// <summary>Error records contain the text of the failed command. When that text has a secret, it is replaced.</summary>
internal static class TypedSecret
{
    // Since PowerShell 7.4, errors also contain the whole command, which may have several lines. Earlier versions contain only
    // its first line.
    private static readonly PropertyInfo? Statement = typeof(InvocationInfo).GetProperty("Statement");

    /// <summary>
    /// Redacts the secrets in the text that errors show of an invocation. An invocation without a secret stays unchanged; with
    /// one, errors still point at the command, but show only its first line.
    /// </summary>
    /// <param name="invocation">The invocation.</param>
    /// <param name="redact">Redacts a text.</param>
    public static void Hide(InvocationInfo invocation, Func<string, string> redact)
    {
        string line = invocation.Line ?? string.Empty;
        string statement = Statement?.GetValue(invocation) as string ?? string.Empty;
        if (redact(line) == line && redact(statement) == statement)
        {
            return;
        }

        string before = invocation.OffsetInLine > 1 && invocation.OffsetInLine <= line.Length ? line.Substring(0, invocation.OffsetInLine - 1) : string.Empty;
        string from = redact(line.Substring(before.Length));
        string clean = FirstLine(redact(before) + from);
        // The command ends with its first line, unless another command follows on that line.
        string command = FirstLine(redact(statement));
        int start = redact(before).Length + 1;
        int end = command.Length > 0 && from.StartsWith(command, StringComparison.Ordinal) ? start + command.Length : clean.Length + 1;
        invocation.DisplayScriptPosition = new ScriptExtent(
            new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, start, clean),
            new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, Math.Max(start, end), clean));
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();
}
