using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Creates services, the parts of what customers use.</summary>
/// <remarks>
/// <para>Sends POST /v1/status-pages/services for each name. A service is seen once a card of a status page shows it:
/// New-ChecklyStatusPage, or Set-ChecklyStatusPage -AddService. The API lets several services have one name; then only their
/// ids tell them apart.</para>
/// <para>It is made once: when the answer is lost, the list is read until it is found in it; see
/// about_Checkly_Delivery.</para>
/// </remarks>
/// <example>
/// <para>Create a service.</para>
/// <code>New-ChecklyStatusPageService Checkout</code>
/// </example>
/// <example>
/// <para>Create services and a page that shows them.</para>
/// <code>'Checkout', 'Search' | New-ChecklyStatusPageService | New-ChecklyStatusPage -Name 'Acme status' -Url acme</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>New-ChecklyStatusPageService Checkout, Search -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ChecklyStatusPageService", SupportsShouldProcess = true)]
[OutputType(typeof(StatusPageService))]
public sealed class NewChecklyStatusPageServiceCommand : ChecklyThrottledCommand
{
    /// <summary>The name, which status pages and mails to subscribers show. Several names create several services.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Name, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    public string[] Name { get; set; } = [];

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    // The name of any object of the module would become that of a new service unseen.
    [Piped(typeof(NewChecklyStatusPageServiceCommand))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    internal override bool MakesThings => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            SendEach(StatusPageServiceRequests.Create(name), name, service => WriteObject(service));
        }
    }
}
