using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns the current status of checks.</summary>
/// <remarks>
/// <para>Sends GET /v1/check-statuses, or GET /v1/check-statuses/{checkId} for each check. A check that has not run yet has
/// no status: nothing comes out for it, and -Verbose says so.</para>
/// </remarks>
/// <example>
/// <para>List the checks that are failing.</para>
/// <code>Get-ChecklyCheckStatus | Where-Object HasFailures</code>
/// </example>
/// <example>
/// <para>Show how one check is doing.</para>
/// <code>Get-ChecklyCheck -First 1 | Get-ChecklyCheckStatus</code>
/// </example>
/// <example>
/// <para>Open an incident for each check that fails.</para>
/// <code>Get-ChecklyCheckStatus | Where-Object HasFailures | ForEach-Object {
///     New-ChecklyIncident "$($_.Name) fails" -DashboardId 1001 -Status INVESTIGATING -Description 'We are looking into it.'
/// }</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyCheckStatus")]
[OutputType(typeof(CheckStatus))]
public sealed class GetChecklyCheckStatusCommand : ChecklyThrottledCommand
{
    /// <summary>The ids, GUIDs, or the names of the checks, or the checks themselves; by default all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [IdOf(typeof(Check), typeof(GetChecklyCheckStatusCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<Check>))]
    public string[]? CheckId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (CheckId is null)
        {
            WriteAll(CheckStatusRequests.List());
            return;
        }

        foreach (string id in Ids<Check>(CheckId))
        {
            SendEach(CheckStatusRequests.Get(id), id, status =>
            {
                if (status is null)
                {
                    WriteVerbose($"Check {id} has no status yet.");
                }
                else
                {
                    WriteObject(status);
                }
            });
        }
    }
}
