using System.Collections.Specialized;

namespace Checkly;

/// <summary>Which checks a list contains: those that meet every condition that is set.</summary>
public sealed record CheckFilter
{
    /// <summary>Tags: a check has one of them at least.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The type, such as <c>API</c>.</summary>
    public string? CheckType { get; init; }

    /// <summary><c>passing</c>, <c>failing</c> or <c>degraded</c>.</summary>
    public string? Status { get; init; }

    /// <summary>A part of the address that an API check requests.</summary>
    public string? UrlPattern { get; init; }

    /// <summary>A part of the name, in upper or lower case.</summary>
    public string? Search { get; init; }

    /// <summary>Whether the settings of a check's group take the place of its own, as they do when it runs.</summary>
    public bool AppliesGroupSettings { get; init; }

    /// <summary>The conditions as parameters of a query.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Query => ApiQuery.Of(new OrderedDictionary
    {
        ["tag"] = Tags.ToArray(),
        ["checkType"] = CheckType,
        ["status"] = Status,
        ["apiCheckUrlFilterPattern"] = UrlPattern,
        ["search"] = Search,
        ["applyGroupSettings"] = AppliesGroupSettings ? true : null,
    });
}
