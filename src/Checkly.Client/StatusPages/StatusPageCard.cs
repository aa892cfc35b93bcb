using System.Text.Json;

namespace Checkly;

/// <summary>A card of a status page: a heading and the services below it.</summary>
[ApiModel(ApiChange.Whole)]
public sealed partial class StatusPageCard : IBodyObject
{
    /// <summary>The id, a GUID; <see langword="null"/> for a new card.</summary>
    [ApiField("id", Required = true)]
    public string? Id { get; set; }

    /// <summary>The heading.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The services in their order. When a page is created or changed, only their ids are sent.</summary>
    [ApiField("services")]
    public StatusPageService[] Services { get; set; } = [];

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it was never changed.</summary>
    [ApiField("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Creates a card that has the name of its page.</summary>
    /// <param name="page">The page.</param>
    /// <returns>The card, without services.</returns>
    public static StatusPageCard NamedAfter(StatusPage page) =>
        page is null ? throw new ArgumentNullException(nameof(page)) : new() { Name = page.Name, Source = page.Source };

    /// <summary>Copies the card with other services.</summary>
    /// <param name="services">The services of the copy.</param>
    /// <returns>The copy.</returns>
    public StatusPageCard With(IEnumerable<StatusPageService> services) => new() { Id = Id, Name = Name, Services = [.. services], Source = Source };

    void IBodyObject.WriteFields(Utf8JsonWriter json)
    {
        json.WriteOptional("id", Id);
        json.WriteText("name", Name, Source);
        json.WriteField("services", Services.Select(service => new Dictionary<string, object?> { ["id"] = service.Id }));
    }
}
