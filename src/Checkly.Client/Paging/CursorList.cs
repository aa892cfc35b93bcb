using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>Requests for lists that are paged by <c>limit</c> and <c>nextId</c>.</summary>
internal static class CursorList
{
    /// <summary>Creates the request for one page.</summary>
    /// <param name="path">The list's path.</param>
    /// <param name="limit">Entries on a page.</param>
    /// <param name="nextId">The <see cref="Page{T}.NextId"/> of the previous page; <see langword="null"/> for the first page.</param>
    /// <param name="read">Reads an entry.</param>
    public static ApiRequest<Page<T>> Of<T>(string path, int limit, string? nextId, Func<JsonElement, T> read) =>
        new(
            HttpMethod.Get,
            path + ApiPath.Of($"?limit={limit}") + (nextId is null ? string.Empty : ApiPath.Of($"&nextId={nextId}")),
            Page<T>.CursorReader(read));
}
