using System.Net.Http;
using System.Text.Json;

namespace Checkly;

/// <summary>Creates the requests that most resources have in common. A request class adds those that only its resource has.</summary>
/// <param name="path">The path of the resource's list.</param>
/// <param name="read">Reads one object.</param>
internal sealed class Resource<T>(string path, Func<JsonElement, T> read)
{
    /// <summary>The path of the list.</summary>
    public string Path => path;

    /// <summary>Reads the whole list, which is not paged.</summary>
    /// <returns>The request.</returns>
    public ApiRequest<T[]> List() => new(HttpMethod.Get, path, (json, answer) => JsonValues.Many(json, answer, read));

    /// <summary>Reads one page of the list.</summary>
    /// <param name="limit">The number of entries on the page.</param>
    /// <param name="page">The page number, counted from 1.</param>
    /// <returns>The request.</returns>
    public ApiRequest<Page<T>> List(int limit, long page) => List(limit, page, []);

    /// <summary>Reads one page of what a filter selects.</summary>
    /// <param name="limit">The number of entries on the page.</param>
    /// <param name="page">The page number, counted from 1.</param>
    /// <param name="filter">The filter as parameters of the query.</param>
    /// <returns>The request.</returns>
    public ApiRequest<Page<T>> List(int limit, long page, IEnumerable<KeyValuePair<string, string>> filter) =>
        new(HttpMethod.Get, ApiQuery.Append(path + ApiPath.Of($"?limit={limit}&page={page}"), filter), Page<T>.Reader(read));

    /// <summary>Reads one page of the list.</summary>
    /// <param name="limit">The number of entries on the page.</param>
    /// <param name="nextId">The <see cref="Page{T}.NextId"/> of the previous page; <see langword="null"/> for the first page.</param>
    /// <returns>The request.</returns>
    public ApiRequest<Page<T>> List(int limit, string? nextId) => List(limit, nextId, []);

    /// <summary>Reads one page of what a filter selects.</summary>
    /// <param name="limit">The number of entries on the page.</param>
    /// <param name="nextId">The <see cref="Page{T}.NextId"/> of the previous page; <see langword="null"/> for the first page.</param>
    /// <param name="filter">The filter as parameters of the query.</param>
    /// <returns>The request.</returns>
    public ApiRequest<Page<T>> List(int limit, string? nextId, IEnumerable<KeyValuePair<string, string>> filter) =>
        new(HttpMethod.Get, ApiQuery.Append(path + ApiPath.Of($"?limit={limit}") + (nextId is null ? string.Empty : ApiPath.Of($"&nextId={nextId}")), filter), Page<T>.CursorReader(read));

    /// <summary>Reads one object.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The request.</returns>
    public ApiRequest<T> Get(object id) => new(HttpMethod.Get, PathOf(id), read);

    /// <summary>Creates an object.</summary>
    /// <param name="body">The body.</param>
    /// <param name="confirmation">Where the object is listed.</param>
    /// <returns>The request.</returns>
    public ApiRequest<T> Create(byte[] body, Confirmation confirmation) => new(HttpMethod.Post, path, read, body) { Confirmation = confirmation };

    /// <summary>Changes an object.</summary>
    /// <param name="id">The id.</param>
    /// <param name="body">The body.</param>
    /// <param name="shownBody">The body as it is shown, where it differs.</param>
    /// <returns>The request.</returns>
    public ApiRequest<T> Put(object? id, byte[] body, byte[]? shownBody = null) => new(HttpMethod.Put, PathOf(id), read, body, shownBody);

    /// <summary>Removes an object.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The request.</returns>
    public ApiRequest<NoContent> Delete(object id) => new(HttpMethod.Delete, PathOf(id));

    /// <summary>The path of one object.</summary>
    public string PathOf(object? id) => path + ApiPath.Of($"/{id}");
}
