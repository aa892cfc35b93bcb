using System.Globalization;

namespace Checkly;

/// <summary>Completes the number by which incidents refer to a dashboard.</summary>
public sealed class DashboardNumberCompleter : DashboardCompleter
{
    private protected override string? IdOf(Dashboard dashboard) => dashboard.Id?.ToString(CultureInfo.InvariantCulture);
}
