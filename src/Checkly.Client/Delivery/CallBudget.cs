namespace Checkly;

/// <summary>The time limit of one call, which covers its attempts, waits and looks.</summary>
internal sealed class CallBudget
{
    // With less time, a POST could end in doubt merely because the client cut it off.
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

    /// <summary>The remaining time; not negative.</summary>
    public TimeSpan Left => _end > _clock.Now ? _end - _clock.Now : TimeSpan.Zero;

    /// <summary>
    /// The time limit of one attempt: the timeout, or the remaining time if that is shorter. A call with a limit of zero has one
    /// attempt with the full timeout.
    /// </summary>
    public TimeSpan ForAttempt(TimeSpan timeout) => _limit == TimeSpan.Zero || timeout < Left ? timeout : Left;

    /// <summary>
    /// The time that a wait must leave for the request after it. A POST needs enough time for its answer; if it were cut off
    /// earlier, nobody could tell whether it was carried out.
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

    /// <summary>Reports a wait and then waits. A wait that would exceed the limit is not started.</summary>
    /// <param name="wait">How long.</param>
    /// <param name="why">The reason, as a full sentence.</param>
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

    /// <summary>The reason why the client did not wait, as a full sentence.</summary>
    public string Refusal(TimeSpan wait) => wait > Left
        ? FormattableString.Invariant($"Another {wait.TotalSeconds:0.#} s of waiting would go over the {_limit.TotalSeconds:0.#} s allowed for one request.")
        : FormattableString.Invariant($"Another {wait.TotalSeconds:0.#} s of waiting would leave too little of the {_limit.TotalSeconds:0.#} s allowed for one request.");
}
