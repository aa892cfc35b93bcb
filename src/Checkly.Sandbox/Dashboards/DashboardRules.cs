using System.Text.Json.Nodes;
using static Checkly.Sandbox.JsonTest;

namespace Checkly.Sandbox;

/// <summary>The settings of a dashboard with their defaults, as the OpenAPI document gives them.</summary>
internal static class DashboardRules
{
    public static readonly SettingTable Settings = new(
        ("customUrl", null, IsTextOrNull, "must be a string"),
        ("customDomain", null, IsTextOrNull, "must be a string"),
        ("logo", null, IsAddress, "must be a valid uri"),
        ("favicon", null, IsAddress, "must be a valid uri"),
        ("link", null, IsAddress, "must be a valid uri"),
        ("header", null, value => IsText(value) && value!.GetValue<string>().Length > 0, "is not allowed to be empty"),
        ("description", null, IsTextOrNull, "must be a string"),
        ("width", "FULL", OneOf("FULL", "960PX"), "must be one of [FULL, 960PX]"),
        ("refreshRate", 60, IsNumber, "must be a number"),
        ("paginate", true, IsFlag, "must be a boolean"),
        ("paginationRate", 60, IsNumber, "must be a number"),
        ("sortByStatus", false, IsFlag, "must be a boolean"),
        ("checksPerPage", 15, value => value is null || (IsNumber(value) && value.GetValue<decimal>() is >= 1 and <= 20), "must be between 1 and 20"),
        ("useTagsAndOperator", false, OrNull(IsFlag), "must be a boolean"),
        ("hideTags", false, IsFlag, "must be a boolean"),
        ("enableIncidents", false, IsFlag, "must be a boolean"),
        ("expandChecks", false, IsFlag, "must be a boolean"),
        ("tags", new JsonArray(), IsTexts, "must be an array of strings"),
        ("showHeader", true, IsFlag, "must be a boolean"),
        ("showCheckRunLinks", false, IsFlag, "must be a boolean"),
        ("showGroupNames", true, IsFlag, "must be a boolean"),
        ("customCSS", string.Empty, IsTextOrNull, "must be a string"),
        ("isPrivate", false, IsFlag, "must be a boolean"),
        ("showP95", true, IsFlag, "must be a boolean"),
        ("showP99", true, IsFlag, "must be a boolean"),
        ("keys", new JsonArray(), value => value is JsonArray keys && keys.All(IsKey), "must be an array of keys"));

    /// <exception cref="SandboxRefusal">Another dashboard has the custom URL or domain.</exception>
    public static void RefuseTaken(JsonObject settings, SandboxState state, StoredDashboard? own)
    {
        foreach (string field in (string[])["customUrl", "customDomain"])
        {
            if (settings[field]?.GetValue<string>() is { Length: > 0 } wanted
                && state.Dashboards.Exists(other => other != own && other.Text(field) == wanted))
            {
                throw SandboxRefusal.Taken(field, wanted);
            }
        }
    }

    private static bool IsKey(JsonNode? value)
    {
        if (value is not JsonObject key)
        {
            return false;
        }

        string[] needed = ["id", "rawKey", "maskedKey", "created_at"];
        return key.All(field => needed.Contains(field.Key) || field.Key == "updated_at")
            && needed.All(name => IsText(key[name]))
            && IsGuid(key["id"])
            && IsTime(key["created_at"])
            && (key["updated_at"] is null || IsTime(key["updated_at"]));
    }

    private static bool IsAddress(JsonNode? value) =>
        value is null || (IsText(value) && value.GetValue<string>() is var text && (text.Length == 0 || Uri.TryCreate(text, UriKind.Absolute, out _)));
}
