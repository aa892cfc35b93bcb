using System.Collections;

namespace Checkly;

/// <summary>A dashboard (<c>/v1/dashboards</c>): the page on which dashboard incidents appear.</summary>
[ApiModel(ApiChange.Whole)]
public sealed partial class Dashboard
{
    /// <summary>The number of the dashboard, which incidents have as <c>dashboardId</c>.</summary>
    [ApiField("id", ReadOnly = true)]
    public long? Id { get; set; }

    /// <summary>The id in the dashboard's own operations: a string, not the number in <see cref="Id"/>.</summary>
    [ApiField("dashboardId", Required = true, ReadOnly = true)]
    public string? DashboardId { get; set; }

    /// <summary>The subdomain under checklyhq.com.</summary>
    [ApiField("customUrl")]
    public string? CustomUrl { get; set; }

    /// <summary>The custom domain, such as <c>status.example.com</c>.</summary>
    [ApiField("customDomain")]
    public string? CustomDomain { get; set; }

    /// <summary>The address of the logo.</summary>
    [ApiField("logo")]
    public string? Logo { get; set; }

    /// <summary>The address of the icon in the browser's tab.</summary>
    [ApiField("favicon")]
    public string? Favicon { get; set; }

    /// <summary>The address that a click on the logo opens.</summary>
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

    /// <summary>The seconds between two refreshes.</summary>
    [ApiField("refreshRate")]
    public long? RefreshRate { get; set; }

    /// <summary>Whether the dashboard turns its pages by itself.</summary>
    [ApiField("paginate")]
    public bool? Paginate { get; set; }

    /// <summary>The seconds until the page is turned.</summary>
    [ApiField("paginationRate")]
    public long? PaginationRate { get; set; }

    /// <summary>Whether failing checks come first.</summary>
    [ApiField("sortByStatus")]
    public bool? SortByStatus { get; set; }

    /// <summary>The number of checks on a page, 1 to 20.</summary>
    [ApiField("checksPerPage")]
    public long? ChecksPerPage { get; set; }

    /// <summary>Whether a check must have all tags in <see cref="Tags"/> to be shown.</summary>
    [ApiField("useTagsAndOperator")]
    public bool? UseTagsAndOperator { get; set; }

    /// <summary>Whether the tags are hidden.</summary>
    [ApiField("hideTags")]
    public bool? HideTags { get; set; }

    /// <summary>Whether the dashboard shows incidents.</summary>
    [ApiField("enableIncidents")]
    public bool? EnableIncidents { get; set; }

    /// <summary>Whether checks are expanded.</summary>
    [ApiField("expandChecks")]
    public bool? ExpandChecks { get; set; }

    /// <summary>The tags of the checks on the dashboard.</summary>
    [ApiField("tags")]
    public string[] Tags { get; set; } = [];

    /// <summary>Whether the header and the description are shown.</summary>
    [ApiField("showHeader")]
    public bool? ShowHeader { get; set; }

    /// <summary>Whether links to the runs of checks are shown.</summary>
    [ApiField("showCheckRunLinks")]
    public bool? ShowCheckRunLinks { get; set; }

    /// <summary>Whether the names of groups are shown.</summary>
    [ApiField("showGroupNames")]
    public bool? ShowGroupNames { get; set; }

    /// <summary>CSS that is applied to the dashboard.</summary>
    [ApiField("customCSS")]
    public string? CustomCss { get; set; }

    /// <summary>Whether only people with a key can see the dashboard.</summary>
    [ApiField("isPrivate")]
    public bool? IsPrivate { get; set; }

    /// <summary>Whether the 95th percentile of the response time is shown.</summary>
    [ApiField("showP95")]
    public bool? ShowP95 { get; set; }

    /// <summary>Whether the 99th percentile of the response time is shown.</summary>
    [ApiField("showP99")]
    public bool? ShowP99 { get; set; }

    /// <summary>The keys of a private dashboard, each a map with <c>id</c>, <c>rawKey</c> and <c>maskedKey</c>. <c>rawKey</c> is a secret.</summary>
    [ApiField("keys")]
    public IDictionary[] Keys { get; set; } = [];

    /// <summary>When it was created.</summary>
    [ApiField("created_at", "createdAt", ReadOnly = true)]
    public DateTimeOffset? CreatedAt { get; set; }
}
