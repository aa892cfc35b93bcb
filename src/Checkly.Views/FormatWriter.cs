using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Checkly.Views;

/// <summary>Writes the views of types as PowerShell reads them.</summary>
/// <param name="types">The types of the module by their names.</param>
internal sealed partial class FormatWriter(IReadOnlyDictionary<string, Type> types)
{
    private const int TimeWidth = 19;

    // Sets $width and $colour for the scripts that draw.
    private const string Terminal = """
        $width = 100
        if ($Host.UI.RawUI -and $Host.UI.RawUI.BufferSize.Width -gt 0) { $width = $Host.UI.RawUI.BufferSize.Width }
        $colour = $Host.UI.SupportsVirtualTerminal -and -not $env:NO_COLOR -and $PSStyle -and $PSStyle.OutputRendering -ne 'PlainText'

        """;

    /// <summary>Writes all views.</summary>
    /// <exception cref="FormatException">A type or a property is not one of the module.</exception>
    public XDocument Write(IReadOnlyList<TypeViews> views) => new(
        new XComment(" Made by the build, of src/Checkly.Views/views.txt and the models. "),
        new XElement("Configuration", new XElement(
            "ViewDefinitions",
            views.Select(Table),
            views.Select(List),
            views.Where(view => view.Custom is not null).Select(Custom),
            View("Checkly.Wide", views, new XElement("WideControl", new XElement("WideEntries", new XElement("WideEntry", new XElement("WideItem", Script("[Checkly.PlainView]::Name($_)")))))),
            View("Checkly.Plain", views.Where(view => view.Custom is null), Drawn("[Checkly.PlainView]::Lines($_)")))));

    private static XElement View(string name, IEnumerable<TypeViews> types, params object?[] content) =>
        new("View", new XElement("Name", name), new XElement("ViewSelectedBy", types.Select(type => new XElement("TypeName", $"Checkly.{type.Name}"))), content);

    private static XElement Script(string script) => new("ScriptBlock", script);

    private static XElement Drawn(string script) => new("CustomControl", new XElement("CustomEntries", new XElement("CustomEntry", new XElement(
        "CustomItem",
        new XElement("ExpressionBinding", Script(script)),
        new XElement("NewLine")))));

    private XElement Table(TypeViews view) => View($"Checkly.{view.Name}", [view],
        view.Group is not var (property, label) ? null : new XElement("GroupBy", Script(Value(view, property, inTable: true)), new XElement("Label", label)),
        new XElement(
            "TableControl",
            new XElement("TableHeaders", view.Columns.Select(column => Header(view, column))),
            new XElement("TableRowEntries", new XElement(
                "TableRowEntry",
                view.Wraps ? new XElement("Wrap") : null,
                new XElement("TableColumnItems", view.Columns.Select(column => new XElement("TableColumnItem", Script(Value(view, column.Value, inTable: true)))))))));

    private XElement Header(TypeViews view, Cell column)
    {
        bool isTime = IsTime(Find(view, column.Value)?.PropertyType);
        int width = isTime ? TimeWidth : column.Width;
        return new XElement(
            "TableColumnHeader",
            new XElement("Label", isTime ? $"{column.Label} (local)" : column.Label),
            width == 0 ? null : new XElement("Width", width),
            column.IsRight ? new XElement("Alignment", "Right") : null);
    }

    private XElement List(TypeViews view)
    {
        IEnumerable<string> properties = types[view.Name].GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).OrderBy(name => name == "AdditionalProperties");
        IEnumerable<Cell> rows = properties.Select(name => view.Rows.Find(row => row.Label == name) ?? new Cell(name, 0, false, name))
            .Concat(view.Rows.Where(row => Find(view, row.Label) is null));
        return View($"Checkly.{view.Name}.List", [view], new XElement("ListControl", new XElement("ListEntries", new XElement("ListEntry", new XElement(
            "ListItems",
            rows.Select(row => new XElement("ListItem", new XElement("Label", row.Label), Script(Value(view, row.Value, inTable: false)))))))));
    }

    private static XElement Custom(TypeViews view) => View($"Checkly.{view.Name}.Custom", [view], Drawn(
        (view.Custom!.Contains("$width", StringComparison.Ordinal) ? Terminal : string.Empty)
        + (view.IsLive ? $"if ($_ -is [Checkly.{view.Name}]) {{ {view.Custom} }} else {{ [Checkly.PlainView]::Lines($_) }}" : view.Custom)));

    private PropertyInfo? Find(TypeViews view, string name) =>
        types.TryGetValue(view.Name, out Type? type) ? type.GetProperty(name) : throw new FormatException($"The module has no type {view.Name}.");

    /// <summary>The script that shows a value: a property in the one way of its type, or the script itself.</summary>
    private string Value(TypeViews view, string value, bool inTable)
    {
        if (!Name().IsMatch(value))
        {
            return value;
        }

        Type type = (Find(view, value) ?? throw new FormatException($"{view.Name} has no property {value}.")).PropertyType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return IsTime(type) ? $"[Checkly.TimeText]::{(inTable ? "Local" : "Iso")}($_.{value})"
            : type == typeof(bool) || type == typeof(double) || type == typeof(int) ? $"$_.{value}"
            : type == typeof(string[]) ? $"[Checkly.DisplayText]::Clean($_.{value} -join ', ')"
            : !type.IsArray && type.Name.StartsWith("IDictionary", StringComparison.Ordinal) ? $"[Checkly.DisplayText]::Clean($(if ($null -ne $_.{value}) {{ $_.{value}.get_Keys() }}) -join ', ')"
            : type.IsArray ? throw new FormatException($"{view.Name}.{value} is a list of objects: say with a line that begins with \"list\" how it is shown.")
            : $"[Checkly.DisplayText]::Clean($_.{value})";
    }

    private static bool IsTime(Type? type) => type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?);

    [GeneratedRegex(@"^\w+$")]
    private static partial Regex Name();
}
