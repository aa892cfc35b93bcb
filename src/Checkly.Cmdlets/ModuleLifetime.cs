using System.Management.Automation;

namespace Checkly;

/// <summary>Runs when the module is imported and removed. On PowerShell 7 an import runs nothing.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport() => DesktopAssemblies.Serve();

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        SessionSlot.Current.End();
        DesktopAssemblies.Cease();
    }
}
