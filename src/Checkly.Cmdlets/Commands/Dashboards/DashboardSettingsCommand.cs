using System.Management.Automation;

namespace Checkly;

/// <summary>
/// The settings that New-ChecklyDashboard and Set-ChecklyDashboard share. Settings without a parameter stay unchanged.
/// </summary>
public abstract class DashboardSettingsCommand : ChecklySessionCommand
{
    /// <summary>The text below the header; $null for none.</summary>
    [Parameter]
    [AllowNull]
    [ApiField("description")]
    public string? Description { get; set; }

    /// <summary>A subdomain under checklyhq.com, unique across all users.</summary>
    [Parameter]
    [AllowNull]
    [ApiField("customUrl")]
    public string? CustomUrl { get; set; }

    /// <summary>A domain of your own, such as status.example.com; $null for none.</summary>
    [Parameter]
    [AllowNull]
    [ApiField("customDomain")]
    public string? CustomDomain { get; set; }

    /// <summary>The address of an image for the logo.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ValidateAddress]
    [ApiField("logo")]
    public string? Logo { get; set; }

    /// <summary>The address of an image for the icon in the browser's tab.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ValidateAddress]
    [ApiField("favicon")]
    public string? Favicon { get; set; }

    /// <summary>Where a click on the logo leads.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ValidateAddress]
    [ApiField("link")]
    public string? Link { get; set; }

    /// <summary>The whole width of the screen, or a column in its centre; in upper or lower case.</summary>
    [Parameter]
    [ValidateSet("FULL", "960PX")]
    [ApiField("width")]
    public string? Width { get; set => field = value?.ToUpperInvariant(); }

    /// <summary>Seconds between two refreshes.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ApiField("refreshRate")]
    public int RefreshRate { get; set; }

    /// <summary>Whether the dashboard turns pages when it has more checks than fit on one.</summary>
    [Parameter]
    [ApiField("paginate")]
    public SwitchParameter Paginate { get; set; }

    /// <summary>Seconds until the page is turned.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [ApiField("paginationRate")]
    public int PaginationRate { get; set; }

    /// <summary>Whether failing checks come first.</summary>
    [Parameter]
    [ApiField("sortByStatus")]
    public SwitchParameter SortByStatus { get; set; }

    /// <summary>How many checks a page shows.</summary>
    [Parameter]
    [ValidateRange(1, 20)]
    [ApiField("checksPerPage")]
    public int ChecksPerPage { get; set; }

    /// <summary>The tags of the checks to show; none with @() or $null.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [ApiField("tags")]
    public string[] Tag { get; set => field = value ?? []; } = [];

    /// <summary>Whether a check must have all of the tags.</summary>
    [Parameter]
    [ApiField("useTagsAndOperator")]
    public SwitchParameter UseTagsAndOperator { get; set; }

    /// <summary>Whether to hide the tags.</summary>
    [Parameter]
    [ApiField("hideTags")]
    public SwitchParameter HideTags { get; set; }

    /// <summary>Whether incidents are shown.</summary>
    [Parameter]
    [ApiField("enableIncidents")]
    public SwitchParameter EnableIncidents { get; set; }

    /// <summary>Whether checks are expanded.</summary>
    [Parameter]
    [ApiField("expandChecks")]
    public SwitchParameter ExpandChecks { get; set; }

    /// <summary>Whether header and description are shown.</summary>
    [Parameter]
    [ApiField("showHeader")]
    public SwitchParameter ShowHeader { get; set; }

    /// <summary>Whether links to the runs of checks are shown.</summary>
    [Parameter]
    [ApiField("showCheckRunLinks")]
    public SwitchParameter ShowCheckRunLinks { get; set; }

    /// <summary>Whether the names of groups are shown.</summary>
    [Parameter]
    [ApiField("showGroupNames")]
    public SwitchParameter ShowGroupNames { get; set; }

    /// <summary>Whether the 95th percentile is shown.</summary>
    [Parameter]
    [ApiField("showP95")]
    public SwitchParameter ShowP95 { get; set; }

    /// <summary>Whether the 99th percentile is shown.</summary>
    [Parameter]
    [ApiField("showP99")]
    public SwitchParameter ShowP99 { get; set; }

    /// <summary>CSS of your own.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyString]
    [ApiField("customCSS")]
    public string? CustomCss { get; set; }

    /// <summary>Whether the dashboard can be seen only with a key.</summary>
    [Parameter]
    [ApiField("isPrivate")]
    public SwitchParameter IsPrivate { get; set; }
}
