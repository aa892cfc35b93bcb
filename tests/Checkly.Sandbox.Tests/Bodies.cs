using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>Bodies as they go over the wire.</summary>
internal static class Bodies
{
    public const string Incident =
        """
        {
          "name": "Service outage",
          "impact": "MAJOR",
          "dashboardId": 1001,
          "incidentUpdates": [{ "status": "INVESTIGATING", "description": "The service is down." }]
        }
        """;

    public const string Change = """{ "name": "Slow service", "impact": "MINOR" }""";

    public const string Description = """{ "description": "Corrected." }""";

    public static string Update(string description = "Still looking.", string status = "MONITORING") =>
        $$"""{ "status": "{{status}}", "description": {{JsonSerializer.Serialize(description)}} }""";

    /// <summary>A body with one field set to a raw JSON value.</summary>
    public static string With(string body, string field, string json)
    {
        JsonObject changed = JsonNode.Parse(body)!.AsObject();
        changed[field] = JsonNode.Parse(json);
        return changed.ToJsonString();
    }

    public static string Without(string body, string field)
    {
        JsonObject changed = JsonNode.Parse(body)!.AsObject();
        Assert.True(changed.Remove(field));
        return changed.ToJsonString();
    }
}
