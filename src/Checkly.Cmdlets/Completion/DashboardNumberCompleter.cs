using System.Globalization;

namespace Checkly;

/// <summary>Completes the number by which incidents refer to a dashboard.</summary>
public sealed class DashboardNumberCompleter : IdCompleter<Dashboard>
{
    private protected override string? Inserted(object item) => ((Dashboard)item).Id?.ToString(CultureInfo.InvariantCulture);
}
