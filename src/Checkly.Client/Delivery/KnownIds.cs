using System.Text.Json;

namespace Checkly;

/// <summary>When a client sent a request.</summary>
/// <param name="Time">On the client's clock.</param>
/// <param name="Order">Which of two requests went out first, also where the clock shows the same for both.</param>
internal readonly record struct SendTime(TimeSpan Time, long Order);

/// <summary>
/// The ids that the sessions of an account have met in answers. What a session has made is no other request's; what was read
/// before a POST went out is not what that POST has made. The oldest are forgotten: <c>created_at</c> tells those as well.
/// </summary>
internal sealed class KnownIds
{
    /// <summary>The order of what a request of ours has made: before every moment.</summary>
    public const long Ours = 0;

    private const int Most = 20_000;
    private readonly object _gate = new();
    private readonly Dictionary<string, long> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();
    private long _ticks;

    /// <summary>The order of this moment: after every earlier one.</summary>
    public long Tick() => Interlocked.Increment(ref _ticks);

    /// <summary>Remembers every id in an answer.</summary>
    /// <param name="family">Where such things are listed: numbers are ids within their family only.</param>
    /// <param name="json">The answer.</param>
    /// <param name="seen">When it came, as <see cref="Tick"/> counts; <see cref="Ours"/> for what a request of ours has made.</param>
    public void Remember(string? family, JsonElement json, long seen)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in json.EnumerateArray())
            {
                Remember(family, item, seen);
            }
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty field in json.EnumerateObject())
            {
                if (field.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                {
                    // A page has its entries one level down; what is deeper belongs to other families.
                    Remember(field.NameEquals("entries") ? family : null, field.Value, seen);
                }
                else if (field.NameEquals("id") || (field.NameEquals("dashboardId") && field.Value.ValueKind == JsonValueKind.String))
                {
                    Add(family, field.Value, seen);
                }
            }
        }
    }

    /// <summary>Claims an id as what a request of ours has made.</summary>
    /// <returns>Whether no other request has claimed it.</returns>
    public bool Claim(string? family, JsonElement id) => Add(family, id, Ours);

    /// <summary>When an id was met first: <see cref="Ours"/>, a tick, or <see langword="null"/> when it is not known.</summary>
    public long? WhenSeen(string? family, JsonElement id)
    {
        lock (_gate)
        {
            return Name(family, id) is { } name && _seen.TryGetValue(name, out long seen) ? seen : null;
        }
    }

    /// <summary>Whether what a path such as <c>/v1/incidents/{id}</c> leads to has been met.</summary>
    public bool HasMet(string path)
    {
        path = Confirmation.FamilyOf(path);
        int slash = path.LastIndexOf('/');
        string family = path.Substring(0, slash);
        string id = Uri.UnescapeDataString(path.Substring(slash + 1));
        lock (_gate)
        {
            // The number of a dashboard is what incidents have; its path has its dashboardId.
            return _seen.ContainsKey($"\"{id}\"") || (family != DashboardRequests.WhereMade.Family && _seen.ContainsKey($"{family} {id}"));
        }
    }

    private static string? Name(string? family, JsonElement id) =>
        id.ValueKind == JsonValueKind.Number ? (family is null ? null : $"{family} {id.GetRawText()}")
        : id.ValueKind == JsonValueKind.String ? id.GetRawText()
        : null;

    private bool Add(string? family, JsonElement id, long seen)
    {
        lock (_gate)
        {
            if (Name(family, id) is not { } name)
            {
                return true;
            }

            if (_seen.TryGetValue(name, out long before))
            {
                _seen[name] = before < seen ? before : seen;
                return before != Ours;
            }

            _seen[name] = seen;
            _order.Enqueue(name);
            if (_order.Count > Most)
            {
                _seen.Remove(_order.Dequeue());
            }

            return true;
        }
    }
}
