using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class ServiceTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public async Task A_sandbox_begins_with_two_services()
    {
        using StatusPageCall sandbox = new(_clock.Read);

        SandboxAnswer list = await sandbox.GetAsync(StatusPageCall.Services);

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Json.Equal(
            $$"""
            { "length": 2, "nextId": null, "entries": [
              { "id": "5a9db0c5-7e57-4c0d-8000-000000000011", "name": "Website", "accountId": "{{SandboxAccount.Id}}", "created_at": "2022-09-08T19:41:28.658Z", "updated_at": null },
              { "id": "5a9db0c5-7e57-4c0d-8000-000000000012", "name": "API", "accountId": "{{SandboxAccount.Id}}", "created_at": "2022-09-08T19:41:28.658Z", "updated_at": null }
            ] }
            """,
            list.Object);
    }

    [Fact]
    public async Task A_change_is_answered_and_remembered()
    {
        using StatusPageCall sandbox = new(_clock.Read);
        _clock.AddMinutes(1);

        SandboxAnswer changed = await sandbox.PutAsync(StatusPageCall.FirstService, StatusPageBodies.Service);

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Json.Equal(
            $$"""{ "id": "{{SandboxStatusPage.FirstServiceId}}", "name": "Payments", "accountId": "{{SandboxAccount.Id}}", "created_at": "2022-09-08T19:41:28.658Z", "updated_at": "2022-09-08T19:42:28.658Z" }""",
            changed.Object);
        Assert.Equal(changed.Body, (await sandbox.GetAsync(StatusPageCall.FirstService)).Body);
        Assert.Equal(["Payments", "API"], (await sandbox.GetAsync(StatusPageCall.FirstPage)).Object["cards"]![0]!["services"].Texts("name"));
    }

    [Fact]
    public async Task A_service_in_use_is_deleted_and_leaves_its_cards()
    {
        using StatusPageCall sandbox = new();

        SandboxAnswer deleted = await sandbox.DeleteAsync(StatusPageCall.FirstService);

        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Refused.NotFound(await sandbox.GetAsync(StatusPageCall.FirstService));
        Refused.NotFound(await sandbox.DeleteAsync(StatusPageCall.FirstService));
        Assert.Equal(["API"], (await sandbox.GetAsync(StatusPageCall.Services)).Object["entries"].Texts("name"));
        Assert.Equal(["API"], (await sandbox.GetAsync(StatusPageCall.FirstPage)).Object["cards"]![0]!["services"].Texts("name"));
    }

    [Fact]
    public async Task A_list_that_is_not_paginated_is_one_page()
    {
        using StatusPageCall sandbox = new();
        await sandbox.ServiceAsync();

        SandboxAnswer list = await sandbox.GetAsync($"{StatusPageCall.Services}?paginated=false&limit=1");

        Assert.Equal(3, list.Object["length"]!.GetValue<int>());
        Assert.Equal(3, list.Object["entries"].Objects().Length);
        Assert.Null(list.Object["nextId"]);
        Refused.BadRequest(await sandbox.GetAsync($"{StatusPageCall.Services}?paginated=maybe"));
    }

    [Fact]
    public async Task A_cursor_keeps_its_place_when_the_next_is_deleted()
    {
        using StatusPageCall sandbox = new();
        await sandbox.ServiceAsync("Number 1");
        await sandbox.ServiceAsync("Number 2");
        await sandbox.ServiceAsync("Number 3");
        string next = Uri.EscapeDataString((await sandbox.GetAsync($"{StatusPageCall.Services}?limit=1")).Text("nextId"));

        await sandbox.DeleteAsync(StatusPageCall.FirstService);
        await sandbox.DeleteAsync(StatusPageCall.SecondService);

        Assert.Equal(["Number 1", "Number 2"], (await sandbox.GetAsync($"{StatusPageCall.Services}?limit=2&nextId={next}")).Object["entries"].Texts("name"));
    }
}
