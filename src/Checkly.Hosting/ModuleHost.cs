using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Microsoft.PowerShell;

namespace Checkly.Hosting;

/// <summary>
/// The real PowerShell engine with the built module imported by its manifest, as a user imports it. The core cmdlets are
/// there; those of the Utility and Management modules are not, since no package brings them.
/// </summary>
public sealed class ModuleHost : IDisposable
{
    static ModuleHost() =>
        // Before the first runspace: the engine looks once.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

    /// <summary>Starts the engine and imports the module.</summary>
    /// <param name="output">The writer for everything that the host shows.</param>
    /// <param name="width">Columns of the host's terminal.</param>
    /// <param name="colour">Whether views may contain the escape sequences of a terminal.</param>
    /// <param name="answer">Answers a question with the label of a choice, such as <c>Yes</c>; without it, a question is an error.</param>
    /// <param name="manifest">The manifest of a copy of the module; <see cref="ManifestPath"/> when not given.</param>
    /// <exception cref="RuntimeException">The module could not be imported.</exception>
    public ModuleHost(TextWriter output, int width = 100, bool colour = false, Func<string, string>? answer = null, string? manifest = null)
    {
        // CreateDefault() and a bare PowerShell.Create() ask for modules that no package brings.
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        Runspace = RunspaceFactory.CreateRunspace(new TextHost(output, width, colour, answer), state);
        Runspace.Open();
        using PowerShell import = CreatePowerShell();
        import.AddCommand("Import-Module").AddParameter("Name", manifest ?? ManifestPath).AddParameter("ErrorAction", "Stop").Invoke();
    }

    /// <summary>The manifest in the clone that this program was built from.</summary>
    public static string ManifestPath { get; } = typeof(ModuleHost).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ModuleManifest").Value!;

    /// <summary>The runspace with the module.</summary>
    public Runspace Runspace { get; }

    /// <summary>A pipeline in that runspace.</summary>
    /// <returns>An empty pipeline; dispose of it.</returns>
    public PowerShell CreatePowerShell()
    {
        var shell = PowerShell.Create();
        shell.Runspace = Runspace;
        return shell;
    }

    /// <inheritdoc/>
    public void Dispose() => Runspace.Dispose();
}
