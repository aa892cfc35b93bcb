using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the subscriptions of status pages: the addresses that are notified of incidents.</summary>
/// <remarks>
/// <para>Sends GET /v1/status-pages/{statusPageId}/subscriptions, which is all of them at once. The API has no filter, so
/// -Address picks from the whole list.</para>
/// <para>For the addresses alone use ForEach-Object Address: arrays of .NET have a method of that name, which
/// (Get-ChecklyStatusPageSubscription $page).Address would find instead.</para>
/// </remarks>
/// <example>
/// <para>All subscriptions of a page.</para>
/// <code>Get-ChecklyStatusPage -Url sandbox | Get-ChecklyStatusPageSubscription</code>
/// </example>
/// <example>
/// <para>Those of one company.</para>
/// <code>Get-ChecklyStatusPage -Url sandbox | Get-ChecklyStatusPageSubscription -Address '*@example.com'</code>
/// </example>
/// <example>
/// <para>The addresses alone.</para>
/// <code>Get-ChecklyStatusPage -Url sandbox | Get-ChecklyStatusPageSubscription | ForEach-Object Address</code>
/// </example>
/// <example>
/// <para>Who has not confirmed the address yet.</para>
/// <code>Get-ChecklyStatusPage | Get-ChecklyStatusPageSubscription | Where-Object Status -eq PENDING</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyStatusPageSubscription")]
[OutputType(typeof(StatusPageSubscription))]
public sealed class GetChecklyStatusPageSubscriptionCommand : ChecklyThrottledCommand
{
    /// <summary>The ids, GUIDs, the names or the addresses of the status pages; or the pages themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.StatusPage, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(StatusPage), typeof(GetChecklyStatusPageSubscriptionCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPage>))]
    public string[] StatusPageId { get; set; } = [];

    /// <summary>The addresses wanted; wildcards are permitted.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Address { get; set; }

    /// <summary>The object from the pipeline; a subscription stands for itself, and not for all of its page. Do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(GetChecklyStatusPageSubscriptionCommand), typeof(StatusPage), typeof(StatusPageSubscription), typeof(StatusPageSubscriptionResult))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string? piped = InputObject.IdOf<StatusPageSubscription>();
        foreach (string id in Ids<StatusPage>(StatusPageId))
        {
            var addresses = new NameFilter(Address);
            SendEach(StatusPageSubscriptionRequests.List(id), id, subscriptions =>
            {
                WriteObject(subscriptions.Where(subscription => addresses.Wants(subscription.Address) && (piped is null || ApiId.Same(subscription.Id, piped))), enumerateCollection: true);
                WriteMissing(addresses, $"Status page {id} has no subscription of", $"Get-ChecklyStatusPageSubscription {id}");
            });
        }
    }
}
