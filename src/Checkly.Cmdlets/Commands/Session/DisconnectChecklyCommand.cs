using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Ends a session and forgets its API key.</summary>
/// <remarks>
/// <para>Without -Session it ends the session of this runspace; when there is none, nothing happens. Cmdlets then use the
/// environment's credentials, where there are any. After -Session has ended the session of this runspace they do not, because the
/// commands that follow were meant for that account. A sandbox's incidents are gone with its session.</para>
/// <para>Afterwards the module holds no reference to the key. It cannot overwrite what .NET holds: the text of the key, and the header
/// of each request, stay in the process's memory until the garbage collector has run and the memory is used again. The environment
/// variable, your own variables, the prompt's history and the CLI's login file are yours to clear.</para>
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
        Session?.Close();
        ChecklySession? ended = Session ?? SessionSlot.Current.End();
        WriteVerbose(ended is null ? "There is no session in this runspace." : $"Ended the session for {ended}.");
    }
}
