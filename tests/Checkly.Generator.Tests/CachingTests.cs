using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Checkly.Generator.Tests;

/// <summary>Nothing is written again for a change of the code that does not change a model.</summary>
public sealed class CachingTests
{
    private const string Thing = """
        namespace Checkly;
        [ApiModel(ApiChange.Whole)]
        public sealed partial class Thing
        {
            [ApiField("updates")] public StatusPageService[] Updates { get; set; } = [];
        }
        """;

    /// <summary>A model with a fault too: where the fault is may change, what is written does not.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("[ApiField(\"number\")] public int Number { get; set; }")]
    public void A_change_elsewhere_and_a_line_before_a_model_write_nothing_again(string faulty)
    {
        string thing = Thing.Replace("= [];", $"= [];{faulty}", StringComparison.Ordinal);

        var (models, outputs) = Second(thing, $"// A line before.\n{thing}");

        Assert.NotEmpty(models);
        Assert.All(models, reason => Assert.True(IsSame(reason)));
        Assert.Equal(faulty.Length > 0 ? 1 : 0, outputs.Count(reason => !IsSame(reason)));
    }

    [Theory]
    [InlineData("\"updates\"", "\"services\"")]
    [InlineData("ApiChange.Whole", "ApiChange.Partial")]
    public void A_change_of_an_attribute_writes_its_model_again_and_no_other(string attribute, string changed)
    {
        var (models, outputs) = Second(Thing, Thing.Replace(attribute, changed, StringComparison.Ordinal));

        Assert.Single(models, reason => reason == IncrementalStepRunReason.Modified);
        Assert.Single(outputs, reason => reason == IncrementalStepRunReason.Modified);
        Assert.Equal(models.Length - 1, models.Count(IsSame));
    }

    /// <summary>Runs the generator, changes a source, and runs it again.</summary>
    private static (IncrementalStepRunReason[] Models, IncrementalStepRunReason[] Outputs) Second(string source, string changed)
    {
        CSharpCompilation before = GeneratorRun.With(source);
        CSharpCompilation after = before
            .ReplaceSyntaxTree(before.SyntaxTrees.Single(tree => tree.FilePath == GeneratorRun.Path), GeneratorRun.Parse(changed, GeneratorRun.Path))
            .AddSyntaxTrees(GeneratorRun.Parse("namespace Checkly; internal static class Other { }", "Other.cs"));
        CancellationToken cancel = TestContext.Current.CancellationToken;
        GeneratorRunResult run = GeneratorRun.Driver().RunGenerators(before, cancel).RunGenerators(after, cancel).GetRunResult().Results[0];
        return (Reasons(run.TrackedSteps[ModelGenerator.ModelStep]), Reasons(run.TrackedOutputSteps.SelectMany(step => step.Value)));
    }

    private static bool IsSame(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static IncrementalStepRunReason[] Reasons(IEnumerable<IncrementalGeneratorRunStep> steps) => [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];
}
