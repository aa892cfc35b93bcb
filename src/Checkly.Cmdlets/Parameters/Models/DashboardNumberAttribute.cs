using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Converts a dashboard to its number, by which incidents refer to it. Texts, which may be names, stay unchanged. Without this
/// attribute, the property DashboardId of a dashboard, which is a text, would bind as the number.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DashboardNumberAttribute : ModelArgumentAttribute
{
    /// <param name="command">The cmdlet that has the parameter.</param>
    public DashboardNumberAttribute(Type command)
        : base(command, typeof(Dashboard))
    {
    }

    /// <summary>Whether something is a dashboard, was one before it was saved, or is a row made from one.</summary>
    internal static bool IsDashboard(PSObject? item) =>
        item.IsOrWas<Dashboard>() || (item?.Properties["DashboardId"] is not null && item.Properties["Id"] is not null && item.Properties["Header"] is not null);

    // Rows of incidents have the number too.
    private protected override bool RefusesRows => false;

    private protected override object? FromModel(PSObject item, string model) => Number(item.Properties["Id"]?.Value)
        ?? throw Refusal("This dashboard has no number that an incident could refer to: it gets one when it is created.");

    private protected override object? FromOther(object? item) => item switch
    {
        null => null,
        PSObject row when IsDashboard(row) => FromModel(row, nameof(Dashboard)),
        _ when ArgumentValue.Plain(item) is string text => text.Trim(),
        _ => Number(item) ?? throw EngineWorkarounds.NotThisParameter($"'{DisplayText.OneLine(item.ToString())}' is neither the number of a dashboard, such as 1001, nor its name."),
    };

    private static string? Number(object? value) => ArgumentValue.WholeNumber(value)?.ToString(CultureInfo.InvariantCulture);
}
