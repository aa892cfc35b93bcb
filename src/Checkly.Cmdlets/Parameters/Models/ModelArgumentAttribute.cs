using System.Management.Automation;

namespace Checkly;

/// <summary>
/// The base of attributes for parameters that accept models. A model that the parameter does not accept is refused during
/// parameter binding, before any request is sent. Otherwise its properties would bind by name, and the id of one object would be
/// used as the id of another. Strings, numbers and rows of data are not models.
/// </summary>
public abstract class ModelArgumentAttribute : ArgumentTransformationAttribute
{
    private RowFamily? _family;

    private protected ModelArgumentAttribute(Type command, params Type[] models)
    {
        Command = command;
        Models = models;
    }

    /// <summary>The cmdlet that has the parameter, or a base class of several: its verb is that of the cmdlets that a refusal names.</summary>
    public Type Command { get; }

    /// <summary>The types of the module that the parameter accepts.</summary>
    public virtual IReadOnlyList<Type> Models { get; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? null
        : LanguagePrimitives.GetEnumerable(inputData) is { } many ? Many(inputData, [.. many.Cast<object?>().Select(Accepted)])
        : Accepted(inputData);

    /// <summary>Whether what the parameter does not accept is refused here, and not by the cmdlet itself.</summary>
    private protected virtual bool Refuses => true;

    /// <summary>Whether a row that Select-Object made of a model is treated as that model: its id is the model's.</summary>
    private protected virtual bool RefusesRows => true;

    internal bool Accepts(string model) => Models.Any(type => type.Name == model);

    /// <summary>What the parameter gets for an object of a type that it accepts.</summary>
    private protected abstract object? FromModel(PSObject item, string model);

    /// <summary>What the parameter gets for anything that is no object of the module.</summary>
    private protected abstract object? FromOther(object? item);

    /// <summary>What the parameter gets for a list.</summary>
    private protected virtual object Many(object list, object?[] accepted) => accepted;

    private protected static ArgumentTransformationMetadataException Refusal(string why) => new(why);

    /// <summary>What the parameter gets for something; refuses models, and rows of models, that it does not accept.</summary>
    private protected object? Accepted(object? item)
    {
        string? model = RefusesRows ? ArgumentValue.ModelOrRow(item) : ArgumentValue.Model(item);
        if (model is null)
        {
            return RefusesRows && item is PSObject { BaseObject: PSCustomObject } row && (_family ??= new RowFamily(Models, Command)).Other(row) is { } other
                ? throw Refusal(WrongModel.Message(other, Models, Command, $"a row with the columns of {ArgumentValue.WithArticle(other)}"))
                : FromOther(item);
        }

        if (Accepts(model) || !Refuses)
        {
            return FromModel(PSObject.AsPSObject(item!), model);
        }

        string why = WrongModel.Message(model, Models, Command);
        // PowerShell must try the other parameters when one of them accepts the object, as in Get-ChecklyStatusPageIncident with a
        // status page.
        throw PipedAttribute.Of(Command)?.Accepts(model) == true
            ? EngineWorkarounds.NotThisParameter(why)
            : Refusal(why);
    }
}
