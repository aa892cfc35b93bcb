namespace Checkly.Sandbox;

internal sealed class ListStaticIps : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/static-ips";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state) =>
        SandboxAnswer.Ok(Region.Together(region => region.Addresses));
}
