using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;

namespace Checkly;

/// <summary>
/// Error records carry the text of the command that failed. When that text holds a secret, they must carry another one.
/// </summary>
internal static class TypedSecret
{
    // Since PowerShell 7.4 errors also carry the whole command, which may go over several lines. Earlier versions carry its
    // first line only.
    private static readonly PropertyInfo? Statement = typeof(InvocationInfo).GetProperty("Statement");

    /// <summary>
    /// Takes the secrets out of what errors show of an invocation. Without a secret in it, the invocation stays as it is; with
    /// one, errors still point at the command, but show its first line only.
    /// </summary>
    /// <param name="invocation">The invocation.</param>
    /// <param name="redact">Takes the secrets out of a text.</param>
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
        // The command ends where its first line ends, unless the line goes on after it.
        string command = FirstLine(redact(statement));
        int start = redact(before).Length + 1;
        int end = command.Length > 0 && from.StartsWith(command, StringComparison.Ordinal) ? start + command.Length : clean.Length + 1;
        invocation.DisplayScriptPosition = new ScriptExtent(
            new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, start, clean),
            new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, Math.Max(start, end), clean));
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();
}
