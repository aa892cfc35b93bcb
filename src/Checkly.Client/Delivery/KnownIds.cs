using System.Text.Json;

namespace Checkly;

/// <summary>
/// The ids that a client has met: those of what its own requests have made, which no other request can have made, and those
/// that it has read, with the time, so that what was there before is not taken for what a request has made. The oldest are
/// forgotten: what is older than a request is told from its time as well.
/// </summary>
internal sealed class KnownIds
{
    /// <summary>Before everything: what a request of this client has made is no other's.</summary>
    public const long Ours = 0;

    private const int Most = 20_000;
    private readonly object _gate = new();
    private readonly Dictionary<string, long> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();
    private long _ticks;

    /// <summary>The number of this moment: later than all before it.</summary>
    public long Tick() => Interlocked.Increment(ref _ticks);

    /// <summary>Remembers every id in an answer.</summary>
    /// <param name="family">Where such things are: numbers are ids within their family only.</param>
    /// <param name="json">The answer.</param>
    /// <param name="seen">When it came, as <see cref="Tick"/> tells it; <see cref="Ours"/> for what a request of this client has made.</param>
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
                    // A page has its entries one level down; what is deeper is of other families.
                    Remember(field.NameEquals("entries") ? family : null, field.Value, seen);
                }
                else if (field.NameEquals("id"))
                {
                    Add(family, field.Value, seen);
                }
            }
        }
    }

    /// <summary>Takes an id for what a request of this client has made.</summary>
    /// <returns>Whether no other request has taken it.</returns>
    public bool Claim(string? family, JsonElement id) => Add(family, id, Ours);

    /// <summary>Whether something was there before a moment, or is what another request of this client has made.</summary>
    public bool HasBefore(string? family, JsonElement id, Moment moment)
    {
        lock (_gate)
        {
            return Name(family, id) is { } name && _seen.TryGetValue(name, out long seen) && seen < moment.Order;
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
