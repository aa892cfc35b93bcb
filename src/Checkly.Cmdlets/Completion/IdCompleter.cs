using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Checkly;

/// <summary>
/// Completes an id. It offers the objects of the account, or those that the session has seen, the latest first. Where the line
/// already has the id of the owner, such as an incident, only the parts of that owner are offered. The id is inserted; name and
/// status are shown beside it. A failure stays silent, because completion must not disturb the line that is being typed.
/// </summary>
/// <typeparam name="T">What the id is of.</typeparam>
public class IdCompleter<T> : IArgumentCompleter
{
    // More would not fit on a screen.
    private const int Most = 200;

    /// <inheritdoc/>
    public virtual IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            ChecklySession? session = fakeBoundParameters?["Session"] switch
            {
                ChecklySession given => given,
                PSObject { BaseObject: ChecklySession given } => given,
                _ => SessionResolver.FindCurrent(),
            };
            string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
            return session is not { IsConnected: true } ? [] :
            [
                .. Results(
                [
                    .. Candidates(session, fakeBoundParameters ?? new Hashtable())
                        .Where(candidate => candidate.Id.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                            || candidate.About.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                        .OrderByDescending(candidate => candidate.About.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                        .Take(Most),
                ],
                word),
            ];
        }
        catch (Exception failure) when (failure is ChecklyApiException or SetupException or OperationCanceledException or ObjectDisposedException)
        {
            return [];
        }
    }

    /// <summary>The text to insert for an object; <see langword="null"/> when the object has no such id.</summary>
    private protected virtual string? Inserted(object item) => ResourceKinds.Of(typeof(T)).Id(item);

    /// <summary>What is offered for the candidates.</summary>
    /// <param name="candidates">The objects.</param>
    /// <param name="word">What was typed.</param>
    private protected virtual IEnumerable<CompletionResult> Results(IReadOnlyList<Candidate> candidates, string word) => candidates.Select(Result);

    /// <summary>Inserts the id.</summary>
    private protected static CompletionResult Result(Candidate candidate) =>
        new(Quote(candidate.Id), DisplayText.OneLine(candidate.Id), CompletionResultType.ParameterValue, candidate.About);

    /// <summary>A text as one argument: the line that Tab completes is run.</summary>
    private protected static string Quote(string text) =>
        text[0] != '-' && text.All(IsPlain) ? text : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    /// <summary>Whether a character means nothing to PowerShell. Its quotes, dashes and blanks are not those of ASCII alone.</summary>
    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '/' || (c > '\u00BF' && char.IsLetter(c));

    private IEnumerable<Candidate> Candidates(ChecklySession session, IDictionary given)
    {
        ResourceKind kind = ResourceKinds.Of(typeof(T));
        string? owner = kind.Owner is { } of && ArgumentValue.First(given[of.Property], ResourceKinds.Of(of.Model).Columns) is IConvertible id
            ? Convert.ToString(id, CultureInfo.InvariantCulture)
            : null;
        IReadOnlyList<object> choices = session.Memory.Choices(kind, session);
        return choices
            .Where(item => owner is null || ApiId.Same(kind.OwnerId(item), owner))
            .Where(item => Inserted(item) is { Length: > 0 })
            .Select(item => new Candidate(Inserted(item)!, kind.About(item, session.Memory), kind.Name(item)))
            .Concat(KnownByParts(kind, choices, session.Memory));
    }

    /// <summary>
    /// The objects of which the session has seen only a part, such as an update that was posted to an incident by its id.
    /// </summary>
    private static IEnumerable<Candidate> KnownByParts(ResourceKind kind, IReadOnlyList<object> known, SessionMemory memory) =>
        kind.IsListed ? [] : ResourceKinds.All
            .Where(part => part.Owner?.Model == kind.Model)
            .SelectMany(part => memory.SeenOf(part)
                .GroupBy(item => part.OwnerId(item) ?? string.Empty, StringComparer.OrdinalIgnoreCase)
                .Where(owned => owned.Key.Length > 0 && !known.Any(item => ApiId.Same(kind.Id(item), owned.Key)))
                .Select(owned => new Candidate(owned.Key, part.About(owned.First(), memory), null)));

    /// <summary>An object that may be meant.</summary>
    /// <param name="Id">The id to insert.</param>
    /// <param name="About">The text that describes it.</param>
    /// <param name="Name">Its name, if it has one.</param>
    private protected sealed record Candidate(string Id, string About, string? Name);
}
