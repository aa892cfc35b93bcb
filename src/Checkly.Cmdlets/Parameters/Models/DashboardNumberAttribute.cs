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
        item.Is<Dashboard>() || (item?.Properties["DashboardId"] is not null && item.Properties["Id"] is not null && item.Properties["Header"] is not null);

    private protected override object? FromModel(PSObject item, string model) => LanguagePrimitives.ConvertTo<long>(item.Properties["Id"].Value);

    private protected override object? FromOther(object? item) => item switch
    {
        PSObject row when IsDashboard(row) => FromModel(row, nameof(Dashboard)),
        _ when ArgumentValue.Plain(item) is string text && !LanguagePrimitives.TryConvertTo<long>(text, out _) =>
            throw EngineWorkarounds.NotThisParameter($"'{DisplayText.OneLine(text)}' is not the number of a dashboard. Give its Id, such as 1001, and not its DashboardId; or give the dashboard, which Get-ChecklyDashboard returns."),
        _ => item,
    };
}
