using System.Text.Json;

namespace Checkly;

/// <summary>
/// A status page (<c>/v1/status-pages</c>): services on cards, with the incidents and maintenances that affect them. Not
/// a dashboard, which has incidents of its own.
/// </summary>
public sealed class StatusPage
{
    /// <summary>The page's id, a GUID.</summary>
    public string? Id { get; set; }

    /// <summary>What the page is called.</summary>
    public string? Name { get; set; }

    /// <summary>The text below the name, at most 500 characters.</summary>
    public string? Description { get; set; }

    /// <summary>The name in its address, such as <c>acme</c>; the API keeps it in lower case.</summary>
    public string? Url { get; set; }

    /// <summary>A domain of one's own, such as <c>status.example.com</c>; the API keeps it in lower case.</summary>
    public string? CustomDomain { get; set; }

    /// <summary>The address of the logo.</summary>
    public string? Logo { get; set; }

    /// <summary>The address of the logo on a dark background.</summary>
    public string? LogoDark { get; set; }

    /// <summary>Where a click on the logo leads.</summary>
    public string? RedirectTo { get; set; }

    /// <summary>The address of the icon in the browser's tab.</summary>
    public string? Favicon { get; set; }

    /// <summary>AUTO, LIGHT or DARK; text, so that a new one still reads.</summary>
    public string? DefaultTheme { get; set; }

    /// <summary>Whether it can be seen with a key only. The API shows this and takes no change of it.</summary>
    public bool? IsPrivate { get; set; }

    /// <summary>Its cards in their order, each with its services.</summary>
    public StatusPageCard[] Cards { get; set; } = [];

    /// <summary>The account it belongs to, a GUID. The document has it in lists only.</summary>
    public string? AccountId { get; set; }

    /// <summary>The keys that open a private status page (<c>keys</c>), each a map as the API returns it. They hold secrets.</summary>
    public IDictionary<string, object?>[] Keys { get; set; } = [];

    /// <summary>When it was created (<c>created_at</c>). The document has it in lists only.</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed (<c>updated_at</c>); none when it never was. The document has it in lists only.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>
    /// What else the server said, under the API's names: <c>themeColors</c>, <c>version</c>, <c>projectBindings</c> (whether
    /// it is managed by code), and in a list its <c>incidents</c>.
    /// </summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The page as it was read, so that a change can send back all that it does not change.</summary>
    internal JsonElement Source { get; private init; }

    /// <summary>The id, so that a page can stand wherever its id can: in a text, and where a command is mocked.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id ?? string.Empty;

    internal static StatusPage Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        return new StatusPage
        {
            Id = fields.RequiredText("id"),
            Name = fields.Text("name"),
            Description = fields.Text("description"),
            Url = fields.Text("url"),
            CustomDomain = fields.Text("customDomain"),
            Logo = fields.Text("logo"),
            LogoDark = fields.Text("logoDark"),
            RedirectTo = fields.Text("redirectTo"),
            Favicon = fields.Text("favicon"),
            DefaultTheme = fields.Text("defaultTheme"),
            IsPrivate = fields.Flag("isPrivate"),
            Cards = fields.List("cards", StatusPageCard.Read),
            AccountId = fields.Text("accountId"),
            CreatedAt = fields.Time("created_at"),
            UpdatedAt = fields.Time("updated_at"),
            Keys = fields.Maps("keys"),
            AdditionalProperties = fields.Rest(),
            Source = json.Clone(),
        };
    }
}
