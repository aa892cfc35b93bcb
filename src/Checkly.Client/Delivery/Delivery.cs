using System.Text.Json;

namespace Checkly;

/// <summary>Delivers the requests of one client: retries them, and confirms a POST whose answer was lost.</summary>
internal sealed class Delivery : IDisposable
{
    private readonly HttpTransport _transport;
    private readonly CancellationTokenSource _closing = new();
    private readonly Func<SendTime> _now;

    public Delivery(ChecklyClientOptions options)
    {
        Options = options;
        Account = AccountState.For(options);
        _transport = new HttpTransport(options);
        _now = () => new SendTime(options.Clock.Now, Account.Known.Tick());
    }

    /// <summary>Limits and clock.</summary>
    public ChecklyClientOptions Options { get; }

    /// <summary>The state that all sessions with the account share.</summary>
    public AccountState Account { get; }

    /// <summary>Is cancelled when the client is closed.</summary>
    public CancellationToken Closing => _closing.Token;

    /// <summary>Creates the trace of a request.</summary>
    public SendTrace CreateTrace() => new(_now);

    /// <summary>Sends a request as often as the <see cref="RetryPolicy"/> says, and reads its answer.</summary>
    /// <exception cref="ChecklyApiException">The call failed.</exception>
    /// <exception cref="RequestInterruptedException">The caller cancelled it.</exception>
    public Task<T> SendAsync<T>(ApiRequest<T> request, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken) =>
        new DeliveryRun<T>(this, request, DeliveryNote.Sanitize(notes, Options), cancellationToken).RunAsync();

    /// <summary>Sends a request once, after the pause that the server may have requested, and when the rates of the API allow it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="trace">Records when the request was sent, and whether it was.</param>
    /// <param name="budget">The time limit of the call.</param>
    /// <param name="accept">Receives the JSON of an answer that could be read, and throws when the JSON does not answer the request.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<Attempt<T>> TrySendAsync<T>(ApiRequest<T> request, SendTrace trace, CallBudget budget, Action<JsonElement, ApiAnswer> accept, CancellationToken cancellationToken)
    {
        IDisposable? lease;
        while (HoldOf(request, out lease) is { } hold)
        {
            if (!await budget.TryWaitAsync(hold.Wait, FormattableString.Invariant($"{hold.Why}: {request.Summary} goes out in {hold.Wait.TotalSeconds:0.#} s."), budget.ReserveFor(request, Options.Timeout)).ConfigureAwait(false))
            {
                if (hold.Failure is not null)
                {
                    return new Attempt<T>(AttemptOutcome.AskedToWait, hold.Failure);
                }

                // There is no time to wait: the API decides.
                break;
            }
        }

        ApiAnswer answer;
        try
        {
            answer = await _transport.SendAsync(request, budget.ForAttempt(Options.Timeout), trace, cancellationToken).ConfigureAwait(false);
        }
        catch (ChecklyApiException failure)
        {
            return new Attempt<T>(failure.WasSent ? AttemptOutcome.Unknown : AttemptOutcome.NotSent, failure);
        }
        finally
        {
            lease?.Dispose();
        }

        return Read(request, answer, accept);
    }

    private Attempt<T> Read<T>(ApiRequest<T> request, ApiAnswer answer, Action<JsonElement, ApiAnswer> accept)
    {
        if (!answer.IsSuccess)
        {
            ChecklyApiException failure = ErrorAnswer.From(request, answer, out AttemptOutcome outcome);
            // Only in the API's own format: a gateway says the same of something else.
            if ((int)answer.StatusCode == request.NothingStatus && failure.IsOfApi)
            {
                return new Attempt<T>(AttemptOutcome.Answered, null);
            }

            if (outcome == AttemptOutcome.AskedToWait && failure.RetryAfter is { } wait)
            {
                Account.Pause(Options.Clock, wait, failure.Kind);
            }

            return new Attempt<T>(outcome, failure);
        }

        try
        {
            return new Attempt<T>(AttemptOutcome.Answered, null, SuccessAnswer.Read(request, answer, accept)) { Warning = answer.Warning };
        }
        catch (ChecklyApiException unreadable)
        {
            return new Attempt<T>(AttemptOutcome.Unreadable, unreadable);
        }
    }

