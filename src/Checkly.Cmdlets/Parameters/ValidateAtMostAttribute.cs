using System.Management.Automation;

namespace Checkly;

/// <summary>Rejects a string that is too long for the API. Unlike ValidateLength, it accepts <see langword="null"/>, which clears the field.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateAtMostAttribute : ValidateArgumentsAttribute
{
    private readonly int _characters;

    /// <param name="characters">The most characters.</param>
    public ValidateAtMostAttribute(int characters)
    {
        _characters = characters;
    }

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        int length = arguments?.ToString().Length ?? 0;
        if (length > _characters)
        {
            throw new ValidationMetadataException(FormattableString.Invariant($"The text has {length} characters. The API takes at most {_characters}."));
        }
    }
}
