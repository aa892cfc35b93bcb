using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>What a value in a body is. A JSON null is a null here.</summary>
internal static class JsonTest
{
    public static bool IsText(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String;

    public static bool IsTextOrNull(JsonNode? value) => value is null || IsText(value);

    public static bool IsTexts(JsonNode? value) => value is JsonArray texts && texts.All(IsText);

    public static bool IsNumber(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number;

    public static bool IsFlag(JsonNode? value) => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    public static bool IsTime(JsonNode? value) => value is JsonValue text && text.TryGetValue(out DateTimeOffset _);

    public static bool IsGuid(JsonNode? value) => IsText(value) && Guid.TryParse(value!.GetValue<string>(), out _);

    /// <summary>Null, or a text of at most so many characters.</summary>
    public static Func<JsonNode?, bool> TextUpTo(int most) => value => value is null || (IsText(value) && value.GetValue<string>().Length <= most);

    /// <summary>A text out of a set, in exactly that case.</summary>
    public static Func<JsonNode?, bool> OneOf(params string[] values) => value => IsText(value) && values.Contains(value!.GetValue<string>());

    /// <summary>A whole number within bounds.</summary>
    public static Func<JsonNode?, bool> WholeFrom(int least, int most) => value =>
        IsNumber(value) && value is JsonValue number && number.TryGetValue(out decimal found)
        && found >= least && found <= most && found == decimal.Truncate(found);

    /// <summary>What passes, and null.</summary>
    public static Func<JsonNode?, bool> OrNull(Func<JsonNode?, bool> passes) => value => value is null || passes(value);
}
