using System.Text.Json;

namespace Checkly;

/// <summary>Delivers the requests of one client: retries them, and confirms a POST whose answer was lost.</summary>
internal sealed class Delivery(HttpTransport transport, ChecklyClientOptions options)
{
    private static readonly Lazy<string> NoDetail = new(() => string.Empty);

    /// <summary>Limits and clock.</summary>
    public ChecklyClientOptions Options => options;

    /// <summary>The state that all sessions with the account share.</summary>
    public AccountState Account { get; } = AccountState.For(options);

    /// <summary>Creates the trace of a request.</summary>
    public SendTrace CreateTrace() => new(() => new SendTime(options.Clock.Now, Account.Known.Tick()));

    /// <summary>Sends a request as often as the <see cref="RetryPolicy"/> says, and reads its answer.</summary>
    /// <exception cref="ChecklyApiException">The call failed.</exception>
    /// <exception cref="RequestInterruptedException">The caller cancelled it.</exception>
    public async Task<T> SendAsync<T>(ApiRequest<T> request, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken)
    {
        notes = notes is null ? null : DeliveryNote.Sanitize(notes, options);
        var budget = new CallBudget(options.Clock, options.MaximumTotalTime, notes, cancellationToken);
        // Different paths may create entries of one list. Ids in paths are the same in any case.
        string? list = request.Confirmation?.Family.ToUpperInvariant();
        Lazy<string>? content = list is null ? null : new Lazy<string>(() => $"{list} {JsonMatch.Canonical(request.Bytes!)}");
        using IDisposable? alone = content is null ? null
            : await LockAsync($"POST {list}", content, request, "another one with the same content", budget, notes, cancellationToken).ConfigureAwait(false);
        return await new DeliveryRun<T>(this, request, content, budget, notes, cancellationToken).RunAsync().ConfigureAwait(false);
    }

    /// <summary>Sends a request once, after the pause that the server may have requested, and when the rates of the API allow it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="trace">Records when the request was sent, and whether it was.</param>
    /// <param name="budget">The time limit of the call.</param>
    /// <param name="saw">Receives the JSON of an answer that could be read.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<Attempt<T>> TrySendAsync<T>(ApiRequest<T> request, SendTrace trace, CallBudget budget, Action<JsonElement> saw, CancellationToken cancellationToken)
    {
        IDisposable? turn = null;
        TimeSpan reserve = budget.ReserveFor(request, options.Timeout);
        while (true)
        {
            (TimeSpan pause, ChecklyErrorKind why) = Account.PauseLeft(options.Clock);
            if (pause > TimeSpan.Zero)
            {
                if (await budget.TryWaitAsync(pause, FormattableString.Invariant($"The server asked this account to wait: {request.Summary} goes out in {pause.TotalSeconds:0.#} s."), reserve).ConfigureAwait(false))
                {
                    continue;
                }

                return new Attempt<T>(AttemptOutcome.AskedToWait, new ChecklyApiException(
                    why,
                    $"The server asked this account to wait before {request.Summary}.")
                {
                    Method = request.Method,
                    Path = request.Path,
                    RetryAfter = pause,
                    WasSent = false,
                }.After(1, mayHaveBeenCarriedOut: false));
            }

            if (!options.KeepsRates || (turn = Account.Pace.TryTake(options.Clock, request, out TimeSpan wait, out ApiRate? rate)) is not null)
            {
                break;
            }

            string most = FormattableString.Invariant($"{rate!.Most} requests in {rate.Within.TotalSeconds:0} s");
            if (!await budget.TryWaitAsync(wait, FormattableString.Invariant($"The API takes {most}{(rate.Operation is null ? string.Empty : $" for {rate.Operation}")}: {request.Summary} goes out in {wait.TotalSeconds:0.#} s."), reserve).ConfigureAwait(false))
            {
                // There is no time to wait: the API decides.
                break;
            }
        }

        ApiAnswer answer;
        try
        {
            answer = await transport.SendAsync(request, budget.ForAttempt(options.Timeout), trace, cancellationToken).ConfigureAwait(false);
        }
        catch (ChecklyApiException failure)
        {
            return new Attempt<T>(failure.WasSent ? AttemptOutcome.Unknown : AttemptOutcome.NotSent, failure);
        }
        finally
        {
            turn?.Dispose();
        }

        if (!answer.IsSuccess)
        {
            ChecklyApiException failure = ErrorAnswer.From(request, answer, out AttemptOutcome outcome);
            if (outcome == AttemptOutcome.AskedToWait && failure.RetryAfter is { } wait)
            {
                Account.Pause(options.Clock, wait, failure.Kind);
            }

            return new Attempt<T>(outcome, failure);
        }

        try
        {
            return new Attempt<T>(AttemptOutcome.Answered, null, SuccessAnswer.Read(request, answer, saw)) { Warning = answer.Warning };
        }
        catch (ChecklyApiException unreadable)
        {
            return new Attempt<T>(AttemptOutcome.Unreadable, unreadable);
        }
    }

    /// <summary>Takes the lock under which changes of one object run one after another.</summary>
    /// <param name="read">The request that reads the object.</param>
    /// <param name="notes">Receives a note when the lock is taken.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    public Task<IDisposable> LockForChangeAsync(ApiRequest read, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken)
    {
        notes = notes is null ? null : DeliveryNote.Sanitize(notes, options);
        // A limit of zero forbids waits for the server, but not for this process.
        TimeSpan limit = options.MaximumTotalTime > options.Timeout ? options.MaximumTotalTime : options.Timeout;
        var budget = new CallBudget(options.Clock, limit, notes, cancellationToken);
        return LockAsync($"PUT {Confirmation.FamilyOf(read.Path).ToUpperInvariant()}", NoDetail, read, "another change of the same object", budget, notes, cancellationToken);
    }

    private async Task<IDisposable> LockAsync(string key, Lazy<string> detail, ApiRequest request, string other, CallBudget budget, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CancellationTokenSource? late = null;
        try
        {
            return await Account.Locks.LockAsync(key, detail, () =>
            {
                TimeSpan most = budget.Left - budget.ReserveFor(request, options.Timeout);
                notes?.Report(new DeliveryNote(DeliveryNoteKind.Waiting, $"{request.Summary} waits for {other} that is under way.", most));
                late = options.Clock.CreateTimeout(most);
                late.Token.Register(either.Cancel);
                return either.Token;
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled) when (cancellationToken.IsCancellationRequested)
        {
            throw new RequestInterruptedException(request, mayHaveBeenCarriedOut: false, cancelled);
        }
        catch (OperationCanceledException)
        {
            throw new ChecklyApiException(ChecklyErrorKind.Timeout, $"Before {request.Summary}, {other} was under way all the time.")
            {
                Method = request.Method,
                Path = request.Path,
                WasSent = false,
            }.After(1, mayHaveBeenCarriedOut: false);
        }
        finally
        {
            late?.Dispose();
        }
    }
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
