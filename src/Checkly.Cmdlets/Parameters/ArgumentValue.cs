using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;

namespace Checkly;

/// <summary>Reads an argument that stands for a model: the model, a deserialized model, or a hashtable.</summary>
internal static class ArgumentValue
{
    // 2^53: up to here every whole number is a double.
    private const long MostExact = 9007199254740992;

    /// <summary>The value of a property or key; <see langword="null"/> when there is no such property or key.</summary>
    public static object? Field(object? item, string name) => Plain(item) switch
    {
        null => null,
        IDictionary map => map[name],
        _ => PSObject.AsPSObject(item!).Properties[name]?.Value,
    };

    /// <summary>The trimmed text of a property or key; <see langword="null"/> when it is missing or blank.</summary>
    public static string? Text(object? item, string name) => Field(item, name)?.ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>
    /// The value of the first of some properties that an object has. A text or a GUID is its own text; an object that has none of the
    /// properties is returned unchanged.
    /// </summary>
    public static object? First(object? item, string[] properties)
    {
        if (Plain(item) is null or string or Guid)
        {
            return item?.ToString().Trim();
        }

        PSObject view = PSObject.AsPSObject(item!);
        foreach (string name in properties)
        {
            if (view.Properties[name]?.Value is { } value)
            {
                return Plain(value) is string or Guid ? value.ToString().Trim() : value;
            }
        }

        return item;
    }

    /// <summary>The object without its PSObject wrapper.</summary>
    public static object? Plain(object? item) => item is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : item;

    /// <summary>
    /// A DateOnly or TimeOnly as text in ISO 8601; <see langword="null"/> for any other value. .NET Framework has neither type.
    /// </summary>
    public static string? IsoText(object? value) =>
        value is IFormattable time && time.GetType().FullName is "System.DateOnly" or "System.TimeOnly" ? time.ToString("O", CultureInfo.InvariantCulture) : null;

    /// <summary>The type name of a model, or of a row of one, with its article: <c>An Incident</c>.</summary>
    public static string Kind(object item) => $"A{WithArticle(ModelOrRow(item)!).Substring(1)}";

    /// <summary>The name of a type or a property with its article: <c>an Incident</c>.</summary>
    public static string WithArticle(string name) => $"{("AEIOUaeio".IndexOf(name[0]) >= 0 ? "an" : "a")} {name}";

    /// <summary>Whether an object is a model of this type, live or deserialized.</summary>
    public static bool Is<T>(this PSObject? item) => Model(item) == typeof(T).Name;

    /// <summary>Whether an object is a model of this type, live or deserialized, or a row that Select-Object made of one.</summary>
    public static bool IsOrWas<T>(this PSObject? item) => ModelOrRow(item) == typeof(T).Name;

    /// <summary>
    /// The id of a model of this type, or of a row of one; <see langword="null"/> for another type, and for a draft that has no id yet.
    /// </summary>
    public static string? IdOf<T>(this PSObject? item) => item.IsOrWas<T>() ? item!.Properties["Id"]?.Value?.ToString() : null;

    /// <summary>Whether an object is a model of the module, live or deserialized.</summary>
    public static bool IsOfModule(object? item) => Model(item) is not null;

    /// <summary>Whether an object is a model of the module of another type, or a row of one.</summary>
    public static bool IsOther<T>(object? item) => ModelOrRow(item) is { } type && type != typeof(T).Name;

    /// <summary>
    /// The type name of a model of the module, live or deserialized; <see langword="null"/> for any other object.
    /// </summary>
    public static string? Model(object? item) => Plain(item) switch
    {
        null or string => null,
        { } live when live.GetType() is { Namespace: nameof(Checkly) } type => type.Name,
        // What was saved and read back.
        PSObject row => NameIn(row, string.Empty),
        _ => null,
    };

    /// <summary>The model that one of an object's type names says, behind a prefix such as <c>Selected.</c>; <see langword="null"/> when none does.</summary>
    private static string? NameIn(PSObject row, string prefix)
    {
        foreach (string name in row.TypeNames)
        {
            if (After(prefix, After("Deserialized.", name) ?? name) is { } from && After("Checkly.", After("Deserialized.", from) ?? from) is { } model)
            {
                return model;
            }
        }

        return null;
    }

    /// <summary>
    /// The type name of the model that an object is, or of which Select-Object made it a row; <see langword="null"/> for any other
    /// object. Such a row has an id of that model, and texts that somebody chose to pass on.
    /// </summary>
    public static string? ModelOrRow(object? item) => Model(item) ?? (Plain(item) is PSObject row ? NameIn(row, "Selected.") : null);

    /// <summary>
    /// A whole number, or a text that is one; <see langword="null"/> for anything else. PowerShell converts <c>2001.6</c>,
    /// <c>'1kb'</c>, <c>'0x3ec'</c> and <c>$true</c> to whole numbers too, and somebody else's object would be meant.
    /// </summary>
    public static long? WholeNumber(object? value) => Plain(value) switch
    {
        char digit => WholeNumber(digit.ToString()),
        string text => long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null,
        byte or sbyte or short or ushort or int or uint or long => Convert.ToInt64(Plain(value), CultureInfo.InvariantCulture),
        // A spreadsheet has no other numbers.
        ulong number => number <= long.MaxValue ? (long)number : null,
        BigInteger number => number >= long.MinValue && number <= long.MaxValue ? (long)number : null,
        float number => WholeNumber((double)number),
        double number when number == Math.Truncate(number) && Math.Abs(number) < MostExact => (long)number,
        decimal number when number == decimal.Truncate(number) && Math.Abs(number) < MostExact => (long)number,
        _ => null,
    };

    private static string? After(string prefix, string name) => name.StartsWith(prefix, StringComparison.Ordinal) ? name.Substring(prefix.Length) : null;
}
