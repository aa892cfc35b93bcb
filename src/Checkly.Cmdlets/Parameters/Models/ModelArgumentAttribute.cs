using System.Collections;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// What parameters share that take objects of the module: an object of a type that the parameter does not accept is refused
/// while the parameters are bound, before anything is sent. Without this, its properties would bind by their names, and the
/// id of one thing would be taken for the id of another. Texts, numbers and rows of data are of no type of the module.
/// </summary>
public abstract class ModelArgumentAttribute : ArgumentTransformationAttribute
{
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
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => ArgumentValue.Plain(inputData) switch
    {
        null => null,
        IList list => Many(inputData!, [.. list.Cast<object?>().Select(Accepted)]),
        _ => Accepted(inputData),
    };

    /// <summary>Whether what the parameter does not accept is refused here, and not by the cmdlet itself.</summary>
    private protected virtual bool Refuses => true;

    internal bool Accepts(string model) => Models.Any(type => type.Name == model);

    /// <summary>What the parameter gets for an object of a type that it accepts.</summary>
    private protected abstract object? FromModel(PSObject item, string model);

    /// <summary>What the parameter gets for anything that is no object of the module.</summary>
    private protected abstract object? FromOther(object? item);

    /// <summary>What the parameter gets for a list.</summary>
    private protected virtual object Many(object list, object?[] accepted) => accepted;

    private protected static ArgumentTransformationMetadataException Refusal(string why) => new(why);

    private object? Accepted(object? item)
    {
        if (ArgumentValue.Model(item) is not { } model)
        {
            return FromOther(item);
        }

        if (Accepts(model) || !Refuses)
        {
            return FromModel(PSObject.AsPSObject(item!), model);
        }

        string why = WrongModel.Message(model, Models, Command);
        // PowerShell goes on to the other parameters after an invalid cast, and ends the binding after anything else. It must
        // go on when the command takes the object by another way, as Get-ChecklyStatusPageIncident takes a status page.
        throw PipedAttribute.Of(Command)?.Accepts(model) == true
            ? new ArgumentTransformationMetadataException(why, new PSInvalidCastException(why))
            : Refusal(why);
    }
}
