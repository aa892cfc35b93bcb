using System.Reflection;
using Checkly.Hosting;
using Mono.Cecil;

namespace Checkly.Cmdlets.Tests;

/// <summary>What ships uses nothing that the oldest host does not have: netstandard2.0, PowerShellStandard 5.1 and System.Text.Json 8.0.</summary>
public sealed class ReferenceAssemblyTests
{
    private static readonly string Bin = Path.Combine(Path.GetDirectoryName(ModuleHost.ManifestPath)!, "module", "bin");

    // In this order: the module's own System.Text.Json is meant, and netstandard has none.
    private static readonly string[] Folders =
    [
        Bin,
        Path.Combine(Bin, "desktop"),
        .. typeof(ReferenceAssemblyTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(item => item.Key == "ReferenceAssemblies").Select(item => item.Value!),
    ];

    [Theory]
    [InlineData("Checkly.Client")]
    [InlineData("Checkly.Cmdlets")]
    [InlineData("Checkly.Sandbox")]
    public void Every_type_and_member_is_there(string assembly)
    {
        using var resolver = new ShippedAssemblies();
        using ModuleDefinition module = ModuleDefinition.ReadModule(Path.Combine(Bin, assembly + ".dll"), new ReaderParameters { AssemblyResolver = resolver });

        Assert.Empty(module.GetTypeReferences().Where(type => type.Resolve() is null).Select(type => type.FullName));
        Assert.Empty(module.GetMemberReferences().Where(member => member.DeclaringType is not ArrayType && member.Resolve() is null).Select(member => member.FullName));
        Assert.All(module.AssemblyReferences, reference => Assert.NotNull(resolver.Resolve(reference)));
    }

    /// <summary>Finds assemblies in those folders alone, and nothing of this machine's .NET.</summary>
    private sealed class ShippedAssemblies : BaseAssemblyResolver
    {
        private readonly Dictionary<string, AssemblyDefinition> _found = [];

        public override AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
        {
            if (!_found.TryGetValue(name.Name, out AssemblyDefinition? assembly))
            {
                string file = Folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists) ?? throw new AssemblyResolutionException(name);
                _found[name.Name] = assembly = AssemblyDefinition.ReadAssembly(file, parameters);
            }

            return assembly;
        }

        protected override void Dispose(bool disposing)
        {
            foreach (AssemblyDefinition assembly in _found.Values)
            {
                assembly.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
