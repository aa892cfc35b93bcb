using System.Text.RegularExpressions;

namespace Checkly.Views;

/// <summary>A column of a table, or a row of a list.</summary>
/// <param name="Label">The header.</param>
/// <param name="Width">The width in characters; 0 for what is left.</param>
/// <param name="IsRight">Whether it is aligned to the right.</param>
/// <param name="Value">A property or a script.</param>
internal sealed record Cell(string Label, int Width, bool IsRight, string Value);

/// <summary>The lines of one type in <c>views.txt</c>, which says how they are written.</summary>
internal sealed partial class TypeViews
{
    /// <summary>The type's name.</summary>
    public required string Name { get; init; }

    /// <summary>The property that groups the rows of the table, and the heading; <see langword="null"/> where they are not grouped.</summary>
    public (string Property, string Label)? Group { get; init; }

    /// <summary>Whether long texts go on in the next line.</summary>
    public bool Wraps { get; init; }

    /// <summary>The columns of the table.</summary>
    public List<Cell> Columns { get; } = [];

    /// <summary>The rows of the list that are not just the property.</summary>
    public List<Cell> Rows { get; } = [];

    /// <summary>The script of the custom view; <see langword="null"/> for the plain list of properties.</summary>
    public string? Custom { get; private set; }

    /// <summary>Whether the script takes objects of the type only, and not those that were saved and read back.</summary>
    public bool IsLive { get; private set; }

    /// <summary>Reads all types.</summary>
    /// <exception cref="FormatException">A line is not as it should be.</exception>
    public static List<TypeViews> Read(IEnumerable<string> lines)
    {
        List<TypeViews> types = [];
        foreach (string line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ')
            {
                Match head = Head().Match(line);
                types.Add(new TypeViews
                {
                    Name = head.Success ? head.Groups["name"].Value : throw new FormatException($"This line names no type: {line}"),
                    Group = head.Groups["by"].Success ? (head.Groups["by"].Value, head.Groups["as"].Value) : null,
                    Wraps = head.Groups["wrap"].Success,
                });
            }
            else
            {
                (types.LastOrDefault() ?? throw new FormatException($"This line belongs to no type: {line}")).Add(line.Trim());
            }
        }

        return types;
    }

    private void Add(string line)
    {
        Match special = Special().Match(line);
        string rest = special.Success ? special.Groups["rest"].Value : line;
        if (special.Groups["kind"].Value == "custom")
        {
            (IsLive, Custom) = (special.Groups["live"].Success, rest);
            return;
        }

        string[] parts = Bar().Split(rest, special.Success ? 2 : 3);
        if (special.Success)
        {
            Rows.Add(new Cell(parts[0], 0, false, parts[1]));
            return;
        }

        string[] width = parts.Length > 1 ? parts[1].Split(' ') : [string.Empty];
        Columns.Add(new Cell(parts[0], width[0].Length == 0 ? 0 : int.Parse(width[0], System.Globalization.CultureInfo.InvariantCulture), width.Contains("right"), parts.Length > 2 ? parts[2] : parts[0]));
    }

    [GeneratedRegex(@"^(?<name>\w+)( by (?<by>\w+) as (?<as>.+?))?(?<wrap> wrap)?$")]
    private static partial Regex Head();

    [GeneratedRegex(@" *\| *")]
    private static partial Regex Bar();

    [GeneratedRegex(@"^(?<kind>list|custom) (?<live>live )?(?<rest>.+)$")]
    private static partial Regex Special();
}
