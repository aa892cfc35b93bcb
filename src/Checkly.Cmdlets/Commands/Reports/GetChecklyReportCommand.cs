using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Returns how checks did: success ratio and response times, for a time or for each day, week or month in it.</summary>
/// <remarks>
/// <para>Sends GET /v1/reporting. A report has one row for each check, or with -Granularity one for each check and day, week or month, so
/// that Export-Csv makes a table of it. With -Granularity, a window may span 400 days and 120 rows for each check at most.</para>
/// </remarks>
/// <example>
/// <para>Write the figures of the last month to a file.</para>
/// <code>Get-ChecklyReport -Range lastMonth | Select-Object *, @{ Name = 'Tags'; Expression = { $_.Tags -join ' ' } } -ExcludeProperty Tags | Export-Csv sla.csv</code>
/// </example>
/// <example>
/// <para>Show the last week day by day, in local days.</para>
/// <code>Get-ChecklyReport -Range last7Days -Granularity day -TimeZone Europe/Berlin</code>
/// </example>
/// <example>
/// <para>Show the activated checks with a tag that passed less than 99.9 % of their runs.</para>
/// <code>Get-ChecklyReport -Range last30Days -Tag production -Deactivated:$false | Where-Object SuccessRatio -lt 99.9</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "ChecklyReport", DefaultParameterSetName = "Range")]
[OutputType(typeof(ReportEntry))]
public sealed class GetChecklyReportCommand : ChecklySessionCommand
{
    private static readonly string[] Ranges = ["last24Hrs", "last7Days", "last30Days", "thisWeek", "thisMonth", "lastWeek", "lastMonth"];

    /// <summary>A window up to now, or a calendar week or month; last24Hrs by default.</summary>
    [Parameter(ParameterSetName = "Range", Position = 0)]
    [ValidateSet("last24Hrs", "last7Days", "last30Days", "thisWeek", "thisMonth", "lastWeek", "lastMonth")]
    public string? Range { get; set; }

    /// <summary>When the window begins. A time without an offset is in this machine's time zone. The API takes whole seconds.</summary>
    [Parameter(ParameterSetName = "Time", Mandatory = true, HelpMessage = PromptText.From)]
    [TimeArgument(IsLocal = true)]
    public DateTimeOffset From { get; set; }

    /// <summary>When it ends, as -From; now by default.</summary>
    [Parameter(ParameterSetName = "Time")]
    [TimeArgument(IsLocal = true)]
    public DateTimeOffset? To { get; set; }

    /// <summary>The tags of the checks wanted. The API's document does not say whether a check needs one of them or all.</summary>
    [Parameter]
    [ValidateNotBlank]
    public string[] Tag { get; set; } = [];

    /// <summary>Return only checks that are deactivated; with -Deactivated:$false only the others. By default all.</summary>
    [Parameter]
    public SwitchParameter Deactivated { get; set; }

    /// <summary>Return a row for each day, week or month of the window.</summary>
    [Parameter]
    [ValidateSet("day", "week", "month")]
    public string? Granularity { get; set => field = value?.ToLowerInvariant(); }

    /// <summary>The time zone in which days, weeks and months begin; UTC by default. For -Granularity.</summary>
    [Parameter]
    [TimeZoneName]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TimeZone is not null && Granularity is null)
        {
            Refuse("-TimeZone says when a day, week or month begins: give -Granularity too, or leave it out.", TimeZone);
            return;
        }

        if (ParameterSetName == "Time" && From >= (To ?? DateTimeOffset.UtcNow))
        {
            Refuse("The window ends before it begins: -From must be before -To, and without that before now.", From);
            return;
        }

        WriteAll(ReportRequests.Get(new ReportFilter
        {
            // The API knows these names in one case.
            QuickRange = Range is null ? null : Ranges.First(range => range.Equals(Range, StringComparison.OrdinalIgnoreCase)),
            From = ParameterSetName == "Time" ? From : null,
            To = To ?? (ParameterSetName == "Time" ? DateTimeOffset.UtcNow : null),
            Tags = Tag,
            Deactivated = Given(nameof(Deactivated), Deactivated),
            Granularity = Granularity,
            TimeZone = TimeZone,
        }));
    }
}
