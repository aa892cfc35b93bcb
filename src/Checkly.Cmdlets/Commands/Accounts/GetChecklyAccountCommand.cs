using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the accounts that the API key can use.</summary>
/// <remarks>
/// <para>Sends GET /v1/accounts, or GET /v1/accounts/{accountId} for each id. Get-ChecklySession shows which of them the
/// session uses.</para>
/// </remarks>
/// <example>
/// <para>List the accounts of the key.</para>
/// <code>Get-ChecklyAccount</code>
/// </example>
/// <example>
/// <para>Show the one that the session uses.</para>
/// <code>Get-ChecklyAccount (Get-ChecklySession).AccountId</code>
/// </example>
/// <example>
/// <para>Stop a script that would go to the wrong account.</para>
/// <code>if ((Get-ChecklySession | Get-ChecklyAccount).Name -eq 'Production') { throw 'This is a rehearsal.' }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyAccount")]
[OutputType(typeof(Account))]
public sealed class GetChecklyAccountCommand : ChecklySessionCommand
{
    /// <summary>The ids of the accounts, GUIDs; by default all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AccountId")]
    [IdOf(typeof(Account), typeof(GetChecklyAccountCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Account>))]
    public string[]? Id { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Id is null)
        {
            WriteAll(AccountRequests.List());
            return;
        }

        WriteEach(Id, AccountRequests.Get);
    }
}
