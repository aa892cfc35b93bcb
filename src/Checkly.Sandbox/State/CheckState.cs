using System.Text.Json.Nodes;

namespace Checkly.Sandbox;

/// <summary>The checks of <see cref="SandboxCheck"/>.</summary>
internal sealed class CheckState
{
    public CheckState(string now)
    {
        All.Add(new StoredCheck
        {
            Id = SandboxCheck.PassingId,
            Name = "Checkout API",
            Type = "API",
            Tags = ["production", "api"],
            Fails = false,
            CreatedAt = now,
            Own = new JsonObject { ["request"] = new JsonObject { ["method"] = "GET", ["url"] = "https://api.sandbox.example/checkout" } },
        });
        All.Add(new StoredCheck
        {
            Id = SandboxCheck.FailingId,
            Name = "Log in on the website",
            Type = "BROWSER",
            Tags = ["production", "web"],
            Fails = true,
            CreatedAt = now,
            Own = new JsonObject { ["script"] = "// Nothing runs in the sandbox." },
        });
    }

    public Shelf<StoredCheck> All { get; } = new("check");
}
