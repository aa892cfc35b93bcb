namespace Checkly;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The entries of this page.</param>
/// <param name="Total">How many entries the whole list has, when the server says so.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long? Total)
{
    /// <summary>Reads a bare array; the total, when there is one, is in <c>Content-Range</c>.</summary>
    internal static Func<System.Text.Json.JsonElement, ApiAnswer, Page<T>> Reader(Func<System.Text.Json.JsonElement, T> read) =>
        (json, answer) => new Page<T>(JsonValues.Many(json, read), answer.Total);
}
