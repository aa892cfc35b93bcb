using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// The base class of cmdlets that use a session. It finds the session, asks before a change, and writes one non-terminating error
/// for each item that fails.
/// </summary>
public abstract class ChecklySessionCommand : ChecklyCommand
{
    // In seconds. Without a prompt, the question takes no time.
    private const int LongQuestion = 1;
    private const int MostSeen = 5;
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

    /// <summary>The preferences of the caller for prompts and -WhatIf.</summary>
    internal ChangePreferences Preferences => field ??= new ChangePreferences(this);

    private ConfirmImpact DeclaredImpact => ((CmdletAttribute)Attribute.GetCustomAttribute(GetType(), typeof(CmdletAttribute))).ConfirmImpact;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // Values from the pipeline are bound later, item by item.
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
    /// <param name="target">The target of the error record: the value that the user passed.</param>
    /// <param name="answer">The answer; the default value when there is none.</param>
    /// <returns>Whether there is an answer: not after a failure, with -WhatIf, or when the user declined.</returns>
    internal bool TrySend<T>(ApiRequest<T> request, object? target, out T answer)
    {
        answer = default!;
        return (request.IsRead || MayChange(request, target)) && TrySendAllowed(request, target, out answer);
    }

    /// <summary>Reads objects one by one and writes them.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="request">Creates the request that reads one.</param>
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

    /// <summary>Reads a list that is not paged, and writes its entries.</summary>
    internal void WriteAll<T>(ApiRequest<T[]> request)
    {
        if (TrySend(request, null, out T[] all))
        {
            WriteObject(all, enumerateCollection: true);
        }
    }

    /// <summary>Removes objects one by one, and asks before each.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="request">Creates the request that removes one.</param>
    internal void RemoveEach<TId>(IEnumerable<TId> ids, Func<TId, ApiRequest<NoContent>> request)
    {
        foreach (TId id in ids)
        {
            if (TrySend(request(id), id, out _))
            {
                // Completion must not offer it any more.
                _session!.Memory.Forget(Convert.ToString(id, CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Sends a request without a prompt. A failure becomes a non-terminating error.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">The target of the error record: the value that the user passed.</param>
    /// <param name="answer">The answer; the default value when there is none.</param>
    /// <param name="error">Creates the error record, where the default one does not fit.</param>
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
    /// Changes an object whose other fields are written back as they were read. It reads the object, asks, sends the change, and
    /// reads the object again, to warn when another change came in between. Changes of the same object in this process run one
    /// after another.
    /// </summary>
    /// <param name="read">The request that reads the object.</param>
    /// <param name="change">
    /// Creates the change from the object that was read; <see langword="null"/> after it has written why there is no change.
    /// </param>
    /// <param name="target">The target of the error record: the value that the user passed.</param>
    /// <param name="before">The object as it was read.</param>
    /// <param name="after">The answer to the change.</param>
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
    /// <param name="target">The target of the error record: the value that the user passed.</param>
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

    /// <summary>Asks whether an object that was read may be changed.</summary>
    /// <param name="may">Asks the question.</param>
    /// <param name="isOld">Whether the answer took so long that the object may have changed meanwhile.</param>
    internal static bool MayChangeWhatWasRead(Func<bool> may, out bool isOld)
    {
        long asked = Stopwatch.GetTimestamp();
        bool allowed = may();
        isOld = (Stopwatch.GetTimestamp() - asked) / Stopwatch.Frequency >= LongQuestion;
        return allowed;
    }

    /// <summary>Reads an object again after a change, and warns of fields that do not have the value that was sent.</summary>
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
            // The change was made. That it cannot be verified is worth no more than a verbose line.
            WriteVerbose($"The change could not be read again, to see whether another one got in between. {unread.Message}");
        }
    }

    /// <summary>Whether a change may be sent. It shows the request with -WhatIf, and asks when the preferences say so.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">The target of the error record: the value that the user passed.</param>
    /// <param name="does">See <see cref="ChangeQuestion.Does"/>.</param>
    /// <param name="note">See <see cref="ChangeQuestion.Note"/>.</param>
    /// <param name="what">The text to show for -WhatIf, where more than this request would be sent.</param>
    internal bool MayChange(ApiRequest request, object? target, string? does = null, string? note = null, string? what = null)
    {
        // The body may contain the key, such as the value of an environment variable.
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
    /// Asks before a removal where ShouldProcess did not, because the cmdlet declares a lower impact. Invoke-ChecklyApi does,
    /// because it also reads and posts. ShouldContinue ignores the preferences, so they are checked here.
    /// </summary>
    private bool MayRemove(string question) =>
        !Preferences.Asks(ConfirmImpact.High) || Preferences.Asks(DeclaredImpact) || ShouldContinue(question, Caption, ref _yesToAll, ref _noToAll);

    /// <summary>Whether a parameter was typed with the command, and not bound from the pipeline.</summary>
    internal bool IsTyped(string parameter) => _typed.Contains(parameter);

    /// <summary>Writes a non-terminating error for arguments that the cmdlet refuses before any request.</summary>
    /// <param name="why">A full sentence.</param>
    /// <param name="target">The value that the user passed.</param>
    internal void Refuse(string why, object? target) =>
        WriteError(ErrorRecords.Refused(why, target));

    /// <summary>Names the objects of a kind that the session has seen, the latest first, as a sentence; empty when it has seen none.</summary>
    internal string Seen<T>()
    {
        ResourceKind kind = ResourceKinds.Of(typeof(T));
        string[] seen = [.. _session!.Memory.SeenOf(kind).Take(MostSeen).Select(item => $"{DisplayText.OneLine(kind.Id(item))} '{kind.About(item, _session.Memory)}'")];
        return seen.Length == 0 ? string.Empty : $" This session has seen {string.Join(", ", seen)}.";
    }

    /// <summary>Writes the error of a list that could not be read to its end, if there was one.</summary>
    internal void WriteFault(PageWalk walk)
    {
        if (walk.Fault is { } fault)
        {
            WriteError(ErrorRecords.From(this, new ChecklyApiException(ChecklyErrorKind.UnexpectedResponse, fault), null));
        }
    }

    /// <summary>Writes an error for each name that the list did not contain.</summary>
    /// <param name="names">The names.</param>
    /// <param name="what">The sentence up to the name.</param>
    /// <param name="lister">The command that lists the existing items.</param>
    internal void WriteMissing(NameFilter names, string what, string lister)
    {
        foreach (string name in names.Missing)
        {
            WriteError(ErrorRecords.Missing($"{what} '{DisplayText.OneLine(name)}'.", name, lister));
        }
    }

    /// <summary>
    /// The values of the bound parameters that are marked with <see cref="ApiFieldAttribute"/>, under the API's names.
    /// </summary>
    internal Dictionary<string, object?> BoundFields() => GetType().GetProperties()
        .Select(property => (property, Field: (ApiFieldAttribute?)Attribute.GetCustomAttribute(property, typeof(ApiFieldAttribute))))
        .Where(item => item.Field is not null && MyInvocation.BoundParameters.ContainsKey(item.property.Name))
        .ToDictionary(
            item => item.Field!.Name,
            item => item.property.GetValue(this) switch
            {
                SwitchParameter flag => flag.IsPresent,
                // PowerShell binds $null to a string as an empty string; both clear the field.
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
