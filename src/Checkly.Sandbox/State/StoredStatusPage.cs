using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>A status page in the sandbox's memory: its settings as JSON, its cards, and what the server adds to them.</summary>
internal sealed class StoredStatusPage : IStored
{
    public required string Id { get; init; }

    public required string CreatedAt { get; init; }

    public string? UpdatedAt { get; set; }

    /// <summary>What can be sent, but for the cards, under the API's names.</summary>
    public required JsonObject Settings { get; set; }

    public required List<StoredCard> Cards { get; set; }

    public Shelf<StoredSubscription> Subscriptions { get; } = new("subscription");

    /// <summary>A setting that is a text.</summary>
    public string? Text(string setting) => Settings[setting]?.GetValue<string>();

    /// <summary>Whether one of its cards shows the service.</summary>
    public bool Shows(StoredService service) => Cards.Exists(card => card.Services.Contains(service));

    /// <summary>The status page in the API's shape for one of them.</summary>
    public JsonObject ToJson()
    {
        JsonObject json = Common();
        json["whiteLabel"] = false;
        return json;
    }

    /// <summary>The status page in the API's shape for lists, which names other things than the one for a single page.</summary>
    /// <param name="incidents">The incidents it shows.</param>
    public JsonObject ToJson(IEnumerable<JsonObject> incidents)
    {
        JsonObject json = Common();
        json["accountId"] = SandboxAccount.Id;
        json["created_at"] = CreatedAt;
        json["updated_at"] = UpdatedAt;
        json["incidents"] = new JsonArray([.. incidents]);
        json["keys"] = new JsonArray();
        return json;
    }

    private JsonObject Common()
    {
        JsonObject json = StatusPageRules.Settings.Write(Settings);
        json["id"] = Id;
        json["cards"] = new JsonArray([.. Cards.Select(card => card.ToJson())]);
        json["isPrivate"] = false;
        return json;
    }
}
