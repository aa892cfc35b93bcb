using Checkly.Sandbox;

namespace Checkly.Desktop.Tests;

/// <summary>In this process, as with <c>Connect-Checkly -Sandbox</c>.</summary>
public sealed class InMemoryTests : DesktopTest
{
    public InMemoryTests()
        : this(new SandboxHandler())
    {
    }

    private InMemoryTests(SandboxHandler sandbox)
        : base(sandbox, new ChecklyClientOptions { BaseUri = new Uri("https://sandbox.invalid"), Handler = sandbox })
    {
    }
}
