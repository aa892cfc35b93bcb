using System.Text.Json;

namespace Checkly;

/// <summary>How a search ended.</summary>
internal enum SearchEnd
{
    /// <summary>The POST was carried out; its answer is known.</summary>
    Found,

    /// <summary>Looks over several seconds have shown that the POST made nothing so far.</summary>
    Absent,

    /// <summary>Nobody can tell what became of the POST.</summary>
    Unknown,
}

/// <summary>
/// Finds out what became of a POST whose answer was lost: looks with growing pauses, until it has found what the POST made,
/// or the time of the call is over.
/// </summary>
/// <param name="request">The POST.</param>
/// <param name="look">Looks once.</param>
/// <param name="account">What the account's sessions know.</param>
/// <param name="clock">The client's clock.</param>
/// <param name="budget">The time of the call.</param>
/// <param name="notes">Whoever watches.</param>
internal sealed class ConfirmationSearch<T>(ApiRequest<T> request, ConfirmationLook<T> look, AccountState account, DeliveryClock clock, CallBudget budget, IProgress<DeliveryNote>? notes)
{
    // What was found must still stand alone after this time: another session's entry with the same content shows up within it.
    private static readonly TimeSpan BeforeClaim = TimeSpan.FromSeconds(2);

    // For a look itself.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);
    private readonly TimeSpan _began = clock.Now;
    private int _looks;
    private string? _doubt;

    /// <summary>What the POST made, when it was found.</summary>
    public T? Made { get; private set; }

    /// <summary>How many entries were taken for what the POST made.</summary>
    public int Claimed { get; private set; }

    /// <summary>What the search has shown so far, in full sentences.</summary>
    public string Report
    {
        get
        {
            string times = _looks == 1 ? "once" : FormattableString.Invariant($"{_looks} times within {(clock.Now - _began).TotalSeconds:0.#} s");
            return _looks == 0 ? "There was no time left to look for it."
                : _doubt is not null ? $"It was looked for {times} in {Place}. {_doubt}"
                : $"It was looked for {times} in {Place} and {(request.Confirmation!.MayMiss ? "was not recognised there" : "is not there")}; it may still arrive.";
        }
    }

    private string Place => request.Confirmation!.Place;

    /// <summary>Looks until the fate of the POST is known, or the time is over.</summary>
    /// <param name="since">When the first attempt in doubt went out.</param>
    /// <param name="attempts">How many attempts are in doubt.</param>
    /// <param name="endsWhenAbsent">Whether to end as soon as looks over several seconds have not found it; else it is looked for as long as there is time.</param>
    /// <param name="ignoresDoubt">Whether a doubt counts as absent too.</param>
    public async Task<SearchEnd> SearchAsync(SendTime since, int attempts, bool endsWhenAbsent, bool ignoresDoubt)
    {
        string? pending = null;
        string? seenBefore = null;
        int clean = 0;
        for (int looks = 1; budget.Left > Reserve; looks++)
        {
            LookResult<T> result = await look.LookAsync(since, attempts).ConfigureAwait(false);
            _looks++;
            _doubt = result.Doubt;
            TimeSpan wait = RetryPolicy.WaitBeforeLook(looks);
            string seen;
            if (result.Found.Count > 0)
            {
                string ids = Ids(result.Found);
                if (ids == pending || request.Confirmation!.Gather is not null)
                {
                    Claim(result.Found, ids);
                    return SearchEnd.Found;
                }

                pending = seenBefore = ids;
                wait = BeforeClaim;
                seen = $"{request.Summary} seems to have been carried out, as {ids}.";
                _doubt = $"An entry with the same content is there, as {ids}, but there was no time to see whether it stays alone.";
            }
            else
            {
                // A server that lags behind may not show what another one has shown: an entry that was seen once is never absent,
                // and it is claimed when it is seen again. Whatever else a look shows puts it in doubt.
                pending = _doubt is null ? pending : null;
                clean = _doubt is null || ignoresDoubt ? clean + 1 : 0;
                if (endsWhenAbsent && seenBefore is null && clean >= RetryPolicy.LooksBeforeResend)
                {
                    return SearchEnd.Absent;
                }

                _doubt ??= seenBefore is null ? null : $"An entry with the same content was there, as {seenBefore}, and a later look did not show it.";
                if (result.IsFinal && !ignoresDoubt)
                {
                    return SearchEnd.Unknown;
                }

                // The last look leaves time to see whether what it found stays alone.
                TimeSpan most = budget.Left - BeforeClaim - Reserve - Reserve;
                wait = wait < most ? wait : most;
                seen = _doubt ?? $"{request.Summary} is not in {Place} yet.";
            }

            if (wait < Reserve || !await budget.TryWaitAsync(wait, FormattableString.Invariant($"{seen} Looking again in {wait.TotalSeconds:0.#} s.")).ConfigureAwait(false))
            {
                break;
            }
        }

        return SearchEnd.Unknown;
    }

    /// <summary>After a POST went through that was sent more than once: warns when an earlier attempt was carried out as well.</summary>
    /// <param name="since">When the first attempt in doubt went out.</param>
    /// <param name="attempts">How many earlier attempts were in doubt.</param>
    /// <returns>How many of them have arrived.</returns>
    public async Task<int> WarnOfEarlierAsync(SendTime since, int attempts)
    {
        LookResult<T> result = await look.LookAsync(since, attempts).ConfigureAwait(false);
        if (result.Found.Count > 0)
        {
            MakeKnown(result.Found);
            Warn($"{request.Summary} was sent again since an earlier attempt was nowhere to be seen. Now {Place} has another entry with the same content: either that attempt, which arrived late, or somebody else's. Read {Place} before you remove anything.");
        }

        return result.Found.Count;
    }

    private static string Ids(IEnumerable<FoundEntry<T>> entries) => string.Join(" and ", entries.Where(entry => entry.Id.ValueKind != JsonValueKind.Object).Select(entry => DisplayText.OneLine(entry.Id.ToString())));

    private void Claim(IReadOnlyList<FoundEntry<T>> found, string ids)
    {
        MakeKnown(found);
        Made = found[0].Made;
        Claimed = found.Count;
        notes?.Report(new DeliveryNote(DeliveryNoteKind.Progress, $"{request.Summary} was carried out: it was found in {Place}{(ids.Length > 0 ? $", as {ids}" : string.Empty)}."));
        if (found.Count > 1)
        {
            Warn(FormattableString.Invariant($"{request.Summary} was sent more than once, and {Place} has {found.Count} new entries with the same content: all of them its own, or some of them somebody else's. Read {Place} before you remove anything."));
        }
    }

    /// <summary>What a request of ours has made puts no later one in doubt.</summary>
    private void MakeKnown(IReadOnlyList<FoundEntry<T>> found)
    {
        foreach (FoundEntry<T> entry in found)
        {
            account.Known.Claim(request.Confirmation!.Family, entry.Id);
        }
    }

    private void Warn(string message) => notes?.Report(new DeliveryNote(DeliveryNoteKind.Warning, message));
}
