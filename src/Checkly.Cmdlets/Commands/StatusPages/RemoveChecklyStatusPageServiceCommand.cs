using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes services.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/status-pages/services/{serviceId}. The API does not document what becomes of cards and incidents
/// that name the service. To keep a service but no longer show it, use Set-ChecklyStatusPage -RemoveService.</para>
/// </remarks>
/// <example>
/// <para>Remove a service, after being asked.</para>
/// <code>Get-ChecklyStatusPageService -Name API | Remove-ChecklyStatusPageService</code>
/// </example>
/// <example>
/// <para>Without being asked.</para>
/// <code>$service = New-ChecklyStatusPageService Checkout
/// Remove-ChecklyStatusPageService $service -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>Get-ChecklyStatusPageService | Remove-ChecklyStatusPageService -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklyStatusPageService", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklyStatusPageServiceCommand : ChecklyThrottledCommand
{
    /// <summary>The ids, GUIDs, or the names of the services; or the services themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Service, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ServiceId")]
    [IdOf(typeof(StatusPageService), typeof(RemoveChecklyStatusPageServiceCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPageService>))]
    public string[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => RemoveEach(Ids<StatusPageService>(Id), StatusPageServiceRequests.Delete);
}
