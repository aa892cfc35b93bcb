using System.Collections.Specialized;
using System.Management.Automation;
using System.Net.Sockets;
using Checkly.Sandbox;

namespace Checkly.Commands;

/// <summary>Serves the sandbox of a session on a port of this machine, for the official CLI, curl and other programs.</summary>
/// <remarks>
/// <para>What other programs do there and what the cmdlets do in the session is done on the same incidents, status pages and
/// maintenance windows. Faults of Connect-Checkly -Fault are met by whoever sends the next request. Only programs on this machine
/// reach it: it listens on 127.0.0.1.</para>
/// <para>It returns the environment variables that the programs need, as an ordered dictionary: CHECKLY_ENV, without which the CLI
/// takes no other address, CHECKLY_API_URL, CHECKLY_API_KEY and CHECKLY_ACCOUNT_ID. PowerShell with this module takes the last three as
/// well.</para>
/// <para>It ends with its session, as by Disconnect-Checkly. Run again for the same session, it returns the variables once more.</para>
/// </remarks>
/// <example>
/// <para>Let the official CLI list the incidents, where it is installed.</para>
/// <code>Connect-Checkly -Sandbox
/// $variables = Start-ChecklySandbox
/// if (Get-Command checkly -ErrorAction Ignore) {
///     Start-Process checkly 'incidents list' -Environment $variables -Wait
/// }</code>
/// </example>
/// <example>
/// <para>Show the lines that set the variables in a shell such as bash.</para>
/// <code>Connect-Checkly -Sandbox
/// (Start-ChecklySandbox).GetEnumerator() | ForEach-Object { "export $($_.Key)='$($_.Value)'" }</code>
/// </example>
/// <example>
/// <para>Serve it on a certain port, and ask it without the module.</para>
/// <code>Connect-Checkly -Sandbox
/// $variables = Start-ChecklySandbox -Port 21417
/// Invoke-RestMethod http://127.0.0.1:21417/v1/dashboards -Headers @{ Authorization = "Bearer $($variables.CHECKLY_API_KEY)" }</code>
/// </example>
[Cmdlet(VerbsLifecycle.Start, "ChecklySandbox")]
[OutputType(typeof(OrderedDictionary))]
public sealed class StartChecklySandboxCommand : ChecklySessionCommand
{
    private const int HighestPort = 65535;

    /// <summary>The port; any that is free when it is not given.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, HighestPort)]
    public int Port { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            if (UsedSession.Client.Options.Handler is not SandboxHandler sandbox)
            {
                Refuse("This session has no sandbox: Connect-Checkly -Sandbox opens one that has.", UsedSession);
                return;
            }

            SandboxServer server = UsedSession.Serve(() => new SandboxServer(sandbox, Port));
            if (Port != 0 && server.Port != Port)
            {
                Refuse(FormattableString.Invariant($"The sandbox of this session is served on port {server.Port} already."), Port);
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
            ThrowTerminatingError(ErrorRecords.From(ended, Session));
        }
        catch (SocketException taken)
        {
            Refuse(FormattableString.Invariant($"Port {Port} cannot be used: {taken.Message}. Give another, or none."), Port);
        }
    }
}
