using System.Collections;
using System.Management.Automation;

namespace Checkly;

/// <summary>Reads what a person gave where an object of the module is wanted: it, what it was before it was saved, or a hashtable.</summary>
internal static class ArgumentValue
{
    /// <summary>The value that it has under a name; none when it has none.</summary>
    public static object? Field(object? item, string name) => Plain(item) switch
    {
        null => null,
        IDictionary map => map[name],
        _ => PSObject.AsPSObject(item!).Properties[name]?.Value,
    };

    /// <summary>The text that it has under a name, without the blanks around it; none when there is none.</summary>
    public static string? Text(object? item, string name) => Field(item, name)?.ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>It without what PowerShell wraps it in.</summary>
    public static object? Plain(object? item) => item is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : item;

    /// <summary>What it is, with its article: <c>An Incident</c>.</summary>
    public static string Kind(object? item) =>
        (Model(item) ?? Plain(item)?.GetType().Name) is { Length: > 0 } name ? $"A{WithArticle(name).Substring(1)}" : "Nothing";

    /// <summary>The name of a type or a property with its article: <c>an Incident</c>.</summary>
    public static string WithArticle(string name) => $"{("AEIOU".IndexOf(name[0]) >= 0 ? "an" : "a")} {name}";

    /// <summary>Whether it is an object of the module of this type, or was one before it was saved.</summary>
    public static bool Is<T>(this PSObject? item) => Model(item) == typeof(T).Name;

    /// <summary>The id of such an object; none where it is something else, or only drafted, so that the API does not know it.</summary>
    public static string? IdOf<T>(this PSObject? item) => item.Is<T>() ? item!.Properties["Id"]?.Value?.ToString() : null;

    /// <summary>Whether it is an object of the module, or was one before it was saved.</summary>
    public static bool IsOfModule(object? item) => Model(item) is not null;

    /// <summary>Whether it is an object of the module, but not of this type; also when it was saved.</summary>
    public static bool IsOther<T>(object? item) => Model(item) is { } type && type != typeof(T).Name;

    /// <summary>The name of its type where that is one of the module's, as it is or as it was before it was saved.</summary>
    public static string? Model(object? item)
    {
        const string Saved = "Deserialized.";
        const string Own = "Checkly.";
        return item is null ? null : PSObject.AsPSObject(item).TypeNames
            .Select(name => name.StartsWith(Saved, StringComparison.Ordinal) ? name.Substring(Saved.Length) : name)
            .Where(name => name.StartsWith(Own, StringComparison.Ordinal))
            .Select(name => name.Substring(Own.Length))
            .FirstOrDefault();
    }
}
