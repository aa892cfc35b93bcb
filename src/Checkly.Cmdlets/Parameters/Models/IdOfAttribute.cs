using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Lets an id parameter accept the object itself: <c>New-ChecklyIncidentUpdate $incident ...</c>. <see cref="ResourceKinds"/>
/// says which models hold the id; every other model is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdOfAttribute : ModelArgumentAttribute
{
    private readonly Type _wanted;

    /// <param name="wanted">The model that the id identifies, such as <see cref="Incident"/>.</param>
    /// <param name="command">The cmdlet that has the parameter, or a base class of several.</param>
    public IdOfAttribute(Type wanted, Type command)
        : base(command)
    {
        _wanted = wanted;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Models => field ??= Only ? [_wanted] : [.. Kind.Holders.Select(holder => holder.Model)];

    /// <summary>
    /// Whether only the model itself is accepted, and not a part that carries its id. A user who pipes an incident update to
    /// Remove-ChecklyIncident does not mean to remove the whole incident.
    /// </summary>
    public bool Only { get; set; }

    private ResourceKind Kind => field ??= ResourceKinds.Of(_wanted);

    private protected override object? FromModel(PSObject item, string model)
    {
        string property = Kind.Holders.First(holder => holder.Model.Name == model).Property;
        return item.Properties[property]?.Value?.ToString().Trim() is { Length: > 0 } id ? Checked(id)
            : throw Refusal($"{ArgumentValue.Kind(item)} without {ArgumentValue.WithArticle(property)} was given.");
    }

    private protected override object? FromOther(object? item)
    {
        if (item is string text)
        {
            return Checked(text.Trim());
        }

        PSObject? row = item is PSObject { BaseObject: PSCustomObject } found ? found : null;
        if (Only && row is not null && Kind.NameInPart(name => row.Properties[name] is not null) is { } name)
        {
            throw Refusal($"A row with {ArgumentValue.WithArticle(name)} and an id of its own was given where {ArgumentValue.WithArticle(_wanted.Name)} is wanted: it is only a part of one.");
        }

        object? value = ArgumentValue.First(item, Only ? ["Id"] : Kind.Columns);
        // A column may hold a model, whose family counts.
        return ArgumentValue.Model(value) is not null ? Accepted(value) : Checked(value);
    }

    private object? Checked(object? id)
    {
        object? plain = ArgumentValue.Plain(id);
        if (plain is null or string)
        {
            // A text may be a name.
            return id;
        }

        string shown = DisplayText.OneLine(id?.ToString());
        return plain switch
        {
            _ when Kind.HasNumber && ArgumentValue.WholeNumber(id) is { } number => number.ToString(CultureInfo.InvariantCulture),
            IConvertible when Kind.HasNumber => throw Refusal($"'{shown}' is not the id of a {Kind.Noun}, which is a whole number."),
            not IConvertible => throw None($"'{shown}' is not the id of {ArgumentValue.WithArticle(Kind.Noun)}, and has none.", mayBindByName: Kind.IsNamed),
            _ => id,
        };
    }

    // Where a list needs no id, a row without one would mean all.
    private static ArgumentTransformationMetadataException None(string why, bool mayBindByName) => mayBindByName ? EngineWorkarounds.NotThisParameter(why) : Refusal(why);
}
