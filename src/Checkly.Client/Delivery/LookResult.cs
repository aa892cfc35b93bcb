using System.Text.Json;

namespace Checkly;

/// <summary>What a look for what a POST may have made has shown.</summary>
/// <param name="Found">What the request made, the oldest first: more than one when several tries of it were carried out.</param>
/// <param name="Doubt">Why nothing can be said, as a full sentence; none when the look is to be relied on.</param>
internal sealed record LookResult<T>(IReadOnlyList<(JsonElement Id, T Made)> Found, string? Doubt)
{
    /// <summary>Whether another look would show the same: the server does not let it be seen.</summary>
    public bool IsRefused { get; init; }
}
