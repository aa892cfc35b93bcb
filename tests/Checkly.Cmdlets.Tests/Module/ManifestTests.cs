using System.Management.Automation;
using System.Reflection;
using Checkly.Hosting;

namespace Checkly.Cmdlets.Tests;

/// <summary>What ships, and what importing it does.</summary>
public sealed class ManifestTests : ModuleTest
{
    private static readonly string ModuleFolder = Path.Combine(Path.GetDirectoryName(ModuleHost.ManifestPath)!, "module");

    [Fact]
    public void The_manifest_exports_every_cmdlet_of_the_assembly_and_nothing_else()
    {
        string[] exported = [.. Do("(Get-Module Checkly).ExportedCommands.Keys").Output.Select(name => name.ToString()).Order()];
        string[] built = [.. CmdletTypes().Select(Name).Order()];

        Assert.Equal(built, exported);
        Assert.Equal(built, Do("Get-Command -Module Checkly | ForEach-Object Name").Output.Select(name => name.ToString()).Order());
    }

    [Fact]
    public void It_can_be_imported_again_and_removed_and_imported()
    {
        Outcome outcome = Do("""
            $before = (Get-Command -Module Checkly).Count
            Import-Module $manifest -Force
            (Get-Command -Module Checkly).Count - $before
            Remove-Module Checkly
            @(Get-Command -Module Checkly).Count
            Import-Module $manifest
            (Get-Command -Module Checkly).Count - $before
            """, ("manifest", ModuleHost.ManifestPath));

        Assert.Equal(["0", "0", "0"], outcome.Output.Select(count => count.ToString()));
    }

