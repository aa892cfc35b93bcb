using System.Management.Automation;

namespace Checkly;

/// <summary>What happens when the module is imported and removed. On PowerShell 7 importing does nothing at all.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport() => DesktopAssemblies.Serve();

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        SessionSlot.Current.Existing?.Close();
        DesktopAssemblies.Cease();
    }
}
