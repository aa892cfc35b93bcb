using System.Text.Json;

namespace Checkly;

/// <summary>A dashboard (<c>/v1/dashboards</c>): the page on which dashboard incidents appear.</summary>
public sealed class Dashboard
{
    /// <summary>The dashboard's number, which incidents refer to as <c>dashboardId</c>.</summary>
    public long? Id { get; set; }

    /// <summary>The dashboard's id in its own operations: a text, and not the number that incidents refer to.</summary>
    public string? DashboardId { get; set; }

    /// <summary>The text at the top.</summary>
    public string? Header { get; set; }

    /// <summary>The text below the header.</summary>
    public string? Description { get; set; }

    /// <summary>The subdomain under checklyhq.com.</summary>
    public string? CustomUrl { get; set; }

    /// <summary>A domain of one's own, such as <c>status.example.com</c>.</summary>
    public string? CustomDomain { get; set; }

    /// <summary>Where a click on the logo leads.</summary>
    public string? Link { get; set; }

    /// <summary>The address of the logo.</summary>
    public string? Logo { get; set; }

    /// <summary>The address of the icon in the browser's tab.</summary>
    public string? Favicon { get; set; }

    /// <summary>Whether it can be seen with a key only.</summary>
    public bool? IsPrivate { get; set; }

    /// <summary>Whether incidents are shown on it.</summary>
    public bool? EnableIncidents { get; set; }

    /// <summary>The tags of the checks that it shows.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>FULL or 960PX.</summary>
    public string? Width { get; set; }

    /// <summary>Seconds between two refreshes.</summary>
    public long? RefreshRate { get; set; }

    /// <summary>The keys that open a private dashboard (<c>keys</c>), each a map with <c>id</c>, <c>rawKey</c> and <c>maskedKey</c>. <c>rawKey</c> is a secret.</summary>
    public IDictionary<string, object?>[] Keys { get; set; } = [];

    /// <summary>When it was created (<c>created_at</c>).</summary>
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>What else the server said: the other settings under the API's names.</summary>
    public IDictionary<string, object?> AdditionalProperties { get; set; } = JsonValues.NewMap();

    /// <summary>The dashboard as it was read, so that a change can send back all that it does not change.</summary>
    internal JsonElement Source { get; private init; }

    /// <summary>The number, so that a dashboard can stand where an incident refers to it, also where a command is mocked.</summary>
    /// <param name="dashboard">The dashboard.</param>
    public static explicit operator long(Dashboard dashboard) =>
        dashboard?.Id ?? throw new InvalidCastException("The dashboard has no number.");

    /// <summary>The id in its own operations, so that a dashboard can stand wherever that can.</summary>
    /// <returns>The id, a text.</returns>
    public override string ToString() => DashboardId ?? string.Empty;

    internal static Dashboard Read(JsonElement json)
    {
        var fields = new JsonFields(json);
        return new Dashboard
        {
            DashboardId = fields.RequiredText("dashboardId"),
            Id = fields.Integer("id"),
            Header = fields.Text("header"),
            Description = fields.Text("description"),
            CustomUrl = fields.Text("customUrl"),
            CustomDomain = fields.Text("customDomain"),
            Link = fields.Text("link"),
            Logo = fields.Text("logo"),
            Favicon = fields.Text("favicon"),
            IsPrivate = fields.Flag("isPrivate"),
            EnableIncidents = fields.Flag("enableIncidents"),
            Tags = fields.Texts("tags"),
            Width = fields.Text("width"),
            RefreshRate = fields.Integer("refreshRate"),
            CreatedAt = fields.Time("created_at"),
            Keys = fields.Maps("keys"),
            AdditionalProperties = fields.Rest(),
            Source = json.Clone(),
        };
    }
}
