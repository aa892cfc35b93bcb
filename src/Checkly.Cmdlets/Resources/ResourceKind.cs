using System.Globalization;

namespace Checkly;

/// <summary>
/// A kind of resource, such as an incident: its noun, its ids and its names. Completion, prompts, id parameters and the memory of
/// a session all use <see cref="ResourceKinds"/>.
/// </summary>
/// <param name="model">The type of the module.</param>
/// <param name="noun">The noun for it in messages.</param>
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

    /// <summary>What is removed with it, to be put behind its name.</summary>
    public string Cascade { get; init; } = string.Empty;

    /// <summary>The property of the type that holds its id.</summary>
    public string IdProperty { get; init; } = "Id";

    /// <summary>Whether its id is a whole number.</summary>
    public bool HasNumber => Model.GetProperty(IdProperty)?.PropertyType == typeof(long?);

    /// <summary>Whether an object of the account can be given by its name where its id is wanted.</summary>
    public abstract bool IsNamed { get; }

    /// <summary>The form of its ids; a text of another form is taken for a name.</summary>
    public Func<string, bool> IsId { get => field ?? (HasNumber ? static id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 : ApiId.IsGuid); init; }

    /// <summary>The columns in which a row of data may have its id, the most telling first.</summary>
    public string[] Columns { get; init; } = ["Id"];

    /// <summary>
    /// The kind of its owner, and the property with the owner's id, which is also the name of the parameter for that id; <see
    /// langword="null"/> when it has no owner.
    /// </summary>
    public (Type Model, string Property)? Owner { get; init; }

    /// <summary>Types without a kind of their own that hold its id too, and the property that does.</summary>
    public (Type Model, string Property)[] AlsoIn { get; init; } = [];

    /// <summary>
    /// The models that hold its id, itself first, and the property with the id: an <see cref="IncidentUpdate"/> holds the id of
    /// its <see cref="Incident"/>.
    /// </summary>
    public (Type Model, string Property)[] Holders => field ??= [(Model, IdProperty), .. PartsWith(null), .. AlsoIn];

    /// <summary>Whether completion offers all objects of the account, and not only those that the session has seen.</summary>
    public abstract bool IsListed { get; }

    /// <summary>Whether completion offers those of the account only as long as the session has seen none.</summary>
    public bool SeenComeFirst { get; init; }

    /// <summary>The id of an object.</summary>
    public abstract string? Id(object item);

    /// <summary>The name of an object, as people know it.</summary>
    public abstract string? Name(object item);

    /// <summary>What completion shows beside the id.</summary>
    public abstract string About(object item, SessionMemory memory);

    /// <summary>The id of the object that it is a part of.</summary>
    public abstract string? OwnerId(object item);

    /// <summary>The objects of other kinds that it contains, the newest last.</summary>
    public abstract IEnumerable<object> Parts(object item);

    /// <summary>The objects of this kind in an answer, the one that a person most likely wants last.</summary>
    public abstract IEnumerable<object> In(object? answer);

    /// <summary>Reads the object with these ids, or an object that contains it.</summary>
    /// <exception cref="ChecklyApiException">The API did not answer, or knows no such thing.</exception>
    public abstract Task<object?> ReadAsync(string[] ids, ChecklyClient client, CancellationToken cancellationToken);

    /// <summary>Reads the first page of the account's list; only where <see cref="IsListed"/>.</summary>
    /// <exception cref="ChecklyApiException">The API did not answer.</exception>
    public abstract Task<IReadOnlyList<object>> ListAsync(ChecklyClient client, CancellationToken cancellationToken);

    /// <summary>
    /// The column with its id in a row of data that also has an id of its own. Such a row describes a part, such as a maintenance
    /// of a window. <see langword="null"/> for every other row.
    /// </summary>
    /// <param name="has">Whether the row has a column.</param>
    public string? NameInPart(Func<string, bool> has) => Holders
        .Where(holder => holder.Model != Model && has(holder.Property) && ResourceKinds.Find(holder.Model)?.Columns.Any(has) == true)
        .Select(holder => holder.Property)
        .FirstOrDefault();

    /// <summary>What stands in the places of the ids of a path, unescaped; <see langword="null"/> when it is the path of something else.</summary>
    public string[]? Match(string[] segments) =>
        segments.Length == _segments.Length && _segments.Zip(segments, (wanted, given) => wanted == "*" ? given.Length > 0 : wanted == given).All(same => same)
            ? [.. _segments.Zip(segments, (wanted, given) => wanted == "*" ? Uri.UnescapeDataString(given) : null).OfType<string>()]
            : null;

    /// <summary>Its parts, and theirs, that hold its id under the same name.</summary>
    private IEnumerable<(Type Model, string Property)> PartsWith(string? property) => ResourceKinds.All
        .Where(part => part.Owner?.Model == Model)
        .Select(part => (part, Name: property ?? part.Owner!.Value.Property))
        .Where(found => found.part.Model.GetProperty(found.Name) is not null)
        .SelectMany(found => found.part.PartsWith(found.Name).Prepend((found.part.Model, found.Name)));
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

    /// <summary>What else a person may call it, such as the address of a status page.</summary>
    public Func<T, IEnumerable<string?>> AlsoCalled { get; init; } = static _ => [];

    /// <summary>The account's list, where a name identifies one of them.</summary>
    public ListPages<T>? Pages { get; init; }

    /// <summary>Reads those that completion offers; by default the first of <see cref="Pages"/>.</summary>
    public Func<ChecklyClient, CancellationToken, Task<IReadOnlyList<T>>>? List
    {
        get => field ?? (Pages is null ? null : async (client, cancellationToken) => (await client.SendAsync(Pages.Request(Pages.Walk()), cancellationToken).ConfigureAwait(false)).Items);
        init;
    }

    /// <inheritdoc/>
    public override bool IsListed => List is not null;

    /// <inheritdoc/>
    public override bool IsNamed => Pages is not null;

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
        // The API lists the newest first.
        Page<T> page => page.Items.Reverse(),
        T[] many => Enumerable.Reverse(many),
        _ => [],
    };

    /// <inheritdoc/>
    public override Task<object?> ReadAsync(string[] ids, ChecklyClient client, CancellationToken cancellationToken) => Read(ids, client, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<object>> ListAsync(ChecklyClient client, CancellationToken cancellationToken) =>
        await List!(client, cancellationToken).ConfigureAwait(false);
}
