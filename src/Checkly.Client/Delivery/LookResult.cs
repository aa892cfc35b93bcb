using System.Text.Json;

namespace Checkly;

/// <summary>The result of one look at the list.</summary>
/// <param name="Found">
/// The entries that only the POST can have created, the oldest first; several when several attempts were carried out.
/// </param>
/// <param name="Doubt">
/// The reason why the look is inconclusive, as a full sentence; <see langword="null"/> when it is conclusive.
/// </param>
internal sealed record LookResult<T>(IReadOnlyList<FoundEntry<T>> Found, string? Doubt = null)
{
    /// <summary>Whether another look could not change the result.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether the doubt is about an entry that the look has seen.</summary>
    public bool IsOfEntry { get; init; }

    /// <summary>Whether an entry with the content that was sent is there, and may have been made since.</summary>
    public bool SeesSame { get; init; }
}

/// <summary>An entry that a POST may have created.</summary>
/// <param name="Id">Its id; undefined where the POST creates several entries.</param>
/// <param name="CreatedAt">The time of its creation, by the server's clock; not set where the POST creates several entries.</param>
/// <param name="Made">The answer that the lost one would have been.</param>
internal sealed record FoundEntry<T>(JsonElement Id, DateTimeOffset CreatedAt, T Made);
