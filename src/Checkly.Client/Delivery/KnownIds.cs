using System.Text.Json;

namespace Checkly;

/// <summary>
/// The ids that a client has seen in answers, so that what was there before is not taken for what a request has made. The
/// oldest are forgotten: what is older than a request is told from its time as well.
/// </summary>
internal sealed class KnownIds
{
    private const int Most = 20_000;
    private readonly object _gate = new();
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<string> _order = new();

    /// <summary>Remembers every id in an answer.</summary>
    /// <param name="family">Where such things are listed: numbers are ids within their family only.</param>
    /// <param name="json">The answer.</param>
    public void Remember(string? family, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in json.EnumerateArray())
            {
                Remember(family, item);
            }
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty field in json.EnumerateObject())
            {
                if (field.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
                {
                    Remember(null, field.Value);
                }
                else if (field.NameEquals("id"))
                {
                    Add(family, field.Value);
                }
            }
        }
    }

    /// <summary>Remembers an id.</summary>
    public void Add(string? family, JsonElement id)
    {
        lock (_gate)
        {
            if (Name(family, id) is { } name && _known.Add(name))
            {
                _order.Enqueue(name);
                if (_order.Count > Most)
                {
                    _known.Remove(_order.Dequeue());
                }
            }
        }
    }

    /// <summary>Whether an id was seen.</summary>
    public bool Has(string? family, JsonElement id)
    {
        lock (_gate)
        {
            return Name(family, id) is { } name && _known.Contains(name);
        }
    }

    private static string? Name(string? family, JsonElement id) =>
        id.ValueKind == JsonValueKind.Number ? (family is null ? null : $"{family} {id.GetRawText()}")
        : id.ValueKind == JsonValueKind.String ? id.GetRawText()
        : null;

}
