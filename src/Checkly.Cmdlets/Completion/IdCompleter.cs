using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Checkly;

/// <summary>
/// Completes an id from what the session knows. The id is what is inserted; name and status are shown beside it. Fails
/// silently: completion never disturbs the line that is being typed.
/// </summary>
public abstract class IdCompleter : IArgumentCompleter
{
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
                    .Select(candidate => new CompletionResult(candidate.Id, candidate.Id, CompletionResultType.ParameterValue, candidate.About)),
            ];
        }
        catch (Exception failure) when (failure is ChecklyApiException or SetupException or OperationCanceledException or ObjectDisposedException)
        {
            return [];
        }
    }

    /// <summary>An update as it is shown beside an id.</summary>
    private protected static string Shown(IncidentUpdate update) => DisplayText.OneLine($"{update.Status}: {update.Description}");

    /// <summary>What can be completed, the likeliest first.</summary>
    private protected abstract IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given);
}
