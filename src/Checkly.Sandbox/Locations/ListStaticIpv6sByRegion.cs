namespace Checkly.Sandbox;

internal sealed class ListStaticIpv6sByRegion : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/static-ipv6s-by-region";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(Region.Apart(region => region.Ipv6Ranges));
}
