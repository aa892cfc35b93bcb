namespace Checkly;

/// <summary>
/// The order in which a list seems to be. Equal times prove no order: entries that were imported together have the same time.
/// </summary>
internal sealed class ListOrder
{
    private DateTimeOffset? _first;
    private bool _falls = true;
    private bool _rises = true;

    /// <summary>The creation time of the entry that was added last.</summary>
    public DateTimeOffset? Latest { get; private set; }

    public bool IsNewestFirst => _falls && Latest < _first;

    public bool IsOldestFirst => _rises && Latest > _first;

    public void Add(DateTimeOffset? created)
    {
        _falls &= created is not null && (Latest is null || created <= Latest);
        _rises &= created is not null && (Latest is null || created >= Latest);
        _first ??= created;
        Latest = created;
    }
}
