using System.Management.Automation;

namespace Checkly;

/// <summary>Refuses an id that the API could not know, before anything is sent.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateGuidAttribute : ValidateEnumeratedArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void ValidateElement(object element)
    {
        if (!ApiId.IsGuid(element?.ToString()))
        {
            throw new ValidationMetadataException($"'{element}' is not an id. An id is a GUID such as e50ad839-1b90-4955-b716-1c6edbda57cb.");
        }
    }
}
