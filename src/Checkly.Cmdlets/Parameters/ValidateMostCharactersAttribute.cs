using System.Management.Automation;

namespace Checkly;

/// <summary>Refuses a text that is longer than the API takes; unlike ValidateLength it lets $null through, which clears the field.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateMostCharactersAttribute : ValidateArgumentsAttribute
{
    /// <param name="most">The most characters.</param>
    public ValidateMostCharactersAttribute(int most)
    {
        Most = most;
    }

    /// <summary>The most characters.</summary>
    public int Most { get; }

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments?.ToString()?.Length is { } length && length > Most)
        {
            throw new ValidationMetadataException(FormattableString.Invariant($"The text has {length} characters. The API takes at most {Most}."));
        }
    }
}
