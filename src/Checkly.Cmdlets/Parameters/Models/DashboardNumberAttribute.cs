using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Converts a dashboard to its number, by which incidents refer to it. Values that are not models of the module stay unchanged.
/// Without this attribute, the property DashboardId of a dashboard, which is a text, would bind as the number.
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

    private protected override object? FromModel(PSObject item, string model) => ArgumentValue.WholeNumber(item.Properties["Id"]?.Value)
        ?? throw Refusal("A dashboard without the number that incidents refer to was given: it has none before it is created.");

    private protected override object? FromOther(object? item) => item switch
    {
        PSObject row when IsDashboard(row) => FromModel(row, nameof(Dashboard)),
        PSObject { BaseObject: PSCustomObject } => item,
        _ => ArgumentValue.WholeNumber(item) ?? throw EngineWorkarounds.NotThisParameter(
            $"'{DisplayText.OneLine(item?.ToString())}' is not the number of a dashboard. Give its Id, such as 1001, and not its DashboardId; or give the dashboard, which Get-ChecklyDashboard returns."),
    };
}
