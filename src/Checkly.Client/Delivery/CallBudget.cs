namespace Checkly;

/// <summary>The time that one call may take in all: its attempts, waits and looks together.</summary>
internal sealed class CallBudget
{
    // A POST that is cut off sooner is in doubt for want of time alone.
    private static readonly TimeSpan LeastForPost = TimeSpan.FromSeconds(5);
    private readonly DeliveryClock _clock;
    private readonly IProgress<DeliveryNote>? _notes;
    private readonly CancellationToken _cancel;
    private readonly TimeSpan _limit;
    private readonly TimeSpan _end;

    public CallBudget(DeliveryClock clock, TimeSpan limit, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken)
    {
        _clock = clock;
        _notes = notes;
        _cancel = cancellationToken;
        _limit = limit;
        _end = clock.Now + limit;
    }

    /// <summary>What is left; not negative.</summary>
    public TimeSpan Left => _end > _clock.Now ? _end - _clock.Now : TimeSpan.Zero;

    /// <summary>How long one attempt may take: no longer than the call. A call without time for waits and looks has its one attempt.</summary>
    public TimeSpan ForAttempt(TimeSpan timeout) => _limit == TimeSpan.Zero || timeout < Left ? timeout : Left;

    /// <summary>
    /// The time that a wait must leave to the request after it. A POST needs enough for an answer: cut off sooner, nobody could
    /// tell whether it was carried out.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="timeout">How long one attempt may take.</param>
    public TimeSpan ReserveFor(ApiRequest request, TimeSpan timeout)
    {
        if (!request.IsPost)
        {
            return TimeSpan.Zero;
        }

        TimeSpan least = timeout < LeastForPost ? timeout : LeastForPost;
        var half = TimeSpan.FromTicks(_limit.Ticks / 2);
        return least < half ? least : half;
    }

    /// <summary>Waits, and reports that first. A wait that would go over the limit is not begun.</summary>
    /// <param name="wait">How long.</param>
    /// <param name="why">What for, as a full sentence.</param>
    /// <param name="reserve">The time that must be left afterwards; see <see cref="ReserveFor"/>.</param>
    /// <returns>Whether it has waited.</returns>
    public async Task<bool> TryWaitAsync(TimeSpan wait, string why, TimeSpan reserve = default)
    {
        if (wait > Left - reserve)
        {
            return false;
        }

        _notes?.Report(new DeliveryNote(DeliveryNoteKind.Waiting, why, wait));
        await _clock.Delay(wait, _cancel).ConfigureAwait(false);
        return true;
    }

    /// <summary>Says why the client did not wait.</summary>
    public string Refusal(TimeSpan wait) =>
        FormattableString.Invariant($"Another {wait.TotalSeconds:0.#} s of waiting would go over the {_limit.TotalSeconds:0.#} s allowed for the whole call.");
}
