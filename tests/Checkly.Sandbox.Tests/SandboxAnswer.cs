using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>One answer, read to its end.</summary>
internal sealed record SandboxAnswer(HttpStatusCode Status, string? MediaType, string Body, string? ContentRange = null)
{
    public JsonObject Object => Assert.IsType<JsonObject>(JsonNode.Parse(Body));

    public JsonArray Array => Assert.IsType<JsonArray>(JsonNode.Parse(Body));

    public string Text(string field) => Object[field]!.GetValue<string>();

    /// <summary>The updates of an incident, in the order in which they came.</summary>
    public JsonObject[] Updates => Object["incidentUpdates"].Objects();

    public string[] Descriptions => Object["incidentUpdates"].Texts("description");
}
