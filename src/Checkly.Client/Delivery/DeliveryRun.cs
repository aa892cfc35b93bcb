using System.Text.Json;

namespace Checkly;

/// <summary>One call: its attempts, waits and looks, until its outcome is known or the limits are reached.</summary>
/// <param name="delivery">The client's delivery.</param>
/// <param name="request">The request.</param>
/// <param name="content">The canonical content of a POST; <see langword="null"/> for requests that cannot be confirmed.</param>
/// <param name="budget">The time limit of the call.</param>
/// <param name="notes">Receives notes about the progress.</param>
/// <param name="cancel">Cancels the call.</param>
internal sealed class DeliveryRun<T>(Delivery delivery, ApiRequest<T> request, Lazy<string>? content, CallBudget budget, IProgress<DeliveryNote>? notes, CancellationToken cancel)
{
    private static readonly TimeSpan PatienceForWarning = TimeSpan.FromSeconds(5);
    private readonly ChecklyClientOptions _options = delivery.Options;
    private readonly SendTrace _trace = delivery.CreateTrace();

    // Both are created only when an attempt is in doubt, which is rare.
    private ConfirmationLook<T>? _look;
    private ConfirmationSearch<T>? _search;
    private int _attempts;
    private int _repeats;
    private int _waitsAskedFor;
    private TimeSpan _refusedWait;

    // The time of the first attempt whose outcome is unknown, and the number of such attempts.
    private SendTime? _inDoubtSince;
    private int _inDoubt;

    private bool MayRepeat => _repeats < _options.MaximumRetryCount;

    private TimeSpan Reserve => budget.ReserveFor(request, _options.Timeout);

    private string NextAttempt => FormattableString.Invariant($"attempt {_attempts + 1}");

    private ConfirmationLook<T> Look => _look ??= new ConfirmationLook<T>(request, content!, delivery.Account, _options.Clock, page => ReadPageAsync(page, budget));

    /// <exception cref="ChecklyApiException">The call failed.</exception>
    /// <exception cref="RequestInterruptedException">The caller cancelled it.</exception>
    public async Task<T> RunAsync()
    {
        int resolved = 0;
        try
        {
            T answer = await DeliverAsync().ConfigureAwait(false);
            resolved = _search?.Claimed ?? 0;
            return answer;
        }
        catch (OperationCanceledException cancelled) when (cancel.IsCancellationRequested)
        {
            _inDoubt += _trace.IsOut && request.IsPost ? 1 : 0;
            throw new RequestInterruptedException(request, !request.IsRead && (_inDoubtSince is not null || _trace.IsOut), cancelled);
        }
        finally
        {
            if (content is not null && _inDoubt > resolved)
            {
                delivery.Account.LeaveInDoubt(content.Value, _inDoubt - resolved);
            }
        }
    }

