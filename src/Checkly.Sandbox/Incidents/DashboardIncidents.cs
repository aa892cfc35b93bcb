using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The incidents of dashboards with their updates, the newest first.</summary>
internal sealed class DashboardIncidents : Resource
{
    private readonly Dashboards _dashboards;

    /// <param name="operations">Where their operations are added.</param>
    /// <param name="dashboards">The dashboards that they appear on.</param>
    public DashboardIncidents(SandboxOperations operations, Dashboards dashboards)
        : base(operations, "/v1/incidents", "incident")
    {
        _dashboards = dashboards;
        operations.On("POST /v1/incidents/{incidentId}/updates", call =>
        {
            JsonObject incident = Touched(call);
            JsonObject update = Complete(call.Body, incident);
            incident["incidentUpdates"]!.AsArray().Insert(0, update);
            return call.Answer(Show(update, call));
        });
        operations.On("PUT /v1/incidents/{incidentId}/updates/{id}", call =>
        {
            JsonObject update = Items[call.Id("incidentId")].Object("incidentUpdates", call.Id("id"));
            Touched(call);
            update.Put(call.Body);
            update["updated_at"] = Now;
            return call.Answer(Show(update, call));
        });
        operations.On("DELETE /v1/incidents/{incidentId}/updates/{id}", call =>
        {
            JsonObject incident = Items[call.Id("incidentId")];
            incident.RemoveUpdate(incident.Object("incidentUpdates", call.Id("id")));
            Touched(call);
            return call.Answer();
        });
    }

    /// <inheritdoc/>
    protected override void Prepare(JsonObject item, JsonObject? before, SandboxCall call)
    {
        if (before is not null)
        {
            return;
        }

        decimal number = (decimal)item["dashboardId"]!;
        JsonObject dashboard = _dashboards.Items.FirstOrDefault(known => (decimal)known["id"]! == number)
            ?? throw SandboxRefusal.NotFound($"There is no dashboard {number}; the sandbox has dashboard {string.Join(", ", _dashboards.Items.Select(known => known["id"]))}");
        item["dashboardId"] = dashboard["id"]!.DeepClone();
        Complete(item.Objects("incidentUpdates").Single(), item);
    }

    /// <inheritdoc/>
    protected override JsonNode? Show(JsonObject item, SandboxCall call)
    {
        var shown = (JsonObject)base.Show(item, call)!;
        switch (call.Operation.Name)
        {
            case "GET /v1/incidents/{id}" when !call.Flag("includeAllIncidentUpdates"):
                shown["incidentUpdates"] = new JsonArray(shown["incidentUpdates"]![0]!.DeepClone());
                break;
            case "PUT /v1/incidents/{id}":
                // Documented with a nullable text in the place of the updates, unlike every other operation.
                shown["incidentUpdates"] = null;
                break;
        }

        return shown;
    }

    private JsonObject Touched(SandboxCall call)
    {
        JsonObject incident = Items[call.Id("incidentId")];
        incident["updated_at"] = Now;
        return incident;
    }

    private JsonObject Complete(JsonObject update, JsonObject incident)
    {
        update["id"] = Guid.NewGuid().ToString();
        update["incidentId"] = incident.Text("id");
        update["created_at"] = Now;
        update["updated_at"] = null;
        return update;
    }
}
