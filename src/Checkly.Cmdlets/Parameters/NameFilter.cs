using System.Management.Automation;

namespace Checkly;

/// <summary>Picks entries of a list by names that may have wildcards; without names it picks all.</summary>
/// <param name="names">The names, in any case.</param>
internal sealed class NameFilter(string[]? names)
{
    private readonly (string Name, WildcardPattern Pattern)[] _wanted =
        [.. (names ?? []).Select(name => (name, WildcardPattern.Get(name.Trim(), WildcardOptions.IgnoreCase)))];

    private readonly HashSet<string> _met = [];

    /// <summary>Names without wildcards that no entry had.</summary>
    public IEnumerable<string> Missing =>
        _wanted.Select(wanted => wanted.Name).Where(name => !WildcardPattern.ContainsWildcardCharacters(name) && !_met.Contains(name));

    /// <summary>Whether an entry is wanted that is called so.</summary>
    public bool Wants(string? name)
    {
        string[] met = [.. _wanted.Where(wanted => wanted.Pattern.IsMatch(name?.Trim() ?? string.Empty)).Select(wanted => wanted.Name)];
        _met.UnionWith(met);
        return _wanted.Length == 0 || met.Length > 0;
    }
}
