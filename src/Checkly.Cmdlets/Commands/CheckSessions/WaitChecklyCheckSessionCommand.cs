using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Waits until check sessions have ended, returns them, and reports the checks that failed as errors.</summary>
/// <remarks>
/// <para>Until each session has ended, it sends GET /v2/check-sessions/{checkSessionId}/completion for one of them, which the API holds
/// for up to 30 s, and GET /v2/check-sessions/{checkSessionId} for the others. A session is output when it has ended; for one that
/// failed, timed out or was cancelled, the error Checkly.CheckFailed follows. When -TimeoutSec is over, the error for each session that
/// has not ended is Checkly.Timeout, and the session goes on. A failure that may pass, such as a lost connection, does not end the
/// wait.</para>
/// </remarks>
/// <example>
/// <para>Start checks, and wait for them later.</para>
/// <code>$running = Invoke-ChecklyCheck -Tag api -NoWait
/// $running | Wait-ChecklyCheckSession</code>
/// </example>
/// <example>
/// <para>Wait for two minutes at most.</para>
/// <code>Invoke-ChecklyCheck -Tag api -NoWait | Wait-ChecklyCheckSession -TimeoutSec 120</code>
/// </example>
/// <example>
/// <para>Show the results by location.</para>
/// <code>$running = Invoke-ChecklyCheck 'Checkout API' -NoWait
/// (Wait-ChecklyCheckSession $running).Results | Format-Table Name, RunLocation, HasFailures</code>
/// </example>
[Cmdlet(VerbsLifecycle.Wait, "ChecklyCheckSession")]
[OutputType(typeof(CheckSession))]
public sealed class WaitChecklyCheckSessionCommand : CheckSessionWaitCommand
{
    private readonly List<(string Id, string? Name)> _sessions = [];

    /// <summary>The ids of the sessions, GUIDs, or the sessions themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.CheckSession, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(CheckSession), typeof(WaitChecklyCheckSessionCommand))]
    [ValidateGuid(Finder = "Invoke-ChecklyCheck -NoWait")]
    [ArgumentCompleter(typeof(IdCompleter<CheckSession>))]
    public string[] CheckSessionId { get; set; } = [];

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(WaitChecklyCheckSessionCommand), typeof(CheckSession))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _sessions.AddRange(CheckSessionId.Select(id => (id, InputObject?.Properties["Name"]?.Value?.ToString())));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_sessions.Count == 0)
        {
            WriteError(ErrorRecords.Missing("No check session was piped in, so that nothing was waited for.", null, "Invoke-ChecklyCheck -NoWait"));
            return;
        }

        WaitFor(_sessions);
    }
}
