using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Leaves a single word, such as the name of an HTTP method, to the parameter -Method, so that <c>Invoke-ChecklyApi GET /v1/checks</c> and
/// <c>Invoke-ChecklyApi /v1/checks</c> both work.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiPathArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>The methods that the API has.</summary>
    internal static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        ArgumentValue.Plain(inputData) is string { Length: > 0 } text && text.All(char.IsLetter)
            ? throw EngineWorkarounds.NotThisParameter($"'{text}' is no path of the API, which begins with a slash, such as /v1/checks.")
            : inputData;

    /// <summary>Whether a text is the name of a method, in any case.</summary>
    internal static bool IsMethod(string text) => Methods.Contains(text, StringComparer.OrdinalIgnoreCase);
}
