using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Creates a dashboard.</summary>
/// <remarks>
/// <para>Sends POST /v1/dashboards with the settings that are given; the API chooses the others. A custom URL or domain
/// that is taken is the error Checkly.Conflict.</para>
/// </remarks>
/// <example>
/// <para>Create a dashboard that shows incidents.</para>
/// <code>New-ChecklyDashboard 'Acme status' -CustomUrl acme -EnableIncidents</code>
/// </example>
/// <example>
/// <para>Open an incident on a new dashboard.</para>
/// <code>New-ChecklyDashboard 'Acme status' -EnableIncidents |
///     New-ChecklyIncident -Name 'Checkout is slow' -Status INVESTIGATING -Description 'We are looking into it.'</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>New-ChecklyDashboard 'Acme status' -Tag production, api -HideTags -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ChecklyDashboard", SupportsShouldProcess = true)]
[OutputType(typeof(Dashboard))]
public sealed class NewChecklyDashboardCommand : DashboardSettingsCommand
{
    /// <summary>The text at the top.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Header, Position = 0)]
    [ValidateNotBlank]
    [ApiField("header")]
    public string Header { get; set; } = string.Empty;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TrySend(DashboardRequests.Create(BoundFields()), Header, out Dashboard dashboard))
        {
            WriteObject(dashboard);
        }
    }
}
