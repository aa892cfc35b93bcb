using static Checkly.Sandbox.JsonTest;

namespace Checkly.Sandbox;

/// <summary>What the API takes for the incidents of status pages and their updates.</summary>
internal static class StatusPageIncidentRules
{
    private static readonly string[] Statuses = ["INVESTIGATING", "IDENTIFIED", "MONITORING", "RESOLVED"];

    // The document lets bodies have what the server gives out. It says nothing of what becomes of that: nothing, here.
    private static readonly SettingTable Ignored = new(
        ("id", null, IsGuid, "must be a valid GUID"),
        ("created_at", null, IsTime, "must be a valid date"));

    private static readonly SettingTable IgnoredOfIncidents = new(
        ("updated_at", null, IsTime, "must be a valid date"),
        ("lastUpdateStatus", null, OneOf(Statuses), $"must be one of [{string.Join(", ", Statuses)}]"),
        ("duration", null, OrNull(WholeFrom(int.MinValue, int.MaxValue)), "must be a number"));

    /// <summary>The fields of an incident's body.</summary>
    /// <param name="request">The request that has the body.</param>
    /// <param name="also">A field that only some of the operations take.</param>
    public static FieldCheck IncidentFields(this SandboxRequest request, params string[] also)
    {
        FieldCheck fields = request.Fields([.. Ignored.Names, .. IgnoredOfIncidents.Names, "name", "severity", "services", .. also]);
        Ignored.Read(fields);
        IgnoredOfIncidents.Read(fields);
        return fields;
    }

    public static string IncidentName(this FieldCheck fields) => fields.Text("name", most: 255);

    public static string Severity(this FieldCheck fields) => fields.OneOf("severity", "CRITICAL", "MAJOR", "MEDIUM", "MINOR");

    /// <summary>The services that an incident concerns. Name and account are documented as required beside the id.</summary>
    public static StoredService[] Services(this FieldCheck fields, SandboxState state) =>
    [
        .. fields.Items("services", least: 1, most: int.MaxValue, "name", "id", "accountId", "created_at", "updated_at")
            .Select(service => Service(service, state))
            .Distinct(),
    ];

    /// <summary>The fields of an update's body, which stands alone or in the body of an incident.</summary>
    public static string[] UpdateNames { get; } = [.. Ignored.Names, "description", "status", "publicIncidentUpdateDate", "notifySubscribers"];

    /// <summary>
    /// What an update says. The document gives posting and changing the same defaults: no mail, and for the date the moment
    /// of the request. A change that leaves the date out may so undo that it was set back.
    /// </summary>
    /// <param name="fields">The body.</param>
    /// <param name="state">Where the clock is.</param>
    /// <param name="status">The status when none is sent, of which nothing is documented.</param>
    public static PageUpdateContent Content(this FieldCheck fields, SandboxState state, string status)
    {
        Ignored.Read(fields);
        return new PageUpdateContent(
            fields.Text("description"),
            fields.Has("status") ? fields.OneOf("status", Statuses) : status,
            fields.Has("publicIncidentUpdateDate") ? fields.Moment("publicIncidentUpdateDate") : state.Now,
            fields.Flag("notifySubscribers"));
    }

    /// <summary>A new update out of its fields.</summary>
    public static StoredPageUpdate NewPageUpdate(this FieldCheck fields, SandboxState state, string status) => new()
    {
        Id = Guid.NewGuid().ToString(),
        Content = fields.Content(state, status),
        CreatedAt = state.Now,
    };

    private static StoredService Service(FieldCheck service, SandboxState state)
    {
        service.Text("name");
        service.Time("created_at");
        service.Time("updated_at");
        string account = service.Id("accountId");
        return account == SandboxAccount.Id
            ? state.StatusPages.Services[service.Id("id")]
            : throw SandboxRefusal.NotFound($"There is no account {account}");
    }
}
