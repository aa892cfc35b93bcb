using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>What is planned in the past is taken, with a warning; -StartsAt alone keeps the end.</summary>
public sealed class PastWindowTests(ApiServer server) : MaintenanceTest(server), IClassFixture<ApiServer>
{
    private const string New = "New-ChecklyMaintenanceWindow x -PauseAllChecks";
    private const string Set = "Set-ChecklyMaintenanceWindow 42";
    private const string Move = $"Set-ChecklyMaintenance 42 {MaintenanceId}";

    [Theory]
    [InlineData($"{New} -StartsAt 2020-05-01T20:00Z -EndsAt 2020-05-01T22:00Z")]
    [InlineData($"{New} -StartsAt 2020-05-01T20:00Z -Duration 02:00")]
    [InlineData($"{Set} -StartsAt 2020-05-01T20:00Z -Duration 02:00")]
    [InlineData($"{Set} -StartsAt 2020-05-01T20:00Z -EndsAt 2020-05-01T22:00Z")]
    [InlineData($"{Move} -StartsAt 2020-05-01T20:00Z -EndsAt 2020-05-01T22:00Z")]
    public void A_warning_says_what_is_over_already(string command)
    {
        Connect();

        Outcome outcome = Do(command);

        Assert.Equal($"This maintenance is over already: it ends at {Iso("2020-05-01T22:00Z")}. It pauses no check and silences no alert.", Assert.Single(outcome.Warnings));
        Assert.Contains("2020-05-01T22:00:00.000Z", Sent[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-RepeatUntil 2020-08-01", 1)]
    [InlineData("-RepeatUntil 2999-08-01", 0)]
    [InlineData("", 0)]
    public void One_that_repeats_is_over_after_its_last_day(string until, int warnings)
    {
        Connect();

        Assert.Equal(warnings, Do($"{New} -StartsAt 2020-05-01T20:00Z -Duration 02:00 -RepeatUnit DAY {until}").Warnings.Count(warning => warning.Contains("until 2020-08-01 only", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_last_day_of_the_window_itself_counts_too()
    {
        Connect(WindowJson("2020-05-01T20:00:00.000Z", "2020-05-01T22:00:00.000Z", ",\"repeatUnit\":\"DAY\",\"repeatEndsAt\":\"2020-08-01\""));

        Assert.Contains("until 2020-08-01 only", Assert.Single(Do($"{Set} -StartsAt 2020-05-02T20:00Z -Duration 02:00").Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Set} -EndsAt ([DateTimeOffset]::Now)")]
    [InlineData($"{Move} -EndsAt ([DateTimeOffset]::Now)")]
    [InlineData($"{New} -Duration 00:30")]
    [InlineData($"{New} -StartsAt ([DateTimeOffset]::Now.AddMinutes(-10)) -Duration 00:30")]
    public void What_runs_or_is_ended_now_needs_none(string command)
    {
        Connect(WindowJson(FromNow(-10), FromNow(20)), MaintenanceJson(FromNow(-10), FromNow(20)));

        Assert.Empty(Do(command).Warnings);
    }

    [Theory]
    [InlineData(Set, "unless you give -Duration or -EndsAt.")]
    [InlineData(Move, "unless you give -EndsAt.")]
    public void A_beginning_after_the_end_that_stays_says_what_to_give(string command, string advice)
    {
        Connect();

        string message = Run($"{command} -StartsAt 2026-05-01T23:00Z").Error.Exception.Message;

        Assert.StartsWith($"It would begin at {Iso("2026-05-01T23:00Z")} and end at {Iso("2026-05-01T22:00Z")}: it has to end after it begins.", message, StringComparison.Ordinal);
        Assert.EndsWith(advice, message, StringComparison.Ordinal);
    }
}
