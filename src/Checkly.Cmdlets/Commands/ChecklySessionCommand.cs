using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// What all cmdlets that use a session share: finding it, asking before a change, and one error for one item, after
/// which the pipeline goes on.
/// </summary>
public abstract class ChecklySessionCommand : ChecklyCommand
{
    // In seconds: a question that nobody was asked takes none.
    private const int LongQuestion = 1;
    private const string Caption = "Checkly";
    private ChecklySession? _session;
    private HashSet<string> _typed = [];
    private bool _yesToAll;
    private bool _noToAll;
    private ConnectionBreaker? _breaker;

    /// <summary>
    /// The session to use, as Connect-Checkly -PassThru returns it. Without it the session of this runspace is used, and
    /// without that one the environment variables CHECKLY_API_KEY, CHECKLY_ACCOUNT_ID and CHECKLY_API_URL.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public ChecklySession? Session { get; set; }

    /// <summary>What the caller wants to see before a change.</summary>
    internal ChangePreferences Preferences => field ??= new ChangePreferences(this);

    private ConfirmImpact DeclaredImpact => ((CmdletAttribute)Attribute.GetCustomAttribute(GetType(), typeof(CmdletAttribute))).ConfirmImpact;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // What the pipeline brings is bound later, item by item.
        _typed = [.. MyInvocation.BoundParameters.Keys];
        try
        {
            _session = SessionResolver.Resolve(this, Session);
            if (_session.Client.Options.ApiKey is { } key)
            {
                // The key may have been typed for another command on the same line.
                TypedSecret.Hide(MyInvocation, key.Redact);
            }
        }
        catch (SetupException none)
        {
            ThrowTerminatingError(ErrorRecords.From(none, Session));
        }
        catch (ChecklyApiException none)
        {
            ThrowTerminatingError(ErrorRecords.From(this, none, Session));
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
        return (request.IsRead || MayChange(request, target)) && TrySendAllowed(request, target, out answer);
    }

    /// <summary>Reads things one by one and writes them.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="request">Reads one.</param>
    internal void WriteEach<TId, T>(IEnumerable<TId> ids, Func<TId, ApiRequest<T>> request)
    {
        foreach (TId id in ids)
        {
            if (TrySend(request(id), id, out T thing))
            {
                WriteObject(thing);
            }
        }
    }

    /// <summary>Reads a list that comes whole, and writes its entries.</summary>
    internal void WriteAll<T>(ApiRequest<T[]> request)
    {
        if (TrySend(request, null, out T[] all))
        {
            WriteObject(all, enumerateCollection: true);
        }
    }

