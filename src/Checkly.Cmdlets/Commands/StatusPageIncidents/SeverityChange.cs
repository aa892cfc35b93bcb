using System.Management.Automation;

namespace Checkly;

/// <summary>
/// A change of severity that comes with an update. It is sent before the update: a mail that the update sends then has the new
/// severity, and when the update fails, the command can be run again without harm. The other way round, the second run would post the
/// update twice.
/// </summary>
internal sealed class SeverityChange
{
    private readonly ChecklySessionCommand _command;
    private readonly string _id;
    private readonly string _before;
    private readonly string _after;

    private SeverityChange(ChecklySessionCommand command, StatusPageIncident incident, string after, IReadOnlyDictionary<string, object?> changes)
    {
        _command = command;
        _id = incident.Id!;
        _before = DisplayText.OneLine(incident.Severity);
        _after = after;
        Request = StatusPageIncidentRequests.Change(incident, changes);
    }

    /// <summary>The request that makes the change.</summary>
    public ApiRequest<StatusPageIncident> Request { get; }

    /// <summary>That it was made.</summary>
    public string Made => $"The severity of incident {_id} was changed from {_before} to {_after}.";

    /// <summary>Plans the change; it is <see langword="null"/> when the incident has this severity already.</summary>
    /// <returns>Whether the change can be made; otherwise an error was written.</returns>
    public static bool TryPlan(ChecklySessionCommand command, StatusPageIncident incident, string severity, out SeverityChange? change)
    {
        change = null;
        if (string.Equals(incident.Severity, severity, StringComparison.OrdinalIgnoreCase))
        {
            command.WriteVerbose($"Incident {incident.Id} is {severity} already.");
            return true;
        }

        var changes = new Dictionary<string, object?> { ["severity"] = severity };
        if (incident.ChangeRefusal(changes) is { } refusal)
        {
            command.Refuse(refusal, incident.Id);
            return false;
        }

        change = new SeverityChange(command, incident, severity, changes);
        return true;
    }

    /// <summary>The error when the change failed.</summary>
    public ErrorRecord NotMade(ChecklyApiException failure) => ErrorRecords.From(
        _command,
        failure.With($"This was to change the severity of incident {_id} from {_before} to {_after}; the update was not posted."),
        _id,
        failure.MayHaveBeenCarriedOut ? "Run the same command again: changing the severity twice does no harm, and nothing was posted." : null);

    /// <summary>The error when the change was made and the update failed.</summary>
    public ErrorRecord MadeWithoutUpdate(ChecklyApiException failure) => ErrorRecords.From(
        _command,
        failure.With($"{Made} The update {(failure.MayHaveBeenCarriedOut ? "may have been posted, or not" : "was not posted")}."),
        _id,
        failure.MayHaveBeenCarriedOut
            ? $"Look with Get-ChecklyStatusPageIncidentUpdate {_id} whether the update is there. If it is not, run the same command again: only the update is sent then."
            : $"Run the same command again: only the update is sent then. To take the severity back: Set-ChecklyStatusPageIncident {_id} -Severity {_before}");
}
