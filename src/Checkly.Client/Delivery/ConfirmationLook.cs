using System.Text.Json;

namespace Checkly;

/// <summary>The result of one look at the list.</summary>
/// <param name="Found">
/// The entries that only the POST can have created, the oldest first; several when several attempts were carried out.
/// </param>
/// <param name="Doubt">
/// The reason why the look is inconclusive, as a full sentence; <see langword="null"/> when it is conclusive.
/// </param>
internal sealed record LookResult<T>(IReadOnlyList<FoundEntry<T>> Found, string? Doubt = null)
{
    /// <summary>Whether another look could not change the result.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether the doubt is about an entry that the look has seen.</summary>
    public bool IsOfEntry { get; init; }

    /// <summary>Whether an entry with the content that was sent is there, and may have been made since.</summary>
    public bool SeesSame { get; init; }
}

/// <summary>An entry that a POST may have created.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">The time of its creation, by the server's clock.</param>
/// <param name="Made">The answer that the lost one would have been.</param>
internal sealed record FoundEntry<T>(JsonElement Id, DateTimeOffset CreatedAt, T Made);

/// <summary>
/// Reads the list of a POST once. An entry counts when it has the fields that were sent (apart from line endings and white space
/// around texts, which servers change), was not seen before, and was created after the first attempt by the server's own clock.
/// Any other entry that could be the wanted one leaves a doubt.
/// </summary>
/// <param name="request">The POST.</param>
/// <param name="content">The canonical content of the POST.</param>
/// <param name="account">The state that the sessions of the account share.</param>
/// <param name="clock">The client's clock.</param>
/// <param name="read">Reads a page.</param>
internal sealed class ConfirmationLook<T>(ApiRequest<T> request, Lazy<string> content, AccountState account, DeliveryClock clock, Func<ApiRequest<ListAnswer>, Task<ListAnswer>> read)
{
    // For all looks of a call together at the whole list, and as many for the others: what the API allows in ten seconds.
    private const int MostPages = 100;

    // While an answer is slow, nobody can tell when its Date was written. An entry is still claimed that may be older than the first
    // attempt by so much.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(8);

    // The Date header has whole seconds.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    // A session that posted the same content so recently may be doing so again, and an entry with another text may be the wanted one.
    private static readonly TimeSpan Vicinity = TimeSpan.FromMinutes(1);

    // The clock of created_at may be this much behind the clock of the Date header.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(10);
    private readonly ApiRequest<T> _request = request;
    private readonly Confirmation _place = request.Confirmation!;
    private readonly AccountState _account = account;
    private readonly Lazy<string> _content = content;

    // The page on which a look starts, in a list with the oldest entries first.
    private PageWalk? _lastPage;
    private int _pages;
    private int _pagesOfWhole;
    private int _notFound;

    // The server's time at zero of the client's clock lies between both: Date has whole seconds, and was written at some moment
    // between the question and the answer.
    private TimeSpan? _zeroAtLeast;
    private TimeSpan? _zeroAtMost;

    /// <summary>Looks once.</summary>
    /// <param name="since">The time of the first attempt in doubt.</param>
    /// <param name="attempts">The number of attempts in doubt.</param>
    /// <param name="isWhole">
    /// Whether to read the whole list. Otherwise the look reads only where new entries seem to be, which proves nothing: a list that is
    /// sorted by name may look like one that is sorted by time.
    /// </param>
    public async Task<LookResult<T>> LookAsync(SendTime since, int attempts, bool isWhole)
    {
        using JsonDocument sent = JsonText.Parse(_request.Bytes);
        try
        {
            var judgement = new Judgement(this, sent.RootElement, since);
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
                    // There is no page behind the last one.
                    break;
                }

                if (IsOfCache(page.Answer, page.Asked))
                {
                    return new LookResult<T>([], $"A cache seems to have answered in the API's place, with an older state of {_place.Place}.");
                }

                if (_place.Gather is not null)
                {
                    return _place.Gather(sent.RootElement, page.Entries, judgement.Lowest) is not { } all ? new LookResult<T>([])
                        : judgement.Lowest is null ? new LookResult<T>([], "All of them are there, but the server does not say since when.") { IsFinal = true }
                        : new LookResult<T>([new FoundEntry<T>(all, default, _request.Read(all, page.Answer))]);
                }

                PageWalk here = walk.Clone();
                // An entry may move to another page between two reads. The whole list ends where there is nothing more, whatever its total.
                foreach (JsonElement entry in walk.Take(page.Entries, Id, page.Count, isWhole ? null : page.Answer.Total, page.NextId))
                {
                    judgement.Add(entry, page.Answer);
                    order.Add(ListAnswer.CreatedAt(entry));
                }

                onlyOlderFollow = order.IsNewestFirst && judgement.Lowest - order.Latest > ClockDifference;
                lastPage = page.Count > 0 ? here : lastPage;
                if (walk.Fault is null)
                {
                    listed += page.Count;
                    isComplete = listed == page.Answer.Total;
                }
            }

