using System.Reflection;
using System.Runtime.Loader;
using Checkly.Hosting;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// An import looks at all types of the module before the module runs: what it brings for Windows PowerShell cannot be found yet, and
/// where PowerShell is too old to have it, the import is to say so.
/// </summary>
public sealed class EarlyLoadTests
{
    [Fact]
    public Task Every_type_can_be_loaded_where_there_is_no_System_Text_Json_and_the_first_code_runs() =>
        OwnProcess.RunAsync($"{typeof(EarlyLoadTests).FullName}.{nameof(Load)}");

    /// <summary>In a process of its own, since others look for the one copy of the module.</summary>
    [Fact(Explicit = true)]
    public void Load()
    {
        var bare = new BareContext();
        Assembly cmdlets = bare.LoadFromAssemblyName(new AssemblyName("Checkly.Cmdlets"));

        Assert.NotEmpty(cmdlets.GetTypes());
        Type lifetime = cmdlets.GetType("Checkly.ModuleLifetime", throwOnError: true)!;
        lifetime.GetMethod("OnImport")!.Invoke(Activator.CreateInstance(lifetime), null);
        Assert.DoesNotContain(bare.Assemblies, assembly => assembly.GetName().Name == "System.Text.Json");
    }

    private sealed class BareContext : AssemblyLoadContext
    {
        private static readonly string Bin = Path.Combine(Path.GetDirectoryName(ModuleHost.ManifestPath)!, "module", "bin");

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name!.StartsWith("Checkly.", StringComparison.Ordinal) ? LoadFromAssemblyPath(Path.Combine(Bin, assemblyName.Name + ".dll"))
            : assemblyName.Name.StartsWith("System.Text.", StringComparison.Ordinal) ? throw new FileNotFoundException(assemblyName.Name)
            : null;
    }
}
