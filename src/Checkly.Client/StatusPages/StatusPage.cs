using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Checkly;

/// <summary>
/// A status page (<c>/v1/status-pages</c>). It shows services on cards, and the incidents and maintenances that affect them. A dashboard
/// is another resource and has its own incidents.
/// </summary>
[ApiModel(ApiChange.Whole)]
public sealed partial class StatusPage
{
    /// <summary>The page's id, a GUID.</summary>
    [ApiField("id", Required = true, ReadOnly = true)]
    public string? Id { get; set; }

    /// <summary>The name.</summary>
    [ApiField("name")]
    public string? Name { get; set; }

    /// <summary>The description below the name, at most 500 characters.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>The subdomain of the page, such as <c>acme</c>; the API stores it in lower case.</summary>
    [ApiField("url")]
    public string? Url { get; set; }

    /// <summary>The custom domain, such as <c>status.example.com</c>; the API stores it in lower case.</summary>
    [ApiField("customDomain")]
    public string? CustomDomain { get; set; }

    /// <summary>The colours of the page, under the API's names; empty for the default colours.</summary>
    [ApiField("themeColors")]
    public IDictionary ThemeColors { get; set; } = JsonValues.NewMap();

    /// <summary>The address of the logo.</summary>
    [ApiField("logo")]
    public string? Logo { get; set; }

    /// <summary>The address of the logo on a dark background.</summary>
    [ApiField("logoDark")]
    public string? LogoDark { get; set; }

    /// <summary>The address that a click on the logo opens.</summary>
    [ApiField("redirectTo")]
    public string? RedirectTo { get; set; }

    /// <summary>The address of the icon in the browser's tab.</summary>
    [ApiField("favicon")]
    public string? Favicon { get; set; }

    /// <summary>AUTO, LIGHT or DARK; a string, so that new values can be read.</summary>
    [ApiField("defaultTheme")]
    public string? DefaultTheme { get; set; }

    /// <summary>A version number, which the API takes and returns; the document does not describe it.</summary>
    [ApiField("version")]
    public long? Version { get; set; }

    /// <summary>Whether only people with a key can see the page. The API does not change this setting.</summary>
    [ApiField("isPrivate", ReadOnly = true)]
    public bool? IsPrivate { get; set; }

    /// <summary>The cards in their order, each with its services.</summary>
    [ApiField("cards")]
    public StatusPageCard[] Cards { get; set; } = [];

    /// <summary>The id of the account, a GUID. The document has it only in lists.</summary>
    [ApiField("accountId", ReadOnly = true)]
    public string? AccountId { get; set; }

    /// <summary>The keys of a private status page, each a map as the API answers it. They are secrets.</summary>
    [ApiField("keys", ReadOnly = true)]
    public IDictionary[] Keys { get; set; } = [];

    /// <summary>When it was created. The document has it only in lists.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it was last changed; <see langword="null"/> when it was never changed. The document has it only in lists.</summary>
    [ApiField("updated_at", ReadOnly = true)]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>
    /// The fields of the answer that have no property, under the API's names: <c>projectBindings</c> (whether the page is managed by code),
    /// and in a list its <c>incidents</c>.
    /// </summary>
    [AllowNull]
    public IDictionary AdditionalProperties { get => field ??= JsonValues.NewMap(); set; }
}
