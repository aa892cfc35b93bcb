using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Checkly;

/// <summary>
/// Converts an argument to a <see cref="TimeSpan"/>. Unlike <see cref="TimeSpan.Parse(string)"/>, which reads 48:00:00 and 30
/// as days, it accepts more than 23 hours and refuses a number without a unit: checks must not be paused for days by mistake.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationArgumentAttribute : ArgumentTransformationAttribute
{
    private static readonly Regex Form = new(
        @"^(?<sign>-)?(?:(?<d>[0-9]{1,7})\.)?(?<h>[0-9]{1,7}):(?<m>[0-9]{1,2})(?::(?<s>[0-9]{1,2})(?:\.(?<f>[0-9]{1,7}))?)?$", RegexOptions.CultureInvariant);

    /// <summary>Whether an empty string, such as an empty cell of a CSV row, counts as not given.</summary>
    public bool MayBeEmpty { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        string text = Convert.ToString(given, CultureInfo.InvariantCulture)?.Trim() ?? string.Empty;
        return given is TimeSpan ? given
            : MayBeEmpty && text.Length == 0 ? null
            : Read(text) ?? throw new ArgumentTransformationMetadataException(
                $"'{text}' does not say how long: give hours and minutes, such as 00:30 for half an hour, 48:00 for two days or 1.00:00 for one.",
                new FormatException($"'{text}' is no duration."));
    }

    private static TimeSpan? Read(string text)
    {
        Match match = Form.Match(text);
        (int days, int hours, int minutes, int seconds) = (Part(match, "d"), Part(match, "h"), Part(match, "m"), Part(match, "s"));
        if (!match.Success || minutes > 59 || seconds > 59 || (match.Groups["d"].Success && hours > 23))
        {
            return null;
        }

        TimeSpan length = new TimeSpan(days, hours, minutes, seconds) + TimeSpan.FromTicks(int.Parse(match.Groups["f"].Value.PadRight(7, '0'), CultureInfo.InvariantCulture));
        return match.Groups["sign"].Success ? -length : length;
    }

    private static int Part(Match match, string name) => match.Groups[name] is { Success: true } part ? int.Parse(part.Value, CultureInfo.InvariantCulture) : 0;
}
