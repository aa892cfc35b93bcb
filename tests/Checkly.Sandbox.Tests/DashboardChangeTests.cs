using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

public sealed class DashboardChangeTests
{
    [Fact]
    public async Task Every_setting_can_be_changed()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync();

        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.Path(created), DashboardBodies.Full);

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal("application/json", changed.MediaType);
        Assert.All(
            JsonNode.Parse(DashboardBodies.Full)!.AsObject().Where(field => field.Key != "keys"),
            field => DashboardCall.Holds(field.Value!.ToJsonString(), changed.Object, field.Key));
        Assert.Single(changed.Object["keys"]!.AsArray());
    }

    [Fact]
    public async Task A_change_can_be_read_as_it_was_answered()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync();
        string path = DashboardCall.Path(created);

        SandboxAnswer changed = await sandbox.PutAsync(path, DashboardBodies.Full);

        SandboxAnswer read = await sandbox.GetAsync(path);
        Assert.True(JsonNode.DeepEquals(changed.Object, read.Object), $"{changed.Body}\n{read.Body}");
    }

    [Theory]
    [MemberData(nameof(DashboardBodies.Defaults), MemberType = typeof(DashboardBodies))]
    public async Task A_setting_that_is_left_out_gets_its_default(string field, string expected)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);
        string path = DashboardCall.Path(created);

        SandboxAnswer changed = await sandbox.PutAsync(path, Bodies.Without(DashboardBodies.Full, field));

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        DashboardCall.Holds(expected, changed.Object, field);
        DashboardCall.Holds(expected, (await sandbox.GetAsync(path)).Object, field);
        DashboardCall.Holds("\"Acme\"", changed.Object, "header");
    }

    [Fact]
    public async Task Nothing_at_all_is_a_change_to_all_defaults()
    {
        // No setting is required in a change. A header has no default; it may be missing then, but never null.
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.Path(created), "{}");

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(changed.Body, (await sandbox.GetAsync(DashboardCall.Path(created))).Body);
        Assert.All(DashboardBodies.Defaults, row => DashboardCall.Holds(row.Data.Item2, changed.Object, row.Data.Item1));
    }

    [Fact]
    public async Task Ids_and_the_time_of_creation_stay()
    {
        TestClock clock = new();
        using DashboardCall sandbox = new(clock.Read);
        SandboxAnswer created = await sandbox.CreateAsync();
        clock.AddMinutes(1);

        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.Path(created), DashboardBodies.Full);

        Assert.Equal(DashboardCall.Number(created), DashboardCall.Number(changed));
        Assert.Equal(created.Text("dashboardId"), changed.Text("dashboardId"));
        Assert.Equal(created.Text("created_at"), changed.Text("created_at"));
    }

    [Fact]
    public async Task The_first_dashboard_can_be_changed()
    {
        using DashboardCall sandbox = new();

        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.First, DashboardBodies.Full);

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal(1001, DashboardCall.Number(changed));
        Assert.Equal("5a9db0c5", changed.Text("dashboardId"));
        Assert.Equal("Acme", changed.Text("header"));
    }

    [Fact]
    public async Task Another_dashboard_stays()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer one = await sandbox.CreateAsync();
        SandboxAnswer other = await sandbox.CreateAsync(DashboardBodies.Full);

        await sandbox.PutAsync(DashboardCall.Path(one), DashboardBodies.Named("New"));

        Assert.Equal(other.Body, (await sandbox.GetAsync(DashboardCall.Path(other))).Body);
    }

    [Theory]
    [InlineData("customUrl", "acme", "renamed")]
    [InlineData("customDomain", "status.example.com", "renamed.example.com")]
    public async Task A_dashboard_is_found_by_its_new_name_only(string kind, string old, string name)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        SandboxAnswer changed = await sandbox.PutAsync(
            DashboardCall.Path(created), Bodies.With(DashboardBodies.Full, kind, $"\"{name}\""));

        Assert.Equal(changed.Body, (await sandbox.GetAsync($"/v1/dashboards/{name}?type={kind}")).Body);
        Refused.NotFound(await sandbox.GetAsync($"/v1/dashboards/{old}?type={kind}"));
    }

    [Theory]
    [InlineData("5a9db0c6")]
    [InlineData("1002")]
    [InlineData("mine")]
    [InlineData("sandbox")]
    [InlineData("e50ad839-1b90-4955-b716-1c6edbda57cb")]
    public async Task An_unknown_dashboard_is_not_found(string id)
    {
        using DashboardCall sandbox = new();
        string before = await sandbox.EverythingAsync();

        Refused.NotFound(await sandbox.PutAsync($"/v1/dashboards/{id}", DashboardBodies.Header));

        Assert.Equal(before, await sandbox.EverythingAsync());
    }
}
