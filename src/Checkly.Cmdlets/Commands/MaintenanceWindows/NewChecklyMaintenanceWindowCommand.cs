using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Creates a maintenance window that begins now or later, once or recurring.</summary>
/// <remarks>
/// <para>Sends POST /v1/maintenance-windows. As the parameters say, checks pause or run without alerts while the window lasts, and
/// customers see it on status pages. Only -PauseAllChecks and -SilenceAllAlerts mean every check of the account; a list
/// of tags that happens to be empty is refused.</para>
/// <para>A time without an offset is in the time zone of -TimeZone, or in that of this machine when -TimeZone is not given; a time
/// without a date is today in that time zone. A time that a clock change skips or repeats is refused before anything is sent, and so
/// are parameters that contradict each other. A window that is over already is created, with a warning.</para>
/// <para>End a window early with Set-ChecklyMaintenanceWindow -EndNow.</para>
/// </remarks>
/// <example>
/// <para>Pause the checks with one of two tags for half an hour, from now, and end it early.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Deploy 4711' -Duration 00:30 -Tag web, api -PauseChecks
/// $window | Set-ChecklyMaintenanceWindow -EndNow</code>
/// </example>
/// <example>
/// <para>Let them run, but alert nobody.</para>
/// <code>New-ChecklyMaintenanceWindow 'Deploy 4711' -Duration 00:30 -Tag web, api -SilenceAlerts</code>
/// </example>
/// <example>
/// <para>Every other Sunday at two o'clock in Berlin, in summer and in winter, for a year.</para>
/// <code>New-ChecklyMaintenanceWindow 'Database backup' -StartsAt '2026-12-06 02:00' -Duration 01:00 -TimeZone Europe/Berlin `
///     -RepeatEvery 2 -RepeatUnit WEEK -RepeatUntil 2027-12-05 -Tag database -SilenceAlerts</code>
/// </example>
/// <example>
/// <para>See what would be sent for every check of the account.</para>
/// <code>New-ChecklyMaintenanceWindow 'Move to another region' -StartsAt 2026-12-06T02:00Z -EndsAt 2026-12-06T06:00Z -PauseAllChecks -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "ChecklyMaintenanceWindow", SupportsShouldProcess = true)]
[OutputType(typeof(MaintenanceWindow))]
public sealed class NewChecklyMaintenanceWindowCommand : MaintenanceWindowSettingsCommand
{
    /// <summary>What the window is called, in at most 200 characters.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Name, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotBlank]
    [ValidateLength(1, 200)]
    [ApiField("name")]
    public string Name { get; set; } = string.Empty;

    /// <summary>
    /// When it begins; now when not given. A time without an offset is in the time zone of -TimeZone, or in this
    /// machine's without it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeArgument(MayBeEmpty = true)]
    public override ClockTime? StartsAt { get; set; }

    /// <summary>
    /// When it ends; or give -Duration. A time without an offset is in the time zone of -TimeZone, or in this machine's without it.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TimeArgument(MayBeEmpty = true)]
    public ClockTime? EndsAt { get; set; }

    /// <summary>How long it lasts, hours first: 00:30 is half an hour, 48:00 is two days, 1.00:00 is one day. Or give -EndsAt.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [DurationArgument(MayBeEmpty = true)]
    public TimeSpan? Duration { get; set; }

    /// <summary>
    /// The tags of the checks and groups that -PauseChecks pauses and -SilenceAlerts silences. A check needs only one of the
    /// tags.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public override string[] Tag { get; set => field = value ?? []; } = [];

    /// <summary>What is being done, in at most 2,000 characters; status pages that show the window show it too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateAtMost(2000)]
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>The object from the pipeline. Pipe it in; do not name this parameter.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    // The name, the text and the old times of any object of the module would become those of a new window unseen.
    [Piped(typeof(NewChecklyMaintenanceWindowCommand))]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryResolve())
        {
            return;
        }

        Dictionary<string, object?> settings = GivenSettings();
        IReadOnlyDictionary<string, object?> visibility = MaintenanceWindowRequests.ChangedVisibility(new MaintenanceWindow(), GivenVisibility());
        if (Refusal(visibility) is { } refusal)
        {
            Refuse(refusal, Name);
            return;
        }

        DateTimeOffset now = DateTimeOffset.UtcNow;
        if (!this.TryFind(StartsAt, TimeZone, now, Name, out DateTimeOffset? start) || !this.TryFind(EndsAt, TimeZone, now, Name, out DateTimeOffset? end))
        {
            return;
        }

        start ??= now;
        if ((MaintenanceTimes.Refusal(start, Duration)
            ?? MaintenanceTimes.Refusal(start, end ??= start?.ToUniversalTime() + Duration)
            ?? MaintenanceTimes.Refusal(RepeatUntil, start, TimeZone)) is { } why)
        {
            Refuse(why, Name);
            return;
        }

        if (MaintenanceTimes.Warning(start, end, RepeatUnit is not null, RepeatUntil, now) is { } warning)
        {
            WriteWarning(warning);
        }

        (settings["startsAt"], settings["endsAt"]) = (start, end);
        if (RepeatUnit is not null && !settings.ContainsKey("repeatInterval"))
        {
            settings["repeatInterval"] = 1;
        }

        if (visibility.Count > 0)
        {
            settings["statusPageVisibility"] = visibility;
        }

        if (TrySend(MaintenanceWindowRequests.Create(settings), Name, out MaintenanceWindow window))
        {
            WriteObject(window);
        }
    }

    /// <summary>A column with a time zone or a repetition that no parameter was typed for: the window must not be made without it unnoticed.</summary>
    private string? UnboundColumn() => InputObject?.BaseObject is string ? null : new[]
    {
        (nameof(TimeZone), nameof(TimeZone)), (nameof(RepeatUnit), nameof(RepeatUnit)),
        (nameof(RepeatEvery), nameof(RepeatEvery)), ("RepeatInterval", nameof(RepeatEvery)),
        (nameof(RepeatUntil), nameof(RepeatUntil)), ("RepeatEndsAt", nameof(RepeatUntil)),
    }
    .Where(column => !IsGiven(column.Item2) && InputObject?.Properties[column.Item1]?.Value?.ToString().Trim().Length > 0)
    .Select(column => column.Item1).FirstOrDefault();

    private string? Refusal(IReadOnlyDictionary<string, object?> visibility) =>
        IsTyped(nameof(StartsAt)) && StartsAt is null ? "-StartsAt is empty: give a time, or leave it out for a window that begins now."
        : UnboundColumn() is { } column
            ? $"What was piped in has a column {column}, which does not bind from the pipeline. Give it as a parameter; without it, the window would be a different one."
        : RepeatUnit is null && (IsGiven(nameof(RepeatEvery)) || RepeatUntil is not null)
            ? "-RepeatEvery and -RepeatUntil need a -RepeatUnit: DAY, WEEK or MONTH."
        : EndsAt is not null == Duration is not null ? "Give either -Duration or -EndsAt."
        : MaintenanceTimes.Refusal(Duration)
            ?? ChecksRefusal() ?? VisibilityRefusal() ?? VisibilityRefusal(visibility)
            ?? (visibility.Count > 0 && StatusPageId.Length == 0
                ? "-Severity, the mails and the other settings of status pages have an effect only on a status page: give -StatusPageId."
                : null)
            ?? (TouchesChecks || StatusPageId.Length > 0 ? null
                : "The window would neither pause a check nor silence an alert nor appear on a status page: give -PauseChecks or -SilenceAlerts with -Tag, -PauseAllChecks, -SilenceAllAlerts or -StatusPageId.");
}
