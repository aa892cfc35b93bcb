using System.Net;

namespace Checkly.Sandbox.Tests;

/// <summary>What a setting may be and what not, when a dashboard is created and when it is changed.</summary>
public sealed class DashboardSettingTests
{
    private const string Key =
        """
        {
          "id": "e50ad839-1b90-4955-b716-1c6edbda57cb",
          "rawKey": "da_0123456789abcdef",
          "maskedKey": "...cdef",
          "created_at": "2022-09-08T19:41:28.658Z"
        }
        """;

    public static TheoryData<string, string> Allowed => new()
    {
        { "customUrl", "null" }, { "customUrl", "\"other\"" },
        { "customDomain", "null" }, { "customDomain", "\"other.example.com\"" },
        { "logo", "null" }, { "logo", "\"\"" }, { "logo", "\"https://example.com/a.png\"" },
        { "favicon", "null" }, { "favicon", "\"\"" }, { "favicon", "\"https://example.com/a.ico\"" },
        { "link", "null" }, { "link", "\"\"" }, { "link", "\"https://example.com/?a=b#c\"" },
        { "description", "null" }, { "description", "\"Text.\"" },
        { "width", "\"FULL\"" }, { "width", "\"960PX\"" },
        { "refreshRate", "300" }, { "refreshRate", "60.5" },
        { "paginate", "false" },
        { "paginationRate", "30" }, { "paginationRate", "30.5" },
        { "sortByStatus", "true" },
        { "checksPerPage", "null" }, { "checksPerPage", "1" }, { "checksPerPage", "20" },
        { "useTagsAndOperator", "null" }, { "useTagsAndOperator", "true" },
        { "hideTags", "true" },
        { "enableIncidents", "true" },
        { "expandChecks", "true" },
        { "tags", "[]" }, { "tags", "[\"one\"]" }, { "tags", "[\"one\", \"two\"]" },
        { "showHeader", "false" },
        { "showCheckRunLinks", "true" },
        { "showGroupNames", "false" },
        { "customCSS", "null" }, { "customCSS", "\"\"" }, { "customCSS", "\"a { }\"" },
        { "isPrivate", "true" },
        { "showP95", "false" },
        { "showP99", "false" },
        { "keys", "[]" },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task A_value_that_is_allowed_is_kept(string field, string json)
    {
        using DashboardCall sandbox = new();
        SandboxAnswer other = await sandbox.CreateAsync();

        SandboxAnswer created = await sandbox.CreateAsync(DashboardBodies.Setting(field, json));
        DashboardCall.Holds(json, created.Object, field);
        DashboardCall.Holds(json, (await sandbox.GetAsync(DashboardCall.Path(created))).Object, field);
        await sandbox.DeleteAsync(DashboardCall.Path(created));

        SandboxAnswer changed = await sandbox.PutAsync(DashboardCall.Path(other), DashboardBodies.Setting(field, json));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        DashboardCall.Holds(json, changed.Object, field);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"2022-09-08T20:41:28.658Z\"")]
    public async Task A_key_may_have_been_updated_or_not(string updated)
    {
        using DashboardCall sandbox = new();

        await sandbox.CreateAsync(DashboardBodies.Setting("keys", $"[{Bodies.With(Key, "updated_at", updated)}]"));
    }

    private static async Task RefusedAsync(string body)
    {
        using DashboardCall sandbox = new();
        string before = await sandbox.EverythingAsync();

        Refused.BadRequest(await sandbox.PostAsync(body));
        Assert.Equal(before, await sandbox.EverythingAsync());

        Refused.BadRequest(await sandbox.PutAsync(DashboardCall.First, body));
        Assert.Equal(before, await sandbox.EverythingAsync());
    }
}
