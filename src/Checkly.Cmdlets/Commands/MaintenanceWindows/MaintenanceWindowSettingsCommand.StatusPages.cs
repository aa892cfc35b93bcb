using System.Collections;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// The parameters for the fields of <c>statusPageVisibility</c>: where customers see the window, and how they are notified.
/// </summary>
public abstract partial class MaintenanceWindowSettingsCommand
{
    private const string VisibilityPrefix = "statusPageVisibility.";
    private ServiceResolver? _resolver;
    private string[] _serviceIds = [];

    /// <summary>How much is affected, for status pages; in upper or lower case.</summary>
    [Parameter]
    [ValidateSet("MINOR", "MEDIUM", "MAJOR", "CRITICAL")]
    [ApiField(VisibilityPrefix + "severity")]
    public string? Severity { get; set => field = value?.ToUpperInvariant(); }

    /// <summary>Say that every service of these status pages is affected.</summary>
    [Parameter]
    [ApiField(VisibilityPrefix + "affectAllServices")]
    public SwitchParameter AffectAllServices { get; set; }

    /// <summary>Send subscribers a mail when it begins.</summary>
    [Parameter]
    [ApiField(VisibilityPrefix + "notifyOnStart")]
    public SwitchParameter NotifyOnStart { get; set; }

    /// <summary>Send subscribers a mail when it ends.</summary>
    [Parameter]
    [ApiField(VisibilityPrefix + "notifyOnEnd")]
    public SwitchParameter NotifyOnEnd { get; set; }

    /// <summary>Do not open incidents automatically for the affected services during the window.</summary>
    [Parameter]
    [ApiField(VisibilityPrefix + "suppressAutoIncidents")]
    public SwitchParameter SuppressAutoIncidents { get; set; }

    /// <summary>How many minutes before it begins subscribers are reminded: up to three values. @() turns reminders off.</summary>
    [Parameter]
    [AllowEmptyCollection]
    [ValidateCount(0, 3)]
    [ValidateRange(60, 10080)]
    [ApiField(VisibilityPrefix + "reminderMinutesBefore")]
    public int[] ReminderMinutesBefore { get; set; } = [];

    /// <summary>Status pages say by themselves that it is in progress when it begins: the API's default. With :$false an update has to say so.</summary>
    [Parameter]
    [PSDefaultValue(Help = "True for a new window")]
    [ApiField(VisibilityPrefix + "autoStart")]
    public SwitchParameter AutoStart { get; set; }

    /// <summary>Status pages say by themselves that it is completed when it ends: the API's default. With :$false an update has to say so.</summary>
    [Parameter]
    [PSDefaultValue(Help = "True for a new window")]
    [ApiField(VisibilityPrefix + "autoEnd")]
    public SwitchParameter AutoEnd { get; set; }

    /// <summary>
    /// Status pages show which services are affected: the API's default. With :$false they do not, and the time counts as
    /// downtime where a service is down.
    /// </summary>
    [Parameter]
    [PSDefaultValue(Help = "True for a new window")]
    [ApiField(VisibilityPrefix + "showAffectedServices")]
    public SwitchParameter ShowAffectedServices { get; set; }

    /// <summary>
    /// The ids, GUIDs, the names or the addresses of the status pages that show it; or the pages themselves. With it goes what is
    /// affected there: -Service or -AffectAllServices. @() takes a window off all status pages.
    /// </summary>
    [Parameter]
    [AllowEmptyCollection]
    [IdOf(typeof(StatusPage), typeof(MaintenanceWindowSettingsCommand))]
    [ValidateSegment]
    [ArgumentCompleter(typeof(NameCompleter<StatusPage>))]
    [ApiField(VisibilityPrefix + "statusPageIds")]
    public string[] StatusPageId { get; set; } = [];

    /// <summary>The affected services of these status pages: their ids, their names, or the services themselves.</summary>
    [Parameter]
    [Alias("ServiceId")]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NameCompleter<StatusPageService>))]
    public object[] Service { get; set; } = [];

    /// <summary>Resolves the names in -Service and -StatusPageId. The other methods of this file need it to have run.</summary>
    /// <returns>Whether all were found. An error was written for each that was not.</returns>
    internal bool TryResolve()
    {
        int given = StatusPageId.Length;
        StatusPageId = [.. Ids<StatusPage>(StatusPageId)];
        _resolver ??= new ServiceResolver(this, whole: false);
        bool found = _resolver.TryResolve(Service, out StatusPageService[] services);
        _serviceIds = [.. services.Select(service => service.Id!)];
        return found && StatusPageId.Length == given;
    }

    /// <summary>The values of the bound parameters, under the API's names.</summary>
    internal Dictionary<string, object?> GivenVisibility()
    {
        Dictionary<string, object?> fields = BoundFields().Where(field => IsOfVisibility(field.Key)).ToDictionary(field => field.Key.Substring(VisibilityPrefix.Length), field => field.Value);
        if (fields.ContainsKey("statusPageIds"))
        {
            fields["enabled"] = StatusPageId.Length > 0;
        }

        if (IsGiven(nameof(Service)))
        {
            fields["serviceIds"] = _serviceIds;
        }

        if (IsOffAllPages)
        {
            (fields["serviceIds"], fields["affectAllServices"]) = (Array.Empty<string>(), false);
        }
        else if (Service.Length > 0)
        {
            fields["affectAllServices"] = false;
        }
        else if (AffectAllServices)
        {
            fields["serviceIds"] = Array.Empty<string>();
        }

        return fields;
    }

    /// <summary>Why these parameters cannot be combined; <see langword="null"/> when they can.</summary>
    internal string? VisibilityRefusal() =>
        Service.Length > 0 && AffectAllServices ? "-Service names the affected services and -AffectAllServices means all of them: give one of the two."
        : IsOffAllPages && (IsGiven(nameof(Service)) || BoundFields().Keys.Count(IsOfVisibility) > 1) ? "-StatusPageId is empty, which means no status page: leave out the parameters for status pages."
        : null;

    /// <summary>Why status pages cannot show the window with these settings; <see langword="null"/> when they can, or when none is to show it.</summary>
    internal string? VisibilityRefusal(IReadOnlyDictionary<string, object?> whole)
    {
        bool isShown = Count(whole, "statusPageIds") > 0;
        bool isAffected = Count(whole, "serviceIds") > 0 || (whole.TryGetValue("affectAllServices", out object? all) && all is true);
        return isShown && !isAffected ? "Status pages show which services a window affects: give -Service or -AffectAllServices."
            : !isShown && (Service.Length > 0 || AffectAllServices) ? "-Service and -AffectAllServices have an effect only on a status page: give -StatusPageId."
            : null;
    }

    private bool IsOffAllPages => IsGiven(nameof(StatusPageId)) && StatusPageId.Length == 0;

    private static bool IsOfVisibility(string field) => field.StartsWith(VisibilityPrefix, StringComparison.Ordinal);

    private static int Count(IReadOnlyDictionary<string, object?> fields, string name) =>
        fields.TryGetValue(name, out object? value) && value is ICollection items ? items.Count : 0;
}
