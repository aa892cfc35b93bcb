using System.Text.Json;

namespace Checkly;

/// <summary>What one look has shown.</summary>
/// <param name="Found">Entries that only the POST explains, the oldest first: more than one when several attempts were carried out.</param>
/// <param name="Doubt">Why the look proves nothing, as a full sentence; <see langword="null"/> when it does.</param>
internal sealed record LookResult<T>(IReadOnlyList<FoundEntry<T>> Found, string? Doubt = null)
{
    /// <summary>Whether another look would show the same.</summary>
    public bool IsFinal { get; init; }
}

/// <summary>An entry that a POST may have made.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">When it was made, by the server's clock.</param>
/// <param name="Made">The answer that it stands for.</param>
internal sealed record FoundEntry<T>(JsonElement Id, DateTimeOffset CreatedAt, T Made);

/// <summary>
/// Reads the list once that shows what a POST has made. An entry counts when it has the fields that were sent (blanks at the
/// ends of texts and line ends aside, since servers change these), was not met before, and was made after the first attempt
/// by the server's own clock. Whatever else might be the entry leaves a doubt.
/// </summary>
/// <param name="request">The POST.</param>
/// <param name="content">What makes POSTs the same.</param>
/// <param name="account">What the account's sessions know.</param>
/// <param name="clock">The client's clock.</param>
/// <param name="read">Reads a page.</param>
internal sealed class ConfirmationLook<T>(ApiRequest<T> request, Lazy<string> content, AccountState account, DeliveryClock clock, Func<ApiRequest<ListAnswer>, Task<ListAnswer>> read)
{
    // Of all looks of a call together: half of what the API takes in five seconds.
    private const int MostPages = 50;

    // The server's Date has whole seconds.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    // Who posted the same content so shortly before is likely to do so at this moment too.
    private static readonly TimeSpan Vicinity = TimeSpan.FromMinutes(1);

    // By how much the clock behind created_at may be behind the one behind Date.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(10);
    private readonly ApiRequest<T> _request = request;
    private readonly Confirmation _place = request.Confirmation!;
    private readonly AccountState _account = account;
    private readonly Lazy<string> _content = content;

    // Where a look begins, in a list with the oldest entries first.
    private PageWalk? _lastPage;
    private int _pages;

    // The server's time when the client's clock showed zero, as the latest answer has it: later answers cannot be older.
    private TimeSpan? _serverZero;

