using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Checkly;

/// <summary>
/// Leaves a path to the parameter -Path; see <see cref="ApiPathArgumentAttribute"/>. No JSON begins like one.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiBodyArgumentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        ArgumentValue.Plain(inputData) is string text && Regex.IsMatch(text, @"^(/|v\d+/|https?:)", RegexOptions.CultureInvariant)
            ? throw EngineWorkarounds.NotThisParameter($"'{DisplayText.OneLine(text)}' is a path and no body: a text as the body is JSON.")
            : inputData;
}
