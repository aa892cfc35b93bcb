using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class ListDashboards : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/dashboards";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        int limit = (int)request.Number("limit", least: 1, most: 100, otherwise: 10);
        int page = (int)request.Number("page", least: 1, most: int.MaxValue / 100, otherwise: 1);
        int start = (page - 1) * limit;
        JsonNode[] dashboards = [.. state.Dashboards.Skip(start).Take(limit).Select(dashboard => dashboard.ToJson())];
        return SandboxAnswer.Ok(new JsonArray(dashboards)) with
        {
            ContentRange = $"{start}-{Math.Max(start, start + dashboards.Length - 1)}/{state.Dashboards.Count}",
        };
    }
}
