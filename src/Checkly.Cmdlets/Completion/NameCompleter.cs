using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Completes the name of an object where a parameter takes names as well as ids. The name is inserted, quoted where that is needed;
/// the id is shown beside it. Where the beginning of an id was typed, and where the name could be taken for an id, the id is inserted.
/// Objects that share a name are completed by their ids, as are those whose name has control or hidden
/// characters: anybody in the account may have chosen it, and what is inserted is run.
/// </summary>
/// <typeparam name="T">The model that the name identifies.</typeparam>
public sealed class NameCompleter<T> : IdCompleter<T>
{
    private protected override IEnumerable<CompletionResult> Results(IReadOnlyList<Candidate> candidates, string word) => candidates.Select(candidate =>
        candidate.Name is not { Length: > 0 } name || DisplayText.OneLine(name) != name || candidates.Count(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)) > 1
            || ResourceKinds.Of(typeof(T)).IsId(name) || ArgumentValue.WholeNumber(name) is not null
            || (word.Length > 0 && candidate.Id.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            ? Result(candidate)
            : new CompletionResult(Quote(name), DisplayText.OneLine(name), CompletionResultType.ParameterValue, $"{candidate.About} ({candidate.Id})"));
}
