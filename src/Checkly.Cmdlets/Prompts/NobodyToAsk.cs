using System.Management.Automation;
using System.Management.Automation.Host;

namespace Checkly;

/// <summary>How a host says that there is nobody to ask, as in a runbook or with -NonInteractive.</summary>
internal static class NobodyToAsk
{
    /// <summary>Whether a failure to ask means that. pwsh without a terminal fails with a NullReferenceException of its own.</summary>
    public static bool IsToldBy(Exception failure) =>
        failure is HostException or PSInvalidOperationException or NotImplementedException or NullReferenceException;
}
