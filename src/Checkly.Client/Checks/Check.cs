using System.Collections;
using System.Text.Json;

namespace Checkly;

/// <summary>A check or monitor of any type (<c>/v1/checks</c>): the fields that all types have.</summary>
public sealed class Check
{
    /// <summary>The check's id, a GUID.</summary>
    public string? Id { get; set; }

    /// <summary>What the check is called.</summary>
    public string? Name { get; set; }

    /// <summary>The text that goes with it, at most 500 characters.</summary>
    public string? Description { get; set; }

    /// <summary>API, BROWSER, HEARTBEAT, MULTI_STEP, TCP, URL and others; text, so that a new one still reads.</summary>
    public string? CheckType { get; set; }

    /// <summary>Whether it runs.</summary>
    public bool? Activated { get; set; }

    /// <summary>Whether it runs without alerting.</summary>
    public bool? Muted { get; set; }

    /// <summary>Minutes between two runs; 0 for more than one run a minute. Heartbeats have none.</summary>
    public long? Frequency { get; set; }

    /// <summary>The tags.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>The public locations that it runs from: their <see cref="Location.Region"/>s.</summary>
    public string[] Locations { get; set; } = [];

    /// <summary>The private locations that it runs from.</summary>
    public string[] PrivateLocations { get; set; } = [];

    /// <summary>The number of the group that it belongs to, if any.</summary>
    public long? GroupId { get; set; }

    /// <summary>
    /// The status page incident that its failure opens, under the API's names: <c>serviceId</c>, <c>severity</c>,
    /// <c>name</c>, <c>description</c>, <c>notifySubscribers</c>. Empty when it opens none.
    /// </summary>
    public IDictionary TriggerIncident { get; set; } = JsonValues.NewMap();

    /// <summary>When it was created (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed (<c>updated_at</c>); none when it never was.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>
    /// What else the server said: what the type adds, such as <c>request</c> and <c>environmentVariables</c>. These may
    /// hold secrets of their own.
    /// </summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The id, so that a check can stand wherever its id can: in a text, and where a command is mocked.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id ?? string.Empty;

    internal static Check Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        return new Check
        {
            Id = fields.RequiredText("id"),
            Name = fields.Text("name"),
            Description = fields.Text("description"),
            CheckType = fields.Text("checkType"),
            Activated = fields.Flag("activated"),
            Muted = fields.Flag("muted"),
            Frequency = fields.Integer("frequency"),
            Tags = fields.Texts("tags"),
            Locations = fields.Texts("locations"),
            PrivateLocations = fields.Texts("privateLocations"),
            GroupId = fields.Integer("groupId"),
            TriggerIncident = fields.Map("triggerIncident"),
            CreatedAt = fields.Time("created_at"),
            UpdatedAt = fields.Time("updated_at"),
            AdditionalProperties = fields.Rest(),
        };
    }
}
