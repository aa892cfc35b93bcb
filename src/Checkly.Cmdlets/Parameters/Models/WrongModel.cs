using System.Management.Automation;
using System.Reflection;

namespace Checkly;

/// <summary>
/// Formats the refusal of a model that a parameter does not accept. It names the cmdlets that accept the model: those with the
/// same verb or, if there are none, all of them.
/// </summary>
internal static class WrongModel
{
    private static readonly Lazy<(Type Type, CmdletAttribute Name, ModelArgumentAttribute[] Takes)[]> Cmdlets = new(() =>
    [
        .. typeof(WrongModel).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract)
            .Select(type => (type, type.GetCustomAttribute<CmdletAttribute>(), Takes(type)))
            .Where(cmdlet => cmdlet.Item2 is not null)
            .OrderBy(cmdlet => cmdlet.Item1.Name, StringComparer.Ordinal),
    ]);

    /// <summary>Why an object is refused, and what takes it, as full sentences.</summary>
    /// <param name="model">The type's name.</param>
    /// <param name="wanted">The types that the parameter accepts.</param>
    /// <param name="command">The cmdlet that has the parameter, or a base class of several.</param>
    /// <param name="what">What was given, when it is not an object of the type.</param>
    public static string Message(string model, IReadOnlyCollection<Type> wanted, Type command, string? what = null)
    {
        string accepted = wanted.Count == 0 ? "text or a row of data" : string.Join(" or ", wanted.Select(type => ArgumentValue.WithArticle(type.Name)));
        what ??= ArgumentValue.WithArticle(model);
        bool[] isTaken = [.. Cmdlets.Value.Where(cmdlet => command.IsAssignableFrom(cmdlet.Type)).Select(cmdlet => cmdlet.Takes.Any(parameter => parameter.Accepts(model)))];
        string instead = Array.TrueForAll(isTaken, taken => taken) ? "Pipe it into the command."
            : Array.Exists(isTaken, taken => taken) ? $"{Instead(model, command)} Pipe it in."
            : Instead(model, command);
        return $"{char.ToUpperInvariant(what[0])}{what.Substring(1)} was given where {accepted} is wanted. {instead}";
    }

    /// <summary>Names the cmdlets that take a model, as a sentence.</summary>
    /// <param name="model">The type's name.</param>
    /// <param name="command">The cmdlet that does not take it, or a base class of several.</param>
    public static string Instead(string model, Type command)
    {
        string given = ArgumentValue.WithArticle(model);
        if (model is nameof(Incident) or nameof(IncidentUpdate) && command == typeof(Commands.ResolveChecklyStatusPageIncidentCommand))
        {
            return $"For {given} use New-ChecklyIncidentUpdate -Status RESOLVED.";
        }

        string[] verbs = [.. Cmdlets.Value.Where(cmdlet => command.IsAssignableFrom(cmdlet.Type)).Select(cmdlet => cmdlet.Name.VerbName).Distinct()];
        CmdletAttribute[] taking = [.. Cmdlets.Value.Where(cmdlet => cmdlet.Takes.Any(parameter => parameter.Accepts(model))).Select(cmdlet => cmdlet.Name)];
        CmdletAttribute[] alike = [.. taking.Where(name => verbs.Contains(name.VerbName))];
        // A cmdlet whose noun is the model comes first.
        CmdletAttribute[] own = [.. alike.Where(name => name.NounName == $"Checkly{model}")];
        return own.Length > 0 ? $"For {given} use {Listed(own)}."
            : alike.Length > 0 ? $"For {given} use {Listed(alike)}."
            : taking.Length > 0 ? $"No {string.Join(" or ", verbs.Select(verb => $"{verb}-"))} cmdlet takes {given}; for one use {Listed(taking)}."
            : $"No cmdlet takes {given}.";
    }

    private static string Listed(CmdletAttribute[] names) => string.Join(" or ", names.Select(name => $"{name.VerbName}-{name.NounName}"));

    /// <summary>What a cmdlet takes from the pipeline: InputObject says so where there is one.</summary>
    private static ModelArgumentAttribute[] Takes(Type command) => PipedAttribute.Of(command) is { } piped ? [piped]
        : [.. command.GetProperties()
            .Where(property => property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.ValueFromPipeline))
            .Select(property => property.GetCustomAttribute<ModelArgumentAttribute>())
            .OfType<ModelArgumentAttribute>()];
}
