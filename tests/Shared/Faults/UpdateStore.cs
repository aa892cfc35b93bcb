using System.Text.Json.Nodes;

namespace Checkly.Tests;

/// <summary>The updates that a fault server has made: what really happened.</summary>
public sealed class UpdateStore(Func<DateTimeOffset> clock)
{
    private readonly List<(string Incident, JsonObject Update)> _updates = [];

    /// <summary>Makes an update and answers it.</summary>
    public string Add(string incident, byte[] body)
    {
        var update = (JsonObject)JsonNode.Parse(body)!;
        update["id"] = Guid.NewGuid().ToString();
        update["created_at"] = clock().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        lock (_updates)
        {
            _updates.Add((incident, update));
            return update.ToJsonString();
        }
    }

    /// <summary>An incident with its whole history, newest first.</summary>
    public string Incident(string incident)
    {
        lock (_updates)
        {
            return new JsonObject
            {
                ["id"] = incident,
                ["name"] = "Checkout is slow",
                ["incidentUpdates"] = new JsonArray([.. _updates.Where(item => item.Incident == incident).Select(item => item.Update.DeepClone()).Reverse()]),
            }.ToJsonString();
        }
    }

    /// <summary>The ids of the updates with a text.</summary>
    public ILookup<(string Incident, string Text), string> ByText()
    {
        lock (_updates)
        {
            return _updates.ToLookup(
                item => (item.Incident, item.Update["description"]!.GetValue<string>()),
                item => item.Update["id"]!.GetValue<string>());
        }
    }
}
