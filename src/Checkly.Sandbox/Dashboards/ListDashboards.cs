using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class ListDashboards : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/dashboards";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        int limit = (int)request.Number("limit", least: 1, most: 100, otherwise: 10);
        long page = request.Number("page", least: 1, most: long.MaxValue, otherwise: 1);
        int total = state.Dashboards.Count;
        int start = (int)Math.Min((decimal)(page - 1) * limit, total);
        JsonNode[] dashboards = [.. state.Dashboards.Skip(start).Take(limit).Select(dashboard => dashboard.ToJson())];
        return SandboxAnswer.Ok(new JsonArray(dashboards)) with
        {
            ContentRange = dashboards.Length == 0 ? $"*/{total}" : $"{start}-{start + dashboards.Length - 1}/{total}",
        };
    }
}
