namespace Checkly;

/// <summary>What a request is about, by its path: its kind, its id, and what it belongs to.</summary>
internal sealed class ChangedThing
{
    private readonly ResourceKind _kind;
    private readonly string[] _ids;
    private readonly ChangedThing? _owner;

    private ChangedThing(ResourceKind kind, string[] ids, ChangedThing? owner)
    {
        _kind = kind;
        _ids = ids;
        _owner = owner;
    }

    /// <summary>What is removed with it, to be put behind its name.</summary>
    public string Cascade => _kind.Cascade;

    /// <summary>Its ids as arguments of a command, that of what it belongs to first.</summary>
    public string Ids => string.Join(" ", _ids.Select(Uri.EscapeDataString));

    /// <summary>
    /// What a change or a removal is about, or what a POST adds to; <see langword="null"/> when no cmdlet of the module manages it, or when
    /// the POST creates something without an owner.
    /// </summary>
    /// <param name="method">The method of the request.</param>
    /// <param name="path">The path of the request, with or without a query.</param>
    public static ChangedThing? Of(string method, string path)
    {
        string[] segments = path.Split('?')[0].TrimEnd('/').Split('/');
        return method == "POST" ? Find(Without(segments, 1)) ?? Find(Without(segments, 2)) : Find(segments);
    }

    /// <summary>
    /// Why nothing was found at this path, as sentences: one of its ids belongs to an object of another kind, and which cmdlet takes that;
    /// <see langword="null"/> when the session has seen no such object.
    /// </summary>
    /// <param name="session">The session.</param>
    /// <param name="command">The type of the cmdlet that wants it.</param>
    public string? Mistaken(ChecklySession session, Type command)
    {
        string id = _ids[_ids.Length - 1];
        // A number identifies an object only among those of its kind.
        return !_kind.HasNumber && session.Memory.OtherKindOf(id, _kind) is { } other
            ? $"{id} is the id of {ArgumentValue.WithArticle(other.Model.Name)} that this session has seen. {WrongModel.Instead(other.Model.Name, command)}"
            : _owner?.Mistaken(session, command);
    }

    /// <summary>Asks the API for the names that are not known yet, of the thing and of what it belongs to.</summary>
    /// <param name="session">The session; it remembers the names.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task FindNamesAsync(ChecklySession session, CancellationToken cancellationToken)
    {
        if (NameIn(session) is null && await _kind.ReadAsync(_ids, session.Client, cancellationToken).ConfigureAwait(false) is { } answer)
        {
            session.Memory.Remember(answer);
        }

        if (_owner is not null)
        {
            await _owner.FindNamesAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Kind, name and id, and the same of what it belongs to.</summary>
    /// <param name="session">The session; when it has not seen the object, the name is left out.</param>
    /// <returns>Such as <c>incident 'Checkout is slow' (e50ad839-1b90-4955-b716-1c6edbda57cb)</c>.</returns>
    public string Describe(ChecklySession session)
    {
        // Escaped as in the path, so that no hidden character gets into the question.
        string id = Uri.EscapeDataString(_ids[_ids.Length - 1]);
        string own = NameIn(session) is { } name ? $"{_kind.Noun} '{Short(name)}' ({id})" : $"{_kind.Noun} {id}";
        return _owner is null ? own : $"{own} of {_owner.Describe(session)}";
    }

    private static ChangedThing? Find(string[] segments)
    {
        foreach (ResourceKind kind in ResourceKinds.All.OrderBy(kind => kind.IdCount))
        {
            if (kind.Match(segments) is { } ids)
            {
                return new ChangedThing(kind, ids, Find(Without(segments, 2)));
            }
        }

        return null;
    }

    private static string[] Without(string[] segments, int last) => [.. segments.Take(segments.Length - last)];

    private static string Short(string name)
    {
        const int Most = 60;
        // The name stands in single quotes, so it must not contain one.
        string line = DisplayText.OneLine(name).Replace('\'', '\u2019');
        string first = TextCells.Wrap(line, Most).First();
        return first.Length < line.Length ? first + "..." : line;
    }

    private string? NameIn(ChecklySession session) => session.Memory.NameOf(_kind, _ids[_ids.Length - 1]);
}
