using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

public sealed class DashboardListTests
{
    [Fact]
    public async Task A_sandbox_begins_with_one_dashboard()
    {
        using DashboardCall sandbox = new();

        SandboxAnswer answer = await sandbox.GetAsync("/v1/dashboards");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        JsonObject first = Assert.IsType<JsonObject>(Assert.Single(answer.Array));
        Assert.Equal(SandboxAccount.DashboardId, first["id"]!.GetValue<long>());
        Assert.Equal(SandboxAccount.DashboardTextId, first["dashboardId"]!.GetValue<string>());
        Assert.Equal("sandbox", first["customUrl"]!.GetValue<string>());
        Assert.Equal("Sandbox status", first["header"]!.GetValue<string>());
        Assert.True(first["enableIncidents"]!.GetValue<bool>());
    }

    [Fact]
    public void The_ids_of_the_first_dashboard_are_known()
    {
        Assert.Equal(1001, SandboxAccount.DashboardId);
        Assert.Equal("5a9db0c5", SandboxAccount.DashboardTextId);
    }

    [Fact]
    public async Task A_new_dashboard_is_listed_with_what_it_was_created_with()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        SandboxAnswer list = await sandbox.GetAsync("/v1/dashboards");

        Assert.Equal(2, list.Array.Count);
        JsonObject listed = Listed(list, created);
        Assert.All(created.Object, field => DashboardCall.Holds(field.Value?.ToJsonString() ?? "null", listed, field.Key));
    }

    [Fact]
    public async Task A_listed_dashboard_belongs_to_no_project()
    {
        // Project bindings may be left out; where they are given, nothing here was deployed from code.
        using DashboardCall sandbox = new();

        SandboxAnswer list = await sandbox.GetAsync("/v1/dashboards");

        if (Assert.Single(list.Array)!["projectBindings"] is { } bindings)
        {
            Assert.Null(bindings["owner"]);
            Assert.Empty(bindings["references"]!.AsArray());
        }
    }

    [Fact]
    public async Task A_change_is_seen_in_the_list()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync();

        await sandbox.PutAsync(DashboardCall.Path(created), DashboardBodies.Named("New"));

        JsonObject listed = Listed(await sandbox.GetAsync("/v1/dashboards"), created);
        Assert.Equal("New", listed["header"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_any_dashboard_the_list_is_empty()
    {
        using DashboardCall sandbox = new();
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(DashboardCall.First)).Status);

        SandboxAnswer list = await sandbox.GetAsync("/v1/dashboards");

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Empty(list.Array);
        Assert.EndsWith("/0", list.ContentRange, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sandboxes_know_nothing_of_each_other()
    {
        using DashboardCall one = new();
        using DashboardCall other = new();

        await one.CreateAsync(DashboardBodies.Full);
        await one.DeleteAsync(DashboardCall.First);

        Assert.Single((await other.GetAsync("/v1/dashboards")).Array);
        await other.CreateAsync(DashboardBodies.Full);
    }

    private static JsonObject Listed(SandboxAnswer list, SandboxAnswer dashboard) =>
        Assert.Single(list.Array, item => item!["id"]!.GetValue<long>() == DashboardCall.Number(dashboard))!.AsObject();
}
