using System.Text.Json;

namespace Checkly;

/// <summary>How a search ended.</summary>
internal enum SearchEnd
{
    /// <summary>The POST was carried out; its answer is known.</summary>
    Found,

    /// <summary>Looks over several seconds have shown that the POST has created nothing so far.</summary>
    Absent,

    /// <summary>It is not known whether the POST was carried out.</summary>
    Unknown,
}

/// <summary>
/// Finds out whether a POST whose answer was lost was carried out. It looks at the list with growing pauses, until it has found
/// what the POST has created or the time limit of the call is reached.
/// </summary>
/// <param name="request">The POST.</param>
/// <param name="look">Looks once.</param>
/// <param name="account">What the account's sessions know.</param>
/// <param name="clock">The client's clock.</param>
/// <param name="budget">The time limit of the call.</param>
/// <param name="notes">Receives notes about the progress.</param>
internal sealed class ConfirmationSearch<T>(ApiRequest<T> request, ConfirmationLook<T> look, AccountState account, DeliveryClock clock, CallBudget budget, IProgress<DeliveryNote>? notes)
{
    // A found entry must still be the only one after this time, within which an entry of another session with the same content
    // shows up.
    private static readonly TimeSpan BeforeClaim = TimeSpan.FromSeconds(2);

    // The time that is kept for a look.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);
    private readonly TimeSpan _began = clock.Now;
    private int _looks;
    private string? _doubt;

    /// <summary>What the POST has created, when it was found.</summary>
    public T? Made { get; private set; }

    /// <summary>The number of entries that were taken for those of the POST.</summary>
    public int Claimed { get; private set; }

    /// <summary>The result of the search so far, in full sentences.</summary>
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

    /// <summary>Looks until it is known whether the POST was carried out, or the time limit is reached.</summary>
    /// <param name="since">The time of the first attempt in doubt.</param>
    /// <param name="attempts">The number of attempts in doubt.</param>
    /// <param name="endsWhenAbsent">
    /// Whether to end as soon as looks over several seconds have not found it; otherwise the search uses all of the time.
    /// </param>
    /// <param name="ignoresDoubt">Whether a look with a doubt counts as one without the entry.</param>
    public async Task<SearchEnd> SearchAsync(SendTime since, int attempts, bool endsWhenAbsent, bool ignoresDoubt)
    {
        string? pending = null;
        string? seenBefore = null;
        int clean = 0;
        bool isWhole = false;
        for (int looks = 1; budget.Left > Reserve; looks++)
        {
            bool mayEnd = endsWhenAbsent && clean + 1 >= RetryPolicy.LooksBeforeResend;
            // An entry that a look at the whole list has found may be on a page that the other looks do not read.
            isWhole = mayEnd || looks == RetryPolicy.LooksBeforeResend || (isWhole && pending is not null);
            LookResult<T> result = await look.LookAsync(since, attempts, isWhole).ConfigureAwait(false);
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

                pending = ids;
                seenBefore = $"An entry with the same content was there, as {ids}, and a later look did not show it.";
                wait = BeforeClaim;
                seen = $"{request.Summary} seems to have been carried out, as {ids}.";
                _doubt = $"An entry with the same content is there, as {ids}, but there was no time to see whether it stays alone.";
            }
            else
            {
                // A replica that lags may not show an entry that another one has shown. An entry that was seen once, and may be the
                // wanted one, is therefore never absent, and it is claimed when it is seen again. Any other doubt starts this anew.
                pending = _doubt is null || !result.IsOfEntry ? pending : null;
                bool ignores = ignoresDoubt && !result.SeesSame;
                clean = _doubt is null || ignores ? clean + 1 : 0;
                if (_doubt is not null && result.IsOfEntry && !ignores)
                {
                    seenBefore ??= $"{_doubt} A later look did not show it.";
                }

                if (mayEnd && seenBefore is null && clean >= RetryPolicy.LooksBeforeResend)
                {
                    return SearchEnd.Absent;
                }

                if (seenBefore is not null && !(result.IsOfEntry && _doubt is not null))
                {
                    _doubt = _doubt is null ? seenBefore : $"{_doubt} {seenBefore}";
                }

                if (result.IsFinal && !ignores)
                {
                    return SearchEnd.Unknown;
                }

                // The last look must leave time for the second one that a claim needs.
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

    /// <summary>
    /// Warns when an earlier attempt may have been carried out as well, after a POST that was sent more than once has succeeded.
    /// </summary>
    /// <param name="since">The time of the first attempt in doubt.</param>
    /// <param name="attempts">The number of earlier attempts in doubt.</param>
    /// <returns>The number of them that have arrived.</returns>
    public async Task<int> WarnOfEarlierAsync(SendTime since, int attempts)
    {
        LookResult<T> result = await look.LookAsync(since, attempts, isWhole: false).ConfigureAwait(false);
        if (result.Found.Count > 0)
        {
            MakeKnown(result.Found);
            Warn($"{request.Summary} was sent again since an earlier attempt was nowhere to be seen. Now {Place} has another entry with the same content: either that attempt, which arrived late, or somebody else's. Read {Place} before you remove anything.");
        }

        return result.Found.Count;
    }

    private static string Ids(IEnumerable<FoundEntry<T>> entries) => string.Join(" and ", entries.Where(entry => entry.Id.ValueKind != JsonValueKind.Undefined).Select(entry => DisplayText.OneLine(entry.Id.ToString())));

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

    /// <summary>Marks entries as created by this client, so that they put no later request in doubt.</summary>
    private void MakeKnown(IReadOnlyList<FoundEntry<T>> found)
    {
        foreach (FoundEntry<T> entry in found)
        {
            account.Known.Claim(request.Confirmation!.Family, entry.Id);
        }
    }

    private void Warn(string message) => notes?.Report(new DeliveryNote(DeliveryNoteKind.Warning, message));
}
