using System.Text.Json;

namespace Checkly;

/// <summary>A subscription to a status page: who is told of its incidents and maintenances.</summary>
public sealed class StatusPageSubscription
{
    /// <summary>The subscription's id.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the page it belongs to. The API leaves it out; it is filled in.</summary>
    public string? StatusPageId { get; set; }

    /// <summary>EMAIL, the only one so far; text, so that a new one still reads.</summary>
    public string? Type { get; set; }

    /// <summary>The e-mail address.</summary>
    public string? Address { get; set; }

    /// <summary>PENDING until the address is confirmed, then VERIFIED; text, so that a new one still reads.</summary>
    public string? Status { get; set; }

    /// <summary>When it was created (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed (<c>updated_at</c>).</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The id, so that a subscription can stand wherever its id can.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id ?? string.Empty;

    internal static StatusPageSubscription Read(JsonElement json, string statusPageId)
    {
        var fields = new JsonFields(json);
        return new StatusPageSubscription
        {
            Id = fields.RequiredText("id"),
            StatusPageId = fields.Text("statusPageId") ?? statusPageId,
            Type = fields.Text("type"),
            Address = fields.Text("address"),
            Status = fields.Text("status"),
            CreatedAt = fields.Time("created_at"),
            UpdatedAt = fields.Time("updated_at"),
            AdditionalProperties = fields.Rest(),
        };
    }
}
