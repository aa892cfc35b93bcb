using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>GET /v1/runtimes and GET /v1/runtimes/{id}.</summary>
public sealed class RuntimeTests(ApiServer server) : RequestTest(server)
{
    internal const string One = """
        {"name":"2026.04","multiStepSupport":true,"nodeJsVersion":"24.1.0","stage":"CURRENT","runtimeEndOfLife":"12/31/2028","description":"Faster.","dependencies":{"playwright":"1.58.2"}}
        """;

    [Fact]
    public async Task Runtimes_are_listed_at_once()
    {
        Runtime[] runtimes = await ExchangeAsync(RuntimeRequests.List(), "GET /v1/runtimes", $"[{One}]");

        Assert.Equal("2026.04", Assert.Single(runtimes).ToString());
    }

    [Fact]
    public async Task A_runtime_is_read()
    {
        Runtime runtime = await ExchangeAsync(RuntimeRequests.Get("2026.04"), "GET /v1/runtimes/2026.04", One);

        Assert.Equal(("2026.04", "CURRENT", "24.1.0", true), (runtime.Name, runtime.Stage, runtime.NodeJsVersion, runtime.MultiStepSupport));
        Assert.Equal(("12/31/2028", "Faster.", "1.58.2"), (runtime.RuntimeEndOfLife, runtime.Description, runtime.Dependencies["playwright"]));
        Assert.Empty(runtime.AdditionalProperties);
    }

    [Fact]
    public async Task Only_the_name_is_required_of_a_runtime()
    {
        Runtime runtime = await ExchangeAsync(RuntimeRequests.Get("x"), "GET /v1/runtimes/x", """{"name":2026.04,"stage":"RETIRED","dependencies":[],"default":true}""");

        Assert.Equal(("2026.04", "RETIRED"), (runtime.Name, runtime.Stage));
        Assert.Empty(runtime.Dependencies);
        Assert.Equal(["dependencies", "default"], runtime.AdditionalProperties.Keys.Cast<string>());
    }
}
