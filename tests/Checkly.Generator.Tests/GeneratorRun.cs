using Checkly.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Checkly.Generator.Tests;

/// <summary>Runs the generator on the client's own sources and one more.</summary>
internal static class GeneratorRun
{
    public const string Path = "Thing.cs";
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.Parse);
    private static readonly CSharpCompilation Client = CSharpCompilation.Create(
        "Checkly.Client",
        [
            Parse("global using System; global using System.Collections; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;", "Usings.cs"),
            .. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "src/Checkly.Client"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{System.IO.Path.DirectorySeparatorChar}obj{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Select(file => Parse(File.ReadAllText(file), file)),
        ],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The client with one more source.</summary>
    public static CSharpCompilation With(string source) => Client.AddSyntaxTrees(Parse(source, Path));

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Options, path);

    public static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ModelGenerator().AsSourceGenerator()], parseOptions: Options, driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>What is written of the type <c>Thing</c>, and what is wrong with it: its attributes, and whatever the compiler says of either part.</summary>
    public static (string Code, Diagnostic[] Faults, Diagnostic[] Errors) Of(string source)
    {
        GeneratorDriverRunResult result = Driver()
            .RunGeneratorsAndUpdateCompilation(With(source), out Compilation compilation, out _, TestContext.Current.CancellationToken)
            .GetRunResult();
        SyntaxTree[] written = [.. result.GeneratedTrees.Where(tree => System.IO.Path.GetFileName(tree.FilePath).StartsWith("Thing.", StringComparison.Ordinal))];
        IEnumerable<SyntaxTree> parts = compilation.SyntaxTrees.Where(tree => tree.FilePath == Path).Concat(written);
        Diagnostic[] errors = [.. parts.SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics()).Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)];
        return (string.Concat(written.Select(tree => tree.ToString())), [.. result.Diagnostics], errors);
    }
}
