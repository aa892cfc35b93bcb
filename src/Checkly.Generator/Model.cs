using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Checkly.Generator;

/// <summary>How a field is read. Each name is the name of a method of <c>JsonFields</c>.</summary>
internal enum FieldKind
{
    None,
    Text,
    Integer,
    Number,
    Flag,
    Time,
    Texts,
    List,
    Map,
    Maps,
}

/// <summary>A property with <c>[ApiField]</c>.</summary>
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

    /// <summary>The name of the model whose instances a list holds.</summary>
    public string? Item { get; init; }

    /// <summary>The properties of <see cref="Item"/> that are filled by this model.</summary>
    public EquatableArray<string> FilledInItem { get; init; } = new([]);

    /// <summary>The property's name as that of a local variable.</summary>
    public string Local => char.ToLowerInvariant(Property[0]) + Property.Substring(1);
}

/// <summary>Everything that the generated code of a model depends on. It holds no symbols or locations, which would defeat the caching.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Declaration">The declaration without modifiers, such as <c>class Incident</c>.</param>
/// <param name="Name">The type's name.</param>
/// <param name="Fields">The properties with <c>[ApiField]</c>, in their order.</param>
internal sealed record Model(string Namespace, string Declaration, string Name, EquatableArray<Field> Fields)
{
    /// <summary>The names of the members that are written by hand.</summary>
    public EquatableArray<string> Members { get; init; } = new([]);

    /// <summary>Whether the API takes changes of the object as a set of fields.</summary>
    public bool HasSettings { get; init; }

    /// <summary>Whether a change must also send the fields that it does not change.</summary>
    public bool KeepsSource { get; init; }

    /// <summary>
    /// Finds the field that fills a property in the items of a list: the field of the same name if this model's own parent fills it,
    /// otherwise the id.
    /// </summary>
    public Field? Parent(string filled) =>
        Fields.FirstOrDefault(field => field.IsFromParent && field.Property == filled) ?? Fields.FirstOrDefault(field => field.IsRequired);
}

/// <summary>An invalid attribute and its location.</summary>
internal sealed record Fault(string Id, string Type, string Member, string Path, TextSpan Span, LinePositionSpan Lines)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Faults.Descriptors.Single(descriptor => descriptor.Id == Id), Location.Create(Path, Span, Lines), Type, Member);
}
