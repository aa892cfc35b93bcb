using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Checkly;

/// <summary>
/// Completes the id of a thing from the account's, or from what the session has seen, the one seen last first; only the parts of
/// what is given already, such as the updates of an incident. The id is inserted; name and status are shown beside it. Fails
/// silently: completion never disturbs the line that is being typed.
/// </summary>
/// <typeparam name="T">What the id is of.</typeparam>
public class IdCompleter<T> : IArgumentCompleter
{
    // As many as a person would look through.
    private const int Most = 200;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            ChecklySession? session = fakeBoundParameters?["Session"] switch
            {
                ChecklySession given => given,
                PSObject { BaseObject: ChecklySession given } => given,
                _ => SessionResolver.Standing(),
            };
            string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
            return session is not { IsConnected: true } ? [] :
            [
                .. Candidates(session, fakeBoundParameters ?? new Hashtable())
                    .Where(candidate => candidate.Id.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                        || candidate.About.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                    .Take(Most)
                    .Select(candidate => new CompletionResult(candidate.Id, candidate.Id, CompletionResultType.ParameterValue, candidate.About)),
            ];
        }
        catch (Exception failure) when (failure is ChecklyApiException or SetupException or OperationCanceledException or ObjectDisposedException)
        {
            return [];
        }
    }

    /// <summary>What is inserted for a thing; <see langword="null"/> where it has no such id.</summary>
    private protected virtual string? Inserted(object item) => ResourceKinds.Of(typeof(T)).Id(item);

    private IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given)
    {
        ResourceKind kind = ResourceKinds.Of(typeof(T));
        string? owner = kind.Owner is { } of && ArgumentValue.FirstText(given[of.Property], ResourceKinds.Of(of.Model).Columns) is IConvertible id
            ? Convert.ToString(id, CultureInfo.InvariantCulture)
            : null;
        IReadOnlyList<object> choices = session.Memory.Choices(kind, session);
        return choices
            .Where(item => owner is null || ApiId.Same(kind.OwnerId(item), owner))
            .Select(item => (Id: Inserted(item), About: kind.About(item, session.Memory)))
            .Where(candidate => candidate.Id is not null)
            .Select(candidate => (candidate.Id!, candidate.About))
            .Concat(KnownByParts(kind, choices, session.Memory));
    }

    /// <summary>Those of which the session has only seen a part, such as an update that was posted to an id.</summary>
    private static IEnumerable<(string Id, string About)> KnownByParts(ResourceKind kind, IReadOnlyList<object> known, SessionMemory memory) =>
        kind.IsListed ? [] : ResourceKinds.All
            .Where(part => part.Owner?.Model == kind.Model)
            .SelectMany(part => memory.SeenOf(part)
                .GroupBy(item => part.OwnerId(item) ?? string.Empty, StringComparer.OrdinalIgnoreCase)
                .Where(owned => owned.Key.Length > 0 && !known.Any(item => ApiId.Same(kind.Id(item), owned.Key)))
                .Select(owned => (owned.Key, part.About(owned.First(), memory))));
}
