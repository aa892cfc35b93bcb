using System.Management.Automation;
using System.Reflection;

namespace Checkly;

/// <summary>
/// Says which models a cmdlet accepts from the pipeline; every other model is refused. It marks InputObject, a hidden parameter
/// that receives each object unchanged, also when properties of the object bind to other parameters.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PipedAttribute : ModelArgumentAttribute
{
    /// <param name="command">The cmdlet, or a base class of several.</param>
    /// <param name="models">The models that it accepts; empty when it accepts only strings and rows of data.</param>
    public PipedAttribute(Type command, params Type[] models)
        : base(command, models)
    {
    }

    /// <summary>Whether to refuse a row of data that was made from a part of the model, such as an update of a maintenance.</summary>
    public bool Only { get; set; }

    /// <summary>
    /// Whether the cmdlet collects all piped objects for one request. It then rejects a wrong object itself, so that the request
    /// is not sent with the others.
    /// </summary>
    public bool Gathers { get; set; }

    /// <summary>Whether a row that Select-Object made of any model may become something new.</summary>
    public bool TakesRows { get; set; }

    /// <summary>The attribute of a cmdlet; <see langword="null"/> where it has none.</summary>
    internal static PipedAttribute? Of(Type command) => command.GetProperty("InputObject")?.GetCustomAttribute<PipedAttribute>();

    private protected override bool Refuses => !Gathers;

    private protected override bool RefusesRows => Models.Count > 0 && !TakesRows;

    private protected override object? FromModel(PSObject item, string model) => item;

    private protected override object? FromOther(object? item)
    {
        PSObject? row = item is PSObject { BaseObject: PSCustomObject } found ? found : null;
        return Only && row is not null && Models.Select(model => ResourceKinds.Of(model).NameInPart(name => row.Properties[name] is not null)).FirstOrDefault(name => name is not null) is { } name
            ? throw Refusal($"A row with {ArgumentValue.WithArticle(name)} and an id of its own was piped in where {ArgumentValue.WithArticle(Models[0].Name)} is wanted: it is only a part of one.")
            : item;
    }

    // A list that is piped as one object stays one object.
    private protected override object Many(object list, object?[] accepted) => list;
}
