using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>What is particular to dashboards; <see cref="ResourceTests"/> has the rest.</summary>
public sealed class DashboardTests
{
    /// <summary>Values at the edge of what is allowed, beside those of a full body.</summary>
    public static TheoryData<string, string> Allowed => new()
    {
        { "customUrl", "null" }, { "customDomain", "null" },
        { "logo", "null" }, { "logo", "\"\"" }, { "favicon", "null" }, { "favicon", "\"\"" },
        { "link", "null" }, { "link", "\"\"" }, { "link", "\"https://example.com/?a=b#c\"" },
        { "description", "null" },
        { "width", "\"FULL\"" },
        { "refreshRate", "60.5" }, { "paginationRate", "30.5" },
        { "checksPerPage", "null" }, { "checksPerPage", "1" },
        { "useTagsAndOperator", "null" },
        { "tags", "[]" }, { "tags", "[\"one\"]" },
        { "customCSS", "null" }, { "customCSS", "\"\"" },
        { "keys", "[]" },
    };

    [Fact]
    public async Task A_sandbox_begins_with_one_that_every_request_knows()
    {
        using DashboardCall sandbox = new();

        SandboxAnswer first = await sandbox.GetAsync("/v1/dashboards/5a9db0c5");

        Assert.Equal((1001, "5a9db0c5"), (SandboxAccount.DashboardId, SandboxAccount.DashboardTextId));
        Assert.Equal((1001, "5a9db0c5", "sandbox", "Sandbox status", true), (DashboardCall.Number(first), first.Text("dashboardId"), first.Text("customUrl"), first.Text("header"), (bool)first.Object["enableIncidents"]!));
        JsonObject listed = Assert.Single((await sandbox.GetAsync(DashboardCall.List)).Array.Objects());
        // Project bindings may be left out; nothing here was deployed from code.
        Assert.True(listed["projectBindings"] is null || (listed["projectBindings"]!["owner"] is null && listed["projectBindings"]!["references"]!.AsArray().Count == 0));
        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.First, DashboardBodies.Full);
        Assert.Equal((1001, "5a9db0c5", "Acme"), (DashboardCall.Number(changed), changed.Text("dashboardId"), changed.Text("header")));
        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(DashboardCall.First)).Status);
        Refused.NotFound(await sandbox.GetAsync(DashboardCall.First));
        Refused.NotFound(await sandbox.GetAsync("/v1/dashboards/sandbox?type=customUrl"));
        SandboxAnswer next = await sandbox.CreateAsync();
        Assert.NotEqual((1001, "5a9db0c5"), (DashboardCall.Number(next), next.Text("dashboardId")));
    }

    /// <summary>No setting is required in a change. A header has no default; it may be missing then, but never null.</summary>
    [Fact]
    public async Task Nothing_at_all_is_a_change_to_all_defaults()
    {
        using DashboardCall sandbox = new();
        string path = DashboardCall.Path(await sandbox.CreateAsync(DashboardBodies.Full));

        SandboxAnswer changed = await sandbox.PutAsync(path, "{}");

        Assert.Equal(changed.Body, (await sandbox.GetAsync(path)).Body);
        Dictionary<string, JsonNode?> defaults = TestedResource.All["dashboards"].Defaults("PUT");
        Assert.Equal(19, defaults.Count);
        Assert.All(defaults, field => Json.Equal(field.Value?.ToJsonString() ?? "null", changed.Object[field.Key]));
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task A_value_that_is_allowed_is_kept(string field, string json)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer other = await sandbox.CreateAsync();

        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Setting(field, json));
        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.Path(other), DashboardBodies.Setting(field, json));

        Json.Equal(json, created.Object[field]);
        Assert.Equal(created.Body, (await sandbox.GetAsync(DashboardCall.Path(created))).Body);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Json.Equal(json, changed.Object[field]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"2022-09-08T20:41:28.658Z\"")]
    public async Task Keys_are_kept(string updated)
    {
        using DashboardCall sandbox = new();
        JsonArray keys = JsonNode.Parse(DashboardBodies.Full)!["keys"]!.AsArray();
        keys[0]!["updated_at"] = JsonNode.Parse(updated);

        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Setting("keys", keys.ToJsonString()));

        JsonObject key = Assert.Single(created.Object["keys"].Objects());
        Assert.Equal(("e50ad839-1b90-4955-b716-1c6edbda57cb", "da_0123456789abcdef", "...cdef"), ((string?)key["id"], (string?)key["rawKey"], (string?)key["maskedKey"]));
    }

    /// <summary>The document calls the id in the path text, and does not say that a number will do.</summary>
    [Theory]
    [InlineData("1001")]
    [InlineData("1002")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("5a9db0c")]
    [InlineData("5a9db0c50")]
    [InlineData("mine")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("%F0%9F%94%A5")]
    [InlineData("%20")]
    [InlineData("a%2Fb")]
    public async Task An_id_of_another_form_is_not_found(string id)
    {
        using DashboardCall sandbox = new();

        Refused.NotFound(await sandbox.GetAsync($"{DashboardCall.List}/{id}"));
        Refused.NotFound(await sandbox.DeleteAsync($"{DashboardCall.List}/{id}"));
        Assert.Single((await sandbox.GetAsync(DashboardCall.List)).Array);
    }
}
