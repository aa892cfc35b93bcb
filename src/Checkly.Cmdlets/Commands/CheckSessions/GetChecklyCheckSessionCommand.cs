using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns check sessions: the runs of checks, as they are now.</summary>
/// <remarks>
/// <para>Sends GET /v2/check-sessions/{checkSessionId} for each. The API has no list of sessions; Invoke-ChecklyCheck returns those that
/// it starts.</para>
/// </remarks>
/// <example>
/// <para>See how far a run is.</para>
/// <code>$running = Invoke-ChecklyCheck 'Checkout API' -NoWait
/// $running | Get-ChecklyCheckSession</code>
/// </example>
/// <example>
/// <para>Show its results so far.</para>
/// <code>$running = Invoke-ChecklyCheck 'Checkout API' -NoWait
/// (Get-ChecklyCheckSession $running).Results</code>
/// </example>
/// <example>
/// <para>Read a session whose id is known.</para>
/// <code>$id = (Invoke-ChecklyCheck 'Checkout API' -NoWait).CheckSessionId
/// (Get-ChecklyCheckSession $id).CurrentStatus</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyCheckSession")]
[OutputType(typeof(CheckSession))]
public sealed class GetChecklyCheckSessionCommand : ChecklyThrottledCommand
{
    /// <summary>The ids of the sessions, GUIDs, or the sessions themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.CheckSession, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(CheckSession), typeof(GetChecklyCheckSessionCommand))]
    [ValidateGuid(Finder = "Invoke-ChecklyCheck -NoWait")]
    [ArgumentCompleter(typeof(IdCompleter<CheckSession>))]
    public string[] CheckSessionId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteEach(CheckSessionId, CheckSessionRequests.Get);
}
