namespace Checkly.Sandbox;

internal sealed class ListStaticIpv6s : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/static-ipv6s";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(Region.Together(region => region.Ipv6Ranges));
}
