using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The services that status pages show.</summary>
internal sealed class StatusPageServices : Resource
{
    /// <param name="operations">Where their operations are added.</param>
    public StatusPageServices(SandboxOperations operations)
        : base(operations, "/v1/status-pages/services", "service")
    {
        Add(new JsonObject { ["id"] = SandboxStatusPage.FirstServiceId, ["name"] = "Website", ["accountId"] = SandboxAccount.Id });
        Add(new JsonObject { ["id"] = SandboxStatusPage.SecondServiceId, ["name"] = "API", ["accountId"] = SandboxAccount.Id });
    }

    /// <summary>Is called after a service was removed.</summary>
    public event Action<JsonObject>? WasRemoved;

    /// <inheritdoc/>
    protected override void Prepare(JsonObject item, JsonObject? before, SandboxCall call) => item["accountId"] = SandboxAccount.Id;

    // The form of a list without pagination is not documented; here it is one page with all entries.
    /// <inheritdoc/>
    protected override SandboxAnswer List(SandboxCall call) =>
        call.Flag("paginated") ? base.List(call) : Paging.Linked(call, [.. Items.Select(item => Show(item, call))], nextId: null);

    // The removal of a service in use is not documented. It succeeds here, like that of a dashboard with incidents.
    /// <inheritdoc/>
    protected override void Removed(JsonObject item) => WasRemoved?.Invoke(item);
}
