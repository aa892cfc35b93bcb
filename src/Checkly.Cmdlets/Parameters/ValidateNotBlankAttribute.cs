using System.Management.Automation;

namespace Checkly;

/// <summary>Refuses a text that customers would see as nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateNotBlankAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (string.IsNullOrWhiteSpace(arguments?.ToString()))
        {
            throw new ValidationMetadataException("The text is empty or blank. Any text with at least one visible character is accepted.");
        }
    }
}
