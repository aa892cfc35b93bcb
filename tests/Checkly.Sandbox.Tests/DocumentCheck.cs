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

    /// <summary>The document, for a test that is about nothing else; without it the test is skipped.</summary>
    public static OpenApiDocument Required()
    {
        if (Document.Value is not { } document)
        {
            Assert.Skip("The official document is not beside this checkout (../shared/api/openapi.json).");
            return null;
        }

        return document;
    }

    /// <summary>An answer that is as documented, or that nothing is known of.</summary>
    public static async Task<SandboxAnswer> CheckedAsync(string method, string path, SandboxAnswer answer)
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (Document.Value is { } document && document.Template(method, path.Split('?')[0]) is { } template)
            {
                await CheckAsync(document, method.ToLowerInvariant(), template, answer);
            }
        }
        finally
        {
            Gate.Release();
        }

        return answer;
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
