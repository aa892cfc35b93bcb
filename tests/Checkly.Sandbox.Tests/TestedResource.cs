using System.Text.Json.Nodes;
using Checkly.Tests;

namespace Checkly.Sandbox.Tests;

/// <summary>A resource for which the rules of all resources hold.</summary>
/// <param name="Path">The path of its list.</param>
/// <param name="Least">What a new one must have; <c>{n}</c> stands for a number that makes it another one.</param>
/// <param name="Full">Every field, none of them with its default.</param>
/// <param name="Unknown">An id that none has.</param>
internal sealed record TestedResource(string Path, string Least, string Full, string Unknown)
{
    /// <summary>All of them, by the last segments of their paths.</summary>
    public static Dictionary<string, TestedResource> All { get; } = new TestedResource[]
    {
        new("/v1/dashboards", """{"header":"Number {n}"}""", DashboardBodies.Full, "5a9db0c6") { IdField = "dashboardId", NotAsSent = ["keys"] },
        new("/v1/status-pages", """{"name":"Number {n}","url":"number-{n}","cards":[]}""", StatusPageBodies.Full, NoGuid) { NotAsSent = ["url", "customDomain", "cards"] },
        new("/v1/status-pages/services", """{"name":"Number {n}"}""", StatusPageBodies.Service, NoGuid),
        new("/v1/status-pages/incidents", Bodies.With(PageIncidentBodies.Incident, "name", "\"Number {n}\""), PageIncidentBodies.Incident, NoGuid)
        {
            Change = PageIncidentBodies.Change,
            NotAsSent = ["services", "incidentUpdates"],
            IsNewestFirst = true,
        },
        new("/v1/maintenance-windows", Bodies.With(WindowBodies.Window, "name", "\"Number {n}\""), WindowBodies.Full, "1") { IsPartial = true },
        new("/v1/snippets", """{"name":"Number {n}","script":"x"}""", """{"name":"Log in","script":"await page.goto('/')"}""", "7"),
    }.ToDictionary(resource => resource.Path["/v1/".Length..]);

    /// <summary>The field with the id that a path has.</summary>
    public string IdField { get; init; } = "id";

    /// <summary>A body that changes every field.</summary>
    public string Change { get => field ?? Full; init; }

    /// <summary>The fields that are answered in another form than they were sent in: their families have tests for them.</summary>
    public string[] NotAsSent { get; init; } = [];

    /// <summary>Whether the pages of the list are linked by <c>nextId</c>, and not numbered.</summary>
    public bool HasCursor => Path.StartsWith("/v1/status-pages", StringComparison.Ordinal);

    /// <summary>Whether a PUT keeps what its body leaves out, also where that has a default.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Whether the list begins with the newest.</summary>
    public bool IsNewestFirst { get; init; }

    /// <summary>The field with the name.</summary>
    public string Name => JsonNode.Parse(Least)!.AsObject().First().Key;

    private static string NoGuid => "e50ad839-1b90-4955-b716-1c6edbda57cb";

    /// <summary>What a new one must have.</summary>
    public string Numbered(int number) => Least.Replace("{n}", $"{number}", StringComparison.Ordinal);

    public string PathOf(JsonNode item) => $"{Path}/{item[IdField]}";

    /// <summary>The defaults that the facts give the fields of a body.</summary>
    public Dictionary<string, JsonNode?> Defaults(string method)
    {
        string template = ApiContract.OfFacts.Template(method, method == "POST" ? Path : $"{Path}/{Unknown}")!;
        return ContractCheck.Body(method, template)["properties"]!.AsObject().Select(field => (field.Key, Rule: ContractCheck.Resolve(field.Value!)))
            // An object's own fields have the defaults.
            .Where(field => field.Rule.ContainsKey("default") && field.Rule["default"] is not JsonObject)
            .ToDictionary(field => field.Key, field => field.Rule["default"]);
    }

    /// <summary>The whole list, in whichever way it is paged.</summary>
    public async Task<JsonObject[]> ListAsync(DocumentedCall sandbox, int limit = 100)
    {
        List<JsonObject> all = [];
        string next = string.Empty;
        for (int page = 1; ; page++)
        {
            SandboxAnswer answer = await sandbox.GetAsync($"{Path}?limit={limit}{next}");
            JsonObject[] entries = HasCursor ? answer.Object["entries"].Objects() : answer.Array.Objects();
            all.AddRange(entries);
            bool isLast;
            if (HasCursor)
            {
                Assert.Equal(entries.Length, (int)answer.Object["length"]!);
                isLast = answer.Object["nextId"] is null;
                next = $"&nextId={Uri.EscapeDataString((string?)answer.Object["nextId"] ?? string.Empty)}";
            }
            else
            {
                string first = entries.Length == 0 ? "*" : $"{all.Count - entries.Length}-{all.Count - 1}";
                Assert.StartsWith($"{first}/", answer.ContentRange, StringComparison.Ordinal);
                isLast = answer.ContentRange!.EndsWith($"/{all.Count}", StringComparison.Ordinal);
                next = $"&page={page + 1}";
            }

            Assert.True(page < 200, "The list has no end.");
            Assert.True(isLast || entries.Length == limit, $"{entries.Length} of {limit} on page {page}");
            if (isLast)
            {
                return [.. all];
            }
        }
    }
}
