using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Lets a dashboard stand where its number is wanted, also one that was saved and read back; everything else goes through
/// as it is. Without this, the text that a dashboard calls its DashboardId would be taken for the number.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DashboardNumberAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether something is a dashboard, or was one before it was saved.</summary>
    internal static bool IsDashboard(object? item) =>
        item is not null && PSObject.AsPSObject(item) is var view
        && (view.BaseObject is Dashboard
            || (view.Properties["DashboardId"] is not null && view.Properties["Id"] is not null && view.Properties["Header"] is not null));

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        IsDashboard(inputData) ? LanguagePrimitives.ConvertTo<long>(PSObject.AsPSObject(inputData!).Properties["Id"].Value) : inputData;
}
