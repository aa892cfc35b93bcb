using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Xml.Linq;

namespace Checkly.Help;

/// <summary>Writes the parameters of one cmdlet in MAML.</summary>
internal sealed class ParameterWriter
{
    /// <summary>The descriptions of the parameters that the engine adds.</summary>
    private static readonly Dictionary<string, string> OfTheEngine = new()
    {
        ["WhatIf"] = "Shows the request that would be sent (method, path and body), and changes nothing.",
        ["Confirm"] = "Asks before each request that changes something.",
        ["First"] = "Return no more than this many.",
        ["Skip"] = "Leave out this many at the beginning.",
        ["IncludeTotalCount"] = "Return how many there are in all, before the objects, when the server says so.",
    };

    private readonly XmlDocumentation _documentation;
    private readonly CmdletInfo _cmdlet;
    private readonly Cmdlet _unused;

    public ParameterWriter(XmlDocumentation documentation, CmdletInfo cmdlet)
    {
        _documentation = documentation;
        _cmdlet = cmdlet;
        // Created only to read the default values of its properties.
        _unused = (Cmdlet)Activator.CreateInstance(cmdlet.ImplementingType)!;
    }

    /// <summary>All parameters but those that every cmdlet has.</summary>
    public static IEnumerable<CommandParameterInfo> Own(IEnumerable<CommandParameterInfo> parameters) =>
        parameters.Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name));

    /// <summary>Every parameter once.</summary>
    public IEnumerable<CommandParameterInfo> All() =>
        Own(_cmdlet.ParameterSets.SelectMany(set => set.Parameters)).DistinctBy(parameter => parameter.Name);

    /// <summary>The types that can be piped in.</summary>
    public IEnumerable<string> Inputs() =>
        All().Where(parameter => parameter.ValueFromPipeline).Select(parameter => parameter.ParameterType.FullName!).DefaultIfEmpty("None");

    public XElement Write(CommandParameterInfo parameter)
    {
        PropertyInfo? property = _cmdlet.ImplementingType.GetProperty(parameter.Name);
        string text = property is null
            ? OfTheEngine.GetValueOrDefault(parameter.Name, string.Empty)
            : XmlDocumentation.Text(_documentation.Of(property)?.Element("summary"));
        if (text.Length == 0)
        {
            throw new InvalidOperationException($"{_cmdlet.Name} -{parameter.Name} has no documentation.");
        }

        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        string[] values = [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)];
        return new XElement(
            MamlWriter.Command + "parameter",
            new XAttribute("required", Lower(parameter.IsMandatory)),
            new XAttribute("globbing", Lower(parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any())),
            new XAttribute("pipelineInput", Pipeline(parameter)),
            new XAttribute("position", parameter.Position < 0 ? "named" : parameter.Position.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(MamlWriter.Maml + "name", parameter.Name),
            MamlWriter.Description(text),
            values.Length == 0 ? null : new XElement(
                MamlWriter.Command + "parameterValueGroup",
                values.Select(value => new XElement(MamlWriter.Command + "parameterValue", new XAttribute("required", "false"), value))),
            type == typeof(SwitchParameter) ? null : new XElement(
                MamlWriter.Command + "parameterValue",
                new XAttribute("required", "true"),
                new XAttribute("variableLength", Lower(type.IsArray)),
                type.Name),
            new XElement(MamlWriter.Dev + "type", new XElement(MamlWriter.Maml + "name", type.Name), new XElement(MamlWriter.Maml + "uri")),
            new XElement(MamlWriter.Dev + "defaultValue", parameter.Attributes.OfType<PSDefaultValueAttribute>().FirstOrDefault()?.Help ?? Default(property)));
    }

    private string Default(PropertyInfo? property) => property?.GetValue(_unused) switch
    {
        string { Length: > 0 } text => text,
        int number and not 0 => number.ToString(CultureInfo.InvariantCulture),
        SwitchParameter => "False",
        _ => "None",
    };

    private static string Pipeline(CommandParameterInfo parameter) => (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    private static string Lower(bool value) => value ? "true" : "false";
}
