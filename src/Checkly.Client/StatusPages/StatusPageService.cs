using System.Text.Json;

namespace Checkly;

/// <summary>
/// A service (<c>/v1/status-pages/services</c>): a part of what customers use. Status pages show it on a card, and
/// status page incidents affect it.
/// </summary>
public sealed class StatusPageService : IBodyObject
{
    /// <summary>The service's id, a GUID.</summary>
    public string? Id { get; set; }

    /// <summary>What customers call it; it stands in the mails to subscribers too.</summary>
    public string? Name { get; set; }

    /// <summary>The account it belongs to, a GUID. An incident that is created or changed must name it.</summary>
    public string? AccountId { get; set; }

    /// <summary>When it was created (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed (<c>updated_at</c>); none when it never was.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>
    /// OPERATIONAL, or the highest severity of its open incidents. The API does not say it: it is known where the incidents
    /// were read as well, and never goes out.
    /// </summary>
    public string? State { get; set; }

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The id, so that a service can stand wherever its id can.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id ?? string.Empty;

    internal static StatusPageService Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        return new StatusPageService
        {
            Id = fields.RequiredText("id"),
            Name = fields.Text("name"),
            AccountId = fields.Text("accountId"),
            CreatedAt = fields.Time("created_at"),
            UpdatedAt = fields.Time("updated_at"),
            AdditionalProperties = fields.Rest(),
        };
    }

    /// <summary>The fields that an incident must name of a service: the OpenAPI document requires all three.</summary>
    void IBodyObject.WriteFields(Utf8JsonWriter json)
    {
        json.WriteOptional("id", Id);
        json.WriteOptional("name", Name);
        json.WriteOptional("accountId", AccountId);
    }
}
