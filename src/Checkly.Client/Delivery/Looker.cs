using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>Looks for what a POST may have made.</summary>
/// <param name="request">The POST.</param>
/// <param name="known">What was there before.</param>
/// <param name="clock">The client's time.</param>
/// <param name="read">Reads a page, trying again as for every other request.</param>
internal sealed class Looker<T>(ApiRequest<T> request, KnownIds known, DeliveryClock clock, Func<ApiRequest<ListAnswer>, Task<ListAnswer>> read)
{
    private const int MostPages = 100;

    // The server's Date has whole seconds, and the clock behind created_at need not be that of the gateway behind Date.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    /// <summary>Looks once.</summary>
    /// <param name="since">When the first try went out whose fate is not known, on the client's clock.</param>
    public async Task<LookResult<T>> LookAsync(Moment since)
    {
        Confirmation place = request.Confirmation!;
        using JsonDocument sent = JsonDocument.Parse(request.Bytes);
        var found = new List<(DateTimeOffset CreatedAt, JsonElement Id, T Made)>();
        // An entry may move to another page between two reads.
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string? path = place.Path;
        try
        {
            for (int number = 1; path is not null; number++)
            {
                if (number > MostPages)
                {
                    return Doubt($"It was looked for in {place.Place}, which is too long to be looked through.");
                }

                ListAnswer page = await read(new ApiRequest<ListAnswer>(HttpMethod.Get, path, ListAnswer.Read)).ConfigureAwait(false);
                DateTimeOffset? earliest = Before(page.Answer.Date, clock.Now - since.Time + Tolerance);
                JsonElement[] entries = page.Entries(place.Entries);
                if (place.Gather is not null)
                {
                    return place.Gather(sent.RootElement, entries, earliest) is { } all ? new LookResult<T>([(all, request.Read(all, page.Answer))], null) : new LookResult<T>([], null);
                }

                foreach (JsonElement entry in entries.Where(entry => JsonMatch.Covers(sent.RootElement, entry, place.Growing)))
                {
                    if (entry.TryGetProperty("id", out JsonElement id) && (known.HasBefore(place.Family, id, since) || !ids.Add(id.GetRawText())))
                    {
                        continue;
                    }

                    if (id.ValueKind == JsonValueKind.Undefined || ListAnswer.CreatedAt(entry) is not { } createdAt || earliest is null
                        || (ListAnswer.SaysDayOnly(entry) && createdAt.AddDays(1) > earliest))
                    {
                        return Doubt($"There is one with the same content in {place.Place}, but the server does not say whether it is older than the request.");
                    }

                    if (createdAt >= earliest)
                    {
                        found.Add((createdAt, id, request.Read(entry, page.Answer)));
                    }
                }

                path = place.Next(new Confirmation.ListPage(number, entries.Length, page.NextId));
            }
        }
        catch (Exception failure) when (failure is ChecklyApiException or UnexpectedShapeException or InvalidOperationException)
        {
            string why = failure is ChecklyApiException ? failure.Message : $"The answer is not as expected: {failure.Message.TrimEnd('.')}.";
            return Doubt($"To look for it in {place.Place} did not work either. {why}") with { IsRefused = failure is ChecklyApiException { StatusCode: >= 400 and < 500 and not 408 } or ChecklyApiException { RetryAfter: not null } };
        }

        return new LookResult<T>([.. found.OrderBy(item => item.CreatedAt).Select(item => (item.Id, item.Made))], null);
    }

    /// <summary>So long before a date of the server; none where there is no such date.</summary>
    private static DateTimeOffset? Before(DateTimeOffset? date, TimeSpan time) => date - DateTimeOffset.MinValue > time ? date - time : null;

    private static LookResult<T> Doubt(string why) => new([], why);
}
