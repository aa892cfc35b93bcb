using System.Collections;

namespace Checkly;

/// <summary>Completes a maintenance window from the account's, which are asked for once in a while and for 2 s at most.</summary>
public sealed class MaintenanceWindowIdCompleter : IdCompleter
{
    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given) =>
        session.Memory.Maintenance.Windows.Items(session, () => MaintenanceWindowRequests.List(MaintenanceWindowRequests.LargestPage, 1))
            .Select(window => (window.ToString(), DisplayText.OneLine($"{window.Name} ({MaintenanceText.Repeats(window)})")));
}
