using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Ctrl+C.</summary>
public sealed class StopTests : ModuleTest
{
    [Theory]
    [InlineData($"New-ChecklyIncidentUpdate {IncidentId} RESOLVED x")]
    [InlineData($"Get-ChecklyIncident {IncidentId}")]
    public async Task A_call_that_hangs_ends_within_a_second(string script)
    {
        await using var server = new RawServer(RawServer.Hang);
        ConnectTo(server.Uri, "-TimeoutSec 60");
        using PowerShell shell = Host.CreatePowerShell();
        IAsyncResult running = shell.AddScript(script).BeginInvoke();
        await server.RequestArrived.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        // The bound is the promise itself, not a measurement: without it the call goes on for 60 s.
        await Task.Run(shell.Stop, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Empty(shell.Streams.Error);
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Single(Do("Get-ChecklySession").Output);
    }
}
