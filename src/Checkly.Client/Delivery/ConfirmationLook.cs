using System.Text.Json;

namespace Checkly;

/// <summary>
/// Reads the list of a POST once. An entry counts when it has the fields that were sent (apart from line endings and white space
/// around texts, which servers change), was not seen before, and was created after the first attempt by the server's own clock.
/// Any other entry that could be the one that the POST has created leaves a doubt.
/// </summary>
/// <param name="request">The POST.</param>
/// <param name="account">The state that the sessions of the account share.</param>
/// <param name="clock">The client's clock.</param>
/// <param name="read">Reads a page.</param>
internal sealed class ConfirmationLook<T>(ApiRequest<T> request, AccountState account, DeliveryClock clock, Func<ApiRequest<ListAnswer>, Task<ListAnswer>> read)
{
    // The looks of a call at the whole list read at most this many pages together, and so do its other looks. The API allows as many
    // requests in ten seconds.
    private const int MostPages = 100;

    private readonly Confirmation _place = request.Confirmation!;
    private readonly ServerClock _serverClock = new(clock);

    // The page on which a look starts, in a list with the oldest entries first.
    private PageWalk? _lastPage;
    private int _pages;
    private int _pagesOfWhole;
    private int _notFound;

    /// <summary>Looks once.</summary>
    /// <param name="since">The time of the first attempt in doubt.</param>
    /// <param name="attempts">The number of attempts in doubt.</param>
    /// <param name="isWhole">
    /// Whether to read the whole list. Otherwise the look reads only where new entries seem to be, which proves nothing: a list that is
    /// sorted by name may look like one that is sorted by time.
    /// </param>
    public async Task<LookResult<T>> LookAsync(SendTime since, int attempts, bool isWhole)
    {
        using JsonDocument sent = JsonText.Parse(request.Bytes);
        try
        {
            var judgement = new EntryJudgement<T>(request, sent.RootElement, account, _serverClock, since);
            var order = new ListOrder();
            bool onlyOlderFollow = false;
            bool isComplete = false;
            long listed = 0;
            PageWalk walk = (isWhole ? null : _lastPage?.Clone()) ?? _place.Walk();
            PageWalk? lastPage = null;
            while (!walk.IsAtEnd && !(onlyOlderFollow && (!isWhole || _pagesOfWhole == MostPages)))
            {
                if ((isWhole ? ++_pagesOfWhole : ++_pages) > MostPages)
                {
                    return new LookResult<T>([], "The list is too long to be looked through.") { IsFinal = !isWhole };
                }

                ListAnswer page;
                try
                {
                    page = await read(ListAnswer.Request(_place.PathOf(walk), _place.EntriesField)).ConfigureAwait(false);
                }
                catch (ChecklyApiException beyond) when (isComplete && beyond.StatusCode is >= 400 and < 500 and not (408 or 429))
                {
                    // All entries were read; some servers refuse to answer a page beyond the last one.
                    break;
                }

                if (!_serverClock.TryLearn(page.Answer, page.Asked))
                {
                    return new LookResult<T>([], $"A cache seems to have answered in the API's place, with an older state of {_place.Place}.");
                }

                if (_place.Gather is not null)
                {
                    return _place.Gather(sent.RootElement, page.Entries, judgement.Lowest) is not { } all ? new LookResult<T>([])
                        : judgement.Lowest is null ? new LookResult<T>([], "All of them are there, but the server does not say since when.") { IsFinal = true }
                        : new LookResult<T>([new FoundEntry<T>(default, default, request.Read(all, page.Answer))]);
                }

                PageWalk here = walk.Clone();
                // An entry may move to another page between two reads. So a look at the whole list does not stop at its total; it
                // goes on until there is no further page.
                foreach (JsonElement entry in walk.Take(page.Entries, Id, page.Count, isWhole ? null : page.Answer.Total, page.NextId))
                {
                    judgement.Add(entry, page.Answer);
                    order.Add(ListAnswer.CreatedAt(entry));
                }

                onlyOlderFollow = order.IsNewestFirst && judgement.Lowest - order.Latest > EntryJudgement<T>.ClockDifference;
                lastPage = page.Count > 0 ? here : lastPage;
                if (walk.Fault is null)
                {
                    listed += page.Count;
                    isComplete = listed == page.Answer.Total;
                }
            }

            // New entries of a list with the oldest first are at its end.
            _lastPage = order.IsOldestFirst && walk.IsAtEnd ? lastPage : _lastPage;
            // A server that ignores the number of a page sends the whole list again.
            if (walk.Fault is { } fault && !isComplete)
            {
                return new LookResult<T>([], fault);
            }

            return judgement.Conclude(attempts);
        }
        catch (Exception failure) when (failure is ChecklyApiException or UnexpectedShapeException)
        {
            return failure is ChecklyApiException api
                ? new LookResult<T>([], $"The last look failed: {api.Message}") { IsFinal = EndsLooks(api) }
                : new LookResult<T>([], $"The list could not be read: {failure.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>Whether later looks would fail in the same way. A replica may not know a new object at the first look.</summary>
    private bool EndsLooks(ChecklyApiException failure) => failure.StatusCode switch
    {
        404 => ++_notFound > 1,
        408 or 429 => false,
        >= 300 and < 500 => true,
        _ => failure is { WasSent: false, CouldNotConnect: false },
    };

    private static string? Id(JsonElement entry) => entry.TryGetProperty("id", out JsonElement id) ? id.GetRawText() : null;
}
