using System.Management.Automation;

namespace Checkly;

/// <summary>Runs when the module is imported and removed.</summary>
public sealed class ModuleLifetime : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    // The first with a .NET that has the System.Text.Json of the module.
    private const int OldestMinor = 4;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">PowerShell is older than the module needs.</exception>
    public void OnImport()
    {
        if (Refusal(typeof(PSObject).Assembly.GetName().Version) is { } why)
        {
            throw new NotSupportedException(why);
        }

        DesktopAssemblies.StartResolving();
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        SessionSlot.Current.End();
        SessionSlot.StopServing();
        DesktopAssemblies.StopResolving();
    }

    /// <summary>Why the module does not run on an engine, as a full sentence; <see langword="null"/> where it does.</summary>
    /// <param name="engine">The version of System.Management.Automation, which is 3.0 in Windows PowerShell 5.1.</param>
    internal static string? Refusal(Version engine) =>
        engine.Major == 6 || (engine.Major == 7 && engine.Minor < OldestMinor)
            ? FormattableString.Invariant($"Checkly needs PowerShell 7.{OldestMinor} or later, or Windows PowerShell 5.1; this is PowerShell {engine.Major}.{engine.Minor}.")
            : null;
}
