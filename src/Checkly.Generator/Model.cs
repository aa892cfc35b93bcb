using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Checkly.Generator;

/// <summary>How a field is read: each name is that of a method of <c>JsonFields</c>.</summary>
internal enum FieldKind
{
    None,
    Text,
    Integer,
    Flag,
    Time,
    Texts,
    List,
    Map,
    Maps,
}

/// <summary>A marked property.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Name">The API's name of the field.</param>
internal sealed record Field(string Property, string Name)
{
    /// <summary>Another name under which the API answers the field.</summary>
    public string? OtherName { get; init; }

    public FieldKind Kind { get; init; }

    /// <summary>The method of <c>JsonBody</c> that writes the field.</summary>
    public string Writer { get; init; } = "WriteField";

    public bool IsRequired { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsFromParent { get; init; }

    /// <summary>The model that a list holds.</summary>
    public string? Item { get; init; }

    /// <summary>The properties of <see cref="Item"/> that its parent fills.</summary>
    public EquatableArray<string> FilledInItem { get; init; } = new([]);

    /// <summary>The fields without a property that a change sends after this one.</summary>
    public EquatableArray<string> UntypedAfter { get; init; } = new([]);

    /// <summary>The property's name as that of a local variable.</summary>
    public string Local => char.ToLowerInvariant(Property[0]) + Property.Substring(1);
}

/// <summary>All that is written of a model depends on this. It holds no symbols and no locations, which would end the caching.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Declaration">What declares it, such as <c>class Incident</c>.</param>
/// <param name="Name">The type's name.</param>
/// <param name="Fields">The marked properties, in their order.</param>
internal sealed record Model(string Namespace, string Declaration, string Name, EquatableArray<Field> Fields)
{
    /// <summary>The names of the members that are written by hand.</summary>
    public EquatableArray<string> Members { get; init; } = new([]);

    /// <summary>Whether a change sends fields of it.</summary>
    public bool HasSettings { get; init; }

    /// <summary>Whether a change must send the fields that it does not change as well.</summary>
    public bool KeepsSource { get; init; }

    /// <summary>The field that fills a property of the items in a list: one that this model got from its own parent under the same name, else its id.</summary>
    public Field? Parent(string filled) =>
        Fields.FirstOrDefault(field => field.IsFromParent && field.Property == filled) ?? Fields.FirstOrDefault(field => field.IsRequired);
}

/// <summary>A mark that cannot be, and where it is.</summary>
internal sealed record Fault(string Id, string Type, string Member, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Faults.Descriptors.Single(descriptor => descriptor.Id == Id), Location.Create(Path, Span, Lines), Type, Member);
}
