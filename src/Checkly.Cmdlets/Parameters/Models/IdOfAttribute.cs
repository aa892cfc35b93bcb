using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Lets an id parameter take the object itself: <c>New-ChecklyIncidentUpdate $incident ...</c>. What holds the id is taken
/// from <see cref="IdHolders"/>; every other object of the module is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdOfAttribute : ModelArgumentAttribute
{
    private readonly Type _wanted;
    private bool _only;

    /// <param name="wanted">What the id is of, such as <see cref="Incident"/>.</param>
    /// <param name="command">The cmdlet that has the parameter, or a base class of several.</param>
    public IdOfAttribute(Type wanted, Type command)
        : base(command, IdHolders.Models(wanted))
    {
        _wanted = wanted;
    }

    /// <summary>
    /// Whether only the model itself is accepted, and not a part that carries its id. A user who pipes an incident update to
    /// Remove-ChecklyIncident does not mean to remove the whole incident.
    /// </summary>
    public bool Only
    {
        get => _only;
        set
        {
            _only = value;
            Models = value ? [_wanted] : IdHolders.Models(_wanted);
        }
    }

    private protected override object? FromModel(PSObject item, string model)
    {
        string property = IdHolders.Property(_wanted, model);
        return item.Properties[property]?.Value?.ToString().Trim() is { Length: > 0 } id ? id
            : throw Refusal($"{ArgumentValue.Kind(item)} without {ArgumentValue.WithArticle(property)} was given.");
    }

    private protected override object? FromOther(object? item)
    {
        PSObject? row = item is PSObject { BaseObject: PSCustomObject } found ? found : null;
        if (Only && row is not null && IdHolders.NameInPart(_wanted, name => row.Properties[name] is not null) is { } name)
        {
            throw Refusal($"A row with {ArgumentValue.WithArticle(name)} and an id of its own was given where {ArgumentValue.WithArticle(_wanted.Name)} is wanted: it is only a part of one.");
        }

        return IdFromAttribute.Of(item, Only ? ["Id"] : IdHolders.RowNames(_wanted));
    }
}
