using System.Diagnostics;
using System.Management.Automation;

namespace Checkly;

/// <content>Changes: asks before each, and looks afterwards whether another change got in between.</content>
public abstract partial class ChecklySessionCommand
{
    // In seconds. Without a prompt, the question takes no time.
    private const int LongQuestion = 1;
    private const string Caption = "Checkly";
    private ConfirmImpact? _declaredImpact;
    private bool _yesToAll;
    private bool _noToAll;

    /// <summary>The preferences of the caller for prompts and -WhatIf.</summary>
    internal ChangePreferences Preferences => field ??= new ChangePreferences(this);

    /// <summary>Whether a request is shown before it is sent, with -WhatIf or a prompt: only then is it worth reading how far it reaches.</summary>
    internal bool IsShownFirst => Preferences.IsWhatIf || Preferences.Asks(ConfirmImpact.Medium);

    private ConfirmImpact DeclaredImpact => _declaredImpact ??= ((CmdletAttribute)Attribute.GetCustomAttribute(GetType(), typeof(CmdletAttribute))).ConfirmImpact;

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
    internal bool TryChange<TRead, T>(ApiRequest<TRead> read, Func<TRead, ApiRequest<T>?> change, object? target, out TRead before, out T after, bool writesBack = true)
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
                WriteWarning($"{change.Method} {change.Path}: some values are not as they were sent: {fields}. Somebody else has changed them at the same time, or the server stores them differently. Read the object, and run the command again if you still want your values.");
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
        string safe = DisplayText.Clean(options.Redact(shown));
        string question = asks
            ? DisplayText.Clean(options.Redact(new ChangeQuestion(_session!, request) { Does = does, Note = note, What = shown }.Ask(StopToken)))
            : safe;
        try
        {
            return ShouldProcess(safe, question, Caption) && (!isRemoval || MayRemove(question));
        }
        catch (Exception failure) when (EngineWorkarounds.CannotPrompt(failure))
        {
            ThrowTerminatingError(ErrorRecords.CannotAsk(failure, options.Redact($"{request.Method} {request.Path}"), target));
            return false;
        }
    }

    /// <summary>
    /// Asks before a removal where ShouldProcess did not, because the cmdlet declares a lower impact. Invoke-ChecklyApi does,
    /// because it also reads and posts. ShouldContinue ignores the preferences, so they are checked here.
    /// </summary>
    private bool MayRemove(string question) =>
        !Preferences.Asks(ConfirmImpact.High) || Preferences.Asks(DeclaredImpact) || ShouldContinue(question, Caption, ref _yesToAll, ref _noToAll);
}
