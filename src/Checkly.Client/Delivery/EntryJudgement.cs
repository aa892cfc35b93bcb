using System.Text.Json;

namespace Checkly;

/// <summary>
/// Decides what the entries of a list say about a POST: which of them it has created, and which leave a doubt.
/// </summary>
/// <param name="request">The POST.</param>
/// <param name="sent">Its body.</param>
/// <param name="account">The state that the sessions of the account share.</param>
/// <param name="clock">The server's clock.</param>
/// <param name="since">The time of the first attempt in doubt.</param>
internal sealed class EntryJudgement<T>(ApiRequest<T> request, JsonElement sent, AccountState account, ServerClock clock, SendTime since)
{
    /// <summary>The clock of <c>created_at</c> may be this much behind the clock of the <c>Date</c> header.</summary>
    public static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(10);

    // The Date header has whole seconds.
    private static readonly TimeSpan Tolerance = ServerClock.Resolution;

    // Another session that posted the same content so recently may be posting it again. An entry with another text that was created so
    // recently may be the wanted one, with a text that the server has changed.
    private static readonly TimeSpan Vicinity = TimeSpan.FromMinutes(1);
    private readonly Confirmation _place = request.Confirmation!;
    private readonly Dictionary<string, FoundEntry<T>> _found = [];
    private readonly string? _status = TextOf(sent, "status");
    private string? _doubt;
    private string? _finalDoubt;
    private bool _othersPostTheSame;
    private bool _seesSame;

    /// <summary>An entry that was created before this time of the server is older than the first attempt.</summary>
    public DateTimeOffset? Lowest => clock.AtLeast(since.Time - Tolerance);

    /// <summary>An entry that was created at this time of the server or later counts as younger than the first attempt.</summary>
    private DateTimeOffset? Earliest => clock.Likely(since.Time - Tolerance);

    public void Add(JsonElement entry, ApiAnswer page)
    {
        entry.TryGetProperty("id", out JsonElement id);
        long? seen = account.Known.WhenSeen(_place.Family, id);
        if (seen == KnownIds.Ours)
        {
            return;
        }

        bool isSame = JsonMatch.Covers(sent, entry, _place.Growing);
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
        else if (created - clock.Now > Tolerance)
        {
            _finalDoubt = $"An entry with the same content is there ({Name(id)}), but it is dated later than the server's own time, so that its age is not known.";
        }
        else if (created >= Earliest)
        {
            _found[id.GetRawText()] = new FoundEntry<T>(id, created.Value, request.Read(entry, page));
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
            : account.IsInDoubt(request.Content) ? $"An entry with the same content is there ({Name(found[0].Id)}), but an earlier call with the same content is in doubt too: it cannot be told whose it is."
            : _finalDoubt;
        bool isFinal = doubt is not null;
        return new LookResult<T>(isFinal ? [] : found, isFinal || found.Length > 0 ? doubt : _doubt) { IsFinal = isFinal, IsOfEntry = true, SeesSame = _seesSame };
    }

    /// <summary>Whether an entry may have been made since the first attempt, where the server's clocks differ by so much.</summary>
    private bool MayBeNew(DateTimeOffset? created, TimeSpan difference) => created is null || Lowest is null || Lowest - created <= difference;

    private static string? TextOf(JsonElement json, string field) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Name(JsonElement id) => DisplayText.OneLine(id.ToString());
}
