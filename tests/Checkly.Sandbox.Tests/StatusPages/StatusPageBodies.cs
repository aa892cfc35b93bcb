namespace Checkly.Sandbox.Tests;

/// <summary>Status pages and services as they go over the wire.</summary>
internal static class StatusPageBodies
{
    public const string Service = """{ "name": "Payments" }""";

    /// <summary>What a status page must have.</summary>
    public const string Page = """{ "name": "Acme", "url": "acme", "cards": [] }""";

    /// <summary>Every setting, none of them with its default.</summary>
    public const string Full =
        $$"""
        {
          "name": "Acme",
          "description": "How Acme is doing.",
          "url": "Acme-Status",
          "customDomain": "Status.Example.com",
          "themeColors": { "light": {{Colors}}, "dark": {{Colors}} },
          "logo": "https://example.com/logo.png",
          "logoDark": "https://example.com/dark.png",
          "redirectTo": "http://example.com/",
          "favicon": "https://example.com/favicon.ico",
          "defaultTheme": "DARK",
          "version": 2,
          "cards": [
            { "name": "Web", "services": [{ "id": "{{SandboxStatusPage.FirstServiceId}}" }] },
            { "name": "Both", "services": [{ "id": "{{SandboxStatusPage.SecondServiceId}}" }, { "id": "{{SandboxStatusPage.FirstServiceId}}" }] },
            { "name": "Nothing" }
          ]
        }
        """;

    private const string Colors =
        """
        {
          "bodyBackgroundColor": "#FFF", "headerBackgroundColor": "#FFFFFF", "headerFontColor": "#000000", "titleFontColor": "#012345",
          "bodyFontColor": "#ABCDEF", "bodyFontColorMuted": "#999", "navigationFontColor": "#123", "linkFontColor": "#456",
          "cardBackgroundColor": "#789", "borderColor": "#ABC", "primaryButtonBackgroundColor": "#DEF", "primaryButtonFontColor": "#000"
        }
        """;

    public const string Subscriptions =
        """{ "subscriptions": [{ "type": "EMAIL", "config": "ada@example.com" }, { "type": "EMAIL", "config": "grace@example.com" }] }""";
}
