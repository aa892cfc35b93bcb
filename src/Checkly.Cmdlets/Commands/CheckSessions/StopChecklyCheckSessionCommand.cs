using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Cancels check sessions.</summary>
/// <remarks>
/// <para>Sends POST /v1/check-sessions/{checkSessionId}/cancel for each. The API's document describes it for Playwright check suites. A
/// run that has been cancelled ends with the status CANCELLED.</para>
/// </remarks>
/// <example>
/// <para>Cancel a run.</para>
/// <code>$running = Invoke-ChecklyCheck 'Checkout API' -NoWait
/// $running | Stop-ChecklyCheckSession</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>$running = Invoke-ChecklyCheck 'Checkout API' -NoWait
/// Stop-ChecklyCheckSession $running -WhatIf</code>
/// </example>
/// <example>
/// <para>Cancel one run of a session, by its sequence.</para>
/// <code>$running = Invoke-ChecklyCheck 'Checkout API' -NoWait
/// Stop-ChecklyCheckSession $running -SequenceId 5a9db0c5-7e57-4c0d-8000-000000000099</code>
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "ChecklyCheckSession", SupportsShouldProcess = true)]
public sealed class StopChecklyCheckSessionCommand : ChecklySessionCommand
{
    /// <summary>The ids of the sessions, GUIDs, or the sessions themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.CheckSession, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(CheckSession), typeof(StopChecklyCheckSessionCommand))]
    [ValidateGuid(Finder = "Invoke-ChecklyCheck -NoWait")]
    [ArgumentCompleter(typeof(IdCompleter<CheckSession>))]
    public string[] CheckSessionId { get; set; } = [];

    /// <summary>The runs to cancel, by the sequence ids of their results; all runs of the session by default.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateGuid]
    public string[] SequenceId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in CheckSessionId)
        {
            TrySend(CheckSessionRequests.Cancel(id, SequenceId), id, out _);
        }
    }
}
