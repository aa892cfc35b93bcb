using System.Management.Automation;

namespace Checkly;

/// <summary>
/// What all cmdlets that use a session share: finding it, asking before a change, and one error for one item, after
/// which the pipeline goes on.
/// </summary>
public abstract class ChecklySessionCommand : ChecklyCommand
{
    private ChecklySession? _session;

    /// <summary>
    /// The session to use, as Connect-Checkly -PassThru returns it. Without it the session of this runspace is used, and
    /// without that one the environment variables CHECKLY_API_KEY, CHECKLY_ACCOUNT_ID and CHECKLY_API_URL.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public ChecklySession? Session { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _session = SessionResolver.Resolve(this, Session);
        }
        catch (ChecklyApiException none)
        {
            ThrowTerminatingError(ErrorRecords.From(none, Session));
        }
    }

    /// <summary>
    /// Sends a request, asking first when it changes something. A failure becomes a non-terminating error.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="target">What the user gave, for the error record.</param>
    /// <param name="answer">The answer, when there is one.</param>
    /// <returns>Whether there is an answer: not after a failure, -WhatIf, or a no.</returns>
    internal bool TrySend<T>(ApiRequest<T> request, object? target, out T answer)
    {
        answer = default!;
        if (!request.IsRead && !ShouldProcess(request.ToString(), $"Send {request} to {_session}?", "Checkly"))
        {
            return false;
        }

        try
        {
            answer = Send(_session!.Client, request);
            return true;
        }
        catch (ChecklyApiException failure)
        {
            WriteError(ErrorRecords.From(failure, target));
            return false;
        }
    }
}
