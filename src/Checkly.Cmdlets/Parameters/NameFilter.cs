using System.Management.Automation;

namespace Checkly;

/// <summary>
/// Selects entries of a list by names, which may have wildcards; without names it selects all. A literal match comes first, so
/// that <c>[EU] API</c> selects the entry of that name.
/// </summary>
/// <param name="names">The names, in any case.</param>
internal sealed class NameFilter(string[]? names)
{
    private readonly (string Name, WildcardPattern? Pattern)[] _wanted = [.. (names ?? []).Select(name => (name, PatternOf(name.Trim())))];

    private readonly HashSet<string> _met = [];

    /// <summary>Names without wildcards that no entry had.</summary>
    public IEnumerable<string> Missing =>
        _wanted.Where(wanted => wanted.Pattern is null && !_met.Contains(wanted.Name)).Select(wanted => wanted.Name);

    /// <summary>Whether an entry is wanted that is called so.</summary>
    public bool Wants(string? name)
    {
        string plain = name?.Trim() ?? string.Empty;
        string[] met = [.. _wanted.Where(wanted => IsMet(wanted.Name, wanted.Pattern, plain)).Select(wanted => wanted.Name)];
        _met.UnionWith(met);
        return _wanted.Length == 0 || met.Length > 0;
    }

    private static bool IsMet(string wanted, WildcardPattern? pattern, string name) =>
        string.Equals(wanted.Trim(), name, StringComparison.OrdinalIgnoreCase) || pattern?.IsMatch(name) == true;

    /// <summary>The wildcard pattern; <see langword="null"/> for a name without wildcards, and for a name that is not a valid pattern.</summary>
    private static WildcardPattern? PatternOf(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return null;
        }

        try
        {
            WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            // An invalid pattern fails when it is used.
            _ = pattern.IsMatch(string.Empty);
            return pattern;
        }
        catch (WildcardPatternException)
        {
            return null;
        }
    }
}
