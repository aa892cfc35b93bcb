namespace Checkly;

/// <summary>
/// One kind of thing that the API keeps, such as an incident: what a person calls it, and what a session that has seen one can say
/// about it. Completion, questions and what a session remembers all follow from <see cref="ResourceKinds"/>.
/// </summary>
/// <param name="model">The type of the module.</param>
/// <param name="noun">What a person calls it.</param>
/// <param name="template">Its path, with an asterisk in the place of each id.</param>
internal abstract class ResourceKind(Type model, string noun, string template)
{
    private readonly string[] _segments = template.Split('/');

    /// <summary>The type of the module.</summary>
    public Type Model { get; } = model;

    /// <summary>What a person calls it, such as <c>status page</c>.</summary>
    public string Noun { get; } = noun;

    /// <summary>How many ids its path has.</summary>
    public int IdCount => _segments.Count(segment => segment == "*");

    /// <summary>What goes with it when it is removed, to be put behind its name.</summary>
    public string Cascade { get; init; } = string.Empty;

    /// <summary>What it is a part of, and the parameter that takes the id of that; <see langword="null"/> when it has no owner.</summary>
    public (Type Model, string Parameter)? Owner { get; init; }

    /// <summary>Whether completion offers the account's, and not only those that the session has seen.</summary>
    public abstract bool IsListed { get; }

    /// <summary>Whether completion asks the API only when the session has seen no item of this kind.</summary>
    public bool SeenComeFirst { get; init; }

    /// <summary>What tells one from another.</summary>
    public abstract string? Id(object item);

    /// <summary>What a person calls this one.</summary>
    public abstract string? Name(object item);

    /// <summary>What completion shows beside the id.</summary>
    public abstract string About(object item, SessionMemory memory);

    /// <summary>The id of what it is a part of.</summary>
    public abstract string? OwnerId(object item);

    /// <summary>What of other kinds came with it, the newest last.</summary>
    public abstract IEnumerable<object> Parts(object item);

    /// <summary>The things of this kind in an answer, the one that a person looks for first last.</summary>
    public abstract IEnumerable<object> In(object? answer);

    /// <summary>Reads something that has the name of one in it.</summary>
    /// <exception cref="ChecklyApiException">The API did not answer, or knows no such thing.</exception>
    public abstract Task<object?> ReadAsync(string[] ids, ChecklyClient client, CancellationToken cancellationToken);

    /// <summary>Reads the first page of the account's; only where <see cref="IsListed"/>.</summary>
    /// <exception cref="ChecklyApiException">The API did not answer.</exception>
    public abstract Task<IReadOnlyList<object>> ListAsync(ChecklyClient client, CancellationToken cancellationToken);

    /// <summary>What stands in the places of the ids of a path, unescaped; <see langword="null"/> when it is the path of something else.</summary>
    public string[]? Match(string[] segments) =>
        segments.Length == _segments.Length && _segments.Zip(segments, (wanted, given) => wanted == "*" ? given.Length > 0 : wanted == given).All(same => same)
            ? [.. _segments.Zip(segments, (wanted, given) => wanted == "*" ? Uri.UnescapeDataString(given) : null).OfType<string>()]
            : null;
}

/// <inheritdoc cref="ResourceKind"/>
/// <typeparam name="T">The type of the module.</typeparam>
internal sealed class ResourceKind<T>(string noun, string template) : ResourceKind(typeof(T), noun, template)
    where T : class
{
    /// <inheritdoc cref="ResourceKind.Id"/>
    public required Func<T, string?> IdOf { get; init; }

    /// <inheritdoc cref="ResourceKind.Name"/>
    public required Func<T, string?> NameOf { get; init; }

    /// <summary>The request that reads one, by the ids of its path.</summary>
    public required Func<string[], ChecklyClient, CancellationToken, Task<object?>> Read { get; init; }

    /// <summary>What completion shows beside the id; the name when not given.</summary>
    public Func<T, SessionMemory, string?>? Hint { get; init; }

    /// <inheritdoc cref="ResourceKind.OwnerId"/>
    public Func<T, string?> OwnerIdOf { get; init; } = static _ => null;

    /// <inheritdoc cref="ResourceKind.Parts"/>
    public Func<T, IEnumerable<object>> PartsOf { get; init; } = static _ => [];

    /// <summary>The request for the first page of the account's.</summary>
    public Func<ApiRequest<Page<T>>>? List { get; init; }

    /// <inheritdoc/>
    public override bool IsListed => List is not null;

    /// <inheritdoc/>
    public override string? Id(object item) => IdOf((T)item);

    /// <inheritdoc/>
    public override string? Name(object item) => NameOf((T)item);

    /// <inheritdoc/>
    public override string About(object item, SessionMemory memory) => DisplayText.OneLine(Hint is null ? Name(item) : Hint((T)item, memory));

    /// <inheritdoc/>
    public override string? OwnerId(object item) => OwnerIdOf((T)item);

    /// <inheritdoc/>
    public override IEnumerable<object> Parts(object item) => PartsOf((T)item);

    /// <inheritdoc/>
    public override IEnumerable<object> In(object? answer) => answer switch
    {
        T one => [one],
        // The API puts what is new first.
        Page<T> page => page.Items.Reverse(),
        T[] many => Enumerable.Reverse(many),
        _ => [],
    };

    /// <inheritdoc/>
    public override Task<object?> ReadAsync(string[] ids, ChecklyClient client, CancellationToken cancellationToken) => Read(ids, client, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<object>> ListAsync(ChecklyClient client, CancellationToken cancellationToken) =>
        (await client.SendAsync(List!(), cancellationToken).ConfigureAwait(false)).Items;
}
