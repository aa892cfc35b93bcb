using System.Collections;
using System.Globalization;
using System.Text;

namespace Checkly;

/// <summary>Builds the query of a request.</summary>
public static class ApiQuery
{
    /// <summary>
    /// The parameters of a query. A list sends its name several times, a map sends <c>name[key]</c>, times are sent in UTC, and <see
    /// langword="null"/> is left out.
    /// </summary>
    /// <param name="values">Texts, numbers, Booleans, times, lists and maps, under their names, which must be strings.</param>
    /// <returns>Names and texts, not escaped yet.</returns>
    public static IEnumerable<KeyValuePair<string, string>> Of(IDictionary values) =>
        (values ?? throw new ArgumentNullException(nameof(values))).Keys.Cast<string>().SelectMany(name => Parameters(name, values[name]));

    /// <summary>Appends parameters to a path, with or without a query, and escapes them.</summary>
    internal static string Append(string path, IEnumerable<KeyValuePair<string, string>> query)
    {
        var whole = new StringBuilder(path);
        foreach (KeyValuePair<string, string> item in query)
        {
            whole.Append(whole.ToString().IndexOf('?') < 0 ? '?' : '&').Append(Uri.EscapeDataString(item.Key)).Append('=').Append(Uri.EscapeDataString(item.Value));
        }

        return whole.ToString();
    }

    // The document gives no form for a map such as startsAt's { gt }: brackets are what servers commonly read ("deepObject").
    private static IEnumerable<KeyValuePair<string, string>> Parameters(string name, object? value) => value switch
    {
        null => [],
        IDictionary map => map.Keys.Cast<string>().SelectMany(key => Parameters($"{name}[{key}]", map[key])),
        object?[] values => values.SelectMany(item => Parameters(name, item)),
        bool flag => [new(name, flag ? "true" : "false")],
        DateTimeOffset time => [new(name, JsonBody.Format(time))],
        _ => [new(name, Convert.ToString(value, CultureInfo.InvariantCulture)!)],
    };
}
