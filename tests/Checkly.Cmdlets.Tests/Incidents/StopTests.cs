using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Ctrl+C.</summary>
public sealed class StopTests : ModuleTest
{
    private const string MayStand = $"WARNING: POST {UpdatesPath} was interrupted after it was sent: it may have been carried out. Look at the incident's history before you send it again.";

    [Theory]
    [InlineData($"New-ChecklyIncidentUpdate {IncidentId} RESOLVED x", MayStand)]
    [InlineData($"Get-ChecklyIncident {IncidentId}", "")]
    public async Task A_call_that_hangs_is_stopped_and_says_whether_it_was_sent(string script, string said)
    {
        await using var server = new RawServer(RawServer.Hang);
        ConnectTo(server.Uri, "-TimeoutSec 60");
        using PowerShell shell = Host.CreatePowerShell();
        IAsyncResult running = shell.AddScript(script).BeginInvoke();
        await server.RequestArrived.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        // Far above what it takes on a busy machine; a call that is not stopped goes on for 60 s.
        await Task.Run(shell.Stop, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Empty(shell.Streams.Error);
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Equal(said, Shown.TrimEnd());
        Assert.Single(Do("Get-ChecklySession").Output);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task A_pipeline_that_is_stopped_has_put_out_what_was_posted(int stopAfter)
    {
        Do("Connect-Checkly -Sandbox");
        PSObject incident = Do("New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description y").Only();
        Host.Runspace.SessionStateProxy.SetVariable("incident", incident);
        using PowerShell shell = Host.CreatePowerShell();
        var output = new PSDataCollection<PSObject>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        output.DataAdded += (_, added) =>
        {
            if (added.Index + 1 >= stopAfter)
            {
                enough.TrySetResult();
            }
        };

        IAsyncResult running = shell
            .AddScript("1..100000 | ForEach-Object { [pscustomobject]@{ Status = 'MONITORING'; Description = \"Update $_\" } } | New-ChecklyIncidentUpdate $incident")
            .BeginInvoke<PSObject, PSObject>(null, output);
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Task.Run(shell.Stop, TestContext.Current.CancellationToken);
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));

        string[] put = [.. output.Select(update => (string)Get(update, "Id")!)];
        string said = Shown;
        string[] posted = [.. Do("(Get-ChecklyIncident $incident).IncidentUpdates").Output.SkipLast(1).Select(update => (string)Get(update, "Id")!)];
        Assert.Empty(put.Except(posted));
        // The one that was under way may be posted and not put out; then the host was told.
        Assert.All(posted.Except(put), id => Assert.True(
            said.Contains(id, StringComparison.Ordinal) || said.Contains("it may have been carried out", StringComparison.Ordinal), said));
        Assert.InRange(posted.Length - put.Length, 0, 1);
    }
}
