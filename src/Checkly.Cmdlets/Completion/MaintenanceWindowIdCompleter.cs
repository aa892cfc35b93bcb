using System.Collections;

namespace Checkly;

/// <summary>Completes a maintenance window from the account's, which are asked for once in a while and for 2 s at most.</summary>
public sealed class MaintenanceWindowIdCompleter : IdCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given) =>
        Known(session).Select(window => (window.ToString(), DisplayText.OneLine($"{window.Name} ({MaintenanceText.Repeats(window)})")));

    private static IReadOnlyList<MaintenanceWindow> Known(ChecklySession session)
    {
        if (session.Memory.Maintenance.Windows is { } known)
        {
            return known;
        }

        using var patience = new CancellationTokenSource(Patience);
        // Kept also when it fails, as none: a server that hangs shall not be waited for at every Tab.
        session.Memory.Maintenance.Windows = [];
        Page<MaintenanceWindow> page = session.Client!.SendAsync(MaintenanceWindowRequests.List(MaintenanceWindowRequests.LargestPage, 1), patience.Token).GetAwaiter().GetResult();
        return session.Memory.Maintenance.Windows = page.Items;
    }
}
