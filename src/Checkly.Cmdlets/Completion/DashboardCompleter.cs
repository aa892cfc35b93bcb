using System.Collections;

namespace Checkly;

/// <summary>Completes a dashboard from the account's, which are asked for once in a while and for 2 s at most.</summary>
public abstract class DashboardCompleter : IdCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given) =>
        Known(session)
            .Select(dashboard => (Id: IdOf(dashboard), About: DisplayText.OneLine($"{dashboard.Header} ({dashboard.CustomUrl ?? dashboard.CustomDomain})")))
            .Where(candidate => candidate.Id is not null)
            .Select(candidate => (candidate.Id!, candidate.About));

    /// <summary>Which of a dashboard's two ids is completed.</summary>
    private protected abstract string? IdOf(Dashboard dashboard);

    private static IReadOnlyList<Dashboard> Known(ChecklySession session)
    {
        if (session.Memory.Dashboards is { } known)
        {
            return known;
        }

        using var patience = new CancellationTokenSource(Patience);
        // Kept also when it fails, as none: a server that hangs shall not be waited for at every Tab.
        session.Memory.RememberAll([]);
        Page<Dashboard> page = session.Client!.SendAsync(DashboardRequests.List(DashboardRequests.LargestPage, 1), patience.Token).GetAwaiter().GetResult();
        session.Memory.RememberAll(page.Items);
        return page.Items;
    }
}
