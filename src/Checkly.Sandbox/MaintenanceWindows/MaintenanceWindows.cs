using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The maintenance windows.</summary>
internal sealed class MaintenanceWindows : Resource
{
    private readonly StatusPageServices _services;
    private readonly StatusPages _pages;
    private readonly Maintenances _maintenances;
    private decimal _last = 2000;

    /// <param name="operations">Where their operations are added.</param>
    /// <param name="services">The services that they can name.</param>
    /// <param name="pages">The pages that they can name.</param>
    public MaintenanceWindows(SandboxOperations operations, StatusPageServices services, StatusPages pages)
        : base(operations, "/v1/maintenance-windows", "maintenance window")
    {
        _services = services;
        _pages = pages;
        _maintenances = new Maintenances(operations, this);
    }

    /// <summary>Refuses what does not end after it begins. The document does not mention the case.</summary>
    /// <exception cref="SandboxRefusal">The window does not end after it begins.</exception>
    public static void RefuseBackwards(JsonObject item)
    {
        if (string.CompareOrdinal(item.Text("endsAt"), item.Text("startsAt")) <= 0)
        {
            throw SandboxRefusal.BadRequest("\"endsAt\" must be greater than \"startsAt\"");
        }
    }

    /// <inheritdoc/>
    protected override JsonNode NewId(ApiOperation operation) => JsonValue.Create(++_last);

    /// <inheritdoc/>
    protected override void Prepare(JsonObject item, JsonObject? before, SandboxCall call)
    {
        if (item.Text("timezone") is { } zone && !TimeZones.IsName(zone))
        {
            throw SandboxRefusal.BadRequest("\"timezone\" must be an IANA time zone");
        }

        if (item.Text("repeatEndsAt") is { } last)
        {
            // The document says that it becomes the day in UTC.
            item["repeatEndsAt"] = $"{last.Substring(0, 10)}T00:00:00.000Z";
        }

        RefuseBackwards(item);
        if (before is not null)
        {
            // Whether a change is also partial within the visibility is not documented; here it is.
            var visibility = (JsonObject)before["statusPageVisibility"]!.DeepClone();
            visibility.Put(item["statusPageVisibility"]!.AsObject());
            item["statusPageVisibility"] = visibility;
        }

        JsonObject shown = item["statusPageVisibility"]!.AsObject();
        foreach ((string ids, StoredList known) in new[] { ("statusPageIds", _pages.Items), ("serviceIds", _services.Items) })
        {
            foreach (JsonNode? id in shown[ids] as JsonArray ?? [])
            {
                _ = known[(string)id!];
            }
        }

        if (before is null || MaintenanceSchedule.Settings.Any(name => !JsonNode.DeepEquals(item[name], before[name])))
        {
            _maintenances.Schedule(item);
        }
    }
}
