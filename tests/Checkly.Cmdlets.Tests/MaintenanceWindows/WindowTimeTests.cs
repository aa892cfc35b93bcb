using System.Text.Json;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Times, durations and windows that are not what they should be.</summary>
public sealed class WindowTimeTests(ApiServer server) : MaintenanceTest(server), IClassFixture<ApiServer>
{
    private const string Good = "[pscustomobject]@{ Name = 'Good'; StartsAt = '2027-02-13T22:00Z'; Duration = '00:30'; EndsAt = ''; Tag = 'web' }";

    [Theory]
    [InlineData("StartsAt = '32.13.2027 22:00'; Duration = '00:30'", "is not a time such as")]
    [InlineData("StartsAt = '2027-02-13T22:00Z'; EndsAt = 'tomorrow'", "is not a time such as")]
    [InlineData("StartsAt = 5; Duration = '00:30'", "is not a time such as")]
    [InlineData("StartsAt = '10.5'; Duration = '00:30'", "is not a time such as")]
    [InlineData("StartsAt = '10,30'; Duration = '00:30'", "is not a time such as")]
    [InlineData("StartsAt = '2027-02-13T22:00Z'; Duration = '30'", "does not say how long")]
    [InlineData("StartsAt = '2027-02-13T22:00Z'; Duration = ''", "-Duration or -EndsAt")]
    [InlineData("StartsAt = '2027-02-13T22:00Z'; Duration = '00:30'; TimeZone = 'Europe/Berlin'", "column TimeZone")]
    [InlineData("Duration = '00:30'; RepeatUnit = 'WEEK'", "column RepeatUnit")]
    [InlineData("Duration = '00:30'; RepeatEvery = 'x'", "column RepeatEvery")]
    [InlineData("Duration = '00:30'; RepeatUntil = '2027-05-01'", "column RepeatUntil")]
    public void A_row_that_cannot_be_meant_is_an_error_and_the_others_run(string row, string why)
    {
        Connect();

        Outcome outcome = Run($"[pscustomobject]@{{ Name = 'Bad'; Tag = 'web'; {row} }}, ({Good}) | New-ChecklyMaintenanceWindow -PauseChecks");

        Assert.Null(outcome.Thrown);
        Assert.Contains(why, Assert.Single(outcome.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Good\"", Assert.Single(Sent), StringComparison.Ordinal);
        Assert.Contains("\"startsAt\":\"2027-02-13T22:00:00.000Z\",\"endsAt\":\"2027-02-13T22:30:00.000Z\"", Assert.Single(Sent), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_typed_counts_before_a_column_and_empty_columns_are_none()
    {
        Connect();

        Do("[pscustomobject]@{ Name = 'x'; StartsAt = ''; Duration = '00:30'; RepeatUnit = ''; TimeZone = 'Asia/Tokyo' } | New-ChecklyMaintenanceWindow -PauseAllChecks -TimeZone Europe/Berlin");

        Assert.Contains("Europe/Berlin", Assert.Single(Sent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("''")]
    [InlineData("$null")]
    public void An_empty_beginning_is_not_now(string startsAt) =>
        AssertRefused($"New-ChecklyMaintenanceWindow x -StartsAt {startsAt} -Duration 00:30 -PauseAllChecks", "-StartsAt is empty");

    [Theory]
    [InlineData("00:30", 0.5)]
    [InlineData("24:00", 24)]
    [InlineData("48:00:00", 48)]
    [InlineData("26:30:00", 26.5)]
    [InlineData("1.00:00", 24)]
    [InlineData("1.12:00:00", 36)]
    [InlineData("([TimeSpan]::FromDays(2))", 48)]
    public void A_duration_without_days_begins_with_hours(string duration, double hours)
    {
        Connect();

        Do($"New-ChecklyMaintenanceWindow x -Duration {duration} -PauseAllChecks");
        Do($"Set-ChecklyMaintenanceWindow 42 -StartsAt 2026-05-01T20:00Z -Duration {duration}");

        foreach (var request in Server.Requests.Where(request => request.Method != "GET"))
        {
            using JsonDocument body = JsonDocument.Parse(request.Body);
            Assert.Equal(hours, (body.RootElement.GetProperty("endsAt").GetDateTimeOffset() - body.RootElement.GetProperty("startsAt").GetDateTimeOffset()).TotalHours, 3);
        }

        Assert.Equal(3, Server.Requests.Count);
    }

    [Theory]
    [InlineData("30")]
    [InlineData("'30'")]
    [InlineData("0:90")]
    [InlineData("1.24:00")]
    [InlineData("1:00:00:00")]
    [InlineData("soon")]
    public void What_does_not_say_how_long_is_refused(string duration)
    {
        Connect();

        foreach (string command in new[] { "New-ChecklyMaintenanceWindow x -PauseAllChecks", "Set-ChecklyMaintenanceWindow 42" })
        {
            Assert.Contains("does not say how long", Run($"{command} -Duration {duration}").Error.Exception.Message, StringComparison.Ordinal);
        }

        Assert.Empty(Sent);
    }

    [Theory]
    [InlineData("8000000.00:00")]
    [InlineData("367.00:00")]
    [InlineData("9000:00")]
    public void More_than_a_year_is_refused(string duration) =>
        AssertRefused($"New-ChecklyMaintenanceWindow x -PauseAllChecks -Duration {duration}", "at most 366");

    [Theory]
    [InlineData("Remove-ChecklyMaintenanceWindow $one -Confirm:$false")]
    [InlineData("Remove-ChecklyMaintenanceWindow @(7, $one) -Confirm:$false")]
    [InlineData("Remove-ChecklyMaintenanceWindow $one.Updates[0] -Confirm:$false")]
    [InlineData("$one | Remove-ChecklyMaintenanceWindow -Confirm:$false")]
    [InlineData("$one | Set-ChecklyMaintenanceWindow -Name y")]
    [InlineData("Set-ChecklyMaintenanceWindow $one -Name y")]
    [InlineData("Set-ChecklyMaintenanceWindow -Id $one -EndNow")]
    public void A_maintenance_does_not_stand_for_its_window(string command)
    {
        Connect();

        Outcome outcome = Run($"$one = Get-ChecklyMaintenance 42; {command}");

        Assert.Contains("where a MaintenanceWindow is wanted", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.StartsWith($"GET {Maintenances}?", Assert.Single(Sent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"[Checkly.Maintenance]@{{ Id = '{MaintenanceId}'; MaintenanceWindowId = 42 }} | Remove-ChecklyMaintenanceWindow -Confirm:$false")]
    [InlineData($"[Checkly.MaintenanceUpdate]@{{ Id = '{UpdateId}'; MaintenanceId = '{MaintenanceId}'; MaintenanceWindowId = 42; Status = 'SCHEDULED'; Description = 'Old.' }} | Remove-ChecklyMaintenanceWindow -Confirm:$false")]
    [InlineData($"[pscustomobject]@{{ Id = '{MaintenanceId}'; MaintenanceWindowId = 42 }} | Remove-ChecklyMaintenanceWindow -Confirm:$false")]
    public void A_maintenance_or_an_update_that_was_made_or_saved_does_not_stand_for_its_window(string command)
    {
        Connect();

        Assert.Contains("where a MaintenanceWindow is wanted", Run(command).Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Sent);
    }
}
