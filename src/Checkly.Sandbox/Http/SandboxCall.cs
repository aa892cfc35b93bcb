using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>A request that fits the facts.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Path">The values of the placeholders.</param>
/// <param name="Query">The parameters of the query, with their defaults.</param>
/// <param name="Body">
/// The body; empty when the operation takes none. Missing fields have their defaults, except in a partial change.
/// </param>
internal sealed record SandboxCall(ApiOperation Operation, JsonObject Path, JsonObject Query, JsonObject Body)
{
    /// <summary>A value of the path as a text.</summary>
    public string Id(string placeholder) => Path[placeholder]!.ToString();

    /// <summary>A parameter of the query that has a default.</summary>
    public bool Flag(string name) => (bool)Query[name]!;

    /// <summary>A parameter of the query; <see langword="null"/> when it was not sent.</summary>
    public string? Text(string name) => (string?)Query[name];

    /// <summary>An answer with the status code of success.</summary>
    public SandboxAnswer Answer(JsonNode? body = null) => new((System.Net.HttpStatusCode)Operation.Status, body);
}
