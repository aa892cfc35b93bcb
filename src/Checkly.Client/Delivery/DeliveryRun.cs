using System.Text.Json;

namespace Checkly;

/// <summary>One request on its way: tries, waits and looks until its fate is known or nothing more may be done.</summary>
internal sealed class DeliveryRun<T>
{
    private readonly Delivery _delivery;
    private readonly ApiRequest<T> _request;
    private readonly IProgress<DeliveryNote>? _notes;
    private readonly CancellationToken _cancel;
    private readonly Waiting _waiting;
    private readonly SendTrace _trace = new();
    private int _tries;

    // When the first try went out whose fate is not known.
    private Moment? _inDoubtSince;

    /// <param name="delivery">The client's.</param>
    /// <param name="request">The request.</param>
    /// <param name="waiting">All the waiting for it; of a look, what is left of the waiting for the request that it is for.</param>
    /// <param name="notes">Whoever watches.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public DeliveryRun(Delivery delivery, ApiRequest<T> request, Waiting waiting, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken)
    {
        _delivery = delivery;
        _request = request;
        _notes = notes;
        _cancel = cancellationToken;
        _waiting = waiting;
        FurtherTries = delivery.Options.MaximumRetryCount;
    }

    /// <summary>How many further tries there may be; as many as the client allows when it is not said.</summary>
    public int FurtherTries { get; init; }

    /// <summary>Whether it looks for what another request has made. What it sees does not count as known from before.</summary>
    public bool IsLook { get; init; }

    // Made when something is in doubt, which is seldom.
    private Finder<T> Finder => field ??= new Finder<T>(_request, _delivery, _waiting, _notes, _cancel);

    private bool CanLook => _request.Confirmation is not null;

    private bool MayTryAgain => _tries <= FurtherTries;

    private string NextTry => $"try {_tries + 1} of {FurtherTries + 1}";

    private string NotThere => $"It was looked for in {_request.Confirmation!.Place} and {(_request.Confirmation.MayMiss ? "was not recognised there" : "is not there")}; it may still arrive.";

    /// <exception cref="ChecklyApiException">The call failed.</exception>
    /// <exception cref="RequestInterruptedException">It was cancelled.</exception>
    public async Task<T> RunAsync()
    {
        try
        {
            return await DeliverAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (_cancel.IsCancellationRequested)
        {
            throw new RequestInterruptedException(_request, !_request.IsRead && (_inDoubtSince is not null || _trace.IsOut), cancelled);
        }
    }

    private async Task<T> DeliverAsync()
    {
        while (true)
        {
            var started = new Moment(_delivery.Options.Clock.Now, _delivery.Known.Tick());
            Try<T> once = await TryAsync().ConfigureAwait(false);
            if (once.Failure is not { } failure)
            {
                return await DeliveredAsync(once.Answer!).ConfigureAwait(false);
            }

            if (_request.Method == "DELETE" && _inDoubtSince is not null && failure is { StatusCode: 404, IsOfApi: true })
            {
                Note($"{_request.Summary} was carried out by an earlier try: what it removes is gone.");
                return default!;
            }

            if (once.LeavesDoubt && !_request.IsRead)
            {
                _inDoubtSince ??= started;
            }

            NextStep next = RetryPolicy.After(_request.Method, once.Outcome);
            if (next == NextStep.Look || (once.WantsLook && CanLook))
            {
                T[] found = await Finder.FindAsync(_inDoubtSince!.Value, _tries, failure).ConfigureAwait(false);
                if (found.Length > 0)
                {
                    return found[0];
                }

                if (next == NextStep.Look && MayTryAgain && !_request.Confirmation!.MayMiss)
                {
                    // It has waited between the looks.
                    Note($"{_request.Summary} is not there: it is sent again ({NextTry}).");
                    continue;
                }

                throw failure.After(_tries, true).AsUnknown(NotThere);
            }

            string reason = string.Empty;
            if (next == NextStep.Again && MayTryAgain)
            {
                // A server that says "now" is taken at its word once: else all tries would be gone at once.
                TimeSpan wait = failure.RetryAfter is { } asked && (asked > TimeSpan.Zero || _tries == 1) ? asked : RetryPolicy.WaitAfter(_tries, _delivery.Options.Clock.Jitter);
                if (await _waiting.TryAsync(wait, FormattableString.Invariant($"{failure.Message} It is sent again in {wait.TotalSeconds:0.#} s ({NextTry})."), _cancel).ConfigureAwait(false))
                {
                    continue;
                }

                reason = _waiting.Refusal(wait);
            }

            return await GiveUpAsync(failure, reason).ConfigureAwait(false);
        }
    }

    private async Task<Try<T>> TryAsync()
    {
        _tries++;
        ApiAnswer answer;
        try
        {
            answer = await _delivery.Transport.SendAsync(_request, _trace, _cancel).ConfigureAwait(false);
        }
        catch (ChecklyApiException failure)
        {
            return new Try<T>(failure.WasSent ? TryOutcome.Unknown : TryOutcome.NotSent, failure);
        }

        if (!answer.IsSuccess)
        {
            return new Try<T>(RetryPolicy.OutcomeOf(answer.StatusCode, answer.RetryAfter is not null), ErrorAnswer.From(_request, answer))
            {
                WantsLook = RetryPolicy.MayHideSuccess(answer.StatusCode),
            };
        }

        try
        {
            return new Try<T>(TryOutcome.Answered, null, SuccessAnswer.Read(_request, answer, Remember));
        }
        catch (ChecklyApiException unreadable)
        {
            return new Try<T>(TryOutcome.Answered, unreadable) { WantsLook = true };
        }
    }

    private async Task<T> DeliveredAsync(T answer)
    {
        if (_inDoubtSince is { } since && CanLook)
        {
            await Finder.WarnOfEarlierAsync(since).ConfigureAwait(false);
        }

        return answer;
    }

    private async Task<T> GiveUpAsync(ChecklyApiException failure, string reason)
    {
        if (_inDoubtSince is not null && !failure.MayHaveBeenCarriedOut)
        {
            reason += " But an earlier try was sent, and its answer was lost: it may have been carried out.";
        }

        failure = failure.After(_tries, _inDoubtSince is not null || failure.MayHaveBeenCarriedOut, reason);
        if (_inDoubtSince is not { } since || !CanLook)
        {
            throw failure;
        }

        // An earlier try may have arrived after all.
        T[] found = await Finder.FindAtLastAsync(since, failure).ConfigureAwait(false);
        return found.Length > 0 ? found[0] : throw failure.AsUnknown(NotThere);
    }

    private void Remember(JsonElement json)
    {
        if (IsLook)
        {
            return;
        }

        try
        {
            _delivery.Known.Remember(
                Confirmation.FamilyOf(_request.Confirmation?.Path ?? _request.Path),
                json,
                _request.IsPost ? KnownIds.Ours : _delivery.Known.Tick());
        }
        catch (InvalidOperationException)
        {
            // A text in it that no reader had to look at is no Unicode. The answer stands; what follows is not known.
        }
    }

    private void Note(string message) => _notes?.Report(new DeliveryNote(DeliveryNoteKind.Progress, message));
}
