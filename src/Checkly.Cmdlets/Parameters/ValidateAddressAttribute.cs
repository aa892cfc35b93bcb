using System.Management.Automation;

namespace Checkly;

/// <summary>Refuses a text that is no address of the web; an empty one, which clears the field, is accepted.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateAddressAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        string text = arguments?.ToString() ?? string.Empty;
        if (text.Length > 0 && !(Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http"))
        {
            throw new ValidationMetadataException($"'{text}' is no absolute address such as https://example.com/logo.png.");
        }
    }
}
