using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class DashboardReadTests
{
    [Fact]
    public async Task The_first_dashboard_is_read_by_its_id()
    {
        using DashboardCall sandbox = new();

        SandboxAnswer answer = await sandbox.GetAsync("/v1/dashboards/5a9db0c5");

        First(answer);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Equal("5a9db0c5", answer.Text("dashboardId"));
        Assert.Equal("sandbox", answer.Text("customUrl"));
        Assert.Equal("Sandbox status", answer.Text("header"));
        Assert.True(answer.Object["enableIncidents"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_dashboard_is_read_by_its_custom_url()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        First(await sandbox.GetAsync("/v1/dashboards/sandbox?type=customUrl"));
        SandboxAnswer read = await sandbox.GetAsync("/v1/dashboards/acme?type=customUrl");

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal(created.Body, read.Body);
    }

    [Fact]
    public async Task A_dashboard_is_read_by_its_custom_domain()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        SandboxAnswer read = await sandbox.GetAsync("/v1/dashboards/status.example.com?type=customDomain");

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal(created.Body, read.Body);
    }

    [Theory]
    [InlineData("sandbox")]
    [InlineData("acme")]
    [InlineData("status.example.com")]
    [InlineData("5a9db0c5?type=customUrl")]
    [InlineData("5a9db0c5?type=customDomain")]
    [InlineData("sandbox?type=customDomain")]
    [InlineData("acme?type=customDomain")]
    [InlineData("status.example.com?type=customUrl")]
    public async Task A_dashboard_is_not_found_by_a_name_of_another_kind(string rest)
    {
        using DashboardCall sandbox = new();
        await sandbox.CreateAsync(DashboardBodies.Full);

        Refused.NotFound(await sandbox.GetAsync($"/v1/dashboards/{rest}"));
    }

    [Theory]
    [InlineData("5a9db0c6")]
    [InlineData("5a9db0c")]
    [InlineData("5a9db0c50")]
    [InlineData("1002")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("mine")]
    [InlineData("e50ad839-1b90-4955-b716-1c6edbda57cb")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("%F0%9F%94%A5")]
    [InlineData("%20")]
    [InlineData("a%2Fb")]
    [InlineData("mine?type=customUrl")]
    [InlineData("example.com?type=customDomain")]
    public async Task An_unknown_dashboard_is_not_found(string rest)
    {
        using DashboardCall sandbox = new();

        Refused.NotFound(await sandbox.GetAsync($"/v1/dashboards/{rest}"));
    }

    [Theory]
    [InlineData("null?type=customUrl")]
    [InlineData("null?type=customDomain")]
    [InlineData("%20?type=customUrl")]
    public async Task A_dashboard_without_a_name_is_not_found_by_one(string rest)
    {
        using DashboardCall sandbox = new();
        await sandbox.CreateAsync("""{ "header": "No names", "customUrl": null, "customDomain": null }""");

        Refused.NotFound(await sandbox.GetAsync($"/v1/dashboards/{rest}"));
    }

    [Theory]
    [InlineData("type=")]
    [InlineData("type=id")]
    [InlineData("type=dashboardId")]
    [InlineData("type=customurl")]
    [InlineData("type=CUSTOMDOMAIN")]
    [InlineData("type=1")]
    public async Task A_kind_of_name_the_api_does_not_have_is_a_bad_request(string query)
    {
        using DashboardCall sandbox = new();

        Refused.BadRequest(await sandbox.GetAsync($"/v1/dashboards/sandbox?{query}"));
        Refused.BadRequest(await sandbox.GetAsync($"/v1/dashboards/5a9db0c5?{query}"));
    }

    [Fact]
    public async Task The_number_in_the_path_is_the_same_dashboard_or_none()
    {
        // The document calls the id in the path text, and does not say that a number will do.
        using DashboardCall sandbox = new();

        SandboxAnswer answer = await sandbox.GetAsync("/v1/dashboards/1001");

        if (answer.Status == HttpStatusCode.OK)
        {
            First(answer);
        }
        else
        {
            Refused.NotFound(answer);
        }
    }

    [Fact]
    public async Task Reading_changes_nothing()
    {
        TestClock clock = new();
        using DashboardCall sandbox = new(clock.Read);
        SandboxAnswer before = await sandbox.GetAsync(DashboardCall.First);
        clock.AddMinutes(1);

        await sandbox.GetAsync("/v1/dashboards");
        await sandbox.GetAsync("/v1/dashboards/sandbox?type=customUrl");

        Assert.Equal(before.Body, (await sandbox.GetAsync(DashboardCall.First)).Body);
    }

    private static void First(SandboxAnswer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(1001, DashboardCall.Number(answer));
    }
}
