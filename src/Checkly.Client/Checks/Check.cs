using System.Collections;

namespace Checkly;

/// <summary>A check or monitor of any type (<c>/v1/checks</c>): the fields that all types have.</summary>
[ApiModel]
public sealed partial class Check
{
    /// <summary>The check's id, a GUID.</summary>
    [ApiField("id", Required = true)]
    public string? Id { get; set; }

    /// <summary>What the check is called.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The text that goes with it, at most 500 characters.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>API, BROWSER, HEARTBEAT, MULTI_STEP, TCP, URL and others; text, so that a new one still reads.</summary>
    [ApiField("checkType")]
    public string? CheckType { get; set; }

    /// <summary>Whether it runs.</summary>
    [ApiField("activated")]
    public bool? Activated { get; set; }

    /// <summary>Whether it runs without alerting.</summary>
    [ApiField("muted")]
    public bool? Muted { get; set; }

    /// <summary>Minutes between two runs; 0 for more than one run a minute. Heartbeats have none.</summary>
    [ApiField("frequency")]
    public long? Frequency { get; set; }

    /// <summary>The tags.</summary>
    [ApiField("tags")]
    public string[] Tags { get; set; } = [];

    /// <summary>The public locations that it runs from: their <see cref="Location.Region"/>s.</summary>
    [ApiField("locations")]
    public string[] Locations { get; set; } = [];

    /// <summary>The private locations that it runs from.</summary>
    [ApiField("privateLocations")]
    public string[] PrivateLocations { get; set; } = [];

    /// <summary>The number of the group that it belongs to, if any.</summary>
    [ApiField("groupId")]
    public long? GroupId { get; set; }

    /// <summary>
    /// The status page incident that its failure opens, under the API's names: <c>serviceId</c>, <c>severity</c>,
    /// <c>name</c>, <c>description</c>, <c>notifySubscribers</c>. Empty when it opens none.
    /// </summary>
    [ApiField("triggerIncident")]
    public IDictionary TriggerIncident { get; set; } = JsonValues.NewMap();

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it never was.</summary>
    [ApiField("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>
    /// What else the server said: what the type adds, such as <c>request</c> and <c>environmentVariables</c>. These may
    /// hold secrets of their own.
    /// </summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();
}
