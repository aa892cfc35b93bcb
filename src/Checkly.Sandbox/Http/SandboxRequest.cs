using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>A request as an operation sees it: the values of the path's placeholders, the query, and the body if any.</summary>
internal sealed record SandboxRequest(IReadOnlyDictionary<string, string> Path, ILookup<string, string> Query, JsonNode? Body)
{
    /// <summary>The body's fields, for operations that take an object.</summary>
    /// <exception cref="SandboxRefusal">The body is missing or no object.</exception>
    public FieldCheck Fields(params string[] known) =>
        new(Body as JsonObject ?? throw SandboxRefusal.BadRequest("\"value\" must be of type object"), string.Empty, known);

    /// <summary>An id in the path.</summary>
    /// <exception cref="SandboxRefusal">It is no GUID.</exception>
    public string Id(string placeholder) =>
        Guid.TryParse(Path[placeholder], out Guid id) ? id.ToString() : throw SandboxRefusal.BadRequest($"\"{placeholder}\" must be a valid GUID");

    /// <summary>A whole number in the query.</summary>
    /// <exception cref="SandboxRefusal">It is none, or out of bounds.</exception>
    public long Number(string name, long least, long most, long otherwise) =>
        Text(name, "must be a number") is { } text ? Number(name, text, least, most) : otherwise;

    /// <summary>An id in the path that is a number, in its one way of writing.</summary>
    /// <exception cref="SandboxRefusal">It is no whole number above zero.</exception>
    public string NumberId(string placeholder) =>
        Number(placeholder, Path[placeholder], least: 1, most: long.MaxValue).ToString(CultureInfo.InvariantCulture);

    /// <summary>A truth value in the query.</summary>
    /// <exception cref="SandboxRefusal">It is neither true nor false.</exception>
    public bool Flag(string name, bool otherwise = false)
    {
        const string Rule = "must be a boolean";
        return Text(name, Rule) is not { } value ? otherwise : bool.TryParse(value, out bool flag) ? flag : throw Refuse(name, Rule);
    }

    /// <summary>A text in the query that must be one of a set; null when it was not sent.</summary>
    /// <exception cref="SandboxRefusal">It is another.</exception>
    public string? OneOf(string name, params string[] values)
    {
        string rule = $"must be one of [{string.Join(", ", values)}]";
        return Text(name, rule) is not { } value ? null : values.Contains(value) ? value : throw Refuse(name, rule);
    }

    /// <summary>A text in the query; null when it was not sent.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="rule">What it must be, in the API's words.</param>
    /// <exception cref="SandboxRefusal">It was sent more than once: then it is a list, and no single value.</exception>
    public string? Text(string name, string rule = "must be a string") => Query[name].ToArray() switch
    {
        [] => null,
        [var only] => only,
        _ => throw Refuse(name, rule),
    };

    /// <summary>Whether a filter that takes one value lets something pass; one that was not sent does.</summary>
    /// <exception cref="SandboxRefusal">It was sent more than once.</exception>
    public bool Allows(string filter, Func<string, bool> passes) => Text(filter) is not { } value || passes(value);

    /// <summary>
    /// Whether a filter that takes a list of values, each in a parameter of its own, lets something pass: one of them is enough,
    /// and a filter that was not sent lets everything pass.
    /// </summary>
    public bool AllowsAny(string filter, Func<string, bool> passes) => !Query.Contains(filter) || Query[filter].Any(passes);

    private static SandboxRefusal Refuse(string name, string rule) => SandboxRefusal.BadRequest($"\"{name}\" {rule}");

    private static long Number(string name, string text, long least, long most) =>
        !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? throw SandboxRefusal.BadRequest($"\"{name}\" must be a number")
        : number < least ? throw SandboxRefusal.BadRequest($"\"{name}\" must be greater than or equal to {least}")
        : number > most ? throw SandboxRefusal.BadRequest($"\"{name}\" must be less than or equal to {most}")
        : number;
}
