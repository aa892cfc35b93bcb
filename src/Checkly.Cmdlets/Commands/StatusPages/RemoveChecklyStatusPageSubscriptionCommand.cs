using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes subscriptions of status pages.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/status-pages/{statusPageId}/subscriptions/{subscriptionId}.</para>
/// </remarks>
/// <example>
/// <para>Remove an address from all pages, after being asked for each.</para>
/// <code>Get-ChecklyStatusPage | Get-ChecklyStatusPageSubscription -Address 'ada@*' | Remove-ChecklyStatusPageSubscription</code>
/// </example>
/// <example>
/// <para>Without being asked.</para>
/// <code>$page = Get-ChecklyStatusPage -Url sandbox
/// $null = New-ChecklyStatusPageSubscription $page ada@example.com
/// Get-ChecklyStatusPageSubscription $page ada@example.com | Remove-ChecklyStatusPageSubscription -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>Get-ChecklyStatusPage | Get-ChecklyStatusPageSubscription | Remove-ChecklyStatusPageSubscription -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklyStatusPageSubscription", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklyStatusPageSubscriptionCommand : ChecklyThrottledCommand
{
    /// <summary>The status page's id, a GUID, its name or its address; or the page itself.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.StatusPage, Position = 0, ValueFromPipelineByPropertyName = true)]
    [IdOf(typeof(StatusPage), typeof(RemoveChecklyStatusPageSubscriptionCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPage>))]
    public string StatusPageId { get; set; } = string.Empty;

    /// <summary>The ids of the subscriptions, GUIDs; or the subscriptions themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Subscription, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("SubscriptionId")]
    [IdOf(typeof(StatusPageSubscription), typeof(RemoveChecklyStatusPageSubscriptionCommand))]
    [ValidateGuid]
    [ArgumentCompleter(typeof(IdCompleter<StatusPageSubscription>))]
    public string[] Id { get; set; } = [];

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [Piped(typeof(RemoveChecklyStatusPageSubscriptionCommand), typeof(StatusPageSubscription))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (IdOf<StatusPage>(StatusPageId) is { } page)
        {
            RemoveEach(Id, id => StatusPageSubscriptionRequests.Delete(page, id));
        }
    }
}
