using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The dashboards. Each has a number, to which incidents refer, and a text id, which is used in paths.</summary>
internal sealed class Dashboards : Resource
{
    /// <param name="operations">Where their operations are added.</param>
    public Dashboards(SandboxOperations operations)
        : base(operations, "/v1/dashboards", "dashboard", "dashboardId")
    {
        JsonObject first = SchemaCheck.Body(
            new JsonObject { ["header"] = "Sandbox status", ["customUrl"] = "sandbox", ["enableIncidents"] = true },
            ApiFacts.Of("POST /v1/dashboards").Body!,
            withDefaults: true);
        first["id"] = NewId(ApiFacts.Of("POST /v1/dashboards"));
        first["dashboardId"] = SandboxAccount.DashboardTextId;
        Add(first);
        operations.On("GET /v1/dashboards/{dashboardId}", call =>
            call.Answer(Show(Items.Find(call.Text("type") ?? "dashboardId", call.Id("dashboardId")) ?? throw SandboxRefusal.NotFound(), call)));
    }

    /// <inheritdoc/>
    protected override void Prepare(JsonObject item, JsonObject? before, SandboxCall call)
    {
        item["dashboardId"] ??= Guid.NewGuid().ToString("N").Substring(0, 8);
        foreach (string field in (string[])["customUrl", "customDomain"])
        {
            if (item.Text(field) is { Length: > 0 } wanted && Items.Any(other => other != before && other.Text(field) == wanted))
            {
                throw SandboxRefusal.Taken(field, wanted);
            }
        }
    }
}
