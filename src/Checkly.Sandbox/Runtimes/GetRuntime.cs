namespace Checkly.Sandbox;

internal sealed class GetRuntime : ISandboxOperation
{
    public string Method => "GET";

    public string Template => "/v1/runtimes/{id}";

    public SandboxAnswer Handle(SandboxRequest request, SandboxState state)
    {
        Runtime? runtime = Array.Find(Runtime.All, known => known.Name == request.Path["id"]);
        return SandboxAnswer.Ok((runtime ?? throw SandboxRefusal.NotFound()).ToJson());
    }
}
