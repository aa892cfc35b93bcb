using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Checkly.Help;

/// <summary>The XML documentation of assemblies, member by member, as plain text.</summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _members;

    /// <param name="files">The files that the compiler wrote beside the assemblies.</param>
    public XmlDocumentation(params string[] files)
    {
        _members = files.SelectMany(file => XDocument.Load(file).Descendants("member"))
            // The compiler puts some types of its own into each assembly.
            .DistinctBy(member => (string)member.Attribute("name")!).ToDictionary(member => (string)member.Attribute("name")!);
    }

    /// <summary>What is documented of a type.</summary>
    public XElement? Of(Type type) => _members.GetValueOrDefault($"T:{type.FullName}");

    /// <summary>What is documented of a property, wherever it is declared.</summary>
    public XElement? Of(PropertyInfo property)
    {
        XElement? member = _members.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}");
        return (string?)member?.Element("inheritdoc")?.Attribute("cref") is { } other ? _members.GetValueOrDefault(other) : member;
    }

    /// <summary>An element as one paragraph of text.</summary>
    public static string Text(XElement? element) => element is null ? string.Empty : Blanks().Replace(string.Concat(element.Nodes().Select(Plain)), " ").Trim();

    /// <summary>The paragraphs of an element.</summary>
    public static IEnumerable<string> Paragraphs(XElement? element) =>
        element is null ? [] : element.Elements("para").Any() ? element.Elements("para").Select(Text) : [Text(element)];

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => (string?)see.Attribute("langword") ?? ((string?)see.Attribute("cref"))?.Split('.')[^1] ?? string.Empty,
        XElement element => element.Value,
        _ => string.Empty,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