    /// <summary>Looks once.</summary>
    /// <param name="since">When the first attempt in doubt went out.</param>
    /// <param name="attempts">How many attempts are in doubt.</param>
    public async Task<LookResult<T>> LookAsync(SendTime since, int attempts)
    {
        using JsonDocument sent = JsonDocument.Parse(_request.Bytes);
        try
        {
            var judgement = new Judgement(this, sent.RootElement, since);
            // Equal times prove no order: entries that were imported together have the same.
            bool isOldestFirst = true;
            DateTimeOffset? oldest = null;
            DateTimeOffset? latest = null;
            PageWalk walk = _lastPage?.Clone() ?? _place.Walk();
            PageWalk? lastPage = null;
            while (!walk.IsAtEnd)
            {
                if (++_pages > MostPages)
                {
                    return new LookResult<T>([], "The list is too long to be looked through.") { IsFinal = true };
                }

                TimeSpan asked = clock.Now;
                ListAnswer page = await read(ListAnswer.Request(_place.PathOf(walk), _place.EntriesField)).ConfigureAwait(false);
                if (IsOfCache(page.Answer, asked))
                {
                    return new LookResult<T>([], $"A cache seems to have answered in the API's place, with an older state of {_place.Place}.");
                }

                judgement.Earliest = Before(page.Answer.Date, clock.Now - since.Time + Tolerance);
                judgement.Now = page.Answer.Date;
                if (_place.Gather is not null)
                {
                    return _place.Gather(sent.RootElement, page.Entries, judgement.Earliest) is { } all
                        ? new LookResult<T>([new FoundEntry<T>(all, default, _request.Read(all, page.Answer))])
                        : new LookResult<T>([]);
                }

                PageWalk here = walk.Clone();
                bool isNewestFirst = page.Count > 0;
                DateTimeOffset? newest = null;
                DateTimeOffset? earlier = null;
                // An entry may move to another page between two reads.
                foreach (JsonElement entry in walk.Take(page.Entries, Id, page.Count, page.Answer.Total, page.NextId))
                {
                    judgement.Add(entry, page.Answer);
                    DateTimeOffset? created = ListAnswer.CreatedAt(entry);
                    isNewestFirst &= created is not null && (earlier is null || created <= earlier);
                    isOldestFirst &= created is not null && (latest is null || created >= latest);
                    newest ??= created;
                    oldest ??= created;
                    (earlier, latest) = (created, created);
                }

                if (isNewestFirst && earlier < newest && earlier < judgement.Earliest - ClockDifference)
                {
                    // Whatever follows is older still.
                    break;
                }

                lastPage = page.Count > 0 ? here : lastPage;
            }

            // What is new in such a list stands at its end.
            _lastPage = isOldestFirst && oldest < latest && walk.IsAtEnd ? lastPage : null;
            if (walk.Fault is { } fault)
            {
                return new LookResult<T>([], fault);
            }

            return judgement.Conclude(attempts);
        }
        catch (Exception failure) when (failure is ChecklyApiException or UnexpectedShapeException or InvalidOperationException)
        {
            return failure is ChecklyApiException api
                ? new LookResult<T>([], $"The last look failed: {api.Message}") { IsFinal = api.StatusCode is >= 400 and < 500 and not (408 or 429) || api is { WasSent: false, CouldNotConnect: false } }
                : new LookResult<T>([], $"The list could not be read: {failure.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>Whether an answer was made before it was asked for, by its <c>Age</c> or by the server's own time.</summary>
    private bool IsOfCache(ApiAnswer answer, TimeSpan asked)
    {
        if (answer.Date is not { } date)
        {
            return answer.Age > TimeSpan.Zero;
        }

        var made = TimeSpan.FromTicks(date.UtcTicks);
        bool isOld = answer.Age > TimeSpan.Zero || made < _serverZero + asked - Tolerance;
        TimeSpan zero = made - clock.Now;
        _serverZero = _serverZero > zero ? _serverZero : zero;
        return isOld;
    }

    private static string? Id(JsonElement entry) => entry.TryGetProperty("id", out JsonElement id) ? id.GetRawText() : null;

    /// <summary>So long before a date of the server; <see langword="null"/> where there is no such date.</summary>
    private static DateTimeOffset? Before(DateTimeOffset? date, TimeSpan time) => date - DateTimeOffset.MinValue > time ? date - time : null;

    /// <summary>What the entries of a list say about a POST.</summary>
    private sealed class Judgement(ConfirmationLook<T> look, JsonElement sent, SendTime since)
    {
        private readonly Dictionary<string, FoundEntry<T>> _found = [];
        private readonly string? _status = TextOf(sent, "status");
        private string? _doubt;
        private string? _finalDoubt;
        private bool _othersPostTheSame;

        /// <summary>What was made before this time, by the server's clock, is older than the first attempt.</summary>
        public DateTimeOffset? Earliest { get; set; }

        /// <summary>The time of the server.</summary>
        public DateTimeOffset? Now { get; set; }

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
            if (isSame && created < Earliest && created >= Earliest - Vicinity)
            {
                _othersPostTheSame = true;
            }

            if (seen < since.Order)
            {
                return;
            }

            if (!isSame)
            {
                if (created >= Earliest && TextOf(entry, "status") == _status)
                {
                    _doubt = $"A new entry with another text is there ({Name(id)}): the server may have changed the text.";
                }
            }
            else if (JsonMatch.LacksText(sent, entry))
            {
                if (created is null || Earliest is null || created >= Earliest - ClockDifference)
                {
                    _doubt = $"An entry is there ({Name(id)}) that does not show all of the text that was sent: it may be another one.";
                }
            }
            else if (created is null || Earliest is null || id.ValueKind == JsonValueKind.Undefined || (ListAnswer.SaysDayOnly(entry) && created.Value.AddDays(1) > Earliest))
            {
                _finalDoubt = "An entry with the same content is there, but the server does not say whether it is older than the request.";
            }
            else if (created > Now + Tolerance)
            {
                _finalDoubt = $"An entry with the same content is there ({Name(id)}), but it is dated later than the server's own time, so that its age is not known.";
            }
            else if (created >= Earliest)
            {
                _found[id.GetRawText()] = new FoundEntry<T>(id, created.Value, look._request.Read(entry, page));
            }
            else if (created >= Earliest - ClockDifference)
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
            return doubt is not null ? new LookResult<T>([], doubt) { IsFinal = true } : new LookResult<T>(found, found.Length == 0 ? _doubt : null);
        }

        private static string? TextOf(JsonElement json, string field) =>
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        private static string Name(JsonElement id) => DisplayText.OneLine(id.ToString());
    }
}
