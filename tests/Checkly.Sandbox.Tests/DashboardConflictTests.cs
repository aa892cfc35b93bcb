using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>A custom URL and a custom domain belong to one dashboard at a time.</summary>
public sealed class DashboardConflictTests
{
    public static TheoryData<string, string> Taken => new()
    {
        { "customUrl", "\"sandbox\"" },
        { "customUrl", "\"acme\"" },
        { "customDomain", "\"status.example.com\"" },
    };

    public static TheoryData<string, string> Acme => new()
    {
        { "customUrl", "\"acme\"" },
        { "customDomain", "\"status.example.com\"" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task A_new_dashboard_with_a_name_that_is_taken_is_a_conflict(string kind, string name)
    {
        using DashboardCall sandbox = new();
        await sandbox.CreateAsync(DashboardBodies.Full);
        string before = await sandbox.EverythingAsync();

        Refused.Conflict(await sandbox.PostAsync(DashboardBodies.Setting(kind, name)));

        Assert.Equal(before, await sandbox.EverythingAsync());
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task A_change_to_a_name_that_is_taken_is_a_conflict(string kind, string name)
    {
        using DashboardCall sandbox = new();
        await sandbox.CreateAsync(DashboardBodies.Full);
        SandboxAnswer other = await sandbox.CreateAsync();
        string before = await sandbox.EverythingAsync();

        Refused.Conflict(await sandbox.PutAsync(
            DashboardCall.Path(other), Bodies.With(DashboardBodies.Named("New"), kind, name)));

        Assert.Equal(before, await sandbox.EverythingAsync());
    }

    [Fact]
    public async Task One_free_name_does_not_help_another_that_is_taken()
    {
        using DashboardCall sandbox = new();
        await sandbox.CreateAsync(DashboardBodies.Full);

        Refused.Conflict(await sandbox.PostAsync(Bodies.With(DashboardBodies.Full, "customUrl", "\"free\"")));
        Refused.Conflict(await sandbox.PostAsync(Bodies.With(DashboardBodies.Full, "customDomain", "\"free.example.com\"")));

        Refused.NotFound(await sandbox.GetAsync("/v1/dashboards/free?type=customUrl"));
        Refused.NotFound(await sandbox.GetAsync("/v1/dashboards/free.example.com?type=customDomain"));
    }

    [Fact]
    public async Task A_dashboard_may_keep_its_own_names()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.Path(created), DashboardBodies.Full);

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal("acme", changed.Text("customUrl"));
        Assert.Equal("status.example.com", changed.Text("customDomain"));
    }

    [Theory]
    [InlineData("customUrl")]
    [InlineData("customDomain")]
    public async Task Any_number_of_dashboards_may_have_no_name(string kind)
    {
        using DashboardCall sandbox = new();
        await sandbox.CreateAsync(DashboardBodies.Setting(kind, "null"));
        await sandbox.CreateAsync(DashboardBodies.Setting(kind, "null"));
        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.First, DashboardBodies.Setting(kind, "null"));

        Assert.Equal(HttpStatusCode.OK, changed.Status);
    }

    [Theory]
    [MemberData(nameof(Acme))]
    public async Task The_names_of_a_removed_dashboard_are_free(string kind, string name)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        await sandbox.DeleteAsync(DashboardCall.Path(created));

        await sandbox.CreateAsync(DashboardBodies.Setting(kind, name));
    }

    [Theory]
    [MemberData(nameof(Acme))]
    public async Task A_name_that_was_given_up_is_free(string kind, string name)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        SandboxAnswer changed = await sandbox.PutAsync(
            DashboardCall.Path(created), Bodies.With(DashboardBodies.Full, kind, "null"));

        Assert.Null(changed.Object[kind]);
        await sandbox.CreateAsync(DashboardBodies.Setting(kind, name));
    }

    [Theory]
    [MemberData(nameof(Acme))]
    public async Task A_name_that_is_left_out_of_a_change_is_either_kept_or_free(string kind, string name)
    {
        // The document gives names no default; what the dashboard shows and what is taken must agree.
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        SandboxAnswer changed = await sandbox.PutAsync(
            DashboardCall.Path(created), Bodies.Without(DashboardBodies.Full, kind));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        SandboxAnswer next = await sandbox.PostAsync(DashboardBodies.Setting(kind, name));

        if (changed.Object[kind] is null)
        {
            Assert.Equal(HttpStatusCode.Created, next.Status);
        }
        else
        {
            Refused.Conflict(next);
        }
    }

    [Theory]
    [MemberData(nameof(Acme))]
    public async Task Of_many_that_want_one_name_at_once_one_gets_it(string kind, string name)
    {
        const int many = 100;
        using DashboardCall sandbox = new();
        string body = DashboardBodies.Setting(kind, name);

        SandboxAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, many).Select(_ => Task.Run(
            () => sandbox.Sandbox.PostAsync("/v1/dashboards", body))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(many - 1, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(2, (await sandbox.GetAsync("/v1/dashboards?limit=100")).Array.Count);
    }
}
