using System.Text.Json;

namespace Checkly;

/// <summary>
/// Finds out what became of a POST whose fate is not known: looks, waits, looks again, and says whether it may be sent
/// again.
/// </summary>
/// <param name="request">The POST.</param>
/// <param name="delivery">The client's.</param>
/// <param name="waiting">What is left of the waiting for this request.</param>
/// <param name="notes">Whoever watches.</param>
/// <param name="cancel">Ends it at once.</param>
internal sealed class Finder<T>(ApiRequest<T> request, Delivery delivery, Waiting waiting, IProgress<DeliveryNote>? notes, CancellationToken cancel)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Looker<T> _looker = new(
        request,
        delivery.Known,
        delivery.Options.Clock,
        page => new DeliveryRun<ListAnswer>(delivery, page, waiting, notes, cancel) { IsLook = true }.RunAsync());

    private string Place => request.Confirmation!.Place;

    /// <summary>Looks, waits and looks again.</summary>
    /// <param name="since">When the first try went out whose fate is not known.</param>
    /// <param name="tries">How often it was sent so far.</param>
    /// <param name="failure">What came of the last try.</param>
    /// <returns>What it made; nothing when two looks have shown that it has made nothing.</returns>
    /// <exception cref="ChecklyApiException">It remains unknown.</exception>
    public async Task<T[]> FindAsync(Moment since, int tries, ChecklyApiException failure)
    {
        ChecklyApiException last = failure.After(tries, true);
        if (request.Confirmation is null)
        {
            throw last.AsUnknown($"It could not be looked for, so it was not sent again. {request.LookFirst}");
        }

        Note($"{failure.Message} Looking for it in {Place}.");
        LookResult<T> first = await _looker.LookAsync(since).ConfigureAwait(false);
        if (Take(first) is { Length: > 0 } found)
        {
            return found;
        }

        if (first.IsRefused)
        {
            throw last.AsUnknown(first.Doubt!);
        }

        TimeSpan wait = RetryPolicy.WaitBeforeSecondLook(tries);
        wait = failure.RetryAfter is { } asked && asked > wait ? asked : wait;
        string seen = first.Doubt ?? $"{request.Summary} is not in {Place} yet.";
        if (!await waiting.TryAsync(wait, FormattableString.Invariant($"{seen} Looking once more in {wait.TotalSeconds:0.#} s."), cancel).ConfigureAwait(false))
        {
            throw last.AsUnknown((first.Doubt ?? $"It is not in {Place} yet.") + waiting.Refusal(wait));
        }

        return Take(await LookAsync(since, last).ConfigureAwait(false));
    }

    /// <summary>Looks a last time, without waiting, before a request is given up.</summary>
    /// <param name="since">When the first try went out whose fate is not known.</param>
    /// <param name="failure">What came of the last try.</param>
    /// <returns>What it made; nothing when it is not there.</returns>
    /// <exception cref="ChecklyApiException">It remains unknown.</exception>
    public async Task<T[]> FindAtLastAsync(Moment since, ChecklyApiException failure) =>
        Take(await LookAsync(since, failure).ConfigureAwait(false));

    /// <summary>After a request went through at last: warns when an earlier try of it has made something too.</summary>
    /// <param name="since">When the first try went out whose fate is not known.</param>
    public async Task WarnOfEarlierAsync(Moment since)
    {
        if (request.Confirmation!.Gather is not null)
        {
            // Sent again, it has made nothing twice.
            return;
        }

        LookResult<T> look;
        using (CancellationTokenSource patience = delivery.Options.Clock.CreateTimeout(Patience))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token))
        {
            var looker = new Looker<T>(
                request,
                delivery.Known,
                delivery.Options.Clock,
                page => new DeliveryRun<ListAnswer>(delivery, page, waiting, null, either.Token) { IsLook = true, FurtherTries = 0 }.RunAsync());
            try
            {
                look = await looker.LookAsync(since).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // The answer is there: it is not held back for a warning.
                return;
            }
        }

        if (look.Found.Count > 0)
        {
            notes?.Report(new DeliveryNote(
                DeliveryNoteKind.Warning,
                $"{request.Summary} was sent again since an earlier try was nowhere to be seen; that one has arrived late. It is in {Place} once more, as {Ids(look)}: see whether it is to be removed."));
        }
    }

    private static string Ids(LookResult<T> look) => string.Join(" and ", look.Found.Where(item => item.Id.ValueKind != JsonValueKind.Object).Select(item => DisplayText.OneLine(item.Id.ToString())));

    private async Task<LookResult<T>> LookAsync(Moment since, ChecklyApiException failure)
    {
        LookResult<T> look = await _looker.LookAsync(since).ConfigureAwait(false);
        return look.Doubt is null ? look : throw failure.AsUnknown(look.Doubt);
    }

    private T[] Take(LookResult<T> look)
    {
        if (look.Found.Count == 0)
        {
            return [];
        }

        bool isOurs = delivery.Known.Claim(request.Confirmation!.Family, look.Found[0].Id);
        foreach ((JsonElement id, _) in look.Found.Skip(1))
        {
            _ = delivery.Known.Claim(request.Confirmation.Family, id);
        }

        if (!isOurs)
        {
            // Another request of this client has taken it since it was read.
            return [];
        }

        Note($"{request.Summary} was carried out: it was found in {Place}{(Ids(look) is { Length: > 0 } ids ? $", as {ids}" : string.Empty)}.");
        if (look.Found.Count > 1)
        {
            notes?.Report(new DeliveryNote(DeliveryNoteKind.Warning, $"{request.Summary} is in {Place} more than once, as {Ids(look)}: see whether one of them is to be removed."));
        }

        return [look.Found[0].Made];
    }

    private void Note(string message) => notes?.Report(new DeliveryNote(DeliveryNoteKind.Progress, message));
}
