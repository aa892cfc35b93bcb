using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>What an operation answers: a status code and, mostly, JSON.</summary>
internal sealed record SandboxAnswer(HttpStatusCode Status, JsonNode? Body = null)
{
    /// <summary>What stands in <c>Content-Range</c>; none for answers that are no page of a list.</summary>
    public string? ContentRange { get; init; }
}
