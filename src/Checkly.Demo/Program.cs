using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Checkly.Hosting;

namespace Checkly.Demo;

/// <summary>Runs the main job of the module on the sandbox, showing each command as typed and what it shows.</summary>
public static class Program
{
    private static readonly string[] Commands =
    [
        "Connect-Checkly -Sandbox",
        "Get-ChecklySession",
        "$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Payments take longer than usual. We are looking into it.'",
        "New-ChecklyIncidentUpdate $incident IDENTIFIED 'A database node is overloaded. We are adding capacity.'",
        "$incident | New-ChecklyIncidentUpdate -Status MONITORING -Description 'The new capacity is in place. We are watching.'",
        "New-ChecklyIncidentUpdate $incident RESOLVED 'Payments are back to their usual speed.' -WhatIf",
        "New-ChecklyIncidentUpdate $incident RESOLVED 'Payments are back to their usual speed.'",
        "Get-ChecklyIncident $incident",
        "(Get-ChecklyIncident $incident).IncidentUpdates",
        "Disconnect-Checkly",
    ];

    /// <summary>The program.</summary>
    /// <param name="args">Empty, or a file to write the picture of a timeline to.</param>
    /// <returns>0 when every command worked, 1 otherwise.</returns>
    public static int Main(string[] args)
    {
        if (args is [string file])
        {
            File.WriteAllText(file, TimelinePicture.Draw());
            return 0;
        }

        return Run(Console.Out, colour: !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "");
    }

    /// <summary>Runs the demo.</summary>
    /// <param name="output">Where it is shown.</param>
    /// <param name="colour">Whether it may contain the escape sequences of a terminal.</param>
    /// <returns>0 when every command worked, 1 otherwise.</returns>
    public static int Run(TextWriter output, bool colour)
    {
        ArgumentNullException.ThrowIfNull(output);
        try
        {
            using var host = new ModuleHost(output, colour: colour);
            output.WriteLine($"PowerShell engine {PSVersion(host)}, module {ModuleHost.ManifestPath}");
            bool worked = Commands.All(command => RunOne(host, command, output));
            output.WriteLine(worked
                ? "\nFour updates were posted, the first with the incident itself, and read back. The next step is your own account: see README.md."
                : "\nThe demo failed.");
            return worked ? 0 : 1;
        }
        catch (RuntimeException failure)
        {
            output.WriteLine($"The demo failed: {failure.Message}");
            return 1;
        }
    }

    private static bool RunOne(ModuleHost host, string command, TextWriter output)
    {
        output.WriteLine($"\nPS> {command}");
        using PowerShell shell = host.CreatePowerShell();
        shell.AddScript(command).AddCommand("Out-Default");
        // As at a prompt: errors are shown where they happen.
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.Invoke();
        return !shell.HadErrors;
    }

    private static PSObject PSVersion(ModuleHost host)
    {
        using PowerShell shell = host.CreatePowerShell();
        return shell.AddScript("$PSVersionTable.PSVersion").Invoke()[0];
    }
}
