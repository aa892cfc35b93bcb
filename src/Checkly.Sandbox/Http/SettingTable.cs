using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>Settings that are kept as they were sent: their names, their defaults, what they can be, and the API's words for that.</summary>
internal sealed class SettingTable(params (string Name, JsonNode? Default, Func<JsonNode?, bool> Passes, string Rule)[] rules)
{
    /// <summary>The names of all settings.</summary>
    public string[] Names { get; } = [.. rules.Select(rule => rule.Name)];

    /// <summary>
    /// The settings out of a body. What was not sent gets its default, when changing as well as when creating: where the
    /// document gives both operations the same defaults, a change that leaves something out may reset it. What has no
    /// default stays as it is.
    /// </summary>
    /// <param name="fields">The body.</param>
    /// <param name="current">The settings so far, when changing.</param>
    /// <param name="partial">Whether everything stays that was not sent.</param>
    public JsonObject Read(FieldCheck fields, JsonObject? current = null, bool partial = false)
    {
        var settings = new JsonObject();
        foreach ((string name, JsonNode? @default, Func<JsonNode?, bool> passes, string rule) in rules)
        {
            bool known = current?.ContainsKey(name) ?? false;
            JsonNode? otherwise = partial && known ? current![name] : @default ?? current?[name];
            JsonNode? value = fields.Value(name, otherwise, passes, rule);
            // No text is not an empty text: the document has some of these settings as strings.
            if (value is not null || fields.Has(name) || known)
            {
                settings[name] = value;
            }
        }

        return settings;
    }

    /// <summary>All settings, with a null for what they do not have.</summary>
    public JsonObject Write(JsonObject settings) =>
        new(Names.Select(name => new KeyValuePair<string, JsonNode?>(name, settings[name]?.DeepClone())));
}
