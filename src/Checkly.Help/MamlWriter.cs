using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace Checkly.Help;

/// <summary>Writes the help of one cmdlet in MAML, the format that Get-Help reads.</summary>
internal sealed class MamlWriter(XmlDocumentation documentation, IReadOnlyList<CmdletInfo> all)
{
    public static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private const string Documentation = "https://www.checklyhq.com/docs/";

    public XElement Write(CmdletInfo cmdlet)
    {
        XElement? type = documentation.Of(cmdlet.ImplementingType);
        ParameterWriter parameters = new(documentation, cmdlet);
        return new XElement(
            Command + "command",
            new XElement(
                Command + "details",
                new XElement(Command + "name", cmdlet.Name),
                Description(XmlDocumentation.Text(type?.Element("summary"))),
                new XElement(Command + "verb", cmdlet.Verb),
                new XElement(Command + "noun", cmdlet.Noun)),
            Description([.. XmlDocumentation.Paragraphs(type?.Element("remarks")), .. OfRemovals(cmdlet)]),
            new XElement(Command + "syntax", cmdlet.ParameterSets.Select(set => new XElement(
                Command + "syntaxItem",
                new XElement(Maml + "name", cmdlet.Name),
                ParameterWriter.Own(set.Parameters).OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position).Select(parameters.Write)))),
            new XElement(Command + "parameters", parameters.All().Select(parameters.Write)),
            new XElement(Command + "inputTypes", parameters.Inputs().Select(name => Type("inputType", name))),
            new XElement(Command + "returnValues", cmdlet.OutputType.Select(output => output.Type == typeof(void) ? Type("returnValue", "None") : Type("returnValue", output.Name, [.. Properties(output.Type)]))),
            new XElement(Command + "examples", (type?.Elements("example") ?? []).Select(Example)),
            new XElement(Maml + "relatedLinks", Links(cmdlet)));
    }

    public static XElement Description(params string[] paragraphs) =>
        new(Maml + "description", paragraphs.Select(text => new XElement(Maml + "para", text)));

    /// <summary>What is true of every cmdlet that asks by default, which are those that remove something.</summary>
    private static string[] OfRemovals(CmdletInfo cmdlet) => cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact == ConfirmImpact.High
        ? ["What is removed cannot be restored, so the cmdlet asks first. Where the host cannot prompt, it fails and removes nothing unless -Confirm:$false is given."]
        : [];

    private static XElement Type(string element, string name, params string[] description) =>
        new(Command + element, new XElement(Dev + "type", new XElement(Maml + "name", name)), Description(description.Length > 0 ? description : [string.Empty]));

    /// <summary>A paragraph for each property of one of the module's types.</summary>
    private IEnumerable<string> Properties(Type? type) => type?.Namespace != "Checkly" || type.IsEnum ? [] : type.GetProperties()
        .Where(property => property.GetMethod is { IsPublic: true, IsStatic: false })
        .Select(property => XmlDocumentation.Text(documentation.Of(property)?.Element("summary")) is { Length: > 0 } text
            ? $"{property.Name} ({TypeName(property.PropertyType)}): {text}"
            : throw new InvalidOperationException($"{type.Name}.{property.Name} has no documentation."));

    /// <summary>The name of a type as PowerShell writes it, without the namespace.</summary>
    private static string TypeName(Type type) => Nullable.GetUnderlyingType(type) is { } value ? TypeName(value)
        : type.IsArray ? $"{TypeName(type.GetElementType()!)}[]"
        : type.Name.Split('`')[0];

    private static XElement Example(XElement example, int index) => new(
        Command + "example",
        new XElement(Maml + "title", $"--- Example {index + 1}: {XmlDocumentation.Text(example.Element("para")).TrimEnd('.')} ---"),
        new XElement(Dev + "code", Code(example)),
        new XElement(Dev + "remarks"));

    /// <summary>The lines of an example without the indentation that the documentation comment gave them.</summary>
    private static string Code(XElement example)
    {
        string[] lines = ((string?)example.Element("code") ?? string.Empty).Split('\n');
        return string.Join("\n", lines.Select((line, index) => index == 0 ? line : line.StartsWith("            ", StringComparison.Ordinal) ? line[12..] : line)).Trim();
    }

    private IEnumerable<XElement> Links(CmdletInfo cmdlet) =>
        all.Where(other => other.Noun == cmdlet.Noun && other.Name != cmdlet.Name).Select(other => Link(other.Name, string.Empty))
            .Append(Link("about_Checkly", string.Empty))
            .Append(Link("Checkly documentation", Documentation));

    private static XElement Link(string text, string uri) =>
        new(Maml + "navigationLink", new XElement(Maml + "linkText", text), new XElement(Maml + "uri", uri));
}
