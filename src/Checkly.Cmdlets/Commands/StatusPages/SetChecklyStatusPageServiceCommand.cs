using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Gives services another name.</summary>
/// <remarks>
/// <para>Sends PUT /v1/status-pages/services/{serviceId}. The name is all that the API changes of a service. Only ids bind
/// from the pipeline.</para>
/// </remarks>
/// <example>
/// <para>Rename a service.</para>
/// <code>Get-ChecklyStatusPageService -Name API | Set-ChecklyStatusPageService -Name 'Public API'</code>
/// </example>
/// <example>
/// <para>Rename a new one and return it.</para>
/// <code>$service = New-ChecklyStatusPageService Chekout
/// Set-ChecklyStatusPageService $service Checkout -PassThru</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>Get-ChecklyStatusPageService -Name API | Set-ChecklyStatusPageService -Name 'Public API' -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ChecklyStatusPageService", SupportsShouldProcess = true)]
[OutputType(typeof(StatusPageService))]
public sealed class SetChecklyStatusPageServiceCommand : ChecklyThrottledCommand
{
    /// <summary>The ids, GUIDs, or the names of the services; or the services themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Service, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ServiceId")]
    [IdOf(typeof(StatusPageService), typeof(SetChecklyStatusPageServiceCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPageService>))]
    public string[] Id { get; set; } = [];

    /// <summary>The new name, which status pages and mails to subscribers show.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Name, Position = 1)]
    [ValidateNotBlank]
    public string Name { get; set; } = string.Empty;

    /// <summary>Return the changed service.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in Ids<StatusPageService>(Id))
        {
            SendEach(StatusPageServiceRequests.Change(id, Name), id, PassThru ? WriteObject : static _ => { });
        }
    }
}
