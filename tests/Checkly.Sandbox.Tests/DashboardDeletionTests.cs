using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class DashboardDeletionTests
{
    [Fact]
    public async Task A_deletion_is_answered_without_a_body()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync();

        SandboxAnswer answer = await sandbox.DeleteAsync(DashboardCall.Path(created));

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("", answer.Body);
    }

    [Fact]
    public async Task A_deleted_dashboard_is_gone_under_all_its_names()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);
        string path = DashboardCall.Path(created);

        await sandbox.DeleteAsync(path);

        Refused.NotFound(await sandbox.GetAsync(path));
        Refused.NotFound(await sandbox.GetAsync("/v1/dashboards/acme?type=customUrl"));
        Refused.NotFound(await sandbox.GetAsync("/v1/dashboards/status.example.com?type=customDomain"));
        Refused.NotFound(await sandbox.PutAsync(path, DashboardBodies.Header));
        Refused.NotFound(await sandbox.DeleteAsync(path));
        Assert.Equal(1001, Assert.Single((await sandbox.GetAsync("/v1/dashboards")).Array)!["id"]!.GetValue<long>());
    }

    [Fact]
    public async Task The_first_dashboard_can_be_deleted()
    {
        using DashboardCall sandbox = new();

        Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(DashboardCall.First)).Status);

        Refused.NotFound(await sandbox.GetAsync(DashboardCall.First));
        Refused.NotFound(await sandbox.GetAsync("/v1/dashboards/sandbox?type=customUrl"));
    }

    [Fact]
    public async Task Another_dashboard_stays()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer one = await sandbox.CreateAsync();
        SandboxAnswer other = await sandbox.CreateAsync(DashboardBodies.Full);

        await sandbox.DeleteAsync(DashboardCall.Path(one));

        Assert.Equal(other.Body, (await sandbox.GetAsync(DashboardCall.Path(other))).Body);
    }

    [Fact]
    public async Task The_ids_of_a_deleted_dashboard_do_not_come_back()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer one = await sandbox.CreateAsync();
        await sandbox.DeleteAsync(DashboardCall.Path(one));
        await sandbox.DeleteAsync(DashboardCall.First);

        SandboxAnswer[] next = [await sandbox.CreateAsync(), await sandbox.CreateAsync()];

        Assert.All(next, dashboard =>
        {
            Assert.NotEqual(1001, DashboardCall.Number(dashboard));
            Assert.NotEqual(DashboardCall.Number(one), DashboardCall.Number(dashboard));
            Assert.NotEqual("5a9db0c5", dashboard.Text("dashboardId"));
            Assert.NotEqual(one.Text("dashboardId"), dashboard.Text("dashboardId"));
        });
    }

    [Theory]
    [InlineData("5a9db0c6")]
    [InlineData("1002")]
    [InlineData("mine")]
    [InlineData("sandbox")]
    [InlineData("%20")]
    [InlineData("e50ad839-1b90-4955-b716-1c6edbda57cb")]
    public async Task An_unknown_dashboard_is_not_found(string id)
    {
        using DashboardCall sandbox = new();
        string before = await sandbox.EverythingAsync();

        Refused.NotFound(await sandbox.DeleteAsync($"/v1/dashboards/{id}"));

        Assert.Equal(before, await sandbox.EverythingAsync());
    }

    [Fact]
    public async Task Of_many_deletions_of_one_dashboard_one_succeeds()
    {
        const int many = 100;
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync();

        SandboxAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, many).Select(_ => Task.Run(
            () => sandbox.Sandbox.DeleteAsync(DashboardCall.Path(created)))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.NoContent);
        Assert.Equal(many - 1, answers.Count(answer => answer.Status == HttpStatusCode.NotFound));
    }
}
