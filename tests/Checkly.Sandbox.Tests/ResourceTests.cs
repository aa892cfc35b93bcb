using System.Net;
using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>What holds for every resource: it is made, listed, read, changed and removed as the facts say.</summary>
public sealed class ResourceTests
{
    private const int Many = 60;
    private readonly TestClock _clock = new();

    public static TheoryData<string> Names => [.. TestedResource.All.Keys];

    public static MatrixTheoryData<string, bool> NamesAndBodies => new(TestedResource.All.Keys, [false, true]);

    [Theory]
    [MemberData(nameof(NamesAndBodies))]
    public async Task A_new_one_is_answered_read_and_listed_as_it_was_sent(string name, bool isFull)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall sandbox = new(_clock.Read);
        JsonObject[] before = await resource.ListAsync(sandbox);
        string body = isFull ? resource.Full : resource.Numbered(1);

        SandboxAnswer created = await sandbox.PostAsync(resource.Path, body);

        Assert.Equal(("application/json", "2022-09-08T19:41:28.658Z"), (created.MediaType, (string?)created.Object["created_at"] ?? "2022-09-08T19:41:28.658Z"));
        AssertHas(resource, body, created);
        Assert.Equal(created.Body, (await sandbox.GetAsync(resource.PathOf(created.Object))).Body);
        JsonObject[] after = await resource.ListAsync(sandbox);
        JsonObject listed = Assert.Single(after, item => before.All(old => $"{old["id"]}" != $"{item["id"]}"));
        Assert.All(listed.Where(field => created.Object.ContainsKey(field.Key)), field => Json.Equal(field.Value?.ToJsonString() ?? "null", created.Object[field.Key]));
        Assert.Equal(before.Select(item => item.ToJsonString()), after.Where(item => item != listed).Select(item => item.ToJsonString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_a_new_one_leaves_out_gets_its_default(string name)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall sandbox = new();
        JsonObject sent = JsonNode.Parse(resource.Numbered(1))!.AsObject();

        SandboxAnswer created = await sandbox.PostAsync(resource.Path, sent.ToJsonString());

        Assert.All(resource.Defaults("POST").Where(field => !sent.ContainsKey(field.Key)), field => Json.Equal(field.Value?.ToJsonString() ?? "null", created.Object[field.Key]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_change_of_every_field_is_answered_and_remembered(string name)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall sandbox = new(_clock.Read);
        SandboxAnswer other = await sandbox.PostAsync(resource.Path, resource.Numbered(1));
        SandboxAnswer created = await sandbox.PostAsync(resource.Path, resource.Numbered(2));
        string path = resource.PathOf(created.Object);
        _clock.AddMinutes(1);

        SandboxAnswer changed = await sandbox.PutAsync(path, resource.Change);

        Assert.Equal((HttpStatusCode.OK, "application/json"), (changed.Status, changed.MediaType));
        AssertHas(resource, resource.Change, changed);
        Assert.All(["id", resource.IdField, "created_at"], field => Json.Equal(created.Object[field]?.ToJsonString() ?? "null", changed.Object[field]));
        Assert.True(!changed.Object.ContainsKey("updated_at") || changed.Text("updated_at") == "2022-09-08T19:42:28.658Z", changed.Body);
        Assert.Equal(changed.Body, (await sandbox.GetAsync(path)).Body);
        Assert.Equal(other.Body, (await sandbox.GetAsync(resource.PathOf(other.Object))).Body);
        JsonObject listed = Assert.Single(await resource.ListAsync(sandbox), item => $"{item["id"]}" == $"{created.Object["id"]}");
        Json.Equal(changed.Object[resource.Name]!.ToJsonString(), listed[resource.Name]);
    }

    /// <summary>A field without a default is kept; one with a default gets it, unless a PUT of the resource is partial.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_a_change_leaves_out_gets_its_default_or_is_kept(string name)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall sandbox = new();
        SandboxAnswer created = await sandbox.PostAsync(resource.Path, resource.Full);
        string path = resource.PathOf(created.Object);
        Dictionary<string, JsonNode?> defaults = resource.IsPartial ? [] : resource.Defaults("PUT");

        foreach (string field in JsonNode.Parse(resource.Change)!.AsObject().Select(field => field.Key))
        {
            await sandbox.PutAsync(path, resource.Change);
            SandboxAnswer whole = await sandbox.GetAsync(path);
            SandboxAnswer changed = await sandbox.PutAsync(path, Bodies.Without(resource.Change, field));
            if (changed.Status == HttpStatusCode.BadRequest)
            {
                Assert.Equal($"\"{field}\" is required", changed.Text("message"));
                continue;
            }

            string expected = defaults.TryGetValue(field, out JsonNode? otherwise) ? otherwise?.ToJsonString() ?? "null" : whole.Object[field]?.ToJsonString() ?? "null";
            Json.Equal(expected, changed.Object[field]);
            Assert.Equal(changed.Body, (await sandbox.GetAsync(path)).Body);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task One_that_is_removed_is_gone_and_its_id_does_not_come_back(string name)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall sandbox = new();
        SandboxAnswer other = await sandbox.PostAsync(resource.Path, resource.Numbered(1));
        SandboxAnswer created = await sandbox.PostAsync(resource.Path, resource.Numbered(2));
        string path = resource.PathOf(created.Object);

        SandboxAnswer removed = await sandbox.DeleteAsync(path);

        Assert.Equal((HttpStatusCode.NoContent, ""), (removed.Status, removed.Body));
        Refused.NotFound(await sandbox.GetAsync(path));
        Refused.NotFound(await sandbox.PutAsync(path, resource.Change));
        Refused.NotFound(await sandbox.DeleteAsync(path));
        Assert.DoesNotContain(await resource.ListAsync(sandbox), item => $"{item["id"]}" == $"{created.Object["id"]}");
        Assert.Equal(other.Body, (await sandbox.GetAsync(resource.PathOf(other.Object))).Body);
        Assert.NotEqual(path, resource.PathOf((await sandbox.PostAsync(resource.Path, resource.Numbered(2))).Object));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Without_any_the_list_is_empty(string name)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall sandbox = new();

        foreach (JsonObject item in await resource.ListAsync(sandbox))
        {
            Assert.Equal(HttpStatusCode.NoContent, (await sandbox.DeleteAsync(resource.PathOf(item))).Status);
        }

        Assert.Empty(await resource.ListAsync(sandbox));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_id_that_none_has_is_not_found_and_changes_nothing(string name)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall sandbox = new();
        string before = (await sandbox.GetAsync(resource.Path)).Body;

        Refused.NotFound(await sandbox.GetAsync($"{resource.Path}/{resource.Unknown}"));
        Refused.NotFound(await sandbox.PutAsync($"{resource.Path}/{resource.Unknown}", resource.Change));
        Refused.NotFound(await sandbox.DeleteAsync($"{resource.Path}/{resource.Unknown}"));

        Assert.Equal(before, (await sandbox.GetAsync(resource.Path)).Body);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Of_what_is_sent_at_once_everything_is_carried_out_once(string name)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall sandbox = new();
        int before = (await resource.ListAsync(sandbox)).Length;

        SandboxAnswer[] created = await SandboxSteps.AtOnceAsync(Many, number => sandbox.Sandbox.PostAsync(resource.Path, resource.Numbered(number)));
        string path = resource.PathOf(created[0].Object);
        Assert.Equal(Many, created.Select(answer => resource.PathOf(answer.Object)).Distinct().Count());
        Assert.Equal(before + Many, (await resource.ListAsync(sandbox)).Length);

        SandboxAnswer[] removed = await SandboxSteps.AtOnceAsync(Many, _ => sandbox.Sandbox.DeleteAsync(path));
        Assert.Single(removed, answer => answer.Status == HttpStatusCode.NoContent);
        Assert.Equal(Many - 1, removed.Count(answer => answer.Status == HttpStatusCode.NotFound));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Two_sandboxes_know_nothing_of_each_other(string name)
    {
        TestedResource resource = TestedResource.All[name];
        using DocumentedCall one = new();
        using DocumentedCall other = new();
        string before = (await other.GetAsync(resource.Path)).Body;

        await one.PostAsync(resource.Path, resource.Full);

        Assert.Equal(before, (await other.GetAsync(resource.Path)).Body);
    }

    [Theory]
    [InlineData("Üñï ❤ 状態 🔥")]
    [InlineData("<b>&amp;</b> 'quoted'")]
    [InlineData("two\\nlines")]
    public async Task A_text_is_kept_as_it_is(string text)
    {
        foreach (TestedResource resource in TestedResource.All.Values)
        {
            using DocumentedCall sandbox = new();

            SandboxAnswer created = await sandbox.PostAsync(resource.Path, Bodies.With(resource.Numbered(1), resource.Name, $"\"{text}\""));

            Json.Equal($"\"{text}\"", created.Object[resource.Name]);
        }
    }

    private static void AssertHas(TestedResource resource, string sent, SandboxAnswer answer) => Assert.All(
        JsonNode.Parse(sent)!.AsObject().Where(field => !resource.NotAsSent.Contains(field.Key)),
        field => Json.Equal(field.Key == "repeatEndsAt" ? $"\"{((string)field.Value!)[..10]}T00:00:00.000Z\"" : field.Value?.ToJsonString() ?? "null", answer.Object[field.Key]));
}
