using System.Management.Automation;

namespace Checkly;

/// <summary>Refuses a text that cannot be one part of a path: a blank one, and the dots that would change the path.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateSegmentAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        if (DisplayText.OneLine(element?.ToString()) is "" or "." or "..")
        {
            throw new ValidationMetadataException($"'{element}' is neither an id nor a name: it is blank or only dots.");
        }
    }
}
