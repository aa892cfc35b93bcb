using System.Net;
using Checkly.Tests;
using NJsonSchema;

namespace Checkly.Sandbox.Tests;

/// <summary>Holds answers against the official document. It is not part of the project, so it may be absent.</summary>
internal static class DocumentCheck
{
    // The document is long: it is read once, and used by one test at a time.
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly Lazy<OpenApiDocument?> Document = new(OpenApiDocument.BesideCheckout);
    private static readonly Dictionary<(string, string, int), JsonSchema> Schemas = [];

    /// <summary>An answer that is as documented, or that nothing is known of.</summary>
    public static async Task<SandboxAnswer> CheckedAsync(string method, string path, SandboxAnswer answer)
    {
        await AloneAsync(async document =>
        {
            if (document?.Template(method, path.Split('?')[0]) is { } template)
            {
                await CheckAsync(document, method.ToLowerInvariant(), template, answer);
            }

            return true;
        });
        return answer;
    }

    /// <summary>A request that the document does not allow either, as far as there is one.</summary>
    public static Task UndocumentedAsync(string method, string path, string body) => AloneAsync(async document =>
    {
        if (document is not null)
        {
            Assert.NotEmpty(await document.ProblemsAsync(method, path, body));
        }

        return true;
    });

    /// <summary>What the document has against a request. Without a document the test is skipped.</summary>
    public static Task<IReadOnlyList<string>> ProblemsAsync(string method, string path, string? body) =>
        AloneAsync(document => Required(document).ProblemsAsync(method, path, body));

    /// <summary>The schema of one documented answer. Without a document the test is skipped.</summary>
    public static Task<JsonSchema> AnswerAsync(string method, string template, int status) =>
        AloneAsync(document => Required(document).AnswerAsync(method, template, status));

    /// <summary>Whether a status is documented at all. Without a document the test is skipped.</summary>
    public static Task<bool> DocumentsAsync(string method, string template, int status) =>
        AloneAsync(document => Task.FromResult(Required(document).Documents(method, template, status)));

    private static OpenApiDocument Required(OpenApiDocument? document)
    {
        if (document is null)
        {
            Assert.Skip("The official document is not beside this checkout (../shared/api/openapi.json).");
        }

        return document;
    }

    private static async Task<T> AloneAsync<T>(Func<OpenApiDocument?, Task<T>> useAsync)
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return await useAsync(Document.Value);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task CheckAsync(OpenApiDocument document, string verb, string template, SandboxAnswer answer)
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
    }
}
