using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Checkly.Generator;

/// <summary>Reads the attributes of one type.</summary>
/// <param name="type">The type.</param>
internal sealed class AttributeReader(INamedTypeSymbol type)
{
    public const string ModelAttribute = "Checkly.ApiModelAttribute";
    public const string BodyAttribute = "Checkly.ApiBodyAttribute";
    private const string FieldAttribute = "Checkly.ApiFieldAttribute";
    private readonly List<Fault> _faults = [];

    /// <summary>Reads a type with <c>[ApiModel]</c>.</summary>
    public static (Model Model, EquatableArray<Fault> Faults) ReadModel(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        Read(context, isAnswer: true, cancellationToken);

    /// <summary>Reads a type with <c>[ApiBody]</c>.</summary>
    public static (Model Model, EquatableArray<Fault> Faults) ReadBody(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken) =>
        Read(context, isAnswer: false, cancellationToken);

    private static (Model Model, EquatableArray<Fault> Faults) Read(GeneratorAttributeSyntaxContext context, bool isAnswer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var type = (INamedTypeSymbol)context.TargetSymbol;
        return new AttributeReader(type).Read((TypeDeclarationSyntax)context.TargetNode, isAnswer);
    }

    private (Model Model, EquatableArray<Fault> Faults) Read(TypeDeclarationSyntax declaration, bool isAnswer)
    {
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword) || type.ContainingType is not null || type.ContainingNamespace.IsGlobalNamespace)
        {
            Add(Faults.NotPartial, type);
        }

        Field[] fields = [.. FieldProperties(type).Select(item => Read(item.Property, item.Attribute, isAnswer))];
        // The values of ApiChange: 0 for None, 1 for Partial, 2 for Whole.
        int change = type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == ModelAttribute)?.ConstructorArguments.FirstOrDefault().Value as int? ?? 0;
        var model = new Model(type.ContainingNamespace.ToDisplayString(), $"{(type.IsRecord ? "record" : "class")} {type.Name}", type.Name, new(fields))
        {
            Members = new(type.GetMembers().Where(member => !member.IsImplicitlyDeclared).Select(member => member.Name)),
            HasSettings = change > 0,
            KeepsSource = change > 1,
        };
        foreach (Field second in fields.Where(field => field.IsRequired).Skip(1))
        {
            Add(Faults.NotRequirable, type.GetMembers(second.Property)[0]);
        }

        foreach (Field list in fields.Where(field => isAnswer && field.FilledInItem.Any(filled => model.Parent(filled) is null)))
        {
            Add(Faults.NoParentId, type.GetMembers(list.Property)[0]);
        }

        return (model, new(_faults));
    }

    private Field Read(IPropertySymbol property, AttributeData attribute, bool isAnswer)
    {
        string[] names = Names(attribute);
        INamedTypeSymbol? item = (property.Type as IArrayTypeSymbol)?.ElementType as INamedTypeSymbol;
        bool isModel = item is not null && item.GetAttributes().Any(other => other.AttributeClass?.ToDisplayString() == ModelAttribute);
        var field = new Field(property.Name, names.FirstOrDefault() ?? string.Empty)
        {
            OtherName = names.Skip(1).FirstOrDefault(),
            Kind = isModel ? FieldKind.List : KindOf(property.Type),
            Writer = WriterOf(property.Type),
            IsRequired = isAnswer && Argument(attribute, "Required") is true,
            // The path has the id of the parent.
            IsReadOnly = Argument(attribute, "ReadOnly") is true || IsFromParent(attribute),
            IsFromParent = IsFromParent(attribute),
            Item = item?.Name,
            FilledInItem = new(isModel ? FieldProperties(item!).Where(inner => IsFromParent(inner.Attribute)).Select(inner => inner.Property.Name) : []),
        };
        bool isRepeated = FieldProperties(type).TakeWhile(earlier => !SymbolEqualityComparer.Default.Equals(earlier.Property, property))
            .SelectMany(earlier => Names(earlier.Attribute)).Intersect(names).Any();
        if (isRepeated || field.Name.Length == 0)
        {
            Add(Faults.SameName, property);
        }

        return isAnswer ? Readable(property, field) : field;
    }

    /// <summary>Reports attributes that make a field unreadable, and returns the field without them.</summary>
    private Field Readable(IPropertySymbol property, Field field)
    {
        if (property.SetMethod is null)
        {
            Add(Faults.NotSettable, property);
            return field with { Kind = FieldKind.None };
        }

        if (field.Kind == FieldKind.None)
        {
            Add(Faults.UnknownType, property);
        }

        if ((field.IsRequired || field.IsFromParent) && (field.Kind is not (FieldKind.Text or FieldKind.Integer) || field.IsRequired == field.IsFromParent))
        {
            Add(Faults.NotRequirable, property);
            return field with { IsRequired = false, IsFromParent = false };
        }

        return field;
    }

    private void Add(string id, ISymbol symbol)
    {
        FileLinePositionSpan lines = symbol.Locations[0].GetLineSpan();
        _faults.Add(new Fault(id, type.Name, symbol.Name, lines.Path, symbol.Locations[0].SourceSpan, lines.Span));
    }

    private static FieldKind KindOf(ITypeSymbol type) => type.ToDisplayString() switch
    {
        "string?" => FieldKind.Text,
        "long?" => FieldKind.Integer,
        "double?" => FieldKind.Number,
        "bool?" => FieldKind.Flag,
        "System.DateTimeOffset?" => FieldKind.Time,
        "string[]" => FieldKind.Texts,
        "System.Collections.IDictionary" => FieldKind.Map,
        "System.Collections.IDictionary[]" => FieldKind.Maps,
        _ => FieldKind.None,
    };

    private static string WriterOf(ITypeSymbol type) => type.ToDisplayString() switch
    {
        "string" or "string?" => "WriteText",
        "System.DateTimeOffset?" => "WriteTime",
        _ => type.NullableAnnotation == NullableAnnotation.Annotated ? "WriteOptional" : "WriteField",
    };

    private static IEnumerable<(IPropertySymbol Property, AttributeData Attribute)> FieldProperties(INamedTypeSymbol type) =>
        from property in type.GetMembers().OfType<IPropertySymbol>()
        from attribute in property.GetAttributes()
        where attribute.AttributeClass?.ToDisplayString() == FieldAttribute
        select (property, attribute);

    private static bool IsFromParent(AttributeData attribute) => Argument(attribute, "FromParent") is true;

    private static string[] Names(AttributeData attribute) => [.. attribute.ConstructorArguments.Select(argument => argument.Value).OfType<string>()];

    private static object? Argument(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
