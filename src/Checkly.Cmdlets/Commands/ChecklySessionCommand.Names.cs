using System.Globalization;

namespace Checkly;

/// <content>Names that were given where ids are wanted.</content>
public abstract partial class ChecklySessionCommand
{
    private readonly Dictionary<Type, object> _names = [];

    /// <summary>
    /// That an id of a failed request belongs to an object of another kind, and which cmdlet takes that, as sentences; <see langword="null"/> when
    /// the session has seen no such object.
    /// </summary>
    /// <param name="failure">The failure.</param>
    internal string? Mistaken(ChecklyApiException failure)
    {
        ChangedThing? thing = failure is { Method: { } method, Path: { } path } ? ChangedThing.Of(method, path) : null;
        return _session is { IsConnected: true } ? thing?.Mistaken(_session, GetType()) : null;
    }

    /// <summary>
    /// The ids of what was given by ids or names. For a name that cannot be resolved, a non-terminating error is written, and it is left
    /// out.
    /// </summary>
    /// <typeparam name="T">What the ids are of.</typeparam>
    /// <param name="given">Ids and names.</param>
    internal IEnumerable<string> Ids<T>(IEnumerable<string> given)
        where T : class
    {
        foreach (string text in given)
        {
            if (IdOf<T>(text) is { } id)
            {
                yield return id;
            }
        }
    }

    /// <summary>The same, where the ids are whole numbers.</summary>
    /// <typeparam name="T">What the ids are of.</typeparam>
    /// <param name="given">Ids and names.</param>
    internal IEnumerable<long> Numbers<T>(IEnumerable<string> given)
        where T : class => Ids<T>(given).Select(id => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>The id of what was given by its id or name; <see langword="null"/> after a non-terminating error.</summary>
    /// <typeparam name="T">What the id is of.</typeparam>
    /// <param name="given">The id or the name.</param>
    internal string? IdOf<T>(string given)
        where T : class
    {
        ResourceKind kind = ResourceKinds.Of(typeof(T));
        return kind.IsId(given) ? given : Named<T>(given) is { } item ? kind.Id(item) : null;
    }

    /// <summary>The same, where the id is a whole number.</summary>
    /// <typeparam name="T">What the id is of.</typeparam>
    /// <param name="given">The id or the name.</param>
    internal long? NumberOf<T>(string given)
        where T : class
    {
        foreach (long number in Numbers<T>([given]))
        {
            return number;
        }

        return null;
    }

    /// <summary>The object of a name; <see langword="null"/> after a non-terminating error.</summary>
    /// <typeparam name="T">What is looked for.</typeparam>
    /// <param name="name">The name.</param>
    internal T? Named<T>(string name)
        where T : class
    {
        if (!_names.TryGetValue(typeof(T), out object? names))
        {
            _names[typeof(T)] = names = new NameResolver<T>(this);
        }

        return ((NameResolver<T>)names).Find(name);
    }
}
