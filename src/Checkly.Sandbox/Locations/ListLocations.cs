using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

internal sealed class ListLocations : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/locations";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(new JsonArray([.. Region.All.Select(region => new JsonObject { ["region"] = region.Id, ["name"] = region.Name })]));
}
