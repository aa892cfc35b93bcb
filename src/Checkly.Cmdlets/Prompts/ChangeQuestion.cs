namespace Checkly;

/// <summary>
/// The question before a change: what is done, to what, and in which account. All cmdlets ask in these words.
/// </summary>
/// <param name="session">The session that sends the request, and knows names.</param>
/// <param name="request">The request.</param>
internal sealed class ChangeQuestion(ChecklySession session, ApiRequest request)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A POST changes nothing that is there; its question shows what is posted, and names only what the session knows.
    private readonly ChangedThing? _thing = request.Method == "POST" ? ChangedThing.Above(request.Path) : ChangedThing.At(request.Path);

    /// <summary>What is done, in the place of what follows from the request, such as <c>Subscribe 3 addresses to</c>.</summary>
    public string? Does { get; init; }

    /// <summary>What else to know before saying yes, as a sentence; it takes the place of the request.</summary>
    public string? Note { get; init; }

    /// <summary>What would go out, where that is more than the request.</summary>
    public string What { get; init; } = request.ToString();

    /// <summary>
    /// The question, on one line. What is changed or removed is read first when the session has not seen it: a person cannot
    /// check an id.
    /// </summary>
    /// <param name="cancellationToken">Ctrl+C.</param>
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
            // The question names the id; what is wrong shows itself when the change is sent.
        }
    }
}
