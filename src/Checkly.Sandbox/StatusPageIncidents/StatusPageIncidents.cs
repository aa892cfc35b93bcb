using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The incidents of services, which appear on the status pages that show these.</summary>
internal sealed class StatusPageIncidents : Resource
{
    private readonly StatusPageServices _services;

    // By the incident's id. An incident keeps the name of a service that was removed.
    private readonly Dictionary<string, JsonObject[]> _affected = [];

    /// <param name="operations">Where their operations are added.</param>
    /// <param name="services">The services that they affect.</param>
    /// <param name="pages">The pages that list them.</param>
    public StatusPageIncidents(SandboxOperations operations, StatusPageServices services, StatusPages pages)
        : base(operations, "/v1/status-pages/incidents", "incident")
    {
        _services = services;
        pages.IncidentsOf = shown => Items.Reverse().Select(Whole).Where(incident => incident.Objects("services").Any(service => shown.Contains(service.Text("id")!)));
        const string Updates = "/v1/status-pages/incidents/{incidentId}/incident-updates";
        const string Update = $"{Updates}/{{incidentUpdateId}}";
        operations.On($"GET {Updates}", call => call.Answer(new JsonArray([.. Latest(Incident(call)).Take(100).Select(update => Show(update, call))])));
        operations.On($"GET {Update}", call => call.Answer(Show(UpdateOf(call), call)));
        operations.On($"POST {Updates}", call =>
        {
            JsonObject incident = Incident(call);
            JsonObject update = Complete(call.Body, Status(incident));
            incident["incidentUpdates"]!.AsArray().Add(update);
            incident["updated_at"] = Now;
            return call.Answer(Show(update, call));
        });
        operations.On($"PUT {Update}", call =>
        {
            JsonObject update = UpdateOf(call);
            (string? id, string? created) = (update.Text("id"), update.Text("created_at"));
            JsonObject changed = Complete(call.Body, update.Text("status")!);
            (changed["id"], changed["created_at"]) = (id, created);
            update.Put(changed);
            Incident(call)["updated_at"] = Now;
            return call.Answer(Show(update, call));
        });
        operations.On($"DELETE {Update}", call =>
        {
            JsonObject incident = Incident(call);
            incident.RemoveUpdate(UpdateOf(call));
            incident["updated_at"] = Now;
            return call.Answer();
        });
    }

    /// <inheritdoc/>
    protected override SandboxAnswer List(SandboxCall call) => Paging.List(call, Items, item => Show(item, call), newestFirst: true);

    /// <inheritdoc/>
    protected override void Prepare(JsonObject item, JsonObject? before, SandboxCall call)
    {
        JsonObject[] services = [.. item.Objects("services").Select(Service).Distinct()];
        // The document allows server-assigned fields in bodies and does not say how they are used. The sandbox ignores them.
        (item["id"], item["created_at"], item["updated_at"]) = (before?.Text("id") ?? item.Text("id"), before?.Text("created_at") ?? Now, Now);
        _affected[item.Text("id")!] = services;
        if (before is null)
        {
            item["incidentUpdates"] = new JsonArray(Complete((JsonObject)item.Objects("incidentUpdates").Single().DeepClone(), "INVESTIGATING"));
        }
    }

    /// <inheritdoc/>
    protected override JsonNode? Show(JsonObject item, SandboxCall call) => base.Show(item.ContainsKey("incidentUpdates") ? Whole(item) : item, call);

    /// <summary>The incident with its services as they are now, its updates in order, its status and how long it lasted.</summary>
    private JsonObject Whole(JsonObject incident)
    {
        var whole = (JsonObject)incident.DeepClone();
        JsonObject[] latest = [.. Latest(incident)];
        whole["services"] = new JsonArray([.. _affected[incident.Text("id")!].Select(service => service.DeepClone())]);
        whole["incidentUpdates"] = new JsonArray([.. latest.Select(update => update.DeepClone())]);
        whole["lastUpdateStatus"] = Status(incident);
        // In whole seconds, from the earliest public date to the latest one. Neither the unit nor the case of null is documented.
        whole["duration"] = Status(incident) != "RESOLVED" ? null : (long)(Shown(latest[0]) - Shown(latest[latest.Length - 1])).TotalSeconds;
        return whole;
    }

    /// <summary>
    /// The updates as readers see them, the latest first: by the public date, which may be in the past, then by the time of
    /// posting. The order is not documented.
    /// </summary>
    private static IEnumerable<JsonObject> Latest(JsonObject incident) =>
        incident.Objects("incidentUpdates").Reverse().OrderByDescending(update => update.Text("publicIncidentUpdateDate"), StringComparer.Ordinal);

    private static string Status(JsonObject incident) => Latest(incident).First().Text("status")!;

    private static DateTimeOffset Shown(JsonObject update) => Timestamp.Parse(update.Text("publicIncidentUpdateDate")!);

    private JsonObject Incident(SandboxCall call) => Items[call.Id("incidentId")];

    private JsonObject UpdateOf(SandboxCall call) =>
        Incident(call).Object("incidentUpdates", call.Id("incidentUpdateId"), $"There is no incident update {call.Id("incidentUpdateId")}");

    /// <summary>
    /// A complete update. A new and a changed update have the same defaults: no mail, and the time of the request as the public
    /// date. A change without a date can therefore reset an earlier date.
    /// </summary>
    private JsonObject Complete(JsonObject update, string status)
    {
        update["id"] = Guid.NewGuid().ToString();
        update["status"] ??= status;
        update["publicIncidentUpdateDate"] ??= Now;
        update["created_at"] = Now;
        return update;
    }

    private JsonObject Service(JsonObject sent) => sent.Text("accountId") == SandboxAccount.Id
        ? _services.Items[sent.Text("id")!]
        : throw SandboxRefusal.NotFound($"There is no account {sent.Text("accountId")}");
}
