using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Checkly;

/// <summary>What happens when the module is imported and removed. On PowerShell 7 importing only brings the models.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        DesktopAssemblies.Serve();
        BringModels();
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        SessionSlot.Current.End();
        DesktopAssemblies.Cease();
    }

    /// <summary>Scripts name the models, such as [Checkly.IncidentUpdate], before the first cmdlet has run. Apart: they need what is served.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BringModels() => GC.KeepAlive(typeof(IncidentUpdate));
}
