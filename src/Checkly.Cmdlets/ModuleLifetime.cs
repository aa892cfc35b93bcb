using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Checkly;

/// <summary>Runs when the module is imported and removed. On PowerShell 7 an import only loads the assembly of the models.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        DesktopAssemblies.Serve();
        LoadModels();
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        SessionSlot.Current.End();
        DesktopAssemblies.Cease();
    }

    /// <summary>
    /// Loads the assembly of the models, because scripts use types such as [Checkly.IncidentUpdate] before they run a cmdlet. It is
    /// a method of its own, and not inlined, because the assembly can be loaded only after <see cref="DesktopAssemblies.Serve"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadModels() => GC.KeepAlive(typeof(IncidentUpdate));
}
