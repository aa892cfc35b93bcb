using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Security;

namespace Checkly;

/// <summary>Turns what PowerShell has into the plain values that a request is written from, and back.</summary>
internal static class PlainValue
{
    private const int Deepest = 50;

    /// <summary>A hashtable, an object, a list or a single value as maps, lists, texts, numbers and truth values.</summary>
    /// <exception cref="FormatException">The nesting is too deep, as in an object that contains itself.</exception>
    public static object? From(object? value, int depth = 0)
    {
        if (depth > Deepest)
        {
            throw new FormatException($"The value is nested deeper than {Deepest} levels: it may contain itself.");
        }

        object? plain = value == AutomationNull.Value ? null : ArgumentValue.Plain(value);
        return plain switch
        {
            null or string or bool or int or long or decimal or double or DateTimeOffset => plain,
            SwitchParameter flag => flag.IsPresent,
            DateTime time => new ClockTime(time).At(TimeZoneInfo.Local, DateTimeOffset.UtcNow),
            Guid or Uri or TimeSpan or char or Enum => Convert.ToString(plain, CultureInfo.InvariantCulture),
            float number => (double)number,
            byte or sbyte or short or ushort or uint => Convert.ToInt64(plain, CultureInfo.InvariantCulture),
            ulong number => (decimal)number,
            _ when ArgumentValue.IsoText(plain) is { } iso => iso,
            IDictionary map => Fields(map.Keys.Cast<object>().Select(key => (Convert.ToString(key, CultureInfo.InvariantCulture)!, (object?)map[key])), depth),
            IEnumerable items => items.Cast<object?>().Select(item => From(item, depth + 1)).ToArray(),
            SecureString => throw new FormatException("A SecureString cannot be sent: give its text."),
            _ when ArgumentValue.IsOfModule(value) => throw new FormatException($"{ArgumentValue.Kind(value!)} has other names than the API: give a hashtable with the API's names, or use the cmdlet that is made for it."),
            _ => Fields(PSObject.AsPSObject(plain).Properties.Where(property => property.IsGettable).Select(property => (property.Name, (object?)property.Value)), depth),
        };
    }

    /// <summary>Maps as objects with the same names, and everything else as it is.</summary>
    public static object? ToPowerShell(object? value)
    {
        switch (value)
        {
            case IDictionary<string, object?> map:
                var item = new PSObject();
                foreach (KeyValuePair<string, object?> field in map)
                {
                    item.Properties.Add(new PSNoteProperty(field.Key.Length == 0 ? "(empty)" : field.Key, ToPowerShell(field.Value)));
                }

                return item;
            case object?[] items:
                return Array.ConvertAll(items, ToPowerShell);
            default:
                return value;
        }
    }

    // Ordered, so that the body has the order in which the user wrote it.
    private static System.Collections.Specialized.OrderedDictionary Fields(IEnumerable<(string Name, object? Value)> fields, int depth)
    {
        var map = new System.Collections.Specialized.OrderedDictionary(StringComparer.Ordinal);
        foreach ((string name, object? value) in fields)
        {
            map[name] = From(value, depth + 1);
        }

        return map;
    }
}