            // New entries of such a list are at its end.
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
                ? new LookResult<T>([], $"The last look failed: {api.Message}") { IsFinal = (api.StatusCode is >= 300 and < 500 and not (404 or 408 or 429)) || (api.StatusCode == 404 && ++_notFound > 1) || api is { WasSent: false, CouldNotConnect: false } }
                : new LookResult<T>([], $"The list could not be read: {failure.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>
    /// Whether a cache has answered: the answer has an <c>Age</c>, or its <c>Date</c> is before the time of the request. Any other answer
    /// tells the server's time.
    /// </summary>
    private bool IsOfCache(ApiAnswer answer, TimeSpan asked)
    {
        if (answer.Date is not { } date)
        {
            return answer.Age > TimeSpan.Zero;
        }

        var made = TimeSpan.FromTicks(date.UtcTicks);
        if (answer.Age > TimeSpan.Zero || made < _zeroAtLeast + asked - Tolerance)
        {
            return true;
        }

        TimeSpan atLeast = made - clock.Now;
        TimeSpan atMost = made + Tolerance - asked;
        _zeroAtLeast = _zeroAtLeast > atLeast ? _zeroAtLeast : atLeast;
        // A bound that contradicts this answer was that of a cache.
        _zeroAtMost = _zeroAtMost < atMost && _zeroAtMost >= atLeast ? _zeroAtMost : atMost;
        return false;
    }

    /// <summary>A time of the client's clock on the server's clock; <see langword="null"/> when the server does not say.</summary>
    private static DateTimeOffset? OnServer(TimeSpan? zero, TimeSpan time) =>
        (zero + time)?.Ticks is > 0 and var ticks && ticks <= DateTimeOffset.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private TimeSpan Present => clock.Now;

    private static string? Id(JsonElement entry) => entry.TryGetProperty("id", out JsonElement id) ? id.GetRawText() : null;

    /// <summary>
    /// The order in which a list seems to be. Equal times prove none: entries that were imported together have the same time.
    /// </summary>
    private sealed class ListOrder
    {
        private DateTimeOffset? _first;
        private bool _falls = true;
        private bool _rises = true;

        public DateTimeOffset? Latest { get; private set; }

        public bool IsNewestFirst => _falls && Latest < _first;

        public bool IsOldestFirst => _rises && Latest > _first;

        public void Add(DateTimeOffset? created)
        {
            _falls &= created is not null && (Latest is null || created <= Latest);
            _rises &= created is not null && (Latest is null || created >= Latest);
            _first ??= created;
            Latest = created;
        }
    }

    /// <summary>Decides what the entries of a list say about a POST.</summary>
    private sealed class Judgement(ConfirmationLook<T> look, JsonElement sent, SendTime since)
    {
        private readonly Dictionary<string, FoundEntry<T>> _found = [];
        private readonly string? _status = TextOf(sent, "status");
        private string? _doubt;
        private string? _finalDoubt;
        private bool _othersPostTheSame;
        private bool _seesSame;

        /// <summary>An entry that was created before this time of the server is older than the first attempt.</summary>
        public DateTimeOffset? Lowest => OnServer(look._zeroAtLeast, since.Time - Tolerance);

        /// <summary>An entry that was created later than this time of the server is younger than the first attempt.</summary>
        private DateTimeOffset? Earliest =>
            OnServer(look._zeroAtMost - Tolerance - Slack > look._zeroAtLeast ? look._zeroAtMost - Tolerance - Slack : look._zeroAtLeast, since.Time - Tolerance);

        /// <summary>The server's present time at the latest.</summary>
        private DateTimeOffset? Now => OnServer(look._zeroAtMost, look.Present);

        public void Add(JsonElement entry, ApiAnswer page)
        {
            entry.TryGetProperty("id", out JsonElement id);
            long? seen = look._account.Known.WhenSeen(look._place.Family, id);
            if (seen == KnownIds.Ours)
            {
                return;
            }

            bool isSame = JsonMatch.Covers(sent, entry, look._place.Growing);
            DateTimeOffset? created = ListAnswer.CreatedAt(entry);
            if (isSame && Lowest - created > TimeSpan.Zero && Lowest - created <= Vicinity)
            {
                _othersPostTheSame = true;
            }

            if (seen < since.Order)
            {
                return;
            }

            _seesSame |= isSame && MayBeNew(created, TimeSpan.Zero);
            if (!isSame)
            {
                bool hasOtherStatus = _status is not null && TextOf(entry, "status") is { } other && !_status.Equals(other, StringComparison.OrdinalIgnoreCase);
                if (MayBeNew(created, Vicinity) && !hasOtherStatus)
                {
                    _doubt = $"A new entry with another text is there ({Name(id)}): the server may have changed the text.";
                }
            }
            else if (JsonMatch.LacksText(sent, entry))
            {
                if (MayBeNew(created, ClockDifference))
                {
                    _doubt = $"An entry is there ({Name(id)}) that does not show all of the text that was sent: it may be another one.";
                }
            }
            else if (created is null || Earliest is null || id.ValueKind == JsonValueKind.Undefined || (ListAnswer.SaysDayOnly(entry) && Lowest - created < TimeSpan.FromDays(1)))
            {
                _finalDoubt = "An entry with the same content is there, but the server does not say whether it is older than the request.";
            }
            else if (created - Now > Tolerance)
            {
                _finalDoubt = $"An entry with the same content is there ({Name(id)}), but it is dated later than the server's own time, so that its age is not known.";
            }
            else if (created >= Earliest)
            {
                _found[id.GetRawText()] = new FoundEntry<T>(id, created.Value, look._request.Read(entry, page));
            }
            else if (MayBeNew(created, ClockDifference))
            {
                _doubt = $"An entry with the same content is there ({Name(id)}), dated shortly before the request: it is this one only if the server's clocks differ.";
            }
        }

        public LookResult<T> Conclude(int attempts)
        {
            FoundEntry<T>[] found = [.. _found.Values.OrderBy(entry => entry.CreatedAt)];
            string? doubt = found.Length == 0 ? _finalDoubt
                : found.Length > attempts ? FormattableString.Invariant($"{found.Length} entries with the same content were made since then, more than this call can have made.")
                : _othersPostTheSame ? $"An entry with the same content is there ({Name(found[0].Id)}), but another session posts the same: it cannot be told whose it is."
                : look._account.IsInDoubt(look._content.Value) ? $"An entry with the same content is there ({Name(found[0].Id)}), but an earlier call with the same content is in doubt too: it cannot be told whose it is."
                : _finalDoubt;
            return doubt is not null ? new LookResult<T>([], doubt) { IsFinal = true, IsOfEntry = true, SeesSame = _seesSame }
                : new LookResult<T>(found, found.Length == 0 ? _doubt : null) { IsOfEntry = true, SeesSame = _seesSame };
        }

        /// <summary>Whether an entry may have been made since the first attempt, where the server's clocks differ by so much.</summary>
        private bool MayBeNew(DateTimeOffset? created, TimeSpan difference) => created is null || Lowest is null || Lowest - created <= difference;

        private static string? TextOf(JsonElement json, string field) =>
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        private static string Name(JsonElement id) => DisplayText.OneLine(id.ToString());
    }
}
