using System.Collections.Specialized;
using System.Management.Automation;
using System.Net.Sockets;
using Checkly.Sandbox;

namespace Checkly.Commands;

/// <summary>Serves the sandbox of a session on a port of this machine, for the official CLI, curl and other programs.</summary>
/// <remarks>
/// <para>Other programs and the cmdlets of the session work on the same incidents, status pages and maintenance windows. Only programs
/// on this machine reach it: it listens on 127.0.0.1.</para>
/// <para>It returns the environment variables that the programs need, as an ordered dictionary: CHECKLY_ENV, which the CLI needs before
/// it accepts an address other than Checkly's, CHECKLY_API_URL, CHECKLY_API_KEY and CHECKLY_ACCOUNT_ID. Another PowerShell with this
/// module uses the last three.</para>
/// <para>The next request meets the next fault of Connect-Checkly -Fault, whichever program sends it. An open port cannot refuse a
/// connection: Refuse and NoHttp break it, and a POST then counts as one whose answer was lost. A hang lasts two minutes at most.</para>
/// <para>It serves until the session ends: with Disconnect-Checkly, with the next Connect-Checkly of this runspace unless a script holds
/// the session, or with PowerShell. A second call for the same session returns the same variables.</para>
/// </remarks>
/// <example>
/// <para>Let the official CLI list the incidents, where it is installed. -Environment needs PowerShell 7.4.</para>
/// <code>Connect-Checkly -Sandbox
/// $variables = Start-ChecklySandbox
/// if (Get-Command checkly -ErrorAction Ignore) {
///     Start-Process checkly 'incidents list' -Environment $variables -NoNewWindow -Wait
/// }</code>
/// </example>
/// <example>
/// <para>Show the lines that set the variables in a shell such as bash.</para>
/// <code>Connect-Checkly -Sandbox
/// (Start-ChecklySandbox).GetEnumerator() | ForEach-Object { "export $($_.Key)='$($_.Value)'" }</code>
/// </example>
/// <example>
/// <para>Choose the port, and send a request without the module.</para>
/// <code>Connect-Checkly -Sandbox
/// $variables = Start-ChecklySandbox -Port 21417
/// Invoke-RestMethod http://127.0.0.1:21417/v1/dashboards -Headers @{ Authorization = "Bearer $($variables.CHECKLY_API_KEY)" }</code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "ChecklySandbox")]
[OutputType(typeof(OrderedDictionary))]
public sealed class StartChecklySandboxCommand : ChecklySessionCommand
{
    private const int HighestPort = 65535;

    /// <summary>The port. Without it, any free one.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, HighestPort)]
    public int Port { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // The environment's session never has a sandbox, and making it may send a request.
        if (Session is null && SessionSlot.Current.Connected is null)
        {
            ThrowTerminatingError(ErrorRecords.From(this, SessionResolver.NoSession, null));
        }

        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            if (UsedSession.Client.Options.Handler is not SandboxHandler sandbox)
            {
                Refuse("This session has no sandbox: Connect-Checkly -Sandbox opens a session that has one.", UsedSession);
                return;
            }

            SandboxServer server = UsedSession.Serve(() => new SandboxServer(sandbox, Port));
            if (Port != 0 && server.Port != Port)
            {
                Refuse(FormattableString.Invariant($"The sandbox of this session is served on port {server.Port} already: leave out -Port to get its variables."), Port);
                return;
            }

            WriteObject(new OrderedDictionary
            {
                ["CHECKLY_ENV"] = "local",
                ["CHECKLY_API_URL"] = server.Address,
                ["CHECKLY_API_KEY"] = SandboxAccount.ApiKey,
                ["CHECKLY_ACCOUNT_ID"] = SandboxAccount.Id,
            });
        }
        catch (SetupException ended)
        {
            ThrowTerminatingError(ErrorRecords.From(this, ended, Session));
        }
        catch (SocketException taken)
        {
            Refuse(FormattableString.Invariant($"Port {Port} cannot be used: {taken.Message.TrimEnd('.')}. Give another, or none."), Port);
        }
    }
}
