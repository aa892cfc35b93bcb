using System.Net;
using System.Net.Http;

namespace Checkly;

/// <summary>What HTTP needs on Windows PowerShell 5.1, where the process decides and old defaults stand.</summary>
internal static class DesktopHttp
{
    private const int ConnectionsPerServer = 20;

    // .NET Framework keeps its basic types in mscorlib; .NET does not.
    public static bool IsDesktop { get; } = typeof(object).Assembly.GetName().Name == "mscorlib";

    /// <summary>Adds TLS 1.2 to what the process has, never over it, and lets more than two calls run at once.</summary>
    public static void Prepare(HttpClientHandler handler)
    {
        // 0 leaves the choice to the system, which is better than any list.
        if (ServicePointManager.SecurityProtocol != 0)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }

        handler.MaxConnectionsPerServer = ConnectionsPerServer;
    }
}
