using System.Net;

namespace Checkly.Client.Tests;

/// <summary>The policy in code: what is sent again, and after how long.</summary>
public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(AttemptOutcome.NotSent, NextStep.Again, NextStep.Again, false)]
    [InlineData(AttemptOutcome.AskedToWait, NextStep.Again, NextStep.Again, false)]
    [InlineData(AttemptOutcome.LongPollEnded, NextStep.Again, NextStep.Look, true)]
    [InlineData(AttemptOutcome.ServerFailed, NextStep.Again, NextStep.LookThenAgain, true)]
    [InlineData(AttemptOutcome.Unknown, NextStep.Again, NextStep.Look, true)]
    [InlineData(AttemptOutcome.Unreadable, NextStep.Stop, NextStep.Look, true)]
    [InlineData(AttemptOutcome.Answered, NextStep.Stop, NextStep.Stop, false)]
    public void Only_a_post_has_rules_of_its_own(AttemptOutcome outcome, NextStep repeatable, NextStep post, bool leavesDoubt)
    {
        Assert.All(["GET", "PUT", "PATCH", "DELETE"], method => Assert.Equal(repeatable, RetryPolicy.After(method, outcome)));
        Assert.Equal(post, RetryPolicy.After("POST", outcome));
        Assert.Equal(leavesDoubt, RetryPolicy.LeavesDoubt(outcome));
    }

    [Fact]
    public void Each_outcome_has_one_rule() =>
        Assert.Equal(Enum.GetValues<AttemptOutcome>(), RetryPolicy.Rules.Select(rule => rule.Outcome).Order());

    [Theory]
    [InlineData(407, false, false, AttemptOutcome.Answered)]
    [InlineData(408, false, true, AttemptOutcome.LongPollEnded)]
    [InlineData(429, false, false, AttemptOutcome.AskedToWait)]
    [InlineData(429, true, true, AttemptOutcome.AskedToWait)]
    [InlineData(503, true, false, AttemptOutcome.AskedToWait)]
    [InlineData(500, false, true, AttemptOutcome.ServerFailed)]
    [InlineData(500, true, true, AttemptOutcome.ServerFailed)]
    [InlineData(503, false, true, AttemptOutcome.ServerFailed)]
    [InlineData(500, false, false, AttemptOutcome.Unknown)]
    [InlineData(502, false, true, AttemptOutcome.Unknown)]
    [InlineData(503, false, false, AttemptOutcome.Unknown)]
    [InlineData(504, true, true, AttemptOutcome.Unknown)]
    [InlineData(520, false, false, AttemptOutcome.Unknown)]
    [InlineData(522, false, false, AttemptOutcome.Unknown)]
    [InlineData(599, false, false, AttemptOutcome.Unknown)]
    [InlineData(303, false, false, AttemptOutcome.Unreadable)]
    [InlineData(501, false, false, AttemptOutcome.Unreadable)]
    [InlineData(505, false, false, AttemptOutcome.Unreadable)]
    [InlineData(519, false, false, AttemptOutcome.Unreadable)]
    [InlineData(505, false, true, AttemptOutcome.Unreadable)]
    [InlineData(501, false, true, AttemptOutcome.Answered)]
    [InlineData(101, false, false, AttemptOutcome.Unreadable)]
    [InlineData(300, false, false, AttemptOutcome.Unreadable)]
    [InlineData(302, false, false, AttemptOutcome.Unreadable)]
    [InlineData(304, false, false, AttemptOutcome.Unreadable)]
    [InlineData(307, false, false, AttemptOutcome.Answered)]
    [InlineData(308, false, false, AttemptOutcome.Answered)]
    [InlineData(418, false, false, AttemptOutcome.Unreadable)]
    [InlineData(460, false, false, AttemptOutcome.Unreadable)]
    [InlineData(499, false, false, AttemptOutcome.Unreadable)]
    [InlineData(499, false, true, AttemptOutcome.Answered)]
    [InlineData(451, false, false, AttemptOutcome.Answered)]
    [InlineData(600, false, false, AttemptOutcome.Unreadable)]
    [InlineData(999, false, true, AttemptOutcome.Unreadable)]
    [InlineData(400, true, true, AttemptOutcome.Answered)]
    [InlineData(404, false, false, AttemptOutcome.Answered)]
    [InlineData(409, false, true, AttemptOutcome.Answered)]
    public void A_status_code_says_how_an_attempt_ended(int status, bool saysWhen, bool isOfApi, AttemptOutcome outcome) =>
        Assert.Equal(outcome, RetryPolicy.OutcomeOf((HttpStatusCode)status, saysWhen, isOfApi));

    [Theory]
    [InlineData(1, 0, 0.5)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 0, 1)]
    [InlineData(4, 0.5, 6)]
    [InlineData(6, 1, 30)]
    [InlineData(1_000_000, 1, 30)]
    [InlineData(1_000_000, 0, 15)]
    public void The_wait_doubles_with_each_attempt_and_is_spread_by_chance(int attempts, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.WaitAfter(attempts, jitter));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(6, 30)]
    [InlineData(1_000_000, 30)]
    public void The_pauses_between_looks_grow(int looks, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.WaitBeforeLook(looks));

    [Fact]
    public void The_defaults_are_four_repeats_and_four_times_the_timeout()
    {
        var options = new ChecklyClientOptions();

        Assert.Equal((4, TimeSpan.FromSeconds(120), false), (options.MaximumRetryCount, options.MaximumTotalTime, options.AllowDuplicates));
        Assert.Equal(TimeSpan.FromSeconds(8), (options with { Timeout = TimeSpan.FromSeconds(2) }).MaximumTotalTime);
        Assert.Equal(TimeSpan.Zero, (options with { MaximumTotalTime = TimeSpan.Zero }).MaximumTotalTime);
    }
}
