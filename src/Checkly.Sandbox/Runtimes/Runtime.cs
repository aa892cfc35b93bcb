using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>A runtime of checks. The names are the API's; the contents are a short selection for the sandbox.</summary>
internal sealed record Runtime(string Name, string NodeJsVersion, string Stage, string PlaywrightVersion, string? EndOfLife = null)
{
    public static readonly Runtime[] All =
    [
        new(SandboxAccount.RuntimeId, "22.11.0", "CURRENT", "1.51.1"),
        new("2024.02", "18.19.0", "DEPRECATED", "1.40.1", "12/31/2026"),
    ];

    /// <summary>The runtime in the API's shape.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["name"] = Name,
            ["multiStepSupport"] = true,
            ["nodeJsVersion"] = NodeJsVersion,
            ["stage"] = Stage,
            ["description"] = $"Main updates are Playwright {PlaywrightVersion}",
            ["dependencies"] = new JsonObject { ["@playwright/test"] = PlaywrightVersion, ["axios"] = "1.6.2" },
        };
        if (EndOfLife is not null)
        {
            json["runtimeEndOfLife"] = EndOfLife;
        }

        return json;
    }
}
