namespace Checkly.Cmdlets.Tests;

/// <summary>PowerShell asks after each line that a command with -Debug writes. Where nobody can be asked, what was sent is not lost for it.</summary>
public sealed class DebugQuestionTests : ModuleTest
{
    private const string PastWindow = "Connect-Checkly -Sandbox; New-ChecklyMaintenanceWindow Old -StartsAt 2020-05-01T22:00:00Z -Duration 01:00 -Tag db -SilenceAlerts -Confirm:$false";

    [Fact]
    public void The_warning_is_shown_and_the_command_goes_on()
    {
        Outcome outcome = Do($"{PastWindow} -Debug");

        Assert.Equal("Old", Get(outcome.Only(), "Name"));
        Assert.Single(outcome.Warnings);
    }

    [Fact]
    public void Who_wants_to_be_asked_is_not_passed_over()
    {
        Outcome outcome = Run($"{PastWindow} -Debug -WarningAction Inquire");

        Assert.NotNull(outcome.Thrown);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void What_was_posted_comes_out_after_its_verbose_line()
    {
        Outcome outcome = Do("Connect-Checkly -Sandbox; New-ChecklyIncident Drill -DashboardId 1001 -Status RESOLVED -Description Done. -Confirm:$false -Debug");

        Assert.Equal("Drill", Get(outcome.Only(), "Name"));
        Assert.Contains(outcome.Verbose, line => line.StartsWith("POST /v1/incidents took ", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_halts_the_command_is_told_that_it_was_carried_out()
    {
        Do("Connect-Checkly -Sandbox");
        PromptAnswers.Enqueue("Halt Command");

        Outcome outcome = Run("New-ChecklyIncident Drill -DashboardId 1001 -Status RESOLVED -Description Done. -Confirm:$false -Debug");

        Assert.NotNull(outcome.Thrown);
        Assert.Contains("POST /v1/incidents was carried out before the command was stopped", outcome.Shown, StringComparison.Ordinal);
    }
}
