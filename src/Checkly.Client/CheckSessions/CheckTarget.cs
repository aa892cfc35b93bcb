namespace Checkly;

/// <summary>
/// Which checks to run: those with the <see cref="Ids"/>, or those with certain tags. Without any of them it is every activated check of
/// the account.
/// </summary>
public sealed record CheckTarget
{
    /// <summary>The ids of the checks.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Tags of which a check has one at least.</summary>
    public IReadOnlyList<string> AnyTag { get; init; } = [];

    /// <summary>Tags of which a check has all.</summary>
    public IReadOnlyList<string> AllTags { get; init; } = [];

    /// <summary>Tags of which a check has none. The API writes them with an exclamation mark, as an example of its document does.</summary>
    public IReadOnlyList<string> NoTag { get; init; } = [];

    /// <summary>The target as the API takes it; <see langword="null"/> for every check.</summary>
    internal Dictionary<string, object?>? Body => Ids.Count > 0 ? new() { ["checkId"] = Ids }
        : Combinations is { Length: > 0 } tags ? new() { ["matchTags"] = tags }
        : null;

    /// <summary>Lists of tags: a check matches if it has all tags of one list.</summary>
    private string[][] Combinations
    {
        get
        {
            string[] common = [.. AllTags, .. NoTag.Select(tag => $"!{tag}")];
            return AnyTag.Count > 0 ? [.. AnyTag.Select(tag => (string[])[tag, .. common])] : common.Length > 0 ? [common] : [];
        }
    }
}
