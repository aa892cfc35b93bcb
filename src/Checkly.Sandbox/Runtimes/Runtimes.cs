using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The runtimes of checks, which can only be read.</summary>
internal static class Runtimes
{
    /// <summary>Adds their operations.</summary>
    public static void Add(SandboxOperations operations)
    {
        operations.On("GET /v1/runtimes", call => call.Answer(new JsonArray([.. Runtime.All.Select(runtime => runtime.ToJson())])));
        operations.On("GET /v1/runtimes/{id}", call =>
            call.Answer((Array.Find(Runtime.All, known => known.Name == call.Id("id")) ?? throw SandboxRefusal.NotFound()).ToJson()));
    }
}
