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

    public static TheoryData<string, string> Wrong => new()
    {
        { "header", "null" }, { "header", "12" }, { "header", "true" }, { "header", "[]" },
        { "customUrl", "12" }, { "customUrl", "[]" }, { "customUrl", "false" },
        { "customDomain", "12" }, { "customDomain", "{}" },
        { "logo", "12" }, { "logo", "[]" }, { "logo", "\"no address\"" },
        { "favicon", "true" }, { "favicon", "{}" }, { "favicon", "\"no address\"" },
        { "link", "12" }, { "link", "false" }, { "link", "\"no address\"" },
        { "description", "12" }, { "description", "[\"Text.\"]" },
        { "width", "null" }, { "width", "\"\"" }, { "width", "\"full\"" }, { "width", "\"960px\"" }, { "width", "960" },
        { "refreshRate", "null" }, { "refreshRate", "\"60\"" }, { "refreshRate", "true" },
        { "paginationRate", "null" }, { "paginationRate", "\"60\"" }, { "paginationRate", "[]" },
        { "checksPerPage", "0" }, { "checksPerPage", "21" }, { "checksPerPage", "-1" }, { "checksPerPage", "0.5" },
        { "checksPerPage", "20.5" }, { "checksPerPage", "1e400" }, { "checksPerPage", "\"15\"" },
        { "tags", "null" }, { "tags", "\"one\"" }, { "tags", "[1]" }, { "tags", "[null]" }, { "tags", "[\"one\", 2]" },
        { "customCSS", "12" }, { "customCSS", "{}" },
        { "keys", "null" }, { "keys", "{}" }, { "keys", "\"key\"" }, { "keys", "[\"key\"]" }, { "keys", "[null]" },
        { "keys", "[{}]" },
        { "keys", $"[{Bodies.Without(Key, "id")}]" },
        { "keys", $"[{Bodies.Without(Key, "rawKey")}]" },
        { "keys", $"[{Bodies.Without(Key, "maskedKey")}]" },
        { "keys", $"[{Bodies.Without(Key, "created_at")}]" },
        { "keys", $"[{Bodies.With(Key, "id", "\"no guid\"")}]" },
        { "keys", $"[{Bodies.With(Key, "rawKey", "null")}]" },
        { "keys", $"[{Bodies.With(Key, "created_at", "\"yesterday\"")}]" },
        { "keys", $"[{Bodies.With(Key, "updated_at", "12")}]" },
        { "keys", $"[{Bodies.With(Key, "unknown", "1")}]" },
    };

    public static MatrixTheoryData<string, string> WrongSwitches => new(
        [
            "paginate", "sortByStatus", "hideTags", "enableIncidents", "expandChecks", "showHeader",
            "showCheckRunLinks", "showGroupNames", "isPrivate", "showP95", "showP99",
        ],
        ["null", "\"true\"", "1", "[]"]);

    public static TheoryData<string, string> Unknown => new()
    {
        { "unknown", "1" }, { "unknown", "null" }, { "Header", "\"Another case\"" }, { "customurl", "\"case\"" },
        { "id", "1002" }, { "dashboardId", "\"5a9db0c6\"" }, { "created_at", "\"2022-09-08T19:41:28.658Z\"" },
        { "projectBindings", """{ "owner": null, "references": [] }""" }, { "name", "\"A check's\"" },
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

    [Theory]
    [MemberData(nameof(Wrong))]
    [MemberData(nameof(WrongSwitches))]
    [InlineData("useTagsAndOperator", "\"true\"")]
    [InlineData("useTagsAndOperator", "0")]
    public async Task A_value_that_is_not_allowed_is_a_bad_request(string field, string json)
    {
        await RefusedAsync(DashboardBodies.Setting(field, json));
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task A_field_the_api_does_not_know_is_a_bad_request(string field, string json)
    {
        await RefusedAsync(DashboardBodies.Setting(field, json));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "customUrl": "headless" }""")]
    public async Task A_new_dashboard_needs_a_header(string body)
    {
        using DashboardCall sandbox = new();
        string before = await sandbox.EverythingAsync();

        Refused.BadRequest(await sandbox.PostAsync(body));

        Assert.Equal(before, await sandbox.EverythingAsync());
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
