using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>What an operation answers: a status code and, mostly, JSON.</summary>
internal sealed record SandboxAnswer(HttpStatusCode Status, JsonNode? Body = null)
{
    /// <summary>The value of <c>Content-Range</c>; <see langword="null"/> when the answer is not a page of a list.</summary>
    public string? ContentRange { get; init; }
}
