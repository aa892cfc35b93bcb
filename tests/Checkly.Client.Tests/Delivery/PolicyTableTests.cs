using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The policy is the table that the project has promised, and the README shows the same.</summary>
public sealed class PolicyTableTests
{
    private const string Promised = """
        | what happened | reading, PUT, DELETE | POST |
        |---|---|---|
        | nothing was sent (name, connect, TLS handshake, proxy refused) | again | again |
        | 429, and 503 with `Retry-After` | again, after what it says (seconds or HTTP date; without it exponential with jitter) | the same |
        | 408 long poll | again | - |
        | 500, 502, 503, 504, connection lost or timeout after sending | again | **outcome unknown**: see below |
        | any other answer | no | no |
        """;

    [Fact]
    public void The_policy_is_what_was_promised() => Assert.Equal(Promised, Print());

    [Fact]
    public void The_readme_shows_the_same_table()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

        Assert.Contains(Print(), readme, StringComparison.Ordinal);
    }

    private static string Print() => string.Join('\n',
    [
        "| what happened | reading, PUT, DELETE | POST |",
        "|---|---|---|",
        .. RetryPolicy.Rules.Select(rule => $"| {rule.What} | {Print(rule)} | {PrintPost(rule)} |"),
    ]);

    private static string Print(RetryRule rule) => rule.Repeatable switch
    {
        NextStep.Again => rule.Wait is null ? "again" : $"again, {rule.Wait}",
        _ => "no",
    };

    private static string PrintPost(RetryRule rule) => rule.Post switch
    {
        NextStep.Again => rule.Wait is null ? "again" : "the same",
        NextStep.Look => "**outcome unknown**: see below",
        // A POST is no long poll.
        _ => rule.Outcome == TryOutcome.LongPollEnded ? "-" : "no",
    };
}
