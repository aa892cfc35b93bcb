using System.Text.Json;

namespace Checkly;

/// <summary>The time at which a client sent a request.</summary>
/// <param name="Time">The time on the client's clock.</param>
/// <param name="Order">The order of two requests with the same time.</param>
internal readonly record struct SendTime(TimeSpan Time, long Order);

/// <summary>
/// The ids that the sessions of an account have seen in answers. A POST cannot have created an object that another request has
/// created, or that was read before the POST was sent. The oldest ids are forgotten; <c>created_at</c> shows as well that an object
/// is old.
/// </summary>
internal sealed class KnownIds
{
    /// <summary>The order of objects that this process has created: before every request.</summary>
    public const long Ours = 0;

    private const int Most = 20_000;
    private readonly object _gate = new();
    private readonly Dictionary<string, long> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();
    private long _ticks;

    /// <summary>Returns a new order, after all earlier ones.</summary>
    public long Tick() => Interlocked.Increment(ref _ticks);

    /// <summary>Remembers every id in the answer to a request for a path: that of a list, or that of one object.</summary>
    /// <param name="path">The path without a query.</param>
    /// <param name="json">The answer.</param>
    /// <param name="seen">See <see cref="Remember(string?, JsonElement, long)"/>.</param>
    public void RememberAnswer(string path, JsonElement json, long seen)
    {
        int slash = path.LastIndexOf('/');
        bool isOne = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out JsonElement id)
            && id.ValueKind == JsonValueKind.Number && id.GetRawText() == path.Substring(slash + 1);
        Remember(isOne ? path.Substring(0, slash) : path, json, seen);
    }

    /// <summary>Remembers every id in an answer.</summary>
    /// <param name="family">The list that has such objects: a number identifies an object only within its list.</param>
    /// <param name="json">The answer.</param>
    /// <param name="seen">
    /// The order of the answer, from <see cref="Tick"/>; <see cref="Ours"/> for an object that this process has created.
    /// </param>
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
                    // The entries of a page are one level down; deeper objects belong to other lists.
                    Remember(field.NameEquals("entries") ? family : null, field.Value, seen);
                }
                else if (field.NameEquals("id") || (field.NameEquals("dashboardId") && field.Value.ValueKind == JsonValueKind.String))
                {
                    Add(family, field.Value, seen);
                }
            }
        }
    }

    /// <summary>Marks an id as created by a request of this process.</summary>
    public void Claim(string? family, JsonElement id) => Add(family, id, Ours);

    /// <summary>
    /// The order in which an id was first seen: <see cref="Ours"/>, a tick, or <see langword="null"/> when the id is not known.
    /// </summary>
    public long? WhenSeen(string? family, JsonElement id)
    {
        lock (_gate)
        {
            return Name(family, id) is { } name && _seen.TryGetValue(name, out long seen) ? seen : null;
        }
    }

    /// <summary>Whether the object at a path such as <c>/v1/incidents/{id}</c> has been seen.</summary>
    public bool HasMet(string path)
    {
        path = ApiPath.WithoutQuery(path);
        int slash = path.LastIndexOf('/');
        string family = path.Substring(0, slash);
        string id = Uri.UnescapeDataString(path.Substring(slash + 1));
        lock (_gate)
        {
            // Incidents refer to a dashboard by its number; its path has its dashboardId.
            return _seen.ContainsKey($"\"{id}\"") || (family != DashboardRequests.WhereMade.Family && _seen.ContainsKey($"{family} {id}"));
        }
    }

    private static string? Name(string? family, JsonElement id) =>
        id.ValueKind == JsonValueKind.Number ? (family is null ? null : $"{family} {id.GetRawText()}")
        : id.ValueKind == JsonValueKind.String ? id.GetRawText()
        : null;

    private void Add(string? family, JsonElement id, long seen)
    {
        lock (_gate)
        {
            if (Name(family, id) is not { } name)
            {
                return;
            }

            if (_seen.TryGetValue(name, out long before))
            {
                _seen[name] = before < seen ? before : seen;
                return;
            }

            _seen[name] = seen;
            _order.Enqueue(name);
            if (_order.Count > Most)
            {
                _seen.Remove(_order.Dequeue());
            }
        }
    }
}
