using System.Management.Automation;
using System.Management.Automation.Language;

namespace Checkly;

/// <summary>
/// Completes the name of an object where a parameter takes names as well as ids. The name is inserted, quoted where that is needed;
/// the id is shown beside it. Objects that share a name are completed by their ids.
/// </summary>
/// <typeparam name="T">The model that the name identifies.</typeparam>
public sealed class NameCompleter<T> : IdCompleter<T>
{
    private const string Quoted = " '\"`$(){}[]|&;,<>@#*?";

    private protected override IEnumerable<CompletionResult> Results(IReadOnlyList<Candidate> candidates) => candidates.Select(candidate =>
        candidate.Name is not { Length: > 0 } name || candidates.Count(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)) > 1
            ? Result(candidate)
            : new CompletionResult(Quote(name), DisplayText.OneLine(name), CompletionResultType.ParameterValue, $"{candidate.About} ({candidate.Id})"));

    private static string Quote(string name) =>
        name.IndexOfAny(Quoted.ToCharArray()) < 0 && name[0] != '-' ? name : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'";
}
