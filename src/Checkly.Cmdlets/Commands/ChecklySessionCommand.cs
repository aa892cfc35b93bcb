using System.Management.Automation;

namespace Checkly;

/// <summary>
/// The base class of cmdlets that use a session. It finds the session, asks before a change, and writes one non-terminating error
/// for each item that fails.
/// </summary>
public abstract partial class ChecklySessionCommand : ChecklyCommand
{
    private const int MostSeen = 5;
    private ChecklySession? _session;
    private readonly HashSet<string> _followed = new(StringComparer.OrdinalIgnoreCase);
    private HashSet<string> _typed = [];
    private ConnectionBreaker? _breaker;

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
        // Values from the pipeline are bound later, item by item.
        _typed = [.. MyInvocation.BoundParameters.Keys];
        try
        {
            _session = SessionResolver.Resolve(this, Session);
            _breaker = new ConnectionBreaker(_session.Client.Options.Clock);
            if (_session.Client.Options.ApiKey is { } key)
            {
                // The key may have been typed for another command on the same line.
                TypedSecret.Hide(MyInvocation, key.Redact);
            }
        }
        catch (SetupException none)
        {
            ThrowTerminatingError(ErrorRecords.From(this, none, Session));
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

    /// <summary>Reads a list that is not paged, and writes its entries.</summary>
    /// <param name="request">The request.</param>
    /// <param name="wanted">Selects entries; by default all.</param>
    /// <returns>Whether it was read.</returns>
    internal bool WriteAll<T>(ApiRequest<T[]> request, Func<T, bool>? wanted = null)
    {
        if (!TrySend(request, null, out T[] all))
        {
            return false;
        }

        WriteObject(wanted is null ? all : Array.FindAll(all, item => wanted(item)), enumerateCollection: true);
        return true;
    }

    /// <summary>Writes the entries of a list that have certain names, and an error for each name that no entry has.</summary>
    /// <param name="names">The names, which may have wildcards; <see langword="null"/> for all entries.</param>
    /// <param name="nameOf">The name of an entry.</param>
    /// <param name="missing">The sentence up to the name that no entry has.</param>
    /// <param name="write">
    /// Writes the entries that it is given a filter for, or all entries, and returns whether all were read.
    /// </param>
    internal void WriteNamed<T>(string[]? names, Func<T, string?> nameOf, string missing, Func<Func<T, bool>?, bool> write)
    {
        var filter = new NameFilter(names);
        if (write(names is null ? null : item => filter.Wants(nameOf(item))))
        {
            WriteMissing(filter, missing, MyInvocation.MyCommand.Name);
        }
    }

    /// <summary>Sends a request without a prompt. A failure becomes a non-terminating error.</summary>
    /// <param name="request">The request.</param>
    /// <param name="target">The target of the error record: the value that the user passed.</param>
    /// <param name="answer">The answer; the default value when there is none.</param>
    /// <param name="error">
    /// Creates the error record, where the default one does not fit; <see langword="null"/> where the caller handles the failure.
    /// </param>
    /// <returns>Whether there is an answer.</returns>
    internal bool TrySendAllowed<T>(ApiRequest<T> request, object? target, out T answer, Func<ChecklyApiException, ErrorRecord?>? error = null)
    {
        ChecklyClient client = ConnectedClient(target);
        return TryTake(() => Send(client, request), target, out answer, error);
    }

    /// <summary>Whether items fail at once after several could not connect.</summary>
    internal virtual bool SparesServer => true;

    /// <inheritdoc/>
    internal override Task<T> SendAsync<T>(ChecklyClient client, ApiRequest<T> request) =>
        SparesServer && _breaker?.Refusal(request) is { } refusal ? Task.FromException<T>(refusal) : base.SendAsync(client, request);

    /// <summary>Takes an answer, and writes an error where there is none.</summary>
    private bool TryTake<T>(Func<T> take, object? target, out T answer, Func<ChecklyApiException, ErrorRecord?>? error = null)
    {
        try
        {
            answer = take();
            _breaker!.Record(null);
            _session!.Memory.Remember(answer);
            return true;
        }
        catch (ChecklyApiException failure)
        {
            _breaker!.Record(failure);
            if ((error is null ? ErrorRecords.From(this, failure, target) : error(failure)) is { } record)
            {
                WriteError(record);
            }

            answer = default!;
            return false;
        }
    }

    /// <summary>Whether a parameter was typed with the command, and not bound from the pipeline.</summary>
    internal bool IsTyped(string parameter) => _typed.Contains(parameter);

    /// <summary>
    /// Whether to post a new update after one that was piped in. It writes an error when the text of the old one would be posted again, and a
    /// warning when its owner has got the new update already: a history that is piped in wants one new update, not one for each old one.
    /// </summary>
    /// <param name="owner">What the update belongs to, such as <c>incident</c>.</param>
    /// <param name="id">The owner's id.</param>
    /// <param name="typed">The parameters that must be typed, so that they are not those of the old update.</param>
    internal bool MayFollow(string owner, string id, params string[] typed)
    {
        if (!typed.All(IsTyped))
        {
            Refuse($"An update that was posted already was piped in: give -{string.Join(" and -", typed)} for the new one.", id);
            return false;
        }

        bool isFirst = _followed.Add(id);
        if (!isFirst)
        {
            WriteWarning($"Another update of {owner} {id} was piped in. The new update is posted to it only once.");
        }

        return isFirst;
    }

    /// <summary>Writes a non-terminating error for arguments that the cmdlet refuses before any request.</summary>
    /// <param name="why">A full sentence.</param>
    /// <param name="target">The value that the user passed.</param>
    internal void Refuse(string why, object? target) =>
        WriteError(ErrorRecords.Refused(why, target));

    /// <summary>Describes an object on one line.</summary>
    internal string About(ResourceKind kind, object item) => kind.About(item, _session!.Memory);

    /// <summary>Names the objects of a kind that the session has seen, the latest first, as a sentence; empty when it has seen none.</summary>
    internal string Seen<T>()
    {
        ResourceKind kind = ResourceKinds.Of(typeof(T));
        string[] seen = [.. _session!.Memory.SeenOf(kind).Take(MostSeen).Select(item => $"{DisplayText.OneLine(kind.Id(item))} '{kind.About(item, _session.Memory)}'")];
        return seen.Length == 0 ? string.Empty : $" This session has seen {string.Join(", ", seen)}.";
    }

    /// <summary>Writes the error of a list that could not be read to its end, if there was one.</summary>
    /// <param name="fault">Why, as a full sentence.</param>
    /// <param name="page">One of its pages.</param>
    internal void WriteFault(string? fault, ApiRequest page)
    {
        if (fault is not null)
        {
            string list = _session!.Client.Options.Redact(page.Path.Split('?')[0]);
            WriteError(ErrorRecords.From(
                this,
                new ChecklyApiException(ChecklyErrorKind.UnexpectedResponse, $"{page.Method} {list}: {fault}"),
                null,
                $"Run the command again. If the error comes again, see what the server sends: Invoke-ChecklyApi '{list}' -AsJson."));
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

    /// <summary>The session that the command uses.</summary>
    internal ChecklySession UsedSession => _session!;

    private ChecklyClient ConnectedClient(object? target)
    {
        try
        {
            return _session!.Client;
        }
        catch (SetupException ended)
        {
            ThrowTerminatingError(ErrorRecords.From(this, ended, target));
            throw;
        }
    }
}
