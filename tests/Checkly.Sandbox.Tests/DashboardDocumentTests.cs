using NJsonSchema;

namespace Checkly.Sandbox.Tests;

/// <summary>
/// The bodies these tests send, and the check of what they get, against the facts of the API.
/// </summary>
public sealed class DashboardDocumentTests
{
    [Theory]
    [InlineData("POST", "/v1/dashboards", DashboardBodies.Header)]
    [InlineData("POST", "/v1/dashboards", DashboardBodies.Full)]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", "{}")]
    [InlineData("PUT", "/v1/dashboards/5a9db0c5", DashboardBodies.Full)]
    public async Task A_body_that_must_succeed_is_documented(string method, string path, string body)
    {
        Assert.Empty(await ContractCheck.ProblemsAsync(method, path, body));
    }

    [Theory]
    [MemberData(nameof(DashboardSettingTests.Allowed), MemberType = typeof(DashboardSettingTests))]
    public async Task A_value_that_must_be_allowed_is_documented(string field, string json)
    {
        Assert.Empty(await ContractCheck.ProblemsAsync("POST", "/v1/dashboards", DashboardBodies.Setting(field, json)));
        Assert.Empty(await ContractCheck.ProblemsAsync("PUT", DashboardCall.First, DashboardBodies.Setting(field, json)));
    }

    [Theory]
    [MemberData(nameof(DashboardBodies.Defaults), MemberType = typeof(DashboardBodies))]
    public async Task A_default_is_a_value_that_could_be_sent(string field, string json)
    {
        Assert.Empty(await ContractCheck.ProblemsAsync("PUT", DashboardCall.First, DashboardBodies.Setting(field, json)));
    }

    [Theory]
    [MemberData(nameof(DashboardSettingTests.Unknown), MemberType = typeof(DashboardSettingTests))]
    [MemberData(nameof(DashboardSettingTests.WrongSwitches), MemberType = typeof(DashboardSettingTests))]
    public async Task A_value_that_must_be_refused_is_not_documented(string field, string json)
    {
        Assert.NotEmpty(await ContractCheck.ProblemsAsync("POST", "/v1/dashboards", DashboardBodies.Setting(field, json)));
        Assert.NotEmpty(await ContractCheck.ProblemsAsync("PUT", DashboardCall.First, DashboardBodies.Setting(field, json)));
    }

    [Theory]
    [InlineData("id", "\"1001\"")]
    [InlineData("dashboardId", "1001")]
    [InlineData("created_at", "null")]
    [InlineData("created_at", "\"yesterday\"")]
    [InlineData("header", "null")]
    [InlineData("width", "\"WIDE\"")]
    [InlineData("checksPerPage", "21")]
    [InlineData("tags", "null")]
    [InlineData("logo", "12")]
    [InlineData("keys", "[{}]")]
    public async Task A_spoilt_dashboard_is_rejected(string field, string json)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer good = await sandbox.CreateAsync(DashboardBodies.Full);
        string bad = Bodies.With(good.Body, field, json);

        JsonSchema one = await ContractCheck.AnswerAsync("post", "/v1/dashboards", 201);
        JsonSchema list = await ContractCheck.AnswerAsync("get", "/v1/dashboards", 200);

        Assert.Empty(one.Validate(good.Body));
        Assert.NotEmpty(one.Validate(bad));
        Assert.Empty(list.Validate($"[{good.Body}]"));
        Assert.NotEmpty(list.Validate($"[{bad}]"));
    }
}
