using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Checkly;

/// <summary>A check or monitor of any type (<c>/v3/checks</c>): the fields that all types have, and the most used of single types.</summary>
[ApiModel]
public sealed partial class Check
{
    /// <summary>The check's id, a GUID.</summary>
    [ApiField("id", Required = true)]
    public string? Id { get; set; }

    /// <summary>The name of the check.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The description, at most 500 characters.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>API, BROWSER, HEARTBEAT, MULTI_STEP, TCP, URL and others; a string, so that new values can be read.</summary>
    [ApiField("checkType")]
    public string? CheckType { get; set; }

    /// <summary>Whether the check runs.</summary>
    [ApiField("activated")]
    public bool? Activated { get; set; }

    /// <summary>Whether the check runs but does not alert.</summary>
    [ApiField("muted")]
    public bool? Muted { get; set; }

    /// <summary>Whether the result is inverted: a failing run passes the check.</summary>
    [ApiField("shouldFail")]
    public bool? ShouldFail { get; set; }

    /// <summary>Whether a failing run is repeated in another location before it counts.</summary>
    [ApiField("doubleCheck")]
    public bool? DoubleCheck { get; set; }

    /// <summary>The minutes between two runs; 0 for several runs a minute, <see langword="null"/> for heartbeats.</summary>
    [ApiField("frequency")]
    public long? Frequency { get; set; }

    /// <summary>The offset in seconds of checks that run several times a minute.</summary>
    [ApiField("frequencyOffset")]
    public long? FrequencyOffset { get; set; }

    /// <summary>Whether the check runs in all of its locations at once, not in one after the other.</summary>
    [ApiField("runParallel")]
    public bool? RunParallel { get; set; }

    /// <summary>How failed runs are repeated, under the API's names.</summary>
    [ApiField("retryStrategy")]
    public IDictionary RetryStrategy { get; set; } = JsonValues.NewMap();

    /// <summary>The milliseconds above which the check is degraded.</summary>
    [ApiField("degradedResponseTime")]
    public double? DegradedResponseTime { get; set; }

    /// <summary>The milliseconds above which the check fails.</summary>
    [ApiField("maxResponseTime")]
    public double? MaxResponseTime { get; set; }

    /// <summary>The runtime, such as <c>2025.04</c>; <see langword="null"/> for that of the group or account.</summary>
    [ApiField("runtimeId")]
    public string? RuntimeId { get; set; }

    /// <summary>The tags.</summary>
    [ApiField("tags")]
    public string[] Tags { get; set; } = [];

    /// <summary>The public locations from which the check runs, by <see cref="Location.Region"/>.</summary>
    [ApiField("locations")]
    public string[] Locations { get; set; } = [];

    /// <summary>The private locations from which the check runs.</summary>
    [ApiField("privateLocations")]
    public string[] PrivateLocations { get; set; } = [];

    /// <summary>The id of the group of the check, if any.</summary>
    [ApiField("groupId")]
    public long? GroupId { get; set; }

    /// <summary>The position of the check in its group.</summary>
    [ApiField("groupOrder")]
    public long? GroupOrder { get; set; }

    /// <summary>Whether the account's alert settings apply instead of <see cref="AlertSettings"/>.</summary>
    [ApiField("useGlobalAlertSettings")]
    public bool? UseGlobalAlertSettings { get; set; }

    /// <summary>When and how often the check alerts, under the API's names.</summary>
    [ApiField("alertSettings")]
    public IDictionary AlertSettings { get; set; } = JsonValues.NewMap();

    /// <summary>The alert channels of the check, each a map with <c>alertChannelId</c> and <c>activated</c>.</summary>
    [ApiField("alertChannelSubscriptions")]
    public IDictionary[] AlertChannelSubscriptions { get; set; } = [];

    /// <summary>
    /// The status page incident that a failure of the check opens, under the API's names: <c>serviceId</c>, <c>severity</c>,
    /// <c>name</c>, <c>description</c>, <c>notifySubscribers</c>. Empty when a failure opens no incident.
    /// </summary>
    [ApiField("triggerIncident")]
    public IDictionary TriggerIncident { get; set; } = JsonValues.NewMap();

    /// <summary>The request of an API, URL, TCP, DNS or ICMP check, under the API's names. It may contain secrets.</summary>
    [ApiField("request")]
    public IDictionary Request { get; set; } = JsonValues.NewMap();

    /// <summary>The heartbeat of a heartbeat check, under the API's names. Whoever knows its address can send pings.</summary>
    [ApiField("heartbeat")]
    public IDictionary Heartbeat { get; set; } = JsonValues.NewMap();

    /// <summary>The script of a browser or multistep check.</summary>
    [ApiField("script")]
    public string? Script { get; set; }

    /// <summary>The path of the script in the project that manages the check.</summary>
    [ApiField("scriptPath")]
    public string? ScriptPath { get; set; }

    /// <summary>The environment variables of the check, each a map with <c>key</c>, <c>value</c> and <c>locked</c>. They may contain secrets.</summary>
    [ApiField("environmentVariables")]
    public IDictionary[] EnvironmentVariables { get; set; } = [];

    /// <summary>The id of the snippet that runs before the request of an API check.</summary>
    [ApiField("setupSnippetId")]
    public long? SetupSnippetId { get; set; }

    /// <summary>The id of the snippet that runs after the request of an API check.</summary>
    [ApiField("tearDownSnippetId")]
    public long? TearDownSnippetId { get; set; }

    /// <summary>The domain whose certificate is watched.</summary>
    [ApiField("sslCheckDomain")]
    public string? SslCheckDomain { get; set; }

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it was never changed.</summary>
    [ApiField("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>
    /// The fields of the answer that have no property, such as <c>playwrightVersion</c>, which depend on the type. They may contain
    /// secrets.
    /// </summary>
    [AllowNull]
    public IDictionary AdditionalProperties { get => field ??= JsonValues.NewMap(); set; }
}
