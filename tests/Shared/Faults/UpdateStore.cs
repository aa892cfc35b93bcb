using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkly.Tests;

/// <summary>The updates that a fault server has made: what really happened.</summary>
public sealed class UpdateStore(IFaultTime time, ServerHabits habits)
{
    private readonly List<(string Incident, string Sent, DateTimeOffset At, bool IsOther, JsonObject Update)> _updates = [];

    /// <summary>Makes an update and answers it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="body">What was sent.</param>
    /// <param name="isOther">Whether another client has sent it.</param>
    /// <param name="ago">How long ago.</param>
    public string Add(string incident, byte[] body, bool isOther = false, TimeSpan ago = default)
    {
        var update = (JsonObject)JsonNode.Parse(body)!;
        string sent = update["description"]!.GetValue<string>();
        update["description"] = habits.Rewrite(sent);
        update["id"] = Guid.NewGuid().ToString();
        DateTimeOffset now = time.Now - ago;
        update["created_at"] = (now + habits.CreatedAhead).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        lock (_updates)
        {
            _updates.Add((incident, sent, now, isOther, update));
            return update.ToJsonString();
        }
    }

    /// <summary>An incident with its whole history, newest first.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="ago">How long ago it was asked for.</param>
    public string Incident(string incident, TimeSpan ago = default)
    {
        DateTimeOffset shown = time.Now - ago - habits.Staleness();
        lock (_updates)
        {
            return new JsonObject
            {
                ["id"] = incident,
                ["name"] = "Checkout is slow",
                ["incidentUpdates"] = new JsonArray([.. _updates.Where(item => item.Incident == incident && item.At <= shown).OrderByDescending(item => item.At).Select(item => item.Update.DeepClone())]),
            }.ToJsonString();
        }
    }

    /// <summary>The ids of the updates with a text that was sent, without those of other clients.</summary>
    public ILookup<(string Incident, string Text), string> ByText()
    {
        lock (_updates)
        {
            return _updates.Where(item => !item.IsOther).ToLookup(item => (item.Incident, item.Sent), item => item.Update["id"]!.GetValue<string>());
        }
    }
}
