namespace Checkly;

/// <summary>The operations of <c>/v1/runtimes</c>.</summary>
public static class RuntimeRequests
{
    private static readonly Resource<Runtime> Runtimes = new("/v1/runtimes", Runtime.Read);

    /// <inheritdoc cref="Resource{T}.List()"/>
    public static ApiRequest<Runtime[]> List() => Runtimes.List();

    /// <summary>Reads one runtime.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The request <c>GET /v1/runtimes/{id}</c>.</returns>
    public static ApiRequest<Runtime> Get(string name) => Runtimes.Get(name);
}
