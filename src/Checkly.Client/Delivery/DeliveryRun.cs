using System.Text.Json;

namespace Checkly;

/// <summary>One call: its attempts, waits and looks, until its outcome is known or the limits are reached.</summary>
internal sealed class DeliveryRun<T>
{
    private static readonly TimeSpan PatienceForWarning = TimeSpan.FromSeconds(5);
    private readonly Delivery _delivery;
    private readonly ApiRequest<T> _request;
    private readonly IProgress<DeliveryNote>? _notes;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _stop;
    private readonly CallBudget _budget;
    private readonly SendTrace _trace;
    private readonly RetryWait _wait;

    // Both are created only when an attempt is in doubt, which is rare.
    private ConfirmationLook<T>? _look;
    private ConfirmationSearch<T>? _search;
    private int _attempts;

    // The time of the first attempt whose outcome is unknown, and the number of such attempts.
    private SendTime? _inDoubtSince;
    private int _inDoubt;

    /// <summary>Creates a call.</summary>
    /// <param name="delivery">The client's delivery.</param>
    /// <param name="request">The request.</param>
    /// <param name="notes">Receives notes about the progress.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public DeliveryRun(Delivery delivery, ApiRequest<T> request, IProgress<DeliveryNote>? notes, CancellationToken cancellationToken)
    {
        _delivery = delivery;
        _request = request;
        _notes = notes;
        _caller = cancellationToken;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, delivery.Closing);
        _budget = new CallBudget(Options.Clock, Options.MaximumTotalTime, notes, _stop.Token);
        _trace = delivery.CreateTrace();
        _wait = new RetryWait(request, Options, Account, _budget);
    }

    private ChecklyClientOptions Options => _delivery.Options;

    private AccountState Account => _delivery.Account;

    private bool IsConfirmable => _request.Confirmation is not null;

    private ConfirmationLook<T> Look => _look ??= new ConfirmationLook<T>(_request, Account, Options.Clock, page => ReadPageAsync(page, _budget));

    /// <summary>Makes the call, once no other call with the same content is in progress.</summary>
    /// <exception cref="ChecklyApiException">The call failed.</exception>
    /// <exception cref="RequestInterruptedException">The caller cancelled it.</exception>
    public async Task<T> RunAsync()
    {
        using CancellationTokenSource stop = _stop;
        using KeyedLock.Place? place = IsConfirmable ? Account.Posts.Queue(_request.Confirmation!.Family, () => _request.Content) : null;
        try
        {
            if (place is { HasLock: false })
            {
                await _delivery.WaitForLockAsync(place, _request, "another one with the same content", _budget, _notes, stop.Token).ConfigureAwait(false);
            }

            while (true)
            {
                Attempt<T> attempt = await _delivery.TrySendAsync(_request, _trace, _budget, Accept, stop.Token).ConfigureAwait(false);
                _attempts += attempt.Failure?.Tries ?? 1;
                if (attempt.Failure is null)
                {
                    if (attempt.Warning is not null || _inDoubtSince is not null)
                    {
                        await WarnAsync(attempt.Warning).ConfigureAwait(false);
                    }

                    return attempt.Answer!;
                }

                if (await WasCarriedOutAsync(attempt.Outcome, attempt.Failure).ConfigureAwait(false))
                {
                    _inDoubt -= _search?.Claimed ?? 0;
                    return _search is null ? default! : _search.Made!;
                }
            }
        }
        catch (OperationCanceledException cancelled) when (stop.IsCancellationRequested)
        {
            _inDoubt += _trace.IsOut && _request.IsPost ? 1 : 0;
            throw Interrupted(new RequestInterruptedException(_request, !_request.IsRead && (_inDoubtSince is not null || _trace.IsOut), cancelled));
        }
        finally
        {
            if (IsConfirmable && _inDoubt > 0)
            {
                Account.LeaveInDoubt(_request.Content);
            }
        }
    }

    private Exception Interrupted(RequestInterruptedException ended) => _caller.IsCancellationRequested ? ended
        : new ChecklyApiException(
            ended.MayHaveBeenCarriedOut ? ChecklyErrorKind.OutcomeUnknown : ChecklyErrorKind.NotConnected,
            $"The connection was closed by its owner. {ended.Message}",
            ended)
        {
            Method = _request.Method,
            Path = _request.Path,
            MayHaveBeenCarriedOut = ended.MayHaveBeenCarriedOut,
            WhereToLook = ended.MayHaveBeenCarriedOut ? _request.WhereToLook : null,
        };

    /// <summary>Finds out what became of the request when an attempt has failed.</summary>
    /// <returns>Whether it was carried out; otherwise it is to be sent again.</returns>
    /// <exception cref="ChecklyApiException">The call failed.</exception>
    private async Task<bool> WasCarriedOutAsync(AttemptOutcome outcome, ChecklyApiException failure)
    {
        if (_request.IsSentOnce)
        {
            throw failure;
        }

        if (_request.Method == "DELETE" && _inDoubtSince is not null && failure is { StatusCode: 404, IsOfApi: true })
        {
            ReportGone();
            return true;
        }

        bool isFirstInDoubt = _inDoubt == 0;
        if (!_request.IsRead && RetryPolicy.LeavesDoubt(outcome))
        {
            _inDoubtSince ??= _trace.Began;
            _inDoubt++;
        }

        NextStep next = RetryPolicy.After(_request.Method, outcome);
        return next switch
        {
            // The request of an unreadable success was most likely carried out. AllowDuplicates accepts a possible duplicate, not
            // a certain one.
            NextStep.Look or NextStep.LookThenAgain => await WasFoundAsync(failure, next == NextStep.LookThenAgain, Options.AllowDuplicates && outcome != AttemptOutcome.Unreadable).ConfigureAwait(false),
            NextStep.Again when outcome == AttemptOutcome.AskedToWait || _wait.MayRetry => await AfterWaitAsync(failure, outcome == AttemptOutcome.AskedToWait, isFirstInDoubt).ConfigureAwait(false),
            _ => await GiveUpAsync(failure, isFirstInDoubt, null).ConfigureAwait(false),
        };
    }

    /// <summary>Looks for what a POST in doubt has created.</summary>
    /// <param name="failure">The failure of the attempt.</param>
    /// <param name="mayBeAbsent">Whether a POST that is not there may be sent again.</param>
    /// <param name="allowsDuplicate">Whether it may be sent again although it may still arrive.</param>
    /// <returns>Whether it was found; otherwise the POST is to be sent again.</returns>
    /// <exception cref="ChecklyApiException">Nobody can tell.</exception>
    private async Task<bool> WasFoundAsync(ChecklyApiException failure, bool mayBeAbsent, bool allowsDuplicate)
    {
        if (!IsConfirmable)
        {
            if (allowsDuplicate && _wait.MayRetry && await _wait.BeforeRetryAsync(failure, _attempts + 1).ConfigureAwait(false))
            {
                return false;
            }

            string consequence = allowsDuplicate ? string.Empty : ", so it was not sent again";
            throw failure.AsUnknown(_attempts, $"There is no list in which it could be recognized{consequence}. {_request.LookFirst}");
        }

        _notes?.Report(new DeliveryNote(DeliveryNoteKind.Progress, $"{failure.Message} Looking for it in {_request.Confirmation!.Place}."));
        bool endsWhenAbsent = allowsDuplicate || (mayBeAbsent && !_request.Confirmation!.MayMiss);
        SearchEnd end = await SearchAsync(endsWhenAbsent, allowsDuplicate && _wait.MayRetry).ConfigureAwait(false);
        if (end == SearchEnd.Absent && _wait.MayRetry && failure.RetryAfter is { } asked)
        {
            // It may arrive during the wait.
            end = await _wait.ForAsync(asked, failure, _attempts + 1).ConfigureAwait(false) ? await SearchAsync(endsWhenAbsent, allowsDuplicate).ConfigureAwait(false) : SearchEnd.Unknown;
        }

        if (end == SearchEnd.Absent && _wait.MayRetry && _wait.HasTime)
        {
            _wait.CountRetry();
            _notes?.Report(new DeliveryNote(DeliveryNoteKind.Progress, FormattableString.Invariant($"{_request.Summary} is not there: it is sent again (attempt {_attempts + 1}).")));
            return false;
        }

        return end == SearchEnd.Found ? true : throw failure.AsUnknown(_attempts, $"{_search!.Report} {_request.LookFirst}");
    }

    /// <summary>Waits before the request is sent again, and then looks whether it was carried out meanwhile.</summary>
    /// <param name="failure">The failure of the attempt.</param>
    /// <param name="isAsked">Whether the server asked to wait.</param>
    /// <param name="isFirstInDoubt">Whether no earlier attempt is in doubt.</param>
    /// <returns>Whether it was carried out; otherwise it is to be sent again.</returns>
    /// <exception cref="ChecklyApiException">There is no time to wait, or nobody can tell.</exception>
    private async Task<bool> AfterWaitAsync(ChecklyApiException failure, bool isAsked, bool isFirstInDoubt)
    {
        if (!await (isAsked ? _wait.AsAskedAsync(failure, _attempts + 1) : _wait.BeforeRetryAsync(failure, _attempts + 1)).ConfigureAwait(false))
        {
            return await GiveUpAsync(failure, isFirstInDoubt, _wait.Refusal).ConfigureAwait(false);
        }

        // An earlier attempt may have arrived during the wait.
        SearchEnd end = _inDoubt == 0 || !IsConfirmable ? SearchEnd.Absent : await SearchAsync(endsWhenAbsent: true, Options.AllowDuplicates).ConfigureAwait(false);
        return end switch
        {
            SearchEnd.Absent => false,
            SearchEnd.Found => true,
            _ => throw failure.AsUnknown(_attempts, $"{_search!.Report} {_request.LookFirst}"),
        };
    }

    private Task<SearchEnd> SearchAsync(bool endsWhenAbsent, bool ignoresDoubt)
    {
        _search = new ConfirmationSearch<T>(_request, Look, Account, Options.Clock, _budget, _notes);
        return _search.SearchAsync(_inDoubtSince!.Value, _inDoubt, endsWhenAbsent, ignoresDoubt);
    }

    private async Task<ListAnswer> ReadPageAsync(ApiRequest<ListAnswer> page, CallBudget time)
    {
        // The ids that a look reads must not become known ids.
        SendTrace trace = _delivery.CreateTrace();
        Attempt<ListAnswer> attempt = await _delivery.TrySendAsync(page, trace, time, (_, _) => { }, _stop.Token).ConfigureAwait(false);
        ListAnswer answer = attempt.Failure is { } failure ? throw failure : attempt.Answer!;
        answer.Asked = trace.Began.Time;
        return answer;
    }

    /// <summary>Tells what a person should know although the request has succeeded.</summary>
    private async Task WarnAsync(string? warning)
    {
        if (warning is not null)
        {
            _notes?.Report(new DeliveryNote(DeliveryNoteKind.Warning, $"{_request.Summary}: {warning}"));
        }

        // Where the API ignores repeated entries, an earlier attempt does no harm.
        if (_inDoubtSince is not { } since || !IsConfirmable || _request.Confirmation!.Gather is not null)
        {
            return;
        }

        // The answer has arrived; neither a slow server nor a requested pause may delay it for long.
        TimeSpan patience = _budget.Left < PatienceForWarning ? _budget.Left : PatienceForWarning;
        if (patience == TimeSpan.Zero)
        {
            return;
        }

        var soon = new CallBudget(Options.Clock, patience, _notes, _stop.Token);
        var look = new ConfirmationLook<T>(_request, Account, Options.Clock, page => ReadPageAsync(page, soon));
        try
        {
            _inDoubt -= await new ConfirmationSearch<T>(_request, look, Account, Options.Clock, _budget, _notes).WarnOfEarlierAsync(since, _inDoubt).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // A caller who cancels now gets the answer without a warning.
        }
    }

    /// <summary>Ends the call, unless an earlier attempt turns out to have been carried out.</summary>
    /// <param name="failure">The failure of the latest attempt.</param>
    /// <param name="isFirstInDoubt">Whether no earlier attempt is in doubt.</param>
    /// <param name="reason">Why the request is not sent again, as a full sentence; <see langword="null"/> when the failure says it.</param>
    /// <returns>Always <see langword="true"/>: it was carried out.</returns>
    /// <exception cref="ChecklyApiException">The call failed.</exception>
    private async Task<bool> GiveUpAsync(ChecklyApiException failure, bool isFirstInDoubt, string? reason)
    {
        if (isFirstInDoubt)
        {
            throw failure.After(_attempts, failure.MayHaveBeenCarriedOut, reason);
        }

        const string Earlier = "An earlier attempt was sent, and its answer was lost.";
        reason = reason is null ? Earlier : $"{reason} {Earlier}";
        if (!IsConfirmable)
        {
            ChecklyApiException given = failure.After(_attempts, mayHaveBeenCarriedOut: true, reason);
            throw _request.IsPost ? given.AsUnknown(_attempts, $"{reason} {_request.LookFirst}") : given;
        }

        // The earlier attempt may have been carried out after all.
        if (await SearchAsync(endsWhenAbsent: false, ignoresDoubt: false).ConfigureAwait(false) != SearchEnd.Found)
        {
            throw failure.AsUnknown(_attempts, $"{reason} {_search!.Report} {_request.LookFirst}");
        }

        return true;
    }

    private void ReportGone()
    {
        _notes?.Report(Account.Known.HasMet(_request.Path)
            ? new DeliveryNote(DeliveryNoteKind.Progress, $"{_request.Summary}: an earlier attempt got no answer, and now it is gone. That attempt has removed it, or somebody else has.")
            : new DeliveryNote(DeliveryNoteKind.Warning, $"{_request.Summary}: an earlier attempt got no answer, and now the API knows no such id. That attempt has removed it, or it never existed: check the id."));
    }

    /// <summary>Remembers the ids in an answer, once it is known to answer the request.</summary>
    private void Accept(JsonElement json, ApiAnswer answer)
    {
        if (!_request.IsRead)
        {
            WriteAnswer.Check(_request, answer, json);
        }

        Account.Known.RememberAnswer(
            _request.Confirmation?.Family ?? ApiPath.WithoutQuery(_request.Path),
            json,
            _request.IsPost ? KnownIds.Ours : Account.Known.Tick());
    }
}
