using System.Net;
using System.Net.Http;

namespace Checkly;

/// <summary>HTTP settings for Windows PowerShell 5.1, where process-wide settings apply and the defaults are old.</summary>
internal static class DesktopHttp
{
    private const int ConnectionsPerServer = 20;

    // Only .NET Framework has its basic types in mscorlib.
    public static bool IsDesktop { get; } = typeof(object).Assembly.GetName().Name == "mscorlib";

    /// <summary>Adds TLS 1.2 to the protocols of the process, without removing any, and allows more than two concurrent calls.</summary>
    public static void Prepare(HttpClientHandler handler)
    {
        // 0 means that the operating system chooses, which is better than a fixed list.
        if (ServicePointManager.SecurityProtocol != 0)
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
        }

        handler.MaxConnectionsPerServer = ConnectionsPerServer;
    }
}
