using System.Collections;

namespace Checkly;

/// <summary>A check or monitor of any type (<c>/v1/checks</c>): the fields that all types have.</summary>
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

    /// <summary>The minutes between two runs; 0 for several runs a minute, <see langword="null"/> for heartbeats.</summary>
    [ApiField("frequency")]
    public long? Frequency { get; set; }

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

    /// <summary>
    /// The status page incident that a failure of the check opens, under the API's names: <c>serviceId</c>, <c>severity</c>,
    /// <c>name</c>, <c>description</c>, <c>notifySubscribers</c>. Empty when a failure opens no incident.
    /// </summary>
    [ApiField("triggerIncident")]
    public IDictionary TriggerIncident { get; set; } = JsonValues.NewMap();

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it was never changed.</summary>
    [ApiField("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>
    /// The fields of the answer that have no property, such as <c>request</c> and <c>environmentVariables</c>, which depend on the type.
    /// They may contain secrets.
    /// </summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();
}
