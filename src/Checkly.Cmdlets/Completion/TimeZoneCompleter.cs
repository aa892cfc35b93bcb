using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Checkly;

/// <summary>Completes the IANA name of a time zone from those of this machine.</summary>
public sealed class TimeZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.Id.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 || zone.DisplayName.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            .Select(zone => (Name: TimeZoneNames.ToIana(zone.Id), About: zone.DisplayName))
            .Where(zone => zone.Name is not null)
            .GroupBy(zone => zone.Name, StringComparer.Ordinal)
            .OrderBy(zone => zone.Key, StringComparer.Ordinal)
            .Select(zone => new CompletionResult(zone.Key, zone.Key, CompletionResultType.ParameterValue, zone.First().About));
    }
}
