namespace Checkly.Sandbox;

internal sealed class ListStaticIpsByRegion : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/static-ips-by-region";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(Region.Apart(region => region.Addresses));
}
