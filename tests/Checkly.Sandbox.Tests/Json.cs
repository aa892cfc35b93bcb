using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>Looks into answers.</summary>
internal static class Json
{
    /// <summary>That a value is exactly this JSON; the order of fields does not matter.</summary>
    public static void Equal(string json, JsonNode? value) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), value), $"{value?.ToJsonString() ?? "null"}\nis not\n{json}");

    public static JsonObject[] Objects(this JsonNode? array) => [.. Assert.IsType<JsonArray>(array).Select(item => Assert.IsType<JsonObject>(item))];

    public static string[] Texts(this JsonNode? array, string field) => [.. array.Objects().Select(item => item[field]!.GetValue<string>())];
}
