using System.Text.Json;

namespace Checkly;

/// <summary>A card of a status page: a heading with the services under it.</summary>
public sealed class StatusPageCard : IBodyObject
{
    /// <summary>The card's id, a GUID; none for a new one.</summary>
    public string? Id { get; set; }

    /// <summary>The heading.</summary>
    public string? Name { get; set; }

    /// <summary>The services in their order. When a page is created or changed, only their ids go out.</summary>
    public StatusPageService[] Services { get; set; } = [];

    /// <summary>When it was created (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed (<c>updated_at</c>); none when it never was.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>What else the server said.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The id.</summary>
    /// <returns>The id; empty for a new card.</returns>
    public override string ToString() => Id ?? string.Empty;

    internal static StatusPageCard Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        return new StatusPageCard
        {
            Id = fields.RequiredText("id"),
            Name = fields.Text("name"),
            Services = fields.List("services", StatusPageService.Read),
            CreatedAt = fields.Time("created_at"),
            UpdatedAt = fields.Time("updated_at"),
            AdditionalProperties = fields.Rest(),
        };
    }

    void IBodyObject.WriteFields(Utf8JsonWriter json)
    {
        json.WriteOptional("id", Id);
        json.WriteOptional("name", Name);
        json.WriteField("services", Services.Select(service => new Dictionary<string, object?> { ["id"] = service.Id }));
    }
}
