using System.Collections;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Lets an id parameter take the object itself: <c>New-ChecklyIncidentUpdate $incident ...</c>. The first of the named
/// properties that the object has is its id; texts and everything else go through as they are.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdFromAttribute : ArgumentTransformationAttribute
{
    private readonly string[] _properties;

    /// <param name="properties">Names of properties, the most telling first.</param>
    public IdFromAttribute(params string[] properties)
    {
        _properties = properties;
    }

    /// <summary>The names of the properties.</summary>
    public IReadOnlyList<string> Properties => _properties;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? plain = inputData is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : inputData;
        return plain switch
        {
            null or string or Guid => plain?.ToString().Trim(),
            IList list => list.Cast<object?>().Select(IdOf).ToArray(),
            _ => IdOf(plain),
        };
    }

    private object? IdOf(object? item)
    {
        if (item is null or string || item is PSObject { BaseObject: string })
        {
            return item?.ToString().Trim();
        }

        PSObject view = PSObject.AsPSObject(item);
        return _properties.Select(name => view.Properties[name]?.Value).FirstOrDefault(id => id is not null)?.ToString().Trim() ?? item;
    }
}
