using System.Management.Automation;

namespace Checkly.Commands;

/// <summary>Changes maintenance windows, or ends them early.</summary>
/// <remarks>
/// <para>Sends PUT /v1/maintenance-windows/{id} with what you name; the API keeps the rest. The window is read first, so that a
/// change that contradicts it is refused, and so that the settings of status pages that you do not name are sent back as they were.
/// Only ids bind from the pipeline.</para>
/// <para>A time without an offset is in the time zone of -TimeZone, else in that of the window, else in that of this machine; a time
/// without a date is today in that time zone. A time that a clock change skips or repeats is refused.</para>
/// <para>-StartsAt alone leaves the end where it is, so that the window gets longer or shorter; give -Duration with it to
/// move the window.</para>
/// <para>-EndNow ends the window now. Of a window that repeats, it ends the occurrences that are running, all of them where they
/// overlap, with PATCH /v1/maintenance-windows/{id}/maintenances/{maintenanceId}; the later ones stay. What has ended already is left
/// as it is, with a warning.</para>
/// </remarks>
/// <example>
/// <para>The deployment was quick: end its window now.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Deploy 4711' -Duration 00:30 -Tag web, api -PauseChecks
/// Set-ChecklyMaintenanceWindow $window -EndNow</code>
/// </example>
/// <example>
/// <para>It was not: let it last two hours from its beginning, and return it.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Deploy 4711' -Duration 00:30 -Tag web, api -PauseChecks
/// $window | Set-ChecklyMaintenanceWindow -Duration 02:00 -PassThru</code>
/// </example>
/// <example>
/// <para>Silence alerts where checks were paused, for other tags.</para>
/// <code>$window = New-ChecklyMaintenanceWindow 'Deploy 4711' -Duration 00:30 -Tag web, api -PauseChecks
/// $window | Set-ChecklyMaintenanceWindow -PauseChecks:$false -SilenceAlerts -Tag web</code>
/// </example>
[Cmdlet(VerbsCommon.Set, "ChecklyMaintenanceWindow", SupportsShouldProcess = true)]
[OutputType(typeof(MaintenanceWindow))]
public sealed partial class SetChecklyMaintenanceWindowCommand : MaintenanceWindowSettingsCommand
{
    /// <summary>The ids, whole numbers, or the names of the windows; or the windows themselves.</summary>
    [Parameter(Mandatory = true, HelpMessage = PromptText.Window, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MaintenanceWindowId")]
    [IdOf(typeof(MaintenanceWindow), typeof(SetChecklyMaintenanceWindowCommand), Only = true)]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<MaintenanceWindow>))]
    public string[] Id { get; set; } = [];

    /// <summary>What the window is called, in at most 200 characters.</summary>
    [Parameter]
    [ValidateNotBlank]
    [ValidateLength(1, 200)]
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>
    /// When it begins. Its end stays where it is: give -Duration too, to move the window. A time without an offset is in the
    /// window's time zone, or in that of this machine where the window has none.
    /// </summary>
    [Parameter]
    [TimeArgument]
    public override ClockTime? StartsAt { get; set; }

    /// <summary>
    /// When it ends. A time without an offset is in the window's time zone, or in that of this machine where the window has none.
    /// </summary>
    [Parameter]
    [TimeArgument]
    public ClockTime? EndsAt { get; set; }

    /// <summary>How long it lasts from its beginning, hours first: 00:30 is half an hour, 48:00 is two days, 1.00:00 is one day.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan? Duration { get; set; }

    /// <summary>End the current occurrence now. It cannot be combined with other changes.</summary>
    [Parameter]
    public SwitchParameter EndNow { get; set; }

    /// <summary>Stop repeating the window.</summary>
    [Parameter]
    public SwitchParameter Once { get; set; }

    /// <summary>The tags of the checks and groups that -PauseChecks pauses and -SilenceAlerts silences.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public override string[] Tag { get; set => field = value ?? []; } = [];

    /// <summary>What is being done, in at most 2,000 characters; $null clears it.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ValidateAtMost(2000)]
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>Return the window as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryResolve())
        {
            return;
        }

        Dictionary<string, object?> settings = GivenSettings();
        if (Once)
        {
            (settings["repeatUnit"], settings["repeatInterval"], settings["repeatEndsAt"]) = (null, null, null);
        }

        foreach (long id in Numbers<MaintenanceWindow>(Id))
        {
            if (Refusal(settings) is { } refusal)
            {
                Refuse(refusal, id);
            }
            else if ((EndNow ? TryEnd(id, out MaintenanceWindow after)
                : TryChange(MaintenanceWindowRequests.Get(id), before => Change(before, id, new(settings)), id, out _, out after, writesBack: GivenVisibility().Count > 0)) && PassThru)
            {
                WriteObject(after);
            }
        }
    }

    private bool IsMoved => StartsAt is not null || EndsAt is not null || Duration is not null;

    private string? Refusal(Dictionary<string, object?> settings)
    {
        bool changes = settings.Count > 0 || IsGiven(nameof(Tag)) || IsMoved || GivenVisibility().Count > 0;
        bool repeats = IsGiven(nameof(RepeatEvery)) || RepeatUnit is not null || IsGiven(nameof(RepeatUntil));
        return EndNow && changes ? "-EndNow cannot be combined with another change: run the command once for each."
            : !EndNow && !changes ? "There is nothing to change: give at least one setting, or -EndNow."
            : EndsAt is not null && Duration is not null ? "-EndsAt and -Duration both say when it ends: give one of the two."
            : Once && repeats ? "-Once and -RepeatEvery, -RepeatUnit or -RepeatUntil contradict each other: give one or the other."
            : MaintenanceTimes.Refusal(Duration) ?? ChecksRefusal() ?? VisibilityRefusal();
    }

    private ApiRequest<MaintenanceWindow>? Change(MaintenanceWindow before, long id, Dictionary<string, object?> settings)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        string? timeZone = IsGiven(nameof(TimeZone)) ? TimeZone : before.Timezone;
        if (!this.TryFind(StartsAt, timeZone, now, id, out DateTimeOffset? start) || !this.TryFind(EndsAt, timeZone, now, id, out DateTimeOffset? end))
        {
            return null;
        }

        string? tooLate = MaintenanceTimes.Refusal(start ?? before.StartsAt, Duration);
        end ??= tooLate is null ? (start ?? before.StartsAt)?.ToUniversalTime() + Duration : null;
        IReadOnlyDictionary<string, object?> visibility = GivenVisibility();
        if (visibility.Count > 0)
        {
            settings["statusPageVisibility"] = visibility = MaintenanceWindowRequests.ChangedVisibility(before, visibility);
        }

        DateTime? until = settings.ContainsKey("repeatEndsAt") || !IsMoved ? RepeatUntil : MaintenanceTimes.RepeatEnd(before);
        string? repeatUnit = settings.ContainsKey("repeatUnit") ? RepeatUnit : before.RepeatUnit;
        string? refusal = tooLate is not null ? tooLate
            : Duration is not null && end is null ? "The API did not say when the window begins: give -StartsAt too."
            : repeatUnit is null && (IsGiven(nameof(RepeatEvery)) || RepeatUntil is not null) ? "The window does not repeat: give -RepeatUnit too."
            : (IsMoved ? MaintenanceTimes.Refusal(start ?? before.StartsAt, end ?? before.EndsAt, end is null ? ". Its end stays where it is unless you give -Duration or -EndsAt" : "") : null)
                ?? MaintenanceTimes.Refusal(repeatUnit is null ? RepeatUntil : until, start ?? before.StartsAt, timeZone)
                ?? VisibilityRefusal(visibility);
        if (refusal is not null)
        {
            Refuse(refusal, id);
            return null;
        }

        // No warning when only the end moves into the past: that ends a running window early.
        if (start is not null && MaintenanceTimes.Warning(start, end ?? before.EndsAt, repeatUnit is not null, until, now) is { } warning)
        {
            WriteWarning(warning);
        }

        Add(settings, "startsAt", start);
        Add(settings, "endsAt", end);
        if (RepeatUnit is not null && before.RepeatInterval is null && !settings.ContainsKey("repeatInterval"))
        {
            settings["repeatInterval"] = 1;
        }

        return MaintenanceWindowRequests.Change(id, settings);
    }

    private static void Add(Dictionary<string, object?> settings, string name, DateTimeOffset? time)
    {
        if (time is not null)
        {
            settings[name] = time;
        }
    }
}
