using System.Management.Automation;

namespace Checkly;

/// <summary>Lets a dashboard stand where its number is wanted; everything else goes through as it is.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DashboardNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is Dashboard dashboard ? dashboard.Id : inputData;
}
