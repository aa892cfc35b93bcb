using Checkly.Tests;
using SharpYaml.Model;
using Path = System.IO.Path;

namespace Checkly.Cmdlets.Tests;

/// <summary>A file in .github/workflows, as far as GitHub reads it in the tests.</summary>
internal sealed class Workflow
{
    private static readonly string Folder = Path.Combine(Repository.Root, ".github", "workflows");

    private Workflow(string file)
    {
        Text = File.ReadAllText(file).ReplaceLineEndings("\n");
        using var reader = new StringReader(Text);
        Content = (YamlMapping)YamlStream.Load(reader)[0].Contents!;
    }

    public string Text { get; }

    public YamlMapping Content { get; }

    public IEnumerable<WorkflowJob> Jobs => Map(Content, "jobs").Select(job => new WorkflowJob(this, Value(job.Key), (YamlMapping)job.Value!));

    public IEnumerable<WorkflowStep> Steps => Jobs.SelectMany(job => job.Steps);

    public static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file));

    public static Workflow Read(string name) => new(Path.Combine(Folder, name));

    public static YamlMapping Map(YamlMapping of, string name) => of.TryGetValue(name, out YamlElement? map) ? (YamlMapping)map : [];

    public static string? Find(YamlMapping of, string name) => of.TryGetValue(name, out YamlElement? value) ? Value(value) : null;

    /// <summary>One value, or those of a list.</summary>
    public static string[] List(YamlMapping of, string name) =>
        of.TryGetValue(name, out YamlElement? list) ? list is YamlSequence items ? [.. items.Select(Value)] : [Value(list)] : [];

    public static IEnumerable<YamlMapping> Maps(YamlMapping of, string name) => ((YamlSequence)of[name]!).Cast<YamlMapping>();

    public static Dictionary<string, string> Pairs(YamlMapping of, string name) => Map(of, name).ToDictionary(pair => Value(pair.Key), pair => Value(pair.Value!));

    public static string Value(YamlElement element) => ((YamlValue)element).Value;
}

/// <summary>A job of a workflow.</summary>
internal sealed record WorkflowJob(Workflow Workflow, string Name, YamlMapping Content)
{
    public IEnumerable<WorkflowStep> Steps => Workflow.Maps(Content, "steps").Select(step => new WorkflowStep(this, step));

    public override string ToString() => Name;
}

/// <summary>A step of a job.</summary>
internal sealed record WorkflowStep(WorkflowJob Job, YamlMapping Content)
{
    public string? Uses => Workflow.Find(Content, "uses");

    public string? Run => Workflow.Find(Content, "run");

    /// <summary>What GitHub takes on Linux where nothing is said; elsewhere it is another one.</summary>
    public string Shell =>
        Workflow.Find(Content, "shell") ?? Workflow.Find(Workflow.Map(Workflow.Map(Job.Content, "defaults"), "run"), "shell") ?? (Workflow.Find(Job.Content, "runs-on") == "ubuntu-latest" ? "bash" : "unknown");

    public IEnumerable<string> Variables => new[] { Job.Workflow.Content, Job.Content, Content }.SelectMany(level => Workflow.Pairs(level, "env").Keys);

    public string? With(string name) => Workflow.Find(Workflow.Map(Content, "with"), name);

    public override string ToString() => $"{Job}: {Uses ?? Run}";
}
