using System.Net;

namespace Checkly.Client.Tests;

/// <summary>The policy in code: what is tried again, and after how long.</summary>
public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(TryOutcome.NotSent, NextStep.Again, NextStep.Again)]
    [InlineData(TryOutcome.AskedToWait, NextStep.Again, NextStep.Again)]
    [InlineData(TryOutcome.LongPollEnded, NextStep.Again, NextStep.Stop)]
    [InlineData(TryOutcome.Unknown, NextStep.Again, NextStep.Look)]
    [InlineData(TryOutcome.Answered, NextStep.Stop, NextStep.Stop)]
    public void Only_a_post_has_rules_of_its_own(TryOutcome outcome, NextStep repeatable, NextStep post)
    {
        Assert.All(["GET", "PUT", "PATCH", "DELETE"], method => Assert.Equal(repeatable, RetryPolicy.After(method, outcome)));
        Assert.Equal(post, RetryPolicy.After("POST", outcome));
    }

    [Fact]
    public void Each_outcome_has_one_rule() =>
        Assert.Equal(Enum.GetValues<TryOutcome>(), RetryPolicy.Rules.Select(rule => rule.Outcome).Order());

    [Theory]
    [InlineData(407, false, TryOutcome.NotSent)]
    [InlineData(408, false, TryOutcome.LongPollEnded)]
    [InlineData(429, false, TryOutcome.AskedToWait)]
    [InlineData(429, true, TryOutcome.AskedToWait)]
    [InlineData(500, false, TryOutcome.Unknown)]
    [InlineData(500, true, TryOutcome.Unknown)]
    [InlineData(502, false, TryOutcome.Unknown)]
    [InlineData(503, false, TryOutcome.Unknown)]
    [InlineData(503, true, TryOutcome.AskedToWait)]
    [InlineData(504, true, TryOutcome.Unknown)]
    [InlineData(200, false, TryOutcome.Answered)]
    [InlineData(302, false, TryOutcome.Answered)]
    [InlineData(400, true, TryOutcome.Answered)]
    [InlineData(401, true, TryOutcome.Answered)]
    [InlineData(404, false, TryOutcome.Answered)]
    [InlineData(409, false, TryOutcome.Answered)]
    [InlineData(501, false, TryOutcome.Answered)]
    [InlineData(505, false, TryOutcome.Answered)]
    public void A_status_code_says_how_a_try_ended(int status, bool saysWhen, TryOutcome outcome) =>
        Assert.Equal(outcome, RetryPolicy.OutcomeOf((HttpStatusCode)status, saysWhen));

    [Theory]
    [InlineData(1, 0, 0.5)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 0, 1)]
    [InlineData(4, 0.5, 6)]
    [InlineData(6, 1, 30)]
    [InlineData(1_000_000, 1, 30)]
    [InlineData(1_000_000, 0, 15)]
    public void The_wait_doubles_with_each_try_and_is_spread_by_chance(int tries, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.WaitAfter(tries, jitter));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 30)]
    [InlineData(1_000_000, 30)]
    public void The_wait_before_the_second_look_doubles_with_each_try(int tries, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.WaitBeforeSecondLook(tries));

    [Fact]
    public void What_nobody_has_set_is_four_further_tries_and_two_minutes()
    {
        var options = new ChecklyClientOptions();

        Assert.Equal((4, TimeSpan.FromSeconds(120)), (options.MaximumRetryCount, options.MaximumRetryWait));
    }
}
