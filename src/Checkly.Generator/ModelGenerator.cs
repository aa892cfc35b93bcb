using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Checkly.Generator;

/// <summary>
/// Generates the reader of each class with <c>[ApiModel]</c> and the writer of each class or record with <c>[ApiBody]</c> from the
/// properties with <c>[ApiField]</c>.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that produces the models, for the test of the caching.</summary>
    public const string ModelStep = "Models";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        Write(context, context.SyntaxProvider.ForAttributeWithMetadataName(AttributeReader.ModelAttribute, IsType, AttributeReader.ReadModel), ModelWriter.Model, "Model");
        Write(context, context.SyntaxProvider.ForAttributeWithMetadataName(AttributeReader.BodyAttribute, IsType, AttributeReader.ReadBody), ModelWriter.Body, "Body");
    }

    private static bool IsType(SyntaxNode node, CancellationToken cancellationToken) => node is TypeDeclarationSyntax;

    private static void Write(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<(Model Model, EquatableArray<Fault> Faults)> types, Func<Model, string> write, string ending)
    {
        // Two outputs: the location of a fault changes with every line above it, the model does not.
        context.RegisterSourceOutput(
            types.Select(static (type, _) => type.Model).WithTrackingName(ModelStep),
            (output, model) => output.AddSource($"{model.Name}.{ending}.g.cs", write(model)));
        context.RegisterSourceOutput(
            types.SelectMany(static (type, _) => type.Faults),
            static (output, fault) => output.ReportDiagnostic(fault.ToDiagnostic()));
    }
}
