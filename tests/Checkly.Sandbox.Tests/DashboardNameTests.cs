using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>A custom URL and a custom domain belong to one dashboard at a time, and lead to it.</summary>
public sealed class DashboardNameTests
{
    public static TheoryData<string, string> Taken => new() { { "customUrl", "\"sandbox\"" }, { "customUrl", "\"acme\"" }, { "customDomain", "\"status.example.com\"" } };

    public static TheoryData<string, string> Acme => new() { { "customUrl", "\"acme\"" }, { "customDomain", "\"status.example.com\"" } };

    [Theory]
    [InlineData("customUrl", "acme", "renamed")]
    [InlineData("customDomain", "status.example.com", "renamed.example.com")]
    public async Task A_dashboard_is_found_by_its_present_names(string kind, string old, string name)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);
        Assert.Equal(created.Body, (await sandbox.GetAsync($"/v1/dashboards/{old}?type={kind}")).Body);

        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.Path(created), Bodies.With(DashboardBodies.Full, kind, $"\"{name}\""));

        Assert.Equal(changed.Body, (await sandbox.GetAsync($"/v1/dashboards/{name}?type={kind}")).Body);
        Refused.NotFound(await sandbox.GetAsync($"/v1/dashboards/{old}?type={kind}"));
        await sandbox.DeleteAsync(DashboardCall.Path(created));
        Refused.NotFound(await sandbox.GetAsync($"/v1/dashboards/{name}?type={kind}"));
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
    [InlineData("mine?type=customUrl")]
    [InlineData("null?type=customUrl")]
    [InlineData("null?type=customDomain")]
    [InlineData("%20?type=customUrl")]
    public async Task A_name_that_is_none_or_of_another_kind_is_not_found(string rest)
    {
        using DashboardCall sandbox = new();
        await sandbox.CreateAsync(DashboardBodies.Full);
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
    public async Task A_kind_of_name_that_the_api_does_not_have_is_a_bad_request(string query)
    {
        using DashboardCall sandbox = new();

        Refused.BadRequest(await sandbox.GetAsync($"/v1/dashboards/sandbox?{query}"));
        Refused.BadRequest(await sandbox.GetAsync($"/v1/dashboards/5a9db0c5?{query}"));
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task A_name_that_is_taken_is_a_conflict_and_changes_nothing(string kind, string name)
    {
        using DashboardCall sandbox = new();
        await sandbox.CreateAsync(DashboardBodies.Full);
        SandboxAnswer other = await sandbox.CreateAsync();
        string before = await sandbox.EverythingAsync();

        Refused.Conflict(await sandbox.PostAsync(DashboardBodies.Setting(kind, name)));
        Refused.Conflict(await sandbox.PutAsync(DashboardCall.Path(other), DashboardBodies.Setting(kind, name)));
        // A free name beside it does not help.
        Refused.Conflict(await sandbox.PostAsync(Bodies.With(Bodies.With(DashboardBodies.Full, kind == "customUrl" ? "customDomain" : "customUrl", "\"free\""), kind, name)));

        Assert.Equal(before, await sandbox.EverythingAsync());
    }

    [Fact]
    public async Task A_dashboard_may_keep_its_own_names_and_any_number_may_have_none()
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        Assert.Equal(HttpStatusCode.OK, (await sandbox.PutAsync(DashboardCall.Path(created), DashboardBodies.Full)).Status);
        foreach (string kind in (string[])["customUrl", "customDomain"])
        {
            await sandbox.CreateAsync(DashboardBodies.Setting(kind, "null"));
            await sandbox.CreateAsync(DashboardBodies.Setting(kind, "null"));
        }
    }

    [Theory]
    [MemberData(nameof(Acme))]
    public async Task A_name_is_free_when_it_was_given_up_or_its_dashboard_removed(string kind, string name)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.Path(created), Bodies.With(DashboardBodies.Full, kind, "null"));

        Assert.Null(changed.Object[kind]);
        SandboxAnswer next = await sandbox.CreateAsync(DashboardBodies.Setting(kind, name));
        await sandbox.DeleteAsync(DashboardCall.Path(next));
        await sandbox.CreateAsync(DashboardBodies.Setting(kind, name));
    }

    [Theory]
    [MemberData(nameof(Acme))]
    public async Task A_name_that_a_change_leaves_out_is_kept_and_taken(string kind, string name)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Full);

        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.Path(created), Bodies.Without(DashboardBodies.Full, kind));

        Json.Equal(name, changed.Object[kind]);
        Refused.Conflict(await sandbox.PostAsync(DashboardBodies.Setting(kind, name)));
    }

    [Theory]
    [MemberData(nameof(Acme))]
    public async Task Of_many_that_want_one_name_at_once_one_gets_it(string kind, string name)
    {
        const int many = 100;
        using DashboardCall sandbox = new();
        string body = DashboardBodies.Setting(kind, name);

        SandboxAnswer[] answers = await SandboxSteps.AtOnceAsync(many, _ => sandbox.Sandbox.PostAsync("/v1/dashboards", body));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(many - 1, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(2, (await sandbox.GetAsync("/v1/dashboards?limit=100")).Array.Count);
    }
}
