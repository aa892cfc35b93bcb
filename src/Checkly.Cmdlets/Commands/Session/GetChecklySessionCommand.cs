using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the session that cmdlets of this runspace use.</summary>
/// <remarks>
/// <para>Nothing is returned when there is none. Where CHECKLY_API_KEY and CHECKLY_ACCOUNT_ID are set and Connect-Checkly
/// was not run, it returns the session that cmdlets make from them.</para>
/// </remarks>
/// <example>
/// <para>Show which account the next command goes to.</para>
/// <code>Get-ChecklySession</code>
/// </example>
/// <example>
/// <para>Keep it, to give it to other cmdlets by name.</para>
/// <code>$incident = New-ChecklyIncident 'Checkout is slow' -DashboardId 1001 -Status INVESTIGATING -Description 'Looking.'
/// $session = Get-ChecklySession
/// Get-ChecklyIncident $incident -Session $session</code>
/// </example>
/// <example>
/// <para>Stop a script that would go to the wrong account.</para>
/// <code>if (-not (Get-ChecklySession).IsSandbox) { throw 'This is a rehearsal.' }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklySession")]
[OutputType(typeof(ChecklySession))]
public sealed class GetChecklySessionCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (SessionResolver.FindCurrent() is { } session)
        {
            session.IsHandedOut = true;
            WriteObject(session);
        }
        else
        {
            WriteVerbose("There is no session in this runspace.");
        }
    }
}
