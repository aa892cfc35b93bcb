using System.Management.Automation.Language;
using System.Reflection;
using System.Text.RegularExpressions;
using Checkly.Tests;
using YamlMapping = SharpYaml.Model.YamlMapping;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// What GitHub runs for a push, a pull request and a tag. GitHub is not here: the workflows are read, and their scripts run with
/// stand-ins for what would reach outside.
/// </summary>
public sealed partial class WorkflowTests
{
    private static readonly string BuildScript = Path.Combine(Repository.Root, "build.ps1");

    public static TheoryData<string> Workflows => [.. Workflow.Names()];

    private static Workflow Ci => Workflow.Read("ci.yml");

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_GitHubs_own_and_pinned_by_its_commit_with_its_version_beside_it(string name)
    {
        string[] lines = [.. Workflow.Read(name).Text.Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal))];

        Assert.Equal(Workflow.Read(name).Steps.Count(step => step.Uses is not null), lines.Length);
        Assert.All(lines, line => Assert.Matches(PinnedAction(), line));
        // One version of each.
        Assert.Equal(lines.Select(line => line.Split('@')[0].Split('/')[1]).Distinct().Count(), lines.Select(line => line.Split("uses:")[1]).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void The_token_can_read_and_only_the_release_can_write(string name)
    {
        Workflow workflow = Workflow.Read(name);

        Assert.Equal(new() { ["contents"] = "read" }, Workflow.Pairs(workflow.Content, "permissions"));
        Assert.All(workflow.Jobs.Where(job => job.Content.ContainsKey("permissions")), job =>
        {
            Assert.Equal("release", job.Name);
            Assert.Equal(new() { ["contents"] = "write" }, Workflow.Pairs(job.Content, "permissions"));
        });
        Assert.DoesNotContain("secrets", workflow.Text, StringComparison.Ordinal);
        Assert.All(workflow.Steps.Where(step => step.Uses?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true), step => Assert.Equal("false", step.With("persist-credentials")));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_job_ends_in_time_and_a_newer_push_replaces_an_older_one(string name)
    {
        Assert.All(Workflow.Read(name).Jobs, job => Assert.Matches("^[1-9][0-9]?$", Workflow.Find(job.Content, "timeout-minutes")));
        Assert.Contains("github.ref", Workflow.Find(Workflow.Map(Workflow.Read(name).Content, "concurrency"), "group"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_package_is_tested_on_every_PowerShell_that_it_is_for()
    {
        YamlMapping matrix = Workflow.Map(Workflow.Map(Job("test").Content, "strategy"), "matrix");
        YamlMapping[] included = [.. Workflow.Maps(matrix, "include")];
        string[] systems = Workflow.List(matrix, "os");

        Assert.Equal(["windows-latest", "ubuntu-latest", "macos-latest"], systems);
        Assert.Equal(["7.4", "7.5", "7.6"], Workflow.List(matrix, "powershell"));
        // What names a system of its own is one more job; the others say more about those that are there.
        Assert.Equal(["windows-latest 5.1"], included.Where(one => one.ContainsKey("os")).Select(one => $"{Workflow.Find(one, "os")} {Workflow.Find(one, "powershell")}"));
        Assert.Equal(["7.4 on 8.0.x", "7.5 on 9.0.x"], included.Where(one => one.ContainsKey("dotnet")).Select(one => $"{Workflow.Find(one, "powershell")} on {Workflow.Find(one, "dotnet")}"));
        Assert.Equal("${{ matrix.os }}", Workflow.Find(Job("test").Content, "runs-on"));
    }

    [Fact]
    public void It_runs_for_pushes_pull_requests_and_tags_of_versions()
    {
        YamlMapping on = Workflow.Map(Ci.Content, "on");

        Assert.True(on.ContainsKey("pull_request"));
        Assert.Equal(["main"], Workflow.List(Workflow.Map(on, "push"), "branches"));
        Assert.Equal(["v*"], Workflow.List(Workflow.Map(on, "push"), "tags"));
    }

    [Fact]
    public void A_release_is_made_of_a_tag_after_the_build_and_the_tests()
    {
        Assert.Equal(["build", "framework", "test"], Workflow.List(Job("release").Content, "needs").Order());
        Assert.Equal(["build"], Workflow.List(Job("test").Content, "needs"));
        Assert.Equal("github.ref_type == 'tag'", Workflow.Find(Job("release").Content, "if"));
    }

    [Fact]
    public void What_is_tested_and_released_is_what_was_built()
    {
        WorkflowStep built = Ci.Steps.Single(step => step.Uses?.StartsWith("actions/upload-artifact@", StringComparison.Ordinal) == true);
        WorkflowStep[] taken = [.. Ci.Steps.Where(step => step.Uses?.StartsWith("actions/download-artifact@", StringComparison.Ordinal) == true)];

        Assert.Equal(("build", "artifacts/Checkly.*.nupkg", "error"), (built.Job.Name, built.With("path"), built.With("if-no-files-found")));
        Assert.Equal(["test", "release"], taken.Select(step => step.Job.Name));
        Assert.All(taken, step => Assert.Equal((built.With("name"), "artifacts"), (step.With("name"), step.With("path"))));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_script_holds_an_expression_and_every_variable_that_it_reads_is_set(string name) =>
        Assert.All(Scripts(name), step =>
        {
            // GitHub writes the value of an expression into the script, where a name of a branch could be a command.
            Assert.DoesNotContain("${{", step.Run, StringComparison.Ordinal);
            Assert.All(
                (step.Shell == "bash" ? BashVariable() : PowerShellVariable()).Matches(step.Run!).Select(match => match.Groups[1].Value),
                variable => Assert.True(variable.StartsWith("GITHUB_", StringComparison.Ordinal) || step.Variables.Contains(variable), $"{variable} in {step}"));
        });

    [Theory]
    [MemberData(nameof(Workflows))]
    public async Task Every_script_can_be_read_by_its_shell(string name)
    {
        using var run = new WorkflowRun();
        Assert.All(Scripts(name), step => Assert.Contains(step.Shell, (string[])["bash", "pwsh"]));
        foreach (WorkflowStep step in Scripts(name).Where(step => step.Shell == "pwsh"))
        {
            Parser.ParseInput(step.Run, out _, out ParseError[] errors);
            Assert.True(errors.Length == 0, $"{step}: {string.Join(' ', errors.Select(error => error.Message))}");
        }

        SkipWithout("bash");
        foreach (WorkflowStep step in Scripts(name).Where(step => step.Shell == "bash"))
        {
            (bool succeeded, string said) = await run.StartAsync("bash", ["-n", "-c", step.Run!]);
            Assert.True(succeeded, $"{step}: {said}");
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_file_is_there_and_so_is_every_task_and_parameter_of_the_build_script(string name)
    {
        string[] texts = [.. Workflow.Read(name).Steps.Select(step => step.Run ?? step.With("global-json-file")).OfType<string>()];
        ParameterAst[] parameters = [.. Parser.ParseFile(BuildScript, out _, out _).ParamBlock.Parameters];
        string[] known = [.. parameters.Select(parameter => parameter.Name.VariablePath.UserPath)];
        string[] tasks = [.. parameters[0].Attributes.OfType<AttributeAst>().Single(attribute => attribute.TypeName.Name == "ValidateSet").PositionalArguments.Cast<StringConstantExpressionAst>().Select(task => task.Value)];

        Assert.All(texts.SelectMany(text => FileName().Matches(text)).Select(match => match.Value), file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));
        Assert.All(texts.SelectMany(Calls), call =>
        {
            Assert.Contains(((StringConstantExpressionAst)call.CommandElements[1]).Value, tasks);
            Assert.All(call.CommandElements.OfType<CommandParameterAst>(), parameter => Assert.Contains(parameter.ParameterName, known));
        });
    }

    [Fact]
    public async Task The_build_tests_and_packs_with_the_address_of_the_repository()
    {
        SkipWithout("bash");
        using var run = new WorkflowRun();
        run.StandIn("dotnet");

        foreach (WorkflowStep step in Job("build").Steps.Where(step => step.Run is not null && step.Shell == "bash"))
        {
            (bool succeeded, string said) = await run.DoAsync(step, ("GITHUB_SERVER_URL", "https://github.com"), ("GITHUB_REPOSITORY", "acme/checkly"));
            Assert.True(succeeded, said);
        }

        Assert.Equal(["dotnet test", "dotnet pack -p:ProjectUrl=https://github.com/acme/checkly"], run.Calls);
    }

    [Fact]
    public async Task A_PowerShell_is_installed_beside_the_package()
    {
        SkipWithout("pwsh");
        using var run = new WorkflowRun();
        run.StandIn("dotnet");

        (bool succeeded, string said) = await run.DoAsync(Script("test", "dotnet tool"), ("POWERSHELL_VERSION", "7.4"));

        Assert.True(succeeded, said);
        Assert.Equal(["dotnet tool install PowerShell --tool-path artifacts/pwsh --version 7.4.*"], run.Calls);
        Assert.Contains("'artifacts/pwsh/pwsh'", Workflow.Find(Workflow.Map(Job("test").Content, "env"), "POWERSHELL_COMMAND"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task The_package_is_unpacked_and_tested_in_the_PowerShell_of_the_job(int exitCode)
    {
        SkipWithout("pwsh");
        using var run = new WorkflowRun("build.ps1");
        run.Pack("9.9.9");
        run.StandIn("tested", "$CHECKLY_MANIFEST $CHECKLY_POWERSHELL", exitCode);

        (bool succeeded, string said) = await run.DoAsync(Script("test", "build.ps1"), ("POWERSHELL_COMMAND", "bin/tested"));

        string manifest = run.InFolder("artifacts", "modules", "Checkly", "9.9.9", "Checkly.psd1");
        Assert.True(succeeded == (exitCode == 0), said);
        Assert.Equal(exitCode != 0, said.Contains($"exit code {exitCode}", StringComparison.Ordinal));
        Assert.Equal([$"tested {manifest} {run.InFolder("bin", "tested")}"], run.Calls);
        Assert.True(File.Exists(manifest));
    }

    [Theory]
    [InlineData]
    [InlineData("9.9.8", "9.9.9")]
    public async Task Nothing_is_tested_but_one_package(params string[] versions)
    {
        SkipWithout("pwsh");
        using var run = new WorkflowRun("build.ps1");
        Array.ForEach(versions, run.Pack);
        run.StandIn("tested");

        (bool succeeded, string said) = await run.DoAsync(Script("test", "build.ps1"), ("POWERSHELL_COMMAND", "bin/tested"));

        Assert.False(succeeded);
        Assert.Contains($"must be one package, and is {versions.Length}", said, StringComparison.Ordinal);
        Assert.Empty(run.Calls);
    }

    [Fact]
    public async Task The_tag_of_a_release_is_the_version_of_the_manifest()
    {
        SkipWithout("pwsh");
        using var run = new WorkflowRun("Checkly.psd1");
        run.StandIn("gh");
        string version = Version();
        (string, string)[] variables = [("GITHUB_SERVER_URL", "https://github.com"), ("GITHUB_REPOSITORY", "acme/checkly"), ("GH_TOKEN", "none")];

        (bool succeeded, string said) = await run.DoAsync(Script("release", "gh release"), [.. variables, ("GITHUB_REF_NAME", $"v{version}")]);

        Assert.True(succeeded, said);
        Assert.Equal([$"gh release create v{version} artifacts/Checkly.{version}.nupkg --verify-tag --title Checkly {version} --notes [What has changed](https://github.com/acme/checkly/blob/v{version}/CHANGELOG.md)"], run.Calls);
    }

    [Theory]
    [InlineData("v9.9.9")]
    [InlineData("v0.1")]
    [InlineData("V{0}")]
    [InlineData("v{0}-beta")]
    public async Task No_release_is_made_of_another_tag(string tag)
    {
        SkipWithout("pwsh");
        using var run = new WorkflowRun("Checkly.psd1");
        run.StandIn("gh");

        (bool succeeded, string said) = await run.DoAsync(Script("release", "gh release"), ("GITHUB_REF_NAME", tag.Replace("{0}", Version(), StringComparison.Ordinal)));

        Assert.False(succeeded);
        Assert.Contains($"but the version in Checkly.psd1 is {Version()}.", said, StringComparison.Ordinal);
        Assert.Empty(run.Calls);
    }

    [Fact]
    public void The_assemblies_have_the_version_of_the_manifest() =>
        Assert.Equal(Version() + ".0", AssemblyName.GetAssemblyName(Path.Combine(Repository.Root, "module", "bin", "Checkly.Cmdlets.dll")).Version!.ToString());

    private static void SkipWithout(string shell)
    {
        // The stand-ins are scripts of sh.
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts of the workflow are tried on Linux and macOS.");
        string[] folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        Assert.SkipUnless(folders.Any(folder => File.Exists(Path.Combine(folder, shell))), $"No {shell} on this machine.");
    }

    private static string Version() => ManifestVersion().Match(File.ReadAllText(Path.Combine(Repository.Root, "Checkly.psd1"))).Groups[1].Value;

    private static WorkflowJob Job(string name) => Ci.Jobs.Single(job => job.Name == name);

    private static WorkflowStep Script(string job, string holds) => Job(job).Steps.Single(step => step.Run?.Contains(holds, StringComparison.Ordinal) == true);

    private static IEnumerable<WorkflowStep> Scripts(string name) => Workflow.Read(name).Steps.Where(step => step.Run is not null);

    private static IEnumerable<CommandAst> Calls(string script) =>
        Parser.ParseInput(script, out _, out _).FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Where(call => call.GetCommandName() == "./build.ps1");

    [GeneratedRegex(@"^ +(- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex PinnedAction();

    [GeneratedRegex(@"\$\{?(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex BashVariable();

    [GeneratedRegex(@"\$\{?env:(\w+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PowerShellVariable();

    [GeneratedRegex(@"[\w-]+\.(ps1|psd1|sln|csproj|props|json|md)\b", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^ *ModuleVersion *= *'([^']+)'", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex ManifestVersion();
}
