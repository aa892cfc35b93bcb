namespace Checkly;

/// <summary>All the waiting for one request, the looks for it among them: it is bounded, and told of before it begins.</summary>
internal sealed class Waiting(DeliveryClock clock, TimeSpan most, IProgress<DeliveryNote>? notes)
{
    private TimeSpan _waited;

    /// <summary>Waits, unless that would go over the bound: then it does not begin.</summary>
    /// <param name="wait">How long.</param>
    /// <param name="why">What is waited for, as a full sentence.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <returns>Whether it has waited.</returns>
    public async Task<bool> TryAsync(TimeSpan wait, string why, CancellationToken cancellationToken)
    {
        if (wait > most - _waited)
        {
            return false;
        }

        _waited += wait;
        notes?.Report(new DeliveryNote(DeliveryNoteKind.Waiting, why, wait));
        await clock.Delay(wait, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Says why it did not wait.</summary>
    public string Refusal(TimeSpan wait) =>
        FormattableString.Invariant($" Another {wait.TotalSeconds:0.#} s of waiting would go over the {most.TotalSeconds:0.#} s allowed.");
}
