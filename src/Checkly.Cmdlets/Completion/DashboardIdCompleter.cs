namespace Checkly;

/// <summary>Completes the id that a dashboard has in its own operations, a text.</summary>
public sealed class DashboardIdCompleter : DashboardCompleter
{
    private protected override string? IdOf(Dashboard dashboard) => dashboard.DashboardId;
}