    /// <summary>Acquires a lease for a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="lease">The lease, to be disposed when the request has ended; <see langword="null"/> where nobody counts requests.</param>
    /// <returns>What holds the request back; <see langword="null"/> when it may go out.</returns>
    private Hold? HoldOf(ApiRequest request, out IDisposable? lease)
    {
        lease = null;
        (TimeSpan pause, ChecklyErrorKind why) = Account.PauseLeft(Options.Clock);
        if (pause > TimeSpan.Zero)
        {
            return new Hold(pause, "The server asked this account to wait", new ChecklyApiException(why, $"The server asked this account to wait before {request.Summary}.")
            {
                Method = request.Method,
                Path = request.Path,
                RetryAfter = pause,
                WasSent = false,
            }.After(0, mayHaveBeenCarriedOut: false));
        }

        if (!Options.KeepsRates || (lease = Account.RateLimiter.TryAcquire(Options.Clock, request, out TimeSpan wait, out ApiRate? rate)) is not null)
        {
            return null;
        }

        string most = FormattableString.Invariant($"{rate!.Most} requests in {rate.Within.TotalSeconds:0} s");
        return new Hold(wait, $"The API takes {most}{(rate.Operation is null ? string.Empty : $" for {rate.Operation}")}", null);
    }

    /// <summary>Takes the lock under which changes of one object run one after another.</summary>
    /// <param name="read">The request that reads the object.</param>
    /// <param name="notes">Receives a note when another change has the lock.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <exception cref="ChecklyApiException">The other change took longer than a call may, or than one attempt where that is more.</exception>
    /// <exception cref="RequestInterruptedException">The caller cancelled the wait.</exception>
    public async Task<IDisposable> LockForChangeAsync(ApiRequest read, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken)
    {
        notes = DeliveryNote.Sanitize(notes, Options);
        // A limit of zero forbids waits for the server, but not for this process.
        TimeSpan limit = Options.MaximumTotalTime > Options.Timeout ? Options.MaximumTotalTime : Options.Timeout;
        KeyedLock.Place place = Account.Changes.Queue(ApiPath.WithoutQuery(read.Path));
        try
        {
            if (!place.HasLock)
            {
                await WaitForLockAsync(place, read, "another change of the same object", new CallBudget(Options.Clock, limit, notes, cancellationToken), notes, cancellationToken).ConfigureAwait(false);
            }

            return place;
        }
        catch (OperationCanceledException cancelled)
        {
            place.Dispose();
            throw new RequestInterruptedException(read, mayHaveBeenCarriedOut: false, cancelled);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Waits for a lock that another call holds.</summary>
    /// <param name="place">The place in the queue for the lock.</param>
    /// <param name="request">The request that needs it.</param>
    /// <param name="other">What holds the lock, in words.</param>
    /// <param name="budget">The time limit of the call.</param>
    /// <param name="notes">Receives a note.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <exception cref="ChecklyApiException">There is no time left.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled the wait.</exception>
    public async Task WaitForLockAsync(KeyedLock.Place place, ApiRequest request, string other, CallBudget budget, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken)
    {
        TimeSpan most = budget.Left - budget.ReserveFor(request, Options.Timeout);
        notes?.Report(new DeliveryNote(DeliveryNoteKind.Waiting, $"{request.Summary} waits for {other} that is under way.", most));
        using CancellationTokenSource late = Options.Clock.CreateTimeout(most);
        using CancellationTokenRegistration stop = cancellationToken.Register(late.Cancel);
        try
        {
            await place.TakeAsync(late.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ChecklyApiException(ChecklyErrorKind.Timeout, $"Before {request.Summary}, {other} was under way all the time.")
            {
                Method = request.Method,
                Path = request.Path,
                WasSent = false,
            }.After(0, mayHaveBeenCarriedOut: false);
        }
    }

    /// <summary>Closes the connections and ends the calls in progress, also those that wait for a retry.</summary>
    public void Dispose()
    {
        // The source has no timer and no wait handle, so it needs no disposal.
        _closing.Cancel();
        _transport.Dispose();
    }

    /// <summary>What holds a request back.</summary>
    /// <param name="Wait">How long.</param>
    /// <param name="Why">The reason, as a sentence without its full stop.</param>
    /// <param name="Failure">The failure when there is no time to wait; <see langword="null"/> where the request may go out nevertheless.</param>
    private sealed record Hold(TimeSpan Wait, string Why, ChecklyApiException? Failure);
}

/// <summary>One attempt at a request.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Failure">The failure; <see langword="null"/> when there is an answer.</param>
/// <param name="Answer">The answer.</param>
internal sealed record Attempt<T>(AttemptOutcome Outcome, ChecklyApiException? Failure, T? Answer = default)
{
    /// <summary>A warning about the parts of the answer that could not be read, as a full sentence.</summary>
    public string? Warning { get; init; }
}
