using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes status pages.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/status-pages/{statusPageId}. Services and their incidents belong to the account and stay.</para>
/// </remarks>
/// <example>
/// <para>Remove a page, after being asked.</para>
/// <code>Get-ChecklyStatusPage -Url sandbox | Remove-ChecklyStatusPage</code>
/// </example>
/// <example>
/// <para>Without being asked.</para>
/// <code>$page = New-ChecklyStatusPage 'Acme status' acme -Service API
/// Remove-ChecklyStatusPage $page -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>Get-ChecklyStatusPage | Remove-ChecklyStatusPage -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklyStatusPage", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklyStatusPageCommand : ChecklyThrottledCommand
{
    /// <summary>The ids, GUIDs, the names or the addresses of the status pages; or the pages themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.StatusPage, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("StatusPageId")]
    [IdOf(typeof(StatusPage), typeof(RemoveChecklyStatusPageCommand), Only = true)]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPage>))]
    public string[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => RemoveEach(Ids<StatusPage>(Id), StatusPageRequests.Delete);
}
