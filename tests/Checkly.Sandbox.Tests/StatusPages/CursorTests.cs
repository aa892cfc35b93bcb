using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>Lists whose pages are linked by nextId.</summary>
public sealed class CursorTests
{
    private static readonly string[] FirstServices = ["Website", "API"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(100)]
    public async Task All_pages_together_hold_everything_once(int limit)
    {
        using StatusPageCall sandbox = new();
        await FillAsync(sandbox, 23);

        List<string> names = [];
        for (string? next = ""; next is not null;)
        {
            JsonObject page = await PageAsync(sandbox, $"?limit={limit}{next}");
            string[] entries = page["entries"].Texts("name");
            Assert.Equal(entries.Length, page["length"]!.GetValue<int>());
            Assert.Equal(Math.Min(limit, 25 - names.Count), entries.Length);
            names.AddRange(entries);
            next = page["nextId"] is { } id ? $"&nextId={Uri.EscapeDataString(id.GetValue<string>())}" : null;
        }

        Assert.Equal([.. FirstServices, .. Enumerable.Range(1, 23).Select(number => $"Number {number}")], names);
    }

    [Theory]
    [InlineData(StatusPageCall.Services)]
    [InlineData(StatusPageCall.Pages)]
    public async Task A_page_holds_twenty_unless_told(string path)
    {
        using StatusPageCall sandbox = new();
        await FillAsync(sandbox, 20);
        for (int number = 1; number <= 20; number++)
        {
            await sandbox.PageAsync(Bodies.With(StatusPageBodies.Page, "url", $"\"number-{number}\""));
        }

        JsonObject page = (await sandbox.GetAsync(path)).Object;

        Assert.Equal(20, page["entries"].Objects().Length);
        Assert.NotNull(page["nextId"]);
    }

    [Fact]
    public async Task A_cursor_keeps_its_place_when_the_next_is_deleted()
    {
        using StatusPageCall sandbox = new();
        await FillAsync(sandbox, 3);
        JsonObject first = await PageAsync(sandbox, "?limit=1");
        string next = Uri.EscapeDataString(first["nextId"]!.GetValue<string>());

        await sandbox.DeleteAsync(StatusPageCall.FirstService);
        await sandbox.DeleteAsync(StatusPageCall.SecondService);

        Assert.Equal(["Number 1", "Number 2"], (await PageAsync(sandbox, $"?limit=2&nextId={next}"))["entries"].Texts("name"));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=-1")]
    [InlineData("limit=ten")]
    [InlineData("limit=1.5")]
    [InlineData("nextId=")]
    [InlineData("nextId=2")]
    [InlineData("nextId=null")]
    [InlineData("nextId=AAAA")]
    [InlineData("nextId=5a9db0c5-7e57-4c0d-8000-000000000011")]
    public async Task A_bad_limit_or_cursor_is_refused(string query)
    {
        using StatusPageCall sandbox = new();

        Refused.BadRequest(await sandbox.GetAsync($"{StatusPageCall.Services}?{query}"));
        Refused.BadRequest(await sandbox.GetAsync($"{StatusPageCall.Pages}?{query}"));
    }

    private static async Task FillAsync(StatusPageCall sandbox, int count)
    {
        for (int number = 1; number <= count; number++)
        {
            await sandbox.ServiceAsync($"Number {number}");
        }
    }

    private static async Task<JsonObject> PageAsync(StatusPageCall sandbox, string query)
    {
        SandboxAnswer answer = await sandbox.GetAsync(StatusPageCall.Services + query);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Object;
    }
}
