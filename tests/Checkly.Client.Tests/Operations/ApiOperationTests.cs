using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The operations that the client knows are those of the facts.</summary>
public sealed class ApiOperationTests
{
    [Fact]
    public void They_are_those_of_the_facts()
    {
        string[] facts = [.. ApiContract.FactsText.Split('\n').Where(line => line.Contains(" /v", StringComparison.Ordinal)).Select(line => line.Replace(" deprecated", string.Empty, StringComparison.Ordinal))];

        Assert.Equal(194, facts.Length);
        Assert.Equal(facts, ApiOperations.All.Select(operation => operation.Style == PageStyle.None ? $"{operation}" : $"{operation} {operation.Style.ToString().ToLowerInvariant()}={operation.LargestPage}"));
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
}
