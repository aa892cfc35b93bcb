using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>Refuses a text that customers would see as nothing, also among several.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateNotBlankAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        object?[] texts = arguments as object?[] ?? [arguments];
        if (!texts.All(text => (text?.ToString() ?? string.Empty).Any(IsVisible)))
        {
            throw new ValidationMetadataException("The text is empty or blank. Any text with at least one visible character is accepted.");
        }
    }

    /// <summary>Neither a blank nor a control nor one of the characters that only join or part others, such as U+200B.</summary>
    private static bool IsVisible(char c) =>
        !char.IsWhiteSpace(c) && !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format;
}
