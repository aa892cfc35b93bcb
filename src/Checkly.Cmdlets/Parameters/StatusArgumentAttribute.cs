using System.Management.Automation;

namespace Checkly;

/// <summary>Refuses an object or a sentence in the position of the status with a hint, before ValidateSet only lists the statuses.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StatusArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the cmdlet keeps the status when none is given.</summary>
    public bool MayStay { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (ArgumentValue.Model(inputData) is { } model)
        {
            throw new ArgumentTransformationMetadataException($"{ArgumentValue.WithArticle(model)} was given where a status is wanted. Pipe it into the command.");
        }

        return MayStay && inputData is string text && text.Any(char.IsWhiteSpace)
            ? throw new ArgumentTransformationMetadataException($"'{DisplayText.OneLine(text)}' is not a status. To keep the status, name -Description.")
            : inputData;
    }
}
