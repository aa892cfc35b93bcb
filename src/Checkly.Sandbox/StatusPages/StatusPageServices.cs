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

    /// <summary>Is told of each service that was removed.</summary>
    public event Action<JsonObject>? WasRemoved;

    /// <inheritdoc/>
    protected override void Prepare(JsonObject item, JsonObject? before, SandboxCall call) => item["accountId"] = SandboxAccount.Id;

    // What a list that is not paginated looks like is not documented; here it is one page with everything.
    /// <inheritdoc/>
    protected override SandboxAnswer List(SandboxCall call) =>
        call.Flag("paginated") ? base.List(call) : Paging.Linked(call, [.. Items.Select(item => Show(item, call))], nextId: null);

    // Nothing is documented for a service in use: it goes, as a dashboard with incidents does.
    /// <inheritdoc/>
    protected override void Removed(JsonObject item) => WasRemoved?.Invoke(item);
}
