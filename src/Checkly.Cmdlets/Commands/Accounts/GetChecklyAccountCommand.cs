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
public sealed class GetChecklyAccountCommand : ChecklyThrottledCommand
{
    /// <summary>The ids of the accounts, GUIDs; by default all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AccountId")]
    [IdOf(typeof(Account), typeof(GetChecklyAccountCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<Account>))]
    public string[]? Id { get; set; }

    /// <summary>The names of the accounts wanted; wildcards are permitted. Not with -Id.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameCompleter<Account>))]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Id is not null && Name is not null)
        {
            Refuse("-Name applies only to the list: leave out either -Name or -Id.", Name);
            return;
        }

        if (Id is null)
        {
            WriteNamed<Account>(Name, account => account.Name, "No account is called", wanted => WriteAll(AccountRequests.List(), wanted));
            return;
        }

        WriteEach(Id, AccountRequests.Get);
    }
}
