namespace Checkly;

/// <summary>Formats the question before a change: the action, the object and the account. All cmdlets use it.</summary>
/// <param name="session">The session that sends the request. It knows the names of objects.</param>
/// <param name="request">The request.</param>
internal sealed class ChangeQuestion(ChecklySession session, ApiRequest request)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A POST changes no existing object. Its question shows the body, and names only objects that the session knows.
    private readonly ChangedThing? _thing = ChangedThing.Of(request.Method, request.Path);

    /// <summary>What is done, in the place of what follows from the request, such as <c>Subscribe 3 addresses to</c>.</summary>
    public string? Does { get; init; }

    /// <summary>What else to know before saying yes, as a sentence; it takes the place of the request.</summary>
    public string? Note { get; init; }

    /// <summary>What would go out, where that is more than the request.</summary>
    public string What { get; init; } = request.ToString();

    /// <summary>
    /// Returns the question on one line. An object to be changed or removed is read first when the session has not seen it,
    /// because an id alone does not tell a person what it is.
    /// </summary>
    /// <param name="cancellationToken">Is cancelled by Ctrl+C.</param>
    /// <returns>Such as <c>Remove incident 'Checkout is slow' (e50ad839-...) with all its updates in account Acme (d43967ee-...)?</c></returns>
    public string Ask(CancellationToken cancellationToken)
    {
        FindNames(cancellationToken);
        string? thing = _thing?.Describe(session);
        string place = session.Place;
        return (request.Method, thing) switch
        {
            (_, not null) when Does is not null => $"{Does} {thing} in {place}? {Note ?? What}",
            ("DELETE", not null) => $"Remove {thing}{_thing!.Cascade} in {place}?",
            ("DELETE", null) => $"Remove {DisplayText.OneLine(request.Path)} in {place}?",
            ("POST", not null) => $"Add to {thing} in {place}? {What}",
            (_, not null) => $"Change {thing} in {place}? {What}",
            _ => $"Send to {place}? {What}",
        };
    }

    /// <summary>Asks the API for the names that are not known. One that cannot be had, or not in time, is left out.</summary>
    private void FindNames(CancellationToken cancellationToken)
    {
        if (_thing is null || request.Method == "POST")
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            _thing.FindNamesAsync(session, patience.Token).GetAwaiter().GetResult();
        }
        catch (Exception unknown) when (unknown is ChecklyApiException or SetupException or OperationCanceledException or FormatException or ArgumentException)
        {
            // The question then has only the id; the change itself reports what is wrong.
        }
    }
}
