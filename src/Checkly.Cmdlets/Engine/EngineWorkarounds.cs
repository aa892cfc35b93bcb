using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace Checkly;

/// <summary>Facts about the PowerShell engine that it has no API for.</summary>
internal static class EngineWorkarounds
{
    /// <summary>
    /// Whether an exception means that the host cannot prompt, as in a runbook or with -NonInteractive. Hosts have no common exception
    /// for it, and pwsh without a terminal throws a <see cref="NullReferenceException"/>. Test: tests/Pester/Confirmation.Tests.ps1,
    /// with and without -NonInteractive.
    /// </summary>
    public static bool CannotPrompt(Exception failure) =>
        failure is HostException or PSInvalidOperationException or NotImplementedException or NullReferenceException;

    /// <summary>
    /// Whether a runspace belongs to a worker of ForEach-Object -Parallel. PowerShell 7 marks one only by the runspace's name. Test:
    /// <c>A_parallel_worker_beside_the_sandbox_does_not_go_to_the_environments_account</c> in EnvironmentTests.
    /// </summary>
    public static bool IsParallelWorker(Runspace runspace) => runspace.Name?.StartsWith("PSTask:", StringComparison.Ordinal) == true;

    /// <summary>
    /// The exception of an argument transformation after which PowerShell goes on to the other parameters and parameter sets. It does so
    /// only after an invalid cast; any other exception ends the binding. Tests: <c>InvokeApiTests</c> and <c>WrongModelTests</c>.
    /// </summary>
    /// <param name="why">A full sentence, which PowerShell shows when no other parameter takes the argument.</param>
    public static ArgumentTransformationMetadataException NotThisParameter(string why) => new(why, new PSInvalidCastException(why));
}
