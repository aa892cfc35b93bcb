namespace Checkly;

/// <summary>The operations of <c>/v1/snippets</c>.</summary>
public static class SnippetRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    private static readonly Resource<Snippet> Snippets = new("/v1/snippets", Snippet.Read);

    /// <summary>Where a created snippet is listed.</summary>
    internal static Confirmation WhereMade => Confirmation.InPages("the account's snippets", Snippets.Path, LargestPage);

    /// <inheritdoc cref="Resource{T}.List(int, long)"/>
    public static ApiRequest<Page<Snippet>> List(int limit, long page) => Snippets.List(limit, page);

    /// <inheritdoc cref="Resource{T}.Get"/>
    public static ApiRequest<Snippet> Get(long id) => Snippets.Get(id);

    /// <summary>Creates a snippet.</summary>
    /// <param name="snippet">The snippet; the API requires its name and its script.</param>
    /// <returns>The request <c>POST /v1/snippets</c>.</returns>
    public static ApiRequest<Snippet> Create(Snippet snippet) => Snippets.Create(JsonBody.Object(snippet), WhereMade);

    /// <summary>
    /// Changes a snippet. The API requires the name and the script, so the one that is not changed is sent back as it was read.
    /// </summary>
    /// <param name="current">The snippet as <see cref="Get"/> read it.</param>
    /// <param name="changes">The fields to change: <c>name</c>, <c>script</c>.</param>
    /// <returns>The request <c>PUT /v1/snippets/{id}</c>.</returns>
    public static ApiRequest<Snippet> Change(Snippet current, IReadOnlyDictionary<string, object?> changes)
    {
        _ = current ?? throw new ArgumentNullException(nameof(current));
        return Snippets.Put(current.Id, JsonBody.Object(json => json.WriteMerged(Snippet.Settings, changes, current.Source)));
    }

    /// <inheritdoc cref="Resource{T}.Delete"/>
    public static ApiRequest<NoContent> Delete(long id) => Snippets.Delete(id);
}
