using System.Collections;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Lets a text parameter take an object that has the text under one of several names. The first of the named properties that
/// the object has is taken; texts and everything else go through as they are, without the blanks around them.
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
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        ArgumentValue.Plain(inputData) switch
        {
            null => null,
            string or Guid => inputData!.ToString().Trim(),
            IList list => list.Cast<object?>().Select(item => Of(item, _properties)).ToArray(),
            _ => Of(inputData, _properties),
        };

    /// <summary>The text that one object has under one of the names; the object itself when it has none.</summary>
    internal static object? Of(object? item, IEnumerable<string> properties)
    {
        if (ArgumentValue.Plain(item) is null or string or Guid)
        {
            return item?.ToString().Trim();
        }

        PSObject view = PSObject.AsPSObject(item!);
        return properties.Select(name => view.Properties[name]?.Value).FirstOrDefault(id => id is not null)?.ToString().Trim() ?? item;
    }
}
