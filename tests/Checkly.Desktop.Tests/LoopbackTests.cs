using Checkly.Sandbox;

namespace Checkly.Desktop.Tests;

/// <summary>Over a socket, with the HTTP stack of .NET Framework.</summary>
public sealed class LoopbackTests : DesktopTest
{
    private readonly SandboxServer _server;

    public LoopbackTests()
        : this(new SandboxHandler())
    {
    }

    private LoopbackTests(SandboxHandler sandbox)
        : this(sandbox, new SandboxServer(sandbox, 0))
    {
    }

    private LoopbackTests(SandboxHandler sandbox, SandboxServer server)
        : base(sandbox, new ChecklyClientOptions { BaseUri = new Uri(server.Address) }) => _server = server;

    protected override void Dispose(bool disposing)
    {
        _server.Dispose();
        base.Dispose(disposing);
    }
}
