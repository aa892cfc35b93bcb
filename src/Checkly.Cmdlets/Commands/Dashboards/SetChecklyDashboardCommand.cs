using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Changes the settings of dashboards.</summary>
/// <remarks>
/// <para>Sends PUT /v1/dashboards/{dashboardId}. The dashboard is read first, and every setting that you do not name is
/// sent back as it was. Only ids bind from the pipeline. Each change reads the dashboard twice, and the
/// API takes 20 such reads in 20 seconds: with more than 10 dashboards the cmdlet waits in between.</para>
/// <para>Afterwards it is read again. A warning tells when another change got in between: see about_Checkly_Delivery.</para>
/// </remarks>
/// <example>
/// <para>Show incidents on every dashboard.</para>
/// <code>Get-ChecklyDashboard | Set-ChecklyDashboard -EnableIncidents</code>
/// </example>
/// <example>
/// <para>Hide them on one.</para>
/// <code>Get-ChecklyDashboard -CustomUrl sandbox | Set-ChecklyDashboard -EnableIncidents:$false</code>
/// </example>
/// <example>
/// <para>Rename one and return it.</para>
/// <code>Get-ChecklyDashboard -CustomUrl sandbox | Set-ChecklyDashboard -Header 'Acme status' -Description $null -PassThru</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ChecklyDashboard", SupportsShouldProcess = true)]
[OutputType(typeof(Dashboard))]
public sealed class SetChecklyDashboardCommand : DashboardSettingsCommand
{
    /// <summary>The DashboardIds of the dashboards, their numbers, headers or addresses; or the dashboards themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Dashboard, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(Dashboard), typeof(SetChecklyDashboardCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<Dashboard>))]
    public string[] DashboardId { get; set; } = [];

    /// <summary>The text at the top.</summary>
    [Parameter]
    [ValidateNotBlank]
    [ApiField("header")]
    public string? Header { get; set; }

    /// <summary>Return the changed dashboard.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Dictionary<string, object?> changes = BoundFields();
        foreach (string id in Ids<Dashboard>(DashboardId))
        {
            if (changes.Count == 0)
            {
                Refuse("There is nothing to change: give at least one setting.", id);
            }
            else if (TryChange(DashboardRequests.Get(id), before => DashboardRequests.Change(before, changes), id, out _, out Dashboard after) && PassThru)
            {
                WriteObject(after);
            }
        }
    }
}