    [Fact]
    public void The_error_of_a_clone_that_was_not_built_names_the_manifest_which_says_how_to_build_it()
    {
        string clone = Directory.CreateTempSubdirectory().FullName;
        string manifest = Path.Combine(clone, "Checkly.psd1");
        File.Copy(ModuleHost.ManifestPath, manifest);

        string message = Run("Import-Module $manifest", ("manifest", manifest)).Error.Exception.Message;

        Directory.Delete(clone, recursive: true);
        Assert.Contains(manifest, message, StringComparison.Ordinal);
        Assert.Contains("bin", message, StringComparison.Ordinal);
        Assert.Contains("run dotnet build", string.Concat(File.ReadLines(ModuleHost.ManifestPath).Take(4)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_assembly_of_anybody_else_ships_for_PowerShell_7() =>
        Assert.Equal(
            ["Checkly.Client.dll", "Checkly.Cmdlets.dll", "Checkly.Sandbox.dll"],
            Directory.GetFiles(Path.Combine(ModuleFolder, "bin"), "*.dll").Select(Path.GetFileName).Order());

    [Theory]
    [InlineData("Checkly.Client")]
    [InlineData("Checkly.Cmdlets")]
    [InlineData("Checkly.Sandbox")]
    public void Every_reference_is_met_by_PowerShell_7_4(string assembly)
    {
        Do("Connect-Checkly -Sandbox");
        // What .NET 8 brings under these names is 8.0.0.0 or a facade with a higher version; a newer reference would not load.
        var allowed = new Dictionary<string, Version>
        {
            ["netstandard"] = new(2, 0, 0, 0),
            ["System.Management.Automation"] = new(3, 0, 0, 0),
            ["System.Text.Json"] = new(8, 0, 0, 0),
            ["System.Text.Encodings.Web"] = new(8, 0, 0, 0),
            ["System.Memory"] = new(4, 0, 1, 2),
            ["Checkly.Client"] = Loaded("Checkly.Client").GetName().Version!,
            ["Checkly.Sandbox"] = Loaded("Checkly.Sandbox").GetName().Version!,
        };

        Assert.All(Loaded(assembly).GetReferencedAssemblies(), reference => Assert.Equal(allowed[reference.Name!], reference.Version));
    }

    [Theory]
    [InlineData("5.1", "3.0.0.0", true)]
    [InlineData("6.2", "6.2.7.0", false)]
    [InlineData("7.0", "7.0.13.0", false)]
    [InlineData("7.3", "7.3.12.500", false)]
    [InlineData("7.4", "7.4.0.500", true)]
    [InlineData("7.6", "7.6.0.500", true)]
    public void An_import_fails_with_one_sentence_where_PowerShell_is_too_old(string version, string engine, bool runs)
    {
        MethodInfo refusal = Loaded("Checkly.Cmdlets").GetType("Checkly.ModuleLifetime")!.GetMethod("Refusal", BindingFlags.Static | BindingFlags.NonPublic)!;

        string? why = (string?)refusal.Invoke(null, [Version.Parse(engine)]);

        Assert.Equal(runs ? null : $"Checkly needs PowerShell 7.4 or later, or Windows PowerShell 5.1; this is PowerShell {version}.", why);
    }

    [Fact]
    public void Windows_PowerShell_finds_what_it_lacks_in_a_folder_of_its_own() =>
        Assert.Equal(
            [
                "Microsoft.Bcl.AsyncInterfaces.dll",
                "System.Buffers.dll",
                "System.Memory.dll",
                "System.Numerics.Vectors.dll",
                "System.Runtime.CompilerServices.Unsafe.dll",
                "System.Text.Encodings.Web.dll",
                "System.Text.Json.dll",
                "System.Threading.Tasks.Extensions.dll",
                "System.ValueTuple.dll",
            ],
            Directory.GetFiles(Path.Combine(ModuleFolder, "bin", "desktop")).Select(Path.GetFileName).Order());

    [Theory]
    [InlineData("System.Text.Json", "Checkly.Client", true)]
    [InlineData("System.Text.Json", "xunit.v3.core", false)]
    [InlineData("System.Text.Json", null, false)]
    [InlineData("Newtonsoft.Json", "Checkly.Client", false)]
    public void The_folder_for_Windows_PowerShell_is_served_to_this_module_and_to_nobody_else(string wanted, string? requester, bool served)
    {
        Do("Connect-Checkly -Sandbox");
        Assembly cmdlets = Loaded("Checkly.Cmdlets");
        MethodInfo candidate = cmdlets.GetType("Checkly.DesktopAssemblies")!.GetMethod("Find", BindingFlags.Static | BindingFlags.NonPublic)!;

        object? file = candidate.Invoke(null, [wanted + ", Version=8.0.0.0", requester is null ? null : Loaded(requester)]);

        Assert.Equal(served ? Path.Combine(ModuleFolder, "bin", "desktop", wanted + ".dll") : null, file);
    }

    [Fact]
    public void In_PowerShell_7_the_frameworks_own_System_Text_Json_is_used()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        Do("Connect-Checkly -Sandbox; $null = New-ChecklyIncident x -DashboardId 1001 -Status RESOLVED -Description x");

        Assert.Equal(framework, Path.GetDirectoryName(Loaded("System.Text.Json").Location));
    }

    [Fact]
    public void Verbs_are_approved_and_nouns_begin_with_Checkly()
    {
        Type[] groups = [typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity)];
        HashSet<string> approved = [.. groups.SelectMany(group => group.GetFields()).Select(verb => (string)verb.GetRawConstantValue()!)];

        Assert.All(CmdletTypes(), type =>
        {
            CmdletAttribute cmdlet = Cmdlet(type);
            Assert.Contains(cmdlet.VerbName, approved);
            Assert.StartsWith("Checkly", cmdlet.NounName, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_changes_something_can_be_tried_with_WhatIf_and_only_a_removal_asks()
    {
        string[] changing = ["New", "Set", "Remove", "Resolve", "Invoke", "Stop"];

        // An update must go out from a runbook that nobody watches.
        Assert.All(CmdletTypes(), type => Assert.Equal(changing.Contains(Cmdlet(type).VerbName), Cmdlet(type).SupportsShouldProcess));
        Assert.All(
            CmdletTypes().Where(type => Cmdlet(type).SupportsShouldProcess),
            type => Assert.Equal(Cmdlet(type).VerbName == "Remove" ? ConfirmImpact.High : ConfirmImpact.Medium, Cmdlet(type).ConfirmImpact));
    }

    [Fact]
    public void What_is_emitted_is_declared() =>
        Assert.All(CmdletTypes().Where(type => Cmdlet(type).VerbName is not ("Disconnect" or "Remove" or "Stop")), type => Assert.True(type.IsDefined(typeof(OutputTypeAttribute), false), Name(type)));

    [Fact]
    public void What_talks_to_the_api_takes_a_session() =>
        Assert.All(
            CmdletTypes().Where(type => Cmdlet(type).NounName is not ("Checkly" or "ChecklySession")),
            type => Assert.Equal("ChecklySession", type.GetProperty("Session")?.PropertyType.Name));

    [Fact]
    public void What_is_returned_is_declared_and_can_be_made_for_a_mock()
    {
        string[] types = [.. CmdletTypes().SelectMany(type => type.GetCustomAttributes(typeof(OutputTypeAttribute), false).Cast<OutputTypeAttribute>())
            .SelectMany(output => output.Type).Select(type => type.Type.FullName!).Distinct().Where(name => name.StartsWith("Checkly.", StringComparison.Ordinal))];

        Assert.NotEmpty(types);
        // Whatever text it has first: most have an id, a session an account, and the result of a bulk request neither.
        Assert.All(types, type => Assert.Equal("7", Do($"$first = @([{type}].GetProperties() | Where-Object {{ $_.PropertyType -eq [string] -and $_.CanWrite }})[0].Name; ([{type}]@{{ $first = '7' }}).$first").Only().ToString()));
    }

    private static Assembly Loaded(string name) =>
        AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == name);

    private static IEnumerable<Type> CmdletTypes() => Loaded("Checkly.Cmdlets").GetExportedTypes()
        .Where(type => type.IsDefined(typeof(CmdletAttribute), false));

    private static CmdletAttribute Cmdlet(Type type) => (CmdletAttribute)type.GetCustomAttributes(typeof(CmdletAttribute), false)[0];

    private static string Name(Type type) => $"{Cmdlet(type).VerbName}-{Cmdlet(type).NounName}";
}
