using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Ends a session and forgets its API key.</summary>
/// <remarks>
/// <para>Without -Session it ends the session of this runspace; when there is none, nothing happens. Cmdlets then use the
/// environment's credentials, where there are any. After -Session has ended the session of this runspace they do not: what
/// follows was meant for that account. A sandbox's incidents are gone with its session.</para>
/// </remarks>
/// <example>
/// <para>End the session of this runspace.</para>
/// <code>Disconnect-Checkly</code>
/// </example>
/// <example>
/// <para>End one of two.</para>
/// <code>$rehearsal = Connect-Checkly -Sandbox -PassThru
/// Disconnect-Checkly $rehearsal</code>
/// </example>
/// <example>
/// <para>End a session whatever happens in between.</para>
/// <code>try {
///     Connect-Checkly -Sandbox
///     Get-ChecklyDashboard
/// }
/// finally {
///     Disconnect-Checkly
/// }</code>
/// </example>
[Cmdlet(VerbsCommunications.Disconnect, "Checkly")]
[OutputType(typeof(void))]
public sealed class DisconnectChecklyCommand : PSCmdlet
{
    /// <summary>The session to end, as Connect-Checkly -PassThru or Get-ChecklySession returns it.</summary>
    [Parameter(ValueFromPipeline = true, Position = 0)]
    [ValidateNotNull]
    public ChecklySession? Session { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ChecklySession? standing = Session ?? SessionSlot.Current.Existing;
        if (Session is null)
        {
            // Also takes back a Connect-Checkly that failed.
            SessionSlot.Current.Connected = null;
        }

        if (standing is { } session)
        {
            session.Close();
            WriteVerbose($"Ended the session for {session}.");
        }
        else
        {
            WriteVerbose("There is no session in this runspace.");
        }
    }
}
