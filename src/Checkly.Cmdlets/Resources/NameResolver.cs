using System.Globalization;
using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Finds objects of the account by their names. The account's list is read at most once for a pipeline, when the first name has to be
/// looked up. A name that no object has, or several have, is an error before anything is changed.
/// </summary>
/// <typeparam name="T">What is looked for.</typeparam>
/// <param name="command">The cmdlet that sends the requests and writes the errors.</param>
internal sealed class NameResolver<T>(ChecklySessionCommand command)
    where T : class
{
    private const int MostNamed = 10;
    private static readonly ResourceKind<T> Kind = (ResourceKind<T>)ResourceKinds.Of(typeof(T));
    private List<T>? _all;
    private bool _wasRead;

    /// <summary>The object with an id, if the list was read and has it.</summary>
    public T? Known(string id) => _all?.Find(item => ApiId.Same(Kind.Id(item), id));

    /// <summary>
    /// Finds the object of a name. Returns <see langword="null"/> after a non-terminating error.
    /// </summary>
    /// <param name="name">The name.</param>
    public T? Find(string name)
    {
        string lister = $"Get-Checkly{typeof(T).Name}";
        string shown = Shown(name);
        if (!_wasRead)
        {
            _wasRead = true;
            if ((_all = Kind.Pages!.ReadAll(command)) is null)
            {
                return null;
            }
        }

        if (_all is not { } all)
        {
            // Its own error was written for the first name.
            command.WriteError(ErrorRecords.Missing($"The {Kind.Noun} '{shown}' was not looked up, since the account's list could not be read.", name, lister));
            return null;
        }

        if (Known(name) is { } known)
        {
            return known;
        }

        // As it is written, else in any case, else as it is shown: two blanks look like one.
        T[] called = Called(all, own => own == name);
        called = called.Length > 0 ? called : Called(all, own => string.Equals(own, name, StringComparison.OrdinalIgnoreCase));
        called = called.Length > 0 ? called : Called(all, own => string.Equals(DisplayText.OneLine(own), DisplayText.OneLine(name), StringComparison.OrdinalIgnoreCase));
        if (called.Length == 1)
        {
            return called[0];
        }

        if (called.Length == 0)
        {
            string wildcards = WildcardPattern.ContainsWildcardCharacters(name) ? $" An id or a whole name is wanted here; {lister} -Name takes wildcards." : string.Empty;
            command.WriteError(ErrorRecords.Missing($"The account has no {Kind.Noun} '{shown}'. {Listed(lister)}{wildcards}", name, lister));
        }
        else
        {
            string candidates = string.Join(", ", called.Select(item => DisplayText.OneLine($"{Kind.Id(item)} '{command.About(Kind, item)}'")));
            command.Refuse($"The account has {called.Length.ToString(CultureInfo.InvariantCulture)} {Kind.Noun}s '{shown}': {candidates}. Give the id of the one you mean.", name);
        }

        return null;
    }

    private static T[] Called(List<T> all, Func<string?, bool> isMeant) => [.. all.Where(item => Names(item).Any(isMeant))];

    private static string Shown(string? name)
    {
        const int Most = 60;
        string line = DisplayText.OneLine(name);
        return line.Length > Most ? $"{line.Substring(0, Most)}..." : line;
    }

    private static IEnumerable<string?> Names(T item) => Kind.AlsoCalled(item).Prepend(Kind.Name(item)).Select(name => name?.Trim());

    private string Listed(string lister) => _all!.Count switch
    {
        0 => $"It has none yet{(HasMaker ? $": New-Checkly{typeof(T).Name} makes one" : string.Empty)}.",
        > MostNamed => $"{lister} lists its {_all.Count.ToString(CultureInfo.InvariantCulture)} {Kind.Noun}s.",
        _ => $"It has {string.Join(", ", _all.Select(item => $"'{Shown(Kind.Name(item))}'"))}.",
    };

    private static bool HasMaker => typeof(NameResolver<T>).Assembly.GetType($"Checkly.Commands.NewCheckly{typeof(T).Name}Command") is not null;
}
