using System.Collections;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Lets an id parameter take a maintenance window itself, but not a maintenance or an update: each knows its window, and that
/// would be changed or removed with all its other times.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WindowIdAttribute : ArgumentTransformationAttribute
{
    private static readonly IdFromAttribute Ids = new("MaintenanceWindowId", "Id");

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? plain = inputData is PSObject { BaseObject: IList list } ? list : inputData;
        if (plain is IList items ? items.Cast<object?>().Any(IsOfWindow) : IsOfWindow(plain))
        {
            const string Why = "A maintenance, or an update of one, is given where its window is wanted: Set-ChecklyMaintenance and Remove-ChecklyMaintenance take a single one.";
            throw new ArgumentTransformationMetadataException(Why);
        }

        return Ids.Transform(engineIntrinsics, inputData);
    }

    private static bool IsOfWindow(object? item) => item is not null and not string && PipedMaintenance.IsOne(PSObject.AsPSObject(item));
}
