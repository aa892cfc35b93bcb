using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The status pages with their cards, which hold services, and their subscriptions.</summary>
internal sealed class StatusPages : Resource
{
    private readonly StatusPageServices _services;
    private readonly Dictionary<string, StoredList> _subscriptions = [];

    /// <param name="operations">Where their operations are added.</param>
    /// <param name="services">The services that they show.</param>
    public StatusPages(SandboxOperations operations, StatusPageServices services)
        : base(operations, "/v1/status-pages", "status page")
    {
        _services = services;
        Add(new JsonObject
        {
            ["id"] = SandboxStatusPage.Id,
            ["name"] = "Sandbox status",
            ["url"] = SandboxStatusPage.Url,
            ["defaultTheme"] = "AUTO",
            ["cards"] = new JsonArray(new JsonObject
            {
                ["id"] = SandboxStatusPage.CardId,
                ["name"] = "Services",
                ["services"] = new JsonArray(SandboxStatusPage.FirstServiceId, SandboxStatusPage.SecondServiceId),
                ["created_at"] = operations.Now,
                ["updated_at"] = null,
            }),
        });
        services.WasRemoved += TakeOffCards;
        operations.On("GET /v1/status-pages/{statusPageId}/subscriptions", call => Paging.List(call, Subscriptions(call), item => Show(item, call)));
        operations.On("POST /v1/status-pages/{statusPageId}/subscriptions/bulk", Subscribe);
        operations.On("DELETE /v1/status-pages/{statusPageId}/subscriptions/{subscriptionId}", call =>
        {
            StoredList subscriptions = Subscriptions(call);
            subscriptions.Remove(subscriptions[call.Id("subscriptionId")]);
            return call.Answer();
        });
    }

    /// <summary>The incidents of the services that a page shows, for the list of pages.</summary>
    public Func<HashSet<string>, IEnumerable<JsonObject>> IncidentsOf { get; set; } = _ => [];

    /// <inheritdoc/>
    protected override void Prepare(JsonObject item, JsonObject? before, SandboxCall call)
    {
        foreach (string field in (string[])["url", "customDomain"])
        {
            // The document says that they become lower case. It does not say that an address belongs to only one page, but two pages
            // cannot share one.
            if (item.Text(field)?.ToLowerInvariant() is { Length: > 0 } wanted)
            {
                item[field] = Items.Any(page => page != before && page.Text(field) == wanted) ? throw SandboxRefusal.Taken(field, wanted) : wanted;
            }
        }

        item["cards"] = new JsonArray([.. item.Objects("cards").Select(card => Card(card, before))]);
    }

    /// <inheritdoc/>
    protected override JsonNode? Show(JsonObject item, SandboxCall call)
    {
        var shown = (JsonObject)item.DeepClone();
        if (item.ContainsKey("cards"))
        {
            HashSet<string> services = [.. item.Objects("cards").SelectMany(ServiceIds)];
            foreach (JsonObject card in shown.Objects("cards"))
            {
                card["services"] = new JsonArray([.. ServiceIds(card).Select(id => _services.Items[id].DeepClone())]);
            }

            shown["accountId"] = SandboxAccount.Id;
            shown["incidents"] = new JsonArray([.. IncidentsOf(services).Select(incident => incident.DeepClone())]);
            shown["keys"] = new JsonArray();
            shown["isPrivate"] = false;
            shown["whiteLabel"] = false;
        }

        return base.Show(shown, call);
    }

    private static IEnumerable<string> ServiceIds(JsonObject card) => card["services"]!.AsArray().Select(id => (string)id!);

    // A card with the id of an existing card of the page keeps its identity. Other ids have no documented use and are ignored.
    private JsonObject Card(JsonObject sent, JsonObject? page)
    {
        JsonObject? known = page?.Objects("cards").FirstOrDefault(card => card.Text("id") == sent.Text("id"));
        return new JsonObject
        {
            ["id"] = known?.Text("id") ?? Guid.NewGuid().ToString(),
            ["name"] = sent.Text("name"),
            // The document makes the id optional, but a service has no other field here.
            ["services"] = new JsonArray([.. sent.Objects("services").Select(service =>
                JsonValue.Create(_services.Items[service.Text("id") ?? throw SandboxRefusal.BadRequest("\"cards.services.id\" is required")].Text("id")))]),
            ["created_at"] = known?.Text("created_at") ?? Now,
            ["updated_at"] = known is null ? null : Now,
        };
    }

    private void TakeOffCards(JsonObject service)
    {
        foreach (JsonObject card in Items.SelectMany(page => page.Objects("cards")))
        {
            card["services"] = new JsonArray([.. ServiceIds(card).Where(id => id != service.Text("id")).Select(id => JsonValue.Create(id))]);
        }
    }

    private StoredList Subscriptions(SandboxCall call)
    {
        string page = Items[call.Id("statusPageId")].Text("id")!;
        return _subscriptions.TryGetValue(page, out StoredList? known) ? known : _subscriptions[page] = new StoredList("subscription");
    }

    private SandboxAnswer Subscribe(SandboxCall call)
    {
        StoredList subscriptions = Subscriptions(call);
        string status = (bool)call.Body["autoVerify"]! ? "VERIFIED" : "PENDING";
        string[] wanted = [.. call.Body.Objects("subscriptions").Select((subscription, index) => Address(subscription, index))];
        int before = subscriptions.Count;
        foreach (string address in wanted)
        {
            if (!subscriptions.Any(known => string.Equals(known.Text("address"), address, StringComparison.OrdinalIgnoreCase)))
            {
                // updated_at is documented as never null; nothing here changes a subscription.
                subscriptions.Add(new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["type"] = "EMAIL", ["address"] = address, ["status"] = status, ["created_at"] = Now, ["updated_at"] = Now });
            }
        }

        int created = subscriptions.Count - before;
        return call.Answer(new JsonObject { ["created"] = created, ["skipped"] = wanted.Length - created, ["status"] = status });
    }

    // What the text "config" holds is documented to depend on the type; for mail it is the address.
    private static string Address(JsonObject subscription, int index)
    {
        string address = subscription.Text("config")!;
        return SchemaCheck.IsMailAddress(address) ? address : throw SandboxRefusal.BadRequest($"\"subscriptions[{index}].config\" must be a valid email");
    }
}
