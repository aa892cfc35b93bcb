using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static Checkly.Sandbox.JsonTest;

namespace Checkly.Sandbox;

/// <summary>What the API takes for status pages.</summary>
internal static class StatusPageRules
{
    private const string Address = "must be a valid uri with a scheme matching the http|https pattern";

    private static readonly string[] Colors =
    [
        "bodyBackgroundColor", "headerBackgroundColor", "headerFontColor", "titleFontColor", "bodyFontColor", "bodyFontColorMuted",
        "navigationFontColor", "linkFontColor", "cardBackgroundColor", "borderColor", "primaryButtonBackgroundColor", "primaryButtonFontColor",
    ];

    public static readonly SettingTable Settings = new(
        ("name", null, IsText, "must be a string"),
        ("description", null, TextUpTo(500), "must be a string of at most 500 characters"),
        ("url", null, IsText, "must be a string"),
        ("customDomain", null, IsTextOrNull, "must be a string"),
        ("themeColors", null, OrNull(IsTheme), "must have light and dark with every color"),
        ("logo", null, OrNull(IsAddress), Address),
        ("logoDark", null, OrNull(IsAddress), Address),
        ("redirectTo", null, OrNull(IsAddress), Address),
        ("favicon", null, OrNull(IsAddress), Address),
        ("defaultTheme", "AUTO", OneOf("LIGHT", "DARK", "AUTO"), "must be one of [LIGHT, DARK, AUTO]"),
        ("version", null, OrNull(IsNumber), "must be a number"));

    /// <summary>Settings and cards out of a body, all checked before anything is changed.</summary>
    /// <param name="request">The request that has the body.</param>
    /// <param name="state">Where the services are, and the pages that may have an address already.</param>
    /// <param name="own">The page when changing.</param>
    public static (JsonObject Settings, List<StoredCard> Cards) Read(SandboxRequest request, SandboxState state, StoredStatusPage? own = null)
    {
        FieldCheck fields = request.Fields([.. Settings.Names, "cards"]);
        fields.Text("name");
        fields.Text("url");
        JsonObject settings = Settings.Read(fields, own?.Settings);
        foreach (string field in (string[])["url", "customDomain"])
        {
            // Documented to be made lower case. That an address belongs to one page is not documented, but cannot be otherwise.
            if (settings[field]?.GetValue<string>().ToLowerInvariant() is { Length: > 0 } wanted)
            {
                settings[field] = state.StatusPages.Pages.Any(page => page != own && page.Text(field) == wanted)
                    ? throw SandboxRefusal.Taken(field, wanted)
                    : wanted;
            }
        }

        IEnumerable<FieldCheck> cards = fields.Items("cards", least: 0, most: int.MaxValue, "id", "statusPageId", "name", "services");
        return (settings, [.. cards.Select(card => Card(card, state, own))]);
    }

    // A card that names one of the page keeps its identity. What else an id is good for is not documented: it is not used.
    private static StoredCard Card(FieldCheck card, SandboxState state, StoredStatusPage? own)
    {
        string? id = card.Has("id") ? card.Id("id") : null;
        _ = card.Has("statusPageId") ? card.Id("statusPageId") : null;
        // Documented as optional in a service; but it has nothing else.
        StoredService[] services = !card.Has("services") ? []
            : [.. card.Items("services", least: 0, most: int.MaxValue, "id").Select(service => state.StatusPages.Services[service.Id("id")])];
        return own?.Cards.Find(known => known.Id == id) is { } before
            ? before with { Name = card.Text("name"), Services = [.. services], UpdatedAt = state.Now }
            : new StoredCard(Guid.NewGuid().ToString(), card.Text("name"), [.. services], state.Now);
    }

    private static bool IsTheme(JsonNode? value) => HasJust(value, ["light", "dark"], colors => HasJust(colors, Colors, IsColor));

    private static bool HasJust(JsonNode? value, string[] names, Func<JsonNode?, bool> passes) =>
        value is JsonObject fields && fields.Count == names.Length && names.All(name => passes(fields[name]));

    private static bool IsColor(JsonNode? value) => IsText(value) && Regex.IsMatch(value!.GetValue<string>(), "^#([0-9A-F]{3}|[0-9A-F]{6})$");

    private static bool IsAddress(JsonNode? value) => IsText(value)
        && Uri.TryCreate(value!.GetValue<string>(), UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
}
