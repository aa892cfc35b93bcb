using System.Text.Json;
using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The operations that are known are those of the official document, where it lies beside the checkout.</summary>
public sealed class ApiOperationTests
{
    [Fact]
    public void They_are_those_of_the_document()
    {
        string path = Path.Combine(Repository.Root, "..", "shared", "api", "openapi.json");
        Assert.SkipUnless(File.Exists(path), "The official document does not lie beside this checkout (../shared/api/openapi.json).");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));

        string[] documented =
        [
            .. document.RootElement.GetProperty("paths").EnumerateObject()
                .SelectMany(item => item.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {item.Name}{Paging(operation.Value)}")),
        ];

        Assert.Equal(documented, ApiOperations.All.Select(operation => operation.Style == PageStyle.None ? $"{operation}" : $"{operation} {operation.Style} {operation.LargestPage}"));
    }

    [Theory]
    [InlineData("GET", "/v1/status-pages/incidents", "/v1/status-pages/incidents")]
    [InlineData("GET", "/v1/status-pages/5", "/v1/status-pages/{statusPageId}")]
    [InlineData("GET", "/v1/checks?limit=5", "/v1/checks")]
    [InlineData("DELETE", "/v1/incidents/5/updates/6", "/v1/incidents/{incidentId}/updates/{id}")]
    [InlineData("GET", "/v1/incidents/", null)]
    [InlineData("PATCH", "/v1/checks", null)]
    [InlineData("GET", "/v9/checks", null)]
    public void A_path_has_its_operation(string method, string path, string? template) =>
        Assert.Equal(template, ApiOperations.Find(method, path)?.Template);

    private static string Paging(JsonElement operation)
    {
        Dictionary<string, JsonElement> query = !operation.TryGetProperty("parameters", out JsonElement parameters) ? [] : parameters.EnumerateArray()
            .Where(parameter => parameter.GetProperty("in").GetString() == "query")
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("schema"));
        return !query.TryGetValue("limit", out JsonElement limit) ? string.Empty
            : query.ContainsKey("page") ? $" Page {limit.GetProperty("maximum")}"
            : query.ContainsKey("nextId") ? $" Cursor {limit.GetProperty("maximum")}"
            : string.Empty;
    }
}
