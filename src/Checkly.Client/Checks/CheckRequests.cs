namespace Checkly;

/// <summary>The operations of <c>/v1/checks</c> that read checks.</summary>
public static class CheckRequests
{
    /// <summary>The largest <c>limit</c> of the list.</summary>
    public const int LargestPage = 100;

    private static readonly Resource<Check> Checks = new("/v1/checks", Check.Read);

    /// <inheritdoc cref="Resource{T}.List(int, long)"/>
    public static ApiRequest<Page<Check>> List(int limit, long page) => Checks.List(limit, page);

    /// <inheritdoc cref="Resource{T}.Get"/>
    public static ApiRequest<Check> Get(string id) => Checks.Get(id);
}
