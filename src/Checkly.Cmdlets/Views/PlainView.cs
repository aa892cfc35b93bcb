using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Formats models for Format-Wide, and for Format-Custom where a model has no view of its own. Without it, PowerShell would show
/// the properties unchanged, with any hidden characters in texts of the server.
/// </summary>
public static class PlainView
{
    private static readonly string[] Names = ["Name", "AccountName", "Header", "Address", "Description", "StartsAt", "StatusPageId", "Id"];

    /// <summary>What an object is called, on one line.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The value of the first identifying property that has one.</returns>
    public static string Name(PSObject? item) => item is null ? string.Empty
        : Names.Select(name => Text(item.Properties[name]?.Value)).FirstOrDefault(text => text.Length > 0) ?? Text(item.BaseObject.ToString());

    /// <summary>All properties of an object that have a value, one a line.</summary>
    /// <param name="item">The object.</param>
    /// <returns>Lines such as <c>Name : Checkout API</c>, separated by line feeds.</returns>
    public static string Lines(PSObject? item)
    {
        (string Name, string Text)[] rows =
        [
            .. (item?.Properties ?? Enumerable.Empty<PSPropertyInfo>())
                .Select(property => (property.Name, Text: Text(property.Value)))
                .Where(row => row.Text.Length > 0),
        ];
        int width = rows.Length == 0 ? 0 : rows.Max(row => row.Name.Length);
        return string.Join("\n", rows.Select(row => $"{row.Name.PadRight(width)} : {row.Text}"));
    }

    private static string Text(object? value) => ArgumentValue.Plain(value) switch
    {
        null => string.Empty,
        string text => DisplayText.OneLine(text),
        DateTimeOffset or DateTime => TimeText.Iso(value),
        IDictionary map => Joined(map.Keys),
        IEnumerable items => Joined(items),
        IFormattable number => DisplayText.OneLine(number.ToString(null, CultureInfo.InvariantCulture)),
        var other when ArgumentValue.IsOfModule(other) => Name(PSObject.AsPSObject(other)),
        var other => DisplayText.OneLine(other.ToString()),
    };

    private static string Joined(IEnumerable items) => string.Join(", ", items.Cast<object?>().Select(Text).Where(text => text.Length > 0));
}
