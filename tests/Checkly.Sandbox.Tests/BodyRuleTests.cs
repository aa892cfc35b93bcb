using System.Text.Json.Nodes;

namespace Checkly.Sandbox.Tests;

/// <summary>
/// Each rule of the facts about each field of each body that the sandbox takes: a good body, spoilt in one place, is refused in the
/// words of the API's validator, is refused by the contract too, and changes nothing.
/// </summary>
public sealed class BodyRuleTests
{
    private const string Incidents = "/v1/incidents";
    private const string PageIncidents = "/v1/status-pages/incidents";
    private const string Windows = "/v1/maintenance-windows";

    // The contract's validator takes these: it does not know an address with http or https from others, or an empty text from a required one.
    private static readonly string[] InWordsOnly = ["is not allowed to be empty", "must be a valid uri with a scheme matching the http|https pattern", "must be a valid email"];

    /// <summary>A good body of each operation, with every field that it can have where that is possible.</summary>
    public static TheoryData<string, string> Operations => new()
    {
        { "POST /v1/incidents", Bodies.With(Bodies.With(Bodies.Incident, "startedAt", "\"2026-01-01T00:00:00Z\""), "stoppedAt", "null") },
        { "PUT /v1/incidents/{id}", Bodies.With(Bodies.With(Bodies.Change, "startedAt", "\"2026-01-01T00:00:00Z\""), "stoppedAt", "null") },
        { "POST /v1/incidents/{incidentId}/updates", Bodies.Update() },
        { "PUT /v1/incidents/{incidentId}/updates/{id}", Bodies.Description },
        { "POST /v1/dashboards", DashboardBodies.Full },
        { "PUT /v1/dashboards/{dashboardId}", DashboardBodies.Full },
        { "POST /v1/status-pages", StatusPageBodies.Full },
        { "PUT /v1/status-pages/{statusPageId}", StatusPageBodies.Full },
        { "POST /v1/status-pages/{statusPageId}/subscriptions/bulk", StatusPageBodies.Subscriptions },
        { "POST /v1/status-pages/services", StatusPageBodies.Service },
        { "PUT /v1/status-pages/services/{serviceId}", StatusPageBodies.Service },
        { "POST /v1/status-pages/incidents", PageIncidentBodies.Incident },
        { "PUT /v1/status-pages/incidents/{incidentId}", PageIncidentBodies.Change },
        { "POST /v1/status-pages/incidents/{incidentId}/incident-updates", PageIncidentBodies.FullUpdate },
        { "PUT /v1/status-pages/incidents/{incidentId}/incident-updates/{incidentUpdateId}", PageIncidentBodies.FullUpdate },
        { "POST /v1/maintenance-windows", WindowBodies.Full },
        { "PUT /v1/maintenance-windows/{id}", WindowBodies.Full },
        { "PATCH /v1/maintenance-windows/{id}/maintenances/{maintenanceId}", WindowBodies.Dates },
        { "POST /v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates", WindowBodies.Update },
        { "PUT /v1/maintenance-windows/{id}/maintenances/{maintenanceId}/updates/{updateId}", WindowBodies.UpdateChange },
        { "POST /v1/snippets", """{"name":"x","script":"y"}""" },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task What_a_fact_forbids_is_refused_and_changes_nothing(string operation, string good)
    {
        using SandboxCall sandbox = new();
        string[] name = operation.Split(' ');
        (string path, string whole) = await PathAsync(sandbox, name[1]);
        string before = (await sandbox.GetAsync(whole)).Body;
        var schema = (JsonObject)ContractCheck.Body(name[0], name[1]).DeepClone();
        if (operation == "POST /v1/maintenance-windows")
        {
            // limits.txt says otherwise of this field than the document.
            ((JsonObject)schema["properties"]!).Remove("repeatUnit");
        }

        (string Body, string Message)[] spoilt = [.. Spoilt(JsonNode.Parse(good)!, schema, string.Empty).Select(one => (one.Body.ToJsonString(), one.Message))];

        Assert.True(spoilt.Length >= 3);
        foreach ((string body, string message) in spoilt)
        {
            SandboxAnswer answer = await sandbox.SendAsync(name[0], path, body);
            Refused.BadRequest(answer);
            Assert.StartsWith(message, answer.Text("message"), StringComparison.Ordinal);
            if (!InWordsOnly.Any(words => message.EndsWith(words, StringComparison.Ordinal)))
            {
                await ContractCheck.UndocumentedAsync(name[0], path, body);
            }
        }

        Assert.Equal(before, (await sandbox.GetAsync(whole)).Body);
        Assert.Empty(await ContractCheck.ProblemsAsync(name[0], path, good));
        SandboxAnswer taken = await sandbox.SendAsync(name[0], path, good);
        Assert.True((int)taken.Status is 200 or 201, taken.Body);
    }

    /// <summary>A path that exists, and what shows whether anything has changed.</summary>
    private static async Task<(string Path, string Whole)> PathAsync(SandboxCall sandbox, string template)
    {
        string incident = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(incident);
        SandboxAnswer shown = await sandbox.PostAsync(PageIncidents, PageIncidentBodies.Incident);
        SandboxAnswer window = await sandbox.PostAsync(Windows, WindowBodies.Window);
        string maintenances = $"{Windows}/{window.Object["id"]}/maintenances";
        string maintenance = (string)(await sandbox.GetAsync(maintenances)).Array[0]!["id"]!;
        string told = (await sandbox.PostAsync($"{maintenances}/{maintenance}/updates", WindowBodies.Update)).Text("id");
        Dictionary<string, string> ids = new()
        {
            ["incidentId"] = template.StartsWith(PageIncidents, StringComparison.Ordinal) ? shown.Text("id") : incident,
            ["incidentUpdateId"] = (string)shown.Object["incidentUpdates"]![0]!["id"]!,
            ["id"] = template.StartsWith(Windows, StringComparison.Ordinal) ? $"{window.Object["id"]}" : template.EndsWith("/updates/{id}", StringComparison.Ordinal) ? update : incident,
            ["maintenanceId"] = maintenance,
            ["updateId"] = told,
            ["dashboardId"] = SandboxAccount.DashboardTextId,
            ["statusPageId"] = SandboxStatusPage.Id,
            ["serviceId"] = SandboxStatusPage.FirstServiceId,
        };
        string path = ids.Aggregate(template, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
        string whole = template.StartsWith(Incidents, StringComparison.Ordinal) ? $"{Incidents}/{incident}?includeAllIncidentUpdates=true"
            : template.StartsWith(Windows, StringComparison.Ordinal) && template.Contains("maintenanceId", StringComparison.Ordinal) ? maintenances
            : string.Join('/', path.Split('/').Take(path.StartsWith("/v1/status-pages/", StringComparison.Ordinal) && !template.Contains("statusPageId", StringComparison.Ordinal) ? 4 : 3));
        return (path, whole);
    }

    /// <summary>The body, spoilt in one place each, and what the refusal begins with.</summary>
    private static IEnumerable<(JsonNode Body, string Message)> Spoilt(JsonNode good, JsonObject schema, string prefix)
    {
        schema = ContractCheck.Resolve(schema);
        JsonObject fields = (JsonObject)schema["properties"]!;
        JsonObject body = good.AsObject();
        yield return (With(body, "unknown", JsonValue.Create(1)), $"\"{prefix}unknown\" is not allowed");
        foreach (string required in ((JsonArray?)schema["required"] ?? []).Select(name => (string)name!))
        {
            var lacking = (JsonObject)body.DeepClone();
            lacking.Remove(required);
            yield return (lacking, $"\"{prefix}{required}\" is required");
        }

        foreach ((string name, JsonNode? rule) in fields.Where(field => body.ContainsKey(field.Key)))
        {
            foreach ((JsonNode? value, string message) in Bad(body[name], ContractCheck.Resolve(rule!.AsObject()), $"{prefix}{name}"))
            {
                yield return (With(body, name, value), message);
            }
        }
    }

    /// <summary>Values that a field cannot have.</summary>
    private static IEnumerable<(JsonNode? Value, string Message)> Bad(JsonNode? good, JsonObject rule, string name)
    {
        if (rule["anyOf"] is JsonArray ways)
        {
            return Bad(good, ContractCheck.Resolve(ways[0]!.AsObject()), name).Where(bad => bad.Value is not null);
        }

        List<(JsonNode? Value, string Message)> bad = [];
        void Add(JsonNode? value, string why) => bad.Add((value, $"\"{name}\" {why}"));
        if (rule["nullable"] is null)
        {
            bad.Add((null, $"\"{name}\" "));
        }

        switch ((string?)rule["type"])
        {
            case "string" when rule["enum"] is JsonArray values:
                Add("NOT ONE OF THEM", $"must be one of [{string.Join(", ", values)}]");
                Add(((string)values[0]!).ToLowerInvariant(), "must be one of [");
                Add(7, "must be one of [");
                break;
            case "string":
                Add(7, rule["format"] is null && rule["x-format"] is null ? "must be a string" : "must be a valid ");
                if (rule["x-format"] is not null || (string?)rule["format"] is "uri")
                {
                    Add("nowhere", rule["x-format"] is null ? "must be a valid uri" : "must be a valid uri with a scheme matching the http|https pattern");
                }
                else if ((string?)rule["format"] is { } format)
                {
                    Add("not one", format == "uuid" ? "must be a valid GUID" : "must be a valid date");
                }
                else if (rule["pattern"] is not null)
                {
                    Add("not like that", "with value \"not like that\" fails to match the required pattern: ");
                }
                else if (rule["nullable"] is null)
                {
                    Add(string.Empty, "is not allowed to be empty");
                }

                if (rule["maxLength"] is { } most)
                {
                    Add(new string('x', (int)(decimal)most + 1), $"length must be less than or equal to {most} characters long");
                }

                break;
            case "number" or "integer":
                Add("7", "must be a number");
                AddRange(Add, rule);
                break;
            case "boolean":
                Add("yes", "must be a boolean");
                break;
            case "array":
                Add("none", "must be an array");
                JsonArray items = good?.AsArray() ?? [];
                if (rule["minItems"] is { } least)
                {
                    Add(new JsonArray(), $"must contain {(JsonNode.DeepEquals(least, rule["maxItems"]) ? string.Empty : "at least ")}{least} items");
                }

                if (rule["maxItems"] is { } many && items.Count > 0)
                {
                    Add(new JsonArray([.. Enumerable.Range(0, (int)(decimal)many + 1).Select(_ => items[0]!.DeepClone())]), "must contain ");
                }

                if (items.Count > 0 && rule["items"] is JsonObject entry)
                {
                    bad.AddRange(Bad(items[0], ContractCheck.Resolve(entry), $"{name}[0]").Select(one => ((JsonNode?)new JsonArray([one.Value?.DeepClone(), .. items.Skip(1).Select(item => item?.DeepClone())]), one.Message)));
                }

                break;
            case "object":
                Add(7, "must be of type object");
                if (good is JsonObject inner)
                {
                    bad.AddRange(Spoilt(inner, rule, $"{name}.").Select(one => ((JsonNode?)one.Body, one.Message)));
                }

                break;
        }

        return bad;
    }

    private static void AddRange(Action<JsonNode?, string> add, JsonObject rule)
    {
        if ((string?)rule["type"] == "integer")
        {
            add(1.5, "must be an integer");
        }

        if ((decimal?)rule["minimum"] is { } least)
        {
            add(rule["exclusiveMinimum"] is null ? least - 1 : least, "must be ");
        }

        if ((decimal?)rule["maximum"] is { } most)
        {
            add(most + 1, $"must be less than or equal to {most}");
            add(JsonNode.Parse("1e400"), "must be a safe number");
        }
    }

    private static JsonObject With(JsonObject body, string name, JsonNode? value)
    {
        var changed = (JsonObject)body.DeepClone();
        changed[name] = value?.DeepClone();
        return changed;
    }
}
