using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>docs/delivery.md shows the policy as it is.</summary>
public sealed class PolicyTableTests
{
    [Fact]
    public void The_page_shows_the_policy()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "delivery.md")).ReplaceLineEndings("\n");

        Assert.Contains(Print(), page, StringComparison.Ordinal);
    }

    private static string Print() => string.Join('\n',
    [
        "| what happened | GET, PUT, PATCH, DELETE | POST |",
        "|---|---|---|",
        .. RetryPolicy.Rules.Select(rule => $"| {rule.What} | {Print(rule.Idempotent, rule.Wait)} | {Print(rule.Post, rule.Wait is null ? null : "likewise")} |"),
    ]);

    private static string Print(NextStep step, string? wait) => step switch
    {
        NextStep.Again => wait is null ? "sent again" : $"sent again, {wait}",
        NextStep.Look => "looked for, **not sent again**",
        NextStep.LookThenAgain => "looked for; sent again when looks over 7 s have not found it",
        _ => "an error at once",
    };
}
