using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Removes dashboards.</summary>
/// <remarks>
/// <para>Sends DELETE /v1/dashboards/{dashboardId}.</para>
/// </remarks>
/// <example>
/// <para>Remove a dashboard, after being asked.</para>
/// <code>Get-ChecklyDashboard -CustomUrl sandbox | Remove-ChecklyDashboard</code>
/// </example>
/// <example>
/// <para>Without being asked.</para>
/// <code>Get-ChecklyDashboard -CustomUrl sandbox | Remove-ChecklyDashboard -Confirm:$false</code>
/// </example>
/// <example>
/// <para>See what would be sent.</para>
/// <code>Get-ChecklyDashboard | Remove-ChecklyDashboard -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Remove, "ChecklyDashboard", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveChecklyDashboardCommand : ChecklyThrottledCommand
{
    /// <summary>The DashboardIds of the dashboards, their numbers, headers or addresses; or the dashboards themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Dashboard, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(Dashboard), typeof(RemoveChecklyDashboardCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<Dashboard>))]
    public string[] DashboardId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => RemoveEach(Ids<Dashboard>(DashboardId), DashboardRequests.Delete);
}
