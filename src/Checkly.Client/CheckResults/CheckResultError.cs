using System.Collections;
using System.Globalization;

namespace Checkly;

/// <summary>
/// Finds what went wrong in the details of a result. Each type of check has details of its own, and most of them are free in the
/// document; the places are those that the official CLI looks in.
/// </summary>
internal static class CheckResultError
{
    private static readonly string[] ClaimFields = ["source", "property", "comparison", "target"];

    /// <summary>What went wrong, in one line; <see langword="null"/> when nothing says.</summary>
    public static string? MessageOf(CheckResult result)
    {
        IDictionary[] details = DetailsOf(result);
        string? text = details.Select(detail => Text(detail["requestError"])).FirstOrDefault(IsTold)
            ?? details.SelectMany(detail => List(detail["errors"])).Select(MessageOfError).FirstOrDefault(IsTold)
            ?? FailedAssertionsOf(result).FirstOrDefault()
            ?? details.Select(detail => Text((detail["response"] as IDictionary)?["grpcStatusMessage"]) ?? Text(detail["failureCategory"])).FirstOrDefault(IsTold);
        return text is null ? null : DisplayText.OneLine(text);
    }

    /// <summary>The assertions that failed, a line each.</summary>
    public static string[] FailedAssertionsOf(CheckResult result) =>
        [.. DetailsOf(result).SelectMany(detail => List(detail["assertions"])).OfType<IDictionary>().Select(FailureOf).OfType<string>()];

    private static IDictionary[] DetailsOf(CheckResult result) =>
    [
        result.ApiCheckResult, result.BrowserCheckResult, result.MultiStepCheckResult, result.AgenticCheckResult,
        result.PlaywrightCheckResult, result.TracerouteCheckResult, result.GrpcCheckResult, result.SslCheckResult,
    ];

    /// <summary>An error is a text, or an object that has its text in <c>message</c>, possibly within <c>error</c>.</summary>
    private static string? MessageOfError(object? error) => error is IDictionary map
        ? Text((map["error"] as IDictionary)?["message"]) ?? Text(map["message"]) ?? Text(map["error"])
        : Text(error);

    /// <summary>An assertion that failed has an <c>error</c>, or <c>passed</c> is <see langword="false"/> (agentic checks).</summary>
    private static string? FailureOf(IDictionary assertion)
    {
        string? error = Text(assertion["error"]);
        if (!IsTold(error) && assertion["passed"] is not false)
        {
            return null;
        }

        string? claim = Text(assertion["condition"])
            ?? string.Join(" ", ClaimFields.Select(name => Text(assertion[name])).Where(IsTold));
        string? actual = Text(assertion["actual"]);
        return DisplayText.OneLine(
            string.Join(": ", new[] { claim, IsTold(error) ? error : null }.Where(IsTold)) + (IsTold(actual) ? $" (actual: {actual})" : string.Empty));
    }

    private static IEnumerable<object?> List(object? value) => value is IEnumerable list and not (string or IDictionary) ? list.Cast<object?>() : [];

    private static string? Text(object? value) => value switch
    {
        null or IDictionary => null,
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        bool => value.ToString(),
        _ => null,
    };

    private static bool IsTold(string? text) => !string.IsNullOrWhiteSpace(text);
}
