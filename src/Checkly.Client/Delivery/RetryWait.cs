namespace Checkly;

/// <summary>The waits of one call before its retries, and the number of these retries.</summary>
/// <param name="request">The request.</param>
/// <param name="options">Limits and clock.</param>
/// <param name="account">The state that all sessions with the account share.</param>
/// <param name="budget">The time limit of the call.</param>
internal sealed class RetryWait(ApiRequest request, ChecklyClientOptions options, AccountState account, CallBudget budget)
{
    private int _retries;
    private int _waitsAskedFor;
    private TimeSpan _latest;

    /// <summary>Whether the request may be sent again without the server having asked for it.</summary>
    public bool MayRetry => _retries < options.MaximumRetryCount;

    /// <summary>Whether there is time for another attempt.</summary>
    public bool HasTime => budget.Left > Reserve;

    /// <summary>Why the latest wait was not begun, as a full sentence.</summary>
    public string Refusal => budget.Refusal(_latest);

    private TimeSpan Reserve => budget.ReserveFor(request, options.Timeout);

    /// <summary>Counts a retry that needs no wait.</summary>
    public void CountRetry() => _retries++;

    /// <summary>
    /// Waits as long as the server asks, and makes the other requests of the account wait too. Such a wait does not count as a
    /// retry.
    /// </summary>
    /// <param name="failure">The failure of the attempt.</param>
    /// <param name="attempt">The number of the next attempt.</param>
    /// <returns>Whether it has waited: not when that would exceed the time limit.</returns>
    public Task<bool> AsAskedAsync(ChecklyApiException failure, int attempt)
    {
        _waitsAskedFor++;
        // A Retry-After of zero is obeyed once. Otherwise a server that repeats it would be asked without end.
        TimeSpan wait = failure.RetryAfter is { } asked && (asked > TimeSpan.Zero || _waitsAskedFor == 1) ? asked : RetryPolicy.WaitAfter(_waitsAskedFor, options.Clock.Jitter);
        if (wait <= budget.Left - Reserve)
        {
            account.Pause(options.Clock, wait, failure.Kind);
        }

        return ForAsync(wait, failure, attempt);
    }

    /// <summary>Waits before a retry, at least as long as the server asks.</summary>
    /// <inheritdoc cref="AsAskedAsync"/>
    public Task<bool> BeforeRetryAsync(ChecklyApiException failure, int attempt)
    {
        _retries++;
        TimeSpan wait = RetryPolicy.WaitAfter(_retries, options.Clock.Jitter);
        return ForAsync(failure.RetryAfter is { } asked && asked > wait ? asked : wait, failure, attempt);
    }

    /// <summary>Waits for a time.</summary>
    /// <param name="wait">The time.</param>
    /// <param name="failure">The failure of the attempt.</param>
    /// <param name="attempt">The number of the next attempt.</param>
    /// <returns>Whether it has waited.</returns>
    public Task<bool> ForAsync(TimeSpan wait, ChecklyApiException failure, int attempt)
    {
        _latest = wait;
        return budget.TryWaitAsync(wait, FormattableString.Invariant($"{failure.Message} It is sent again in {wait.TotalSeconds:0.#} s (attempt {attempt})."), Reserve);
    }
}