    private async Task<T> DeliverAsync()
    {
        while (true)
        {
            Attempt<T> attempt = await delivery.TrySendAsync(request, _trace, budget, Remember, cancel).ConfigureAwait(false);
            _attempts++;
            if (attempt.Failure is not { } failure)
            {
                if (attempt.Warning is { } warning)
                {
                    notes?.Report(new DeliveryNote(DeliveryNoteKind.Warning, $"{request.Summary}: {warning}"));
                }

                return await DeliveredAsync(attempt.Answer!).ConfigureAwait(false);
            }

            if (request.IsSentOnce)
            {
                throw failure;
            }

            if (request.Method == "DELETE" && _inDoubtSince is not null && failure is { StatusCode: 404, IsOfApi: true })
            {
                ReportGone();
                return default!;
            }

            bool isFirstInDoubt = _inDoubt == 0;
            if (!request.IsRead && RetryPolicy.LeavesDoubt(attempt.Outcome))
            {
                _inDoubtSince ??= _trace.Began;
                _inDoubt++;
            }

            // The request of an unreadable success was most likely carried out. AllowDuplicates accepts a possible duplicate, not
            // a certain one.
            bool allowsDuplicate = _options.AllowDuplicates && attempt.Outcome != AttemptOutcome.Unreadable;
            NextStep next = RetryPolicy.After(request.Method, attempt.Outcome);
            if (next is NextStep.Look or NextStep.LookThenAgain)
            {
                if (content is null)
                {
                    if (allowsDuplicate && MayRepeat && await WaitBeforeRepeatAsync(failure).ConfigureAwait(false))
                    {
                        continue;
                    }

                    string consequence = allowsDuplicate ? string.Empty : ", so it was not sent again";
                    throw failure.AsUnknown(_attempts, $"There is no list in which it could be recognized{consequence}. {request.LookFirst}");
                }

                notes?.Report(new DeliveryNote(DeliveryNoteKind.Progress, $"{failure.Message} Looking for it in {request.Confirmation!.Place}."));
                bool mayBeAbsent = allowsDuplicate || (next == NextStep.LookThenAgain && !request.Confirmation!.MayMiss);
                SearchEnd end = await SearchAsync(mayBeAbsent, allowsDuplicate && MayRepeat).ConfigureAwait(false);
                if (end == SearchEnd.Absent && MayRepeat && failure.RetryAfter is { } asked)
                {
                    // It may arrive during the wait.
                    end = await WaitAsync(failure, asked).ConfigureAwait(false) ? await SearchAsync(mayBeAbsent, allowsDuplicate).ConfigureAwait(false) : SearchEnd.Unknown;
                }

                if (end == SearchEnd.Found)
                {
                    return _search!.Made!;
                }

                if (end == SearchEnd.Absent && MayRepeat && budget.Left > Reserve)
                {
                    _repeats++;
                    notes?.Report(new DeliveryNote(DeliveryNoteKind.Progress, $"{request.Summary} is not there: it is sent again ({NextAttempt})."));
                    continue;
                }

                throw failure.AsUnknown(_attempts, $"{_search!.Report} {request.LookFirst}");
            }

            if (next == NextStep.Again && (attempt.Outcome == AttemptOutcome.AskedToWait || MayRepeat))
            {
                bool goesOn = attempt.Outcome == AttemptOutcome.AskedToWait ? await WaitAsAskedAsync(failure).ConfigureAwait(false) : await WaitBeforeRepeatAsync(failure).ConfigureAwait(false);
                if (goesOn && (_inDoubt == 0 || content is null))
                {
                    continue;
                }

                if (goesOn)
                {
                    // An earlier attempt may have arrived during the wait.
                    switch (await SearchAsync(endsWhenAbsent: true, _options.AllowDuplicates).ConfigureAwait(false))
                    {
                        case SearchEnd.Absent:
                            continue;
                        case SearchEnd.Found:
                            return _search!.Made!;
                        default:
                            throw failure.AsUnknown(_attempts, $"{_search!.Report} {request.LookFirst}");
                    }
                }

                return await GiveUpAsync(failure, isFirstInDoubt, budget.Refusal(_refusedWait)).ConfigureAwait(false);
            }

            return await GiveUpAsync(failure, isFirstInDoubt, null).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Waits as long as the server asks, and makes the other requests of the account wait too. Such a wait does not count as a
    /// retry.
    /// </summary>
    private Task<bool> WaitAsAskedAsync(ChecklyApiException failure)
    {
        _waitsAskedFor++;
        // A Retry-After of zero is obeyed once. Otherwise a server that repeats it would be asked without end.
        TimeSpan wait = failure.RetryAfter is { } asked && (asked > TimeSpan.Zero || _waitsAskedFor == 1) ? asked : RetryPolicy.WaitAfter(_waitsAskedFor, _options.Clock.Jitter);
        if (wait <= budget.Left - Reserve)
        {
            delivery.Account.Pause(_options.Clock, wait, failure.Kind);
        }

        return WaitAsync(failure, wait);
    }

    private Task<bool> WaitBeforeRepeatAsync(ChecklyApiException failure)
    {
        _repeats++;
        TimeSpan wait = RetryPolicy.WaitAfter(_repeats, _options.Clock.Jitter);
        return WaitAsync(failure, failure.RetryAfter is { } asked && asked > wait ? asked : wait);
    }

    private Task<bool> WaitAsync(ChecklyApiException failure, TimeSpan wait)
    {
        _refusedWait = wait;
        return budget.TryWaitAsync(wait, FormattableString.Invariant($"{failure.Message} It is sent again in {wait.TotalSeconds:0.#} s ({NextAttempt})."), Reserve);
    }

    private Task<SearchEnd> SearchAsync(bool endsWhenAbsent, bool ignoresDoubt)
    {
        _search = new ConfirmationSearch<T>(request, Look, delivery.Account, _options.Clock, budget, notes);
        return _search.SearchAsync(_inDoubtSince!.Value, _inDoubt, endsWhenAbsent, ignoresDoubt);
    }

    private async Task<ListAnswer> ReadPageAsync(ApiRequest<ListAnswer> page, CallBudget time)
    {
        // The ids that a look reads must not become known ids.
        SendTrace trace = delivery.CreateTrace();
        Attempt<ListAnswer> attempt = await delivery.TrySendAsync(page, trace, time, _ => { }, cancel).ConfigureAwait(false);
        ListAnswer answer = attempt.Failure is { } failure ? throw failure : attempt.Answer!;
        answer.Asked = trace.Began.Time;
        return answer;
    }

    private async Task<T> DeliveredAsync(T answer)
    {
        // Where the API ignores repeated entries, an earlier attempt does no harm.
        if (_inDoubtSince is not { } since || content is null || request.Confirmation!.Gather is not null)
        {
            return answer;
        }

        // The answer has arrived; neither a slow server nor a requested pause may delay it for long.
        TimeSpan patience = budget.Left < PatienceForWarning ? budget.Left : PatienceForWarning;
        if (patience == TimeSpan.Zero)
        {
            return answer;
        }

        var soon = new CallBudget(_options.Clock, patience, notes, cancel);
        var look = new ConfirmationLook<T>(request, content, delivery.Account, _options.Clock, page => ReadPageAsync(page, soon));
        try
        {
            _inDoubt -= await new ConfirmationSearch<T>(request, look, delivery.Account, _options.Clock, budget, notes).WarnOfEarlierAsync(since, _inDoubt).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // A caller who cancels now gets the answer without a warning.
        }

        return answer;
    }

    private async Task<T> GiveUpAsync(ChecklyApiException failure, bool isFirstInDoubt, string? reason)
    {
        if (isFirstInDoubt)
        {
            throw failure.After(_attempts, failure.MayHaveBeenCarriedOut, reason);
        }

        const string Earlier = "An earlier attempt was sent, and its answer was lost.";
        reason = reason is null ? Earlier : $"{reason} {Earlier}";
        if (content is null)
        {
            ChecklyApiException given = failure.After(_attempts, mayHaveBeenCarriedOut: true, reason);
            throw request.IsPost ? given.AsUnknown(_attempts, $"{reason} {request.LookFirst}") : given;
        }

        // The earlier attempt may have been carried out after all.
        return await SearchAsync(endsWhenAbsent: false, ignoresDoubt: false).ConfigureAwait(false) == SearchEnd.Found
            ? _search!.Made!
            : throw failure.AsUnknown(_attempts, $"{reason} {_search!.Report} {request.LookFirst}");
    }

    private void ReportGone()
    {
        notes?.Report(delivery.Account.Known.HasMet(request.Path)
            ? new DeliveryNote(DeliveryNoteKind.Progress, $"{request.Summary}: an earlier attempt got no answer, and now it is gone. That attempt has removed it, or somebody else has.")
            : new DeliveryNote(DeliveryNoteKind.Warning, $"{request.Summary}: an earlier attempt got no answer, and now the API knows no such id. That attempt has removed it, or it never existed: check the id."));
    }

    private void Remember(JsonElement json)
    {
        try
        {
            delivery.Account.Known.RememberAnswer(
                Confirmation.FamilyOf(request.Confirmation?.Path ?? request.Path),
                json,
                request.IsPost ? KnownIds.Ours : delivery.Account.Known.Tick());
        }
        catch (InvalidOperationException)
        {
            // A text that no model reads is not valid Unicode. The answer is usable; the ids after that text stay unknown.
        }
    }
}
