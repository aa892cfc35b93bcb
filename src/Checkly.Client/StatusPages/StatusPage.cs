namespace Checkly;

/// <summary>
/// A status page (<c>/v1/status-pages</c>): services on cards, with the incidents and maintenances that affect them. Not
/// a dashboard, which has incidents of its own.
/// </summary>
[ApiModel(ApiChange.Whole)]
public sealed partial class StatusPage
{
    /// <summary>The page's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>What the page is called.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The text below the name, at most 500 characters.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>The name in its address, such as <c>acme</c>; the API keeps it in lower case.</summary>
    [ApiField("url")]
    public string? Url { get; set; }

    /// <summary>A domain of one's own, such as <c>status.example.com</c>; the API keeps it in lower case.</summary>
    [ApiField("customDomain", UntypedAfter = ["themeColors"])]
    public string? CustomDomain { get; set; }

    /// <summary>The address of the logo.</summary>
    [ApiField("logo")]
    public string? Logo { get; set; }

    /// <summary>The address of the logo on a dark background.</summary>
    [ApiField("logoDark")]
    public string? LogoDark { get; set; }

    /// <summary>Where a click on the logo leads.</summary>
    [ApiField("redirectTo")]
    public string? RedirectTo { get; set; }

    /// <summary>The address of the icon in the browser's tab.</summary>
    [ApiField("favicon")]
    public string? Favicon { get; set; }

    /// <summary>AUTO, LIGHT or DARK; text, so that a new one still reads.</summary>
    [ApiField("defaultTheme", UntypedAfter = ["version"])]
    public string? DefaultTheme { get; set; }

    /// <summary>Whether it can be seen with a key only. The API shows this and takes no change of it.</summary>
    [ApiField("isPrivate", ReadOnly = true)]
    public bool? IsPrivate { get; set; }

    /// <summary>Its cards in their order, each with its services.</summary>
    [ApiField("cards")]
    public StatusPageCard[] Cards { get; set; } = [];

    /// <summary>The account it belongs to, a GUID. The document has it in lists only.</summary>
    [ApiField("accountId", ReadOnly = true)]
    public string? AccountId { get; set; }

    /// <summary>The keys that open a private status page (<c>keys</c>), each a map as the API returns it. They hold secrets.</summary>
    [ApiField("keys", ReadOnly = true)]
    public IDictionary<string, object?>[] Keys { get; set; } = [];

    /// <summary>When it was created. The document has it in lists only.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it never was. The document has it in lists only.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>
    /// What else the server said, under the API's names: <c>themeColors</c>, <c>version</c>, <c>projectBindings</c> (whether
    /// it is managed by code), and in a list its <c>incidents</c>.
    /// </summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();
}
