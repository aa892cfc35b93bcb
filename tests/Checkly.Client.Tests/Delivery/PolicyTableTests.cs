using System.Net;

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

    public static TheoryData<int, bool, TryOutcome> Answers => new()
    {
        { 200, false, TryOutcome.Answered },
        { 302, false, TryOutcome.Answered },
        { 400, false, TryOutcome.Answered },
        { 401, true, TryOutcome.Answered },
        { 404, false, TryOutcome.Answered },
        { 407, false, TryOutcome.NotSent },
        { 408, false, TryOutcome.LongPollEnded },
        { 409, false, TryOutcome.Answered },
        { 429, false, TryOutcome.AskedToWait },
        { 429, true, TryOutcome.AskedToWait },
        { 500, true, TryOutcome.Unknown },
        { 501, false, TryOutcome.Answered },
        { 502, false, TryOutcome.Unknown },
        { 503, false, TryOutcome.Unknown },
        { 503, true, TryOutcome.AskedToWait },
        { 504, false, TryOutcome.Unknown },
        { 505, false, TryOutcome.Answered },
    };

    [Fact]
    public void The_policy_is_what_was_promised() => Assert.Equal(Promised, Print());

    [Fact]
    public void The_readme_shows_the_same_table()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PowerShell.sln")))
        {
            folder = folder.Parent;
        }

        string readme = File.ReadAllText(Path.Combine(folder.FullName, "README.md")).ReplaceLineEndings("\n");

        Assert.Contains(Print(), readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_outcome_has_one_rule() =>
        Assert.Equal(Enum.GetValues<TryOutcome>().Order(), RetryPolicy.Rules.Select(rule => rule.Outcome).Order());

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_status_code_has_its_outcome(int status, bool saysWhen, TryOutcome outcome) =>
        Assert.Equal(outcome, RetryPolicy.OutcomeOf((HttpStatusCode)status, saysWhen));

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public void What_can_be_repeated_is_repeated(string method)
    {
        Assert.Equal(NextStep.Again, RetryPolicy.After(method, TryOutcome.Unknown));
        Assert.Equal(NextStep.Stop, RetryPolicy.After(method, TryOutcome.Answered));
    }

    [Theory]
    [InlineData(1, 0.0, 0.5)]
    [InlineData(1, 1.0, 1)]
    [InlineData(2, 0.5, 1.5)]
    [InlineData(5, 1.0, 16)]
    [InlineData(6, 1.0, 30)]
    [InlineData(100, 0.0, 15)]
    public void Waits_grow_and_are_spread(int tries, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.WaitAfter(tries, jitter));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 16)]
    [InlineData(100, 30)]
    public void The_second_look_waits_longer_each_time(int tries, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.WaitBeforeSecondLook(tries));

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
