using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the session that cmdlets of this runspace use.</summary>
/// <remarks>
/// <para>Nothing is returned when there is none. A session that was made from the environment's variables is returned
/// once a cmdlet has used it.</para>
/// </remarks>
/// <example>
/// <para>Show which account the next command goes to.</para>
/// <code>Get-ChecklySession</code>
/// </example>
/// <example>
/// <para>Keep it, to give it to other cmdlets by name.</para>
/// <code>$session = Get-ChecklySession
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
        if (SessionResolver.Standing() is { } session)
        {
            WriteObject(session);
        }
        else
        {
            WriteVerbose("There is no session in this runspace.");
        }
    }
}
