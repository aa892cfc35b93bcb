using System.Collections;

namespace Checkly;

/// <summary>Completes a dashboard from the account's, which are asked for once in a while and for 2 s at most.</summary>
public abstract class DashboardCompleter : IdCompleter
{
    private protected override IEnumerable<(string Id, string About)> Candidates(ChecklySession session, IDictionary given) =>
        session.Memory.Dashboards.Items(session, () => DashboardRequests.List(DashboardRequests.LargestPage, 1))
            .Select(dashboard => (Id: IdOf(dashboard), About: DisplayText.OneLine($"{dashboard.Header} ({dashboard.CustomUrl ?? dashboard.CustomDomain})")))
            .Where(candidate => candidate.Id is not null)
            .Select(candidate => (candidate.Id!, candidate.About));

    /// <summary>Which of a dashboard's two ids is completed.</summary>
    private protected abstract string? IdOf(Dashboard dashboard);
}
