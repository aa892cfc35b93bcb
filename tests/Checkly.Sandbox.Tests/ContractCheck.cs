using System.Net;
using System.Text.Json.Nodes;
using Checkly.Facts;
using Checkly.Tests;
using NJsonSchema;

namespace Checkly.Sandbox.Tests;

/// <summary>Holds requests and answers of the sandbox against the facts of the API.</summary>
internal static class ContractCheck
{
    // The validator is not made for several threads.
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly Dictionary<(string, string, int), JsonSchema> Schemas = [];
    private static readonly JsonObject Facts = FactsReader.Read(ApiContract.FactsText);

    /// <summary>An answer that is as documented, or of an operation that the API does not have.</summary>
    public static async Task<SandboxAnswer> CheckedAsync(string method, string path, SandboxAnswer answer)
    {
        await AloneAsync(async document =>
        {
            if (document.Template(method, path.Split('?')[0]) is { } template)
            {
                await CheckAsync(document, method.ToLowerInvariant(), template, answer);
            }

            return true;
        });
        return answer;
    }

    /// <summary>A request that the API does not take either.</summary>
    public static async Task UndocumentedAsync(string method, string path, string body) =>
        Assert.NotEmpty(await ProblemsAsync(method, path, body));

    /// <summary>What speaks against a request.</summary>
    public static Task<IReadOnlyList<string>> ProblemsAsync(string method, string path, string? body) =>
        AloneAsync(document => document.ProblemsAsync(method, path, body));

    /// <summary>The schema of one documented answer.</summary>
    public static Task<JsonSchema> AnswerAsync(string method, string template, int status) =>
        AloneAsync(document => document.AnswerAsync(method, template, status));

    /// <summary>The documented schema of the body of a request.</summary>
    public static JsonObject Body(string method, string template) =>
        Resolve(Facts["paths"]![template]![method.ToLowerInvariant()]!["requestBody"]!["content"]!["application/json"]!["schema"]!);

    /// <summary>What a reference in the facts refers to.</summary>
    public static JsonObject Resolve(JsonNode schema) =>
        schema["$ref"] is { } reference ? Resolve(Facts["components"]!["schemas"]![((string)reference!).Split('/')[^1]]!) : schema.AsObject();

    private static async Task<T> AloneAsync<T>(Func<ApiContract, Task<T>> useAsync)
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return await useAsync(ApiContract.OfFacts);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task CheckAsync(ApiContract document, string verb, string template, SandboxAnswer answer)
    {
        int status = (int)answer.Status;
        bool documented = document.Documents(verb, template, status);
        Assert.True(documented || status >= 400, $"{verb} {template} documents no {status}.");
        if (status == (int)HttpStatusCode.NoContent)
        {
            Assert.Equal("", answer.Body);
            return;
        }

        // Not every operation documents its 400 or 409; the shape of an error is the same everywhere, and here without its code.
        (string, string, int) key = documented ? (verb, template, status) : ("get", "/v1/dashboards", 401);
        if (!Schemas.TryGetValue(key, out JsonSchema? schema))
        {
            Schemas[key] = schema = await document.AnswerAsync(key.Item1, key.Item2, key.Item3);
        }

        Assert.Empty(schema.Validate(answer.Body));
        if (status >= 400)
        {
            Assert.Equal(status, answer.Object["statusCode"]!.GetValue<int>());
        }
    }
}
