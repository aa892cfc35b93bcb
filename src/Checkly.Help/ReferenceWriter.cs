using System.Xml.Linq;

namespace Checkly.Help;

/// <summary>Writes the help of the cmdlets, as Get-Help reads it, as Markdown pages.</summary>
public static class ReferenceWriter
{
    /// <summary>Writes a page for each cmdlet, and an index.</summary>
    /// <param name="help">The help in MAML.</param>
    /// <returns>The pages, under the names of their files.</returns>
    public static IReadOnlyDictionary<string, string> Pages(XDocument help)
    {
        ArgumentNullException.ThrowIfNull(help);
        XElement[] commands = [.. help.Root!.Elements(MamlWriter.Command + "command").OrderBy(Name, StringComparer.Ordinal)];
        Dictionary<string, string> pages = commands.ToDictionary(command => $"{Name(command)}.md", command => Page(command, commands));
        pages["README.md"] = string.Concat(
        [
            "# Cmdlets\n\nThis is the help that `Get-Help` shows, made from the same source.\n\n| cmdlet | what it does |\n|---|---|\n",
            .. commands.Select(command => $"| {Link(Name(command))} | {Cell(Paragraphs(command.Element(MamlWriter.Command + "details")!).First())} |\n"),
        ]);
        return pages;
    }

    private static string Page(XElement command, XElement[] all)
    {
        IEnumerable<string> others = command.Descendants(MamlWriter.Maml + "linkText").Select(text => text.Value).Where(text => all.Any(other => Name(other) == text));
        string[] parameters =
        [
            "| parameter | type | how | what |",
            "|---|---|---|---|",
            .. command.Element(MamlWriter.Command + "parameters")!.Elements().Select(parameter =>
                $"| `-{parameter.Element(MamlWriter.Maml + "name")!.Value}` | {parameter.Element(MamlWriter.Dev + "type")!.Value} | {How(parameter)} | {Cell(string.Join(" ", Paragraphs(parameter)))}{Values(parameter)} |"),
        ];
        return string.Join("\n\n", ((string[])
        [
            $"# {Name(command)}",
            .. Paragraphs(command.Element(MamlWriter.Command + "details")!),
            .. command.Element(MamlWriter.Command + "syntax")!.Elements().Select(set => Code(Syntax(set))),
            .. Paragraphs(command),
            "## Examples",
            .. command.Descendants(MamlWriter.Command + "example").SelectMany(Example),
            "## Parameters",
            parameters.Length > 2 ? string.Join("\n", parameters) : "None but the common ones.",
            "## Output",
            .. command.Element(MamlWriter.Command + "returnValues")!.Elements().SelectMany(Output),
            string.Join(" · ", others.Select(Link).Prepend("[All cmdlets](README.md)")),
        ]).Where(paragraph => paragraph.Length > 0)) + "\n";
    }

    private static string[] Example(XElement example)
    {
        string title = example.Element(MamlWriter.Maml + "title")!.Value.Trim(' ', '-');
        return [$"### {title[(title.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()}", Code(example.Element(MamlWriter.Dev + "code")!.Value)];
    }

    private static string[] Output(XElement output) =>
        [$"`{output.Element(MamlWriter.Dev + "type")!.Value}`", string.Join("\n", Paragraphs(output).Select(property => $"- {Cell(property)}"))];

    private static string Code(string text) => $"```powershell\n{text}\n```";

    private static string Name(XElement command) => command.Element(MamlWriter.Command + "details")!.Element(MamlWriter.Command + "name")!.Value;

    private static string Link(string cmdlet) => $"[`{cmdlet}`]({cmdlet}.md)";

    private static string[] Paragraphs(XElement element) =>
        [.. element.Elements(MamlWriter.Maml + "description").Elements().Select(paragraph => paragraph.Value).Where(text => text.Length > 0)];

    // A table cell ends at a bar, and angle brackets would be read as HTML.
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static string Syntax(XElement set)
    {
        IEnumerable<string> parameters = set.Elements(MamlWriter.Command + "parameter").Select(parameter =>
        {
            string name = $"-{parameter.Element(MamlWriter.Maml + "name")!.Value}";
            string? type = parameter.Element(MamlWriter.Command + "parameterValue")?.Value;
            bool isPositional = (string?)parameter.Attribute("position") != "named";
            string written = type is null ? name : $"{(isPositional ? $"[{name}]" : name)} <{type}>";
            return IsMandatory(parameter) ? written : $"[{written}]";
        });
        return $"{set.Element(MamlWriter.Maml + "name")!.Value} {string.Join(" ", parameters)}".TrimEnd();
    }

    private static string How(XElement parameter)
    {
        string position = (string)parameter.Attribute("position")!;
        string pipeline = (string)parameter.Attribute("pipelineInput")!;
        string aliases = (string)parameter.Attribute("aliases")!;
        string standard = parameter.Element(MamlWriter.Dev + "defaultValue")!.Value;
        return string.Join(", ", new[]
        {
            IsMandatory(parameter) ? "required" : string.Empty,
            position == "named" ? string.Empty : $"position {position}",
            pipeline.StartsWith("true", StringComparison.OrdinalIgnoreCase) ? "pipeline" : string.Empty,
            (string?)parameter.Attribute("globbing") == "true" ? "wildcards" : string.Empty,
            standard is "" or "None" ? string.Empty : $"default {Cell(standard)}",
            aliases == "none" ? string.Empty : $"alias {string.Join(" ", aliases.Split(", ").Select(alias => $"`{alias}`"))}",
        }.Where(text => text.Length > 0));
    }

    private static bool IsMandatory(XElement parameter) => (string?)parameter.Attribute("required") == "true";

    private static string Values(XElement parameter) => parameter.Element(MamlWriter.Command + "parameterValueGroup") is { } group
        ? $" One of {string.Join(", ", group.Elements().Select(value => $"`{value.Value}`"))}."
        : string.Empty;
}