    /// <summary>Removes things one by one, asking first.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="request">Removes one.</param>
    internal void RemoveEach<TId>(IEnumerable<TId> ids, Func<TId, ApiRequest<NoContent>> request)
    {
        foreach (TId id in ids)
        {
            if (TrySend(request(id), id, out _))
            {
                // Completion does not offer it any more.
                _session!.Memory.Forget(Convert.ToString(id, CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Sends a request about which nobody has to be asked any more. A failure becomes a non-terminating error.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">What the user gave, for the error record.</param>
    /// <param name="answer">The answer, when there is one.</param>
    /// <param name="error">Makes the error record where a failure means more than that this request failed.</param>
    /// <returns>Whether there is an answer.</returns>
    internal bool TrySendAllowed<T>(ApiRequest<T> request, object? target, out T answer, Func<ChecklyApiException, ErrorRecord>? error = null)
    {
        answer = default!;
        ChecklyClient client = ConnectedClient(target);
        _breaker ??= new ConnectionBreaker(client.Options.Clock);
        ChecklyApiException? failure = _breaker.Refusal(request);
        if (failure is null)
        {
            try
            {
                answer = Send(client, request);
                _breaker.Record(null);
                _session!.Memory.Remember(answer);
                return true;
            }
            catch (ChecklyApiException failed)
            {
                _breaker.Record(failure = failed);
            }
        }

        WriteError(error?.Invoke(failure) ?? ErrorRecords.From(this, failure, target));
        return false;
    }

    /// <summary>
    /// Changes something of which the rest is written back as it was read: reads it, asks, sends the change, and reads it again, to
    /// warn when another change has got in between. Changes of the same thing in this process go one after another.
    /// </summary>
    /// <param name="read">Reads it.</param>
    /// <param name="change">Makes the change of what was read; <see langword="null"/> after having told why there is none.</param>
    /// <param name="target">What the user gave, for the error record.</param>
    /// <param name="before">What was read.</param>
    /// <param name="after">What the change was answered with.</param>
    /// <param name="writesBack">Whether the change writes back what was read; otherwise it can undo no other change.</param>
    /// <returns>Whether it was changed.</returns>
    internal bool TryChange<T>(ApiRequest<T> read, Func<T, ApiRequest<T>?> change, object? target, out T before, out T after, bool writesBack = true)
    {
        (before, after) = (default!, default!);
        using IDisposable? alone = LockForChange(read, target);
        if (alone is null || !TrySend(read, target, out before) || change(before) is not { } request)
        {
            return false;
        }

        if (!MayChangeWhatWasRead(() => MayChange(request, target), out bool isOld))
        {
            return false;
        }

        if (isOld && writesBack && (!TrySend(read, target, out before) || (request = change(before)) is null))
        {
            return false;
        }

        if (!TrySendAllowed(request, target, out after))
        {
            return false;
        }

        if (writesBack)
        {
            WarnOfLost(request);
        }

        return true;
    }

    /// <summary>
    /// Waits until no other change of the same object is in progress in this process; <see langword="null"/> after an error when
    /// the other change took too long.
    /// </summary>
    /// <param name="read">The request that reads the object.</param>
    /// <param name="target">What the user gave, for the error record.</param>
    internal IDisposable? LockForChange(ApiRequest read, object? target)
    {
        try
        {
            return LockForChange(ConnectedClient(target), read);
        }
        catch (ChecklyApiException failure)
        {
            WriteError(ErrorRecords.From(this, failure, target));
            return null;
        }
    }

    /// <summary>Asks whether a change of what was read may be made.</summary>
    /// <param name="may">Asks.</param>
    /// <param name="isOld">Whether somebody had to be asked, so that what was read may have changed meanwhile.</param>
    internal static bool MayChangeWhatWasRead(Func<bool> may, out bool isOld)
    {
        long asked = Stopwatch.GetTimestamp();
        bool allowed = may();
        isOld = (Stopwatch.GetTimestamp() - asked) / Stopwatch.Frequency >= LongQuestion;
        return allowed;
    }

    /// <summary>Reads again what a change has written, and warns of what is not there any more.</summary>
    internal void WarnOfLost(ApiRequest change)
    {
        try
        {
            LostField[] lost = Send(_session!.Client, LostField.Find(change), isFollowUp: true);
            if (lost.Length > 0)
            {
                string fields = string.Join("; ", lost.Select(field => $"{field.Field} was sent as {field.Sent} and is {field.Found}"));
                WriteWarning($"{change.Method} {change.Path}: somebody else has changed this at the same time, or the server keeps it otherwise: {fields}. Read it, and run the command again where you want it as you sent it.");
            }
        }
        catch (Exception unread) when (unread is ChecklyApiException or SetupException)
        {
            // The change was made; that it cannot be read again now costs no more than this line.
            WriteVerbose($"The change could not be read again, to see whether another one got in between. {unread.Message}");
        }
    }

    /// <summary>Whether a change may be made: says what would go out where -WhatIf is on, and asks where that is wanted.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">What the user gave, for the error record.</param>
    /// <param name="does">See <see cref="ChangeQuestion.Does"/>.</param>
    /// <param name="note">See <see cref="ChangeQuestion.Note"/>.</param>
    /// <param name="what">What would go out, where that is more than the request.</param>
    internal bool MayChange(ApiRequest request, object? target, string? does = null, string? note = null, string? what = null)
    {
        // What somebody sends may hold the key, as a variable of the account does.
        ChecklyClientOptions options = ConnectedClient(target).Options;
        bool isRemoval = request.Method == "DELETE";
        bool asks = Preferences.Asks(isRemoval ? ConfirmImpact.High : DeclaredImpact);
        string shown = what ?? (asks || Preferences.ShowsChanges ? request.ToString() : $"{request.Method} {request.Path}");
        string question = asks
            ? new ChangeQuestion(_session!, request) { Does = does, Note = note, What = shown }.Ask(StopToken)
            : shown;
        try
        {
            question = options.Redact(question);
            return ShouldProcess(options.Redact(shown), question, Caption) && (!isRemoval || MayRemove(question));
        }
        catch (Exception failure) when (EngineWorkarounds.CannotPrompt(failure))
        {
            ThrowTerminatingError(ErrorRecords.CannotAsk(failure, target));
            return false;
        }
    }

    /// <summary>
    /// Asks before a removal where ShouldProcess did not, because the cmdlet is declared with less impact: that is fixed for a
    /// cmdlet, and Invoke-ChecklyApi also reads and posts. ShouldContinue asks whatever the preferences say, so that they are
    /// heeded here.
    /// </summary>
    private bool MayRemove(string question) =>
        !Preferences.Asks(ConfirmImpact.High) || Preferences.Asks(DeclaredImpact) || ShouldContinue(question, Caption, ref _yesToAll, ref _noToAll);

    /// <summary>Whether a parameter was given with the command, and not brought by what is piped in.</summary>
    internal bool IsTyped(string parameter) => _typed.Contains(parameter);

    /// <summary>Refuses what the user asked for, before any request, as a non-terminating error.</summary>
    /// <param name="why">A full sentence.</param>
    /// <param name="target">What the user gave.</param>
    internal void Refuse(string why, object? target) =>
        WriteError(ErrorRecords.Refused(why, target));

    /// <summary>Tells of a list that could not be read to its end.</summary>
    internal void WriteFault(PageWalk walk)
    {
        if (walk.Fault is { } fault)
        {
            WriteError(ErrorRecords.From(this, new ChecklyApiException(ChecklyErrorKind.UnexpectedResponse, fault), null));
        }
    }

    /// <summary>Tells of each name that was asked for and that a whole list does not have.</summary>
    /// <param name="names">The names.</param>
    /// <param name="what">The sentence up to the name.</param>
    /// <param name="lister">The command that shows what there is.</param>
    internal void WriteMissing(NameFilter names, string what, string lister)
    {
        foreach (string name in names.Missing)
        {
            WriteError(ErrorRecords.Missing($"{what} '{DisplayText.OneLine(name)}'.", name, lister));
        }
    }

    /// <summary>What the user gave, under the API's names, for parameters that are marked with <see cref="ApiFieldAttribute"/>.</summary>
    internal Dictionary<string, object?> BoundFields() => GetType().GetProperties()
        .Select(property => (property, Field: (ApiFieldAttribute?)Attribute.GetCustomAttribute(property, typeof(ApiFieldAttribute))))
        .Where(item => item.Field is not null && MyInvocation.BoundParameters.ContainsKey(item.property.Name))
        .ToDictionary(
            item => item.Field!.Name,
            item => item.property.GetValue(this) switch
            {
                SwitchParameter flag => flag.IsPresent,
                // PowerShell binds $null to a text as an empty one; either clears the field.
                string { Length: 0 } => null,
                var value => (object?)value,
            });

    private ChecklyClient ConnectedClient(object? target)
    {
        try
        {
            return _session!.Client;
        }
        catch (SetupException ended)
        {
            ThrowTerminatingError(ErrorRecords.From(ended, target));
            throw;
        }
    }
}
