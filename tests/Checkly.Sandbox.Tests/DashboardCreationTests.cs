using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

public sealed class DashboardCreationTests
{
    [Fact]
    public async Task A_new_dashboard_is_answered_with_ids_of_its_own()
    {
        TestClock clock = new();
        using DashboardCall sandbox = new(clock.Read);

        SandboxAnswer answer = await sandbox.PostAsync(DashboardBodies.Header);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal("Status", answer.Text("header"));
        Assert.NotEqual(SandboxAccount.DashboardId, DashboardCall.Number(answer));
        Assert.NotEqual(SandboxAccount.DashboardTextId, answer.Text("dashboardId"));
        Assert.NotEqual("", answer.Text("dashboardId"));
        Assert.Equal(clock.Now, DateTimeOffset.Parse(answer.Text("created_at"), CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(DashboardBodies.Defaults), MemberType = typeof(DashboardBodies))]
    public async Task A_setting_that_is_left_out_gets_its_default(string field, string expected)
    {
        using DashboardCall sandbox = new();

        SandboxAnswer created = await sandbox.CreateAsync();

        DashboardCall.Holds(expected, created.Object, field);
    }

    [Theory]
    [InlineData("customUrl")]
    [InlineData("customDomain")]
    [InlineData("logo")]
    [InlineData("favicon")]
    [InlineData("link")]
    [InlineData("description")]
    public async Task A_text_without_a_default_is_nothing_when_left_out(string field)
    {
        using DashboardCall sandbox = new();

        SandboxAnswer created = await sandbox.CreateAsync();

        Assert.Null(created.Object[field]);
    }

    [Fact]
    public async Task Every_setting_is_kept()
    {
        using DashboardCall sandbox = new();

        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        Assert.All(
            JsonNode.Parse(DashboardBodies.Full)!.AsObject().Where(field => field.Key != "keys"),
            field => DashboardCall.Holds(field.Value!.ToJsonString(), created.Object, field.Key));
        JsonNode key = Assert.Single(created.Object["keys"]!.AsArray())!;
        Assert.Equal("e50ad839-1b90-4955-b716-1c6edbda57cb", key["id"]!.GetValue<string>());
        Assert.Equal("da_0123456789abcdef", key["rawKey"]!.GetValue<string>());
        Assert.Equal("...cdef", key["maskedKey"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_new_dashboard_can_be_read_as_it_was_answered()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        SandboxAnswer read = await sandbox.GetAsync(DashboardCall.Path(created));

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.True(JsonNode.DeepEquals(created.Object, read.Object), $"{created.Body}\n{read.Body}");
    }

    [Fact]
    public async Task An_answer_has_no_field_that_is_not_documented()
    {
        using DashboardCall sandbox = new();

        SandboxAnswer created = await sandbox.CreateAsync();

        Assert.Empty(created.Object.Select(field => field.Key)
            .Except(JsonNode.Parse(DashboardBodies.Full)!.AsObject().Select(field => field.Key))
            .Except(["id", "dashboardId", "created_at"]));
    }

    [Fact]
    public async Task Two_dashboards_with_the_same_header_are_two()
    {
        using DashboardCall sandbox = new();

        SandboxAnswer one = await sandbox.CreateAsync();
        SandboxAnswer other = await sandbox.CreateAsync();

        Assert.NotEqual(DashboardCall.Number(one), DashboardCall.Number(other));
        Assert.NotEqual(one.Text("dashboardId"), other.Text("dashboardId"));
    }

    [Fact]
    public async Task Dashboards_created_at_once_are_all_there_once()
    {
        const int many = 99;
        using DashboardCall sandbox = new();

        SandboxAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, many).Select(_ => Task.Run(
            () => sandbox.Sandbox.PostAsync("/v1/dashboards", DashboardBodies.Header))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Equal(many, answers.Select(DashboardCall.Number).Distinct().Count());
        Assert.Equal(many, answers.Select(answer => answer.Text("dashboardId")).Distinct().Count());
        SandboxAnswer list = await sandbox.GetAsync("/v1/dashboards?limit=100");
        Assert.Equal(
            answers.Select(DashboardCall.Number).Append(SandboxAccount.DashboardId).Order(),
            list.Array.Select(item => item!["id"]!.GetValue<long>()).Order());
    }

    [Theory]
    [InlineData("Üñï ❤ 状態 🔥")]
    [InlineData("<b>&amp;</b> 'quoted'")]
    [InlineData("two\\nlines")]
    public async Task Text_is_kept_as_it_is(string header)
    {
        using DashboardCall sandbox = new();
        string json = $"\"{header}\"";

        SandboxAnswer created = await sandbox.CreateAsync(Bodies.With(DashboardBodies.Header, "header", json));

        DashboardCall.Holds(json, created.Object, "header");
    }
}
