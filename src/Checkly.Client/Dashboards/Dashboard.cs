namespace Checkly;

/// <summary>A dashboard (<c>/v1/dashboards</c>): the page on which dashboard incidents appear.</summary>
[ApiModel(ApiChange.Whole)]
public sealed partial class Dashboard
{
    /// <summary>The dashboard's number, which incidents refer to as <c>dashboardId</c>.</summary>
    [ApiField("id", ReadOnly = true)]
    public long? Id { get; set; }

    /// <summary>The dashboard's id in its own operations: a text, and not the number that incidents refer to.</summary>
    [ApiField("dashboardId", Required = true, ReadOnly = true)]
    public string? DashboardId { get; set; }

    /// <summary>The subdomain under checklyhq.com.</summary>
    [ApiField("customUrl")]
    public string? CustomUrl { get; set; }

    /// <summary>A domain of one's own, such as <c>status.example.com</c>.</summary>
    [ApiField("customDomain")]
    public string? CustomDomain { get; set; }

    /// <summary>The address of the logo.</summary>
    [ApiField("logo")]
    public string? Logo { get; set; }

    /// <summary>The address of the icon in the browser's tab.</summary>
    [ApiField("favicon")]
    public string? Favicon { get; set; }

    /// <summary>Where a click on the logo leads.</summary>
    [ApiField("link")]
    public string? Link { get; set; }

    /// <summary>The text at the top.</summary>
    [ApiField("header")]
    public string? Header { get; set; }

    /// <summary>The text below the header.</summary>
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>FULL or 960PX.</summary>
    [ApiField("width")]
    public string? Width { get; set; }

    /// <summary>Seconds between two refreshes.</summary>
    [ApiField("refreshRate", UntypedAfter = ["paginate", "paginationRate", "sortByStatus", "checksPerPage", "useTagsAndOperator", "hideTags"])]
    public long? RefreshRate { get; set; }

    /// <summary>Whether incidents are shown on it.</summary>
    [ApiField("enableIncidents", UntypedAfter = ["expandChecks"])]
    public bool? EnableIncidents { get; set; }

    /// <summary>The tags of the checks that it shows.</summary>
    [ApiField("tags", UntypedAfter = ["showHeader", "showCheckRunLinks", "showGroupNames", "customCSS"])]
    public string[] Tags { get; set; } = [];

    /// <summary>Whether it can be seen with a key only.</summary>
    [ApiField("isPrivate", UntypedAfter = ["showP95", "showP99"])]
    public bool? IsPrivate { get; set; }

    /// <summary>The keys that open a private dashboard (<c>keys</c>), each a map with <c>id</c>, <c>rawKey</c> and <c>maskedKey</c>. <c>rawKey</c> is a secret.</summary>
    [ApiField("keys")]
    public IDictionary<string, object?>[] Keys { get; set; } = [];

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>What else the server said: the other settings under the API's names.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The number, so that a dashboard can stand where an incident refers to it, also where a command is mocked.</summary>
    /// <param name="dashboard">The dashboard.</param>
    public static explicit operator long(Dashboard dashboard) =>
        dashboard?.Id ?? throw new InvalidCastException("The dashboard has no number.");
}
