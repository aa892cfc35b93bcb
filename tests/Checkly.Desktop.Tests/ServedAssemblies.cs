using Checkly.Desktop.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestPipelineStartup(typeof(ServedAssemblies))]

namespace Checkly.Desktop.Tests;

/// <summary>Resolves the assemblies in the folder <c>desktop</c> from before the first test, as an import of the module does.</summary>
public sealed class ServedAssemblies : ITestPipelineStartup
{
    public ValueTask StartAsync(IMessageSink diagnosticMessageSink)
    {
        DesktopAssemblies.StartResolving();
        return default;
    }

    public ValueTask StopAsync() => default;
}
