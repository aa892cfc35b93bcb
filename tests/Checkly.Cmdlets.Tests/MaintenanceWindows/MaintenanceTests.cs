using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The windows' lists, their maintenances, and ids that are not mixed up.</summary>
public sealed class MaintenanceTests(ApiServer server) : MaintenanceTest(server), IClassFixture<ApiServer>
{
    private const string Maintenance = $"[Checkly.Maintenance]@{{ Id = '{MaintenanceId}'; MaintenanceWindowId = 42 }}";
    private const string Posted = $"[Checkly.MaintenanceUpdate]@{{ Id = '{UpdateId}'; MaintenanceId = '{MaintenanceId}'; MaintenanceWindowId = 42; Status = 'SCHEDULED'; Description = 'Old.' }}";

    [Theory]
    [InlineData("Get-ChecklyMaintenanceWindow", $"{Windows}?limit=100&page=1")]
    [InlineData("Get-ChecklyMaintenanceWindow 42", WindowPath)]
    [InlineData("42 | Get-ChecklyMaintenanceWindow", WindowPath)]
    [InlineData("[pscustomobject]@{ MaintenanceWindowId = '42' } | Get-ChecklyMaintenanceWindow", WindowPath)]
    [InlineData($"{Maintenance} | Get-ChecklyMaintenanceWindow", WindowPath)]
    [InlineData("Get-ChecklyMaintenance 42", $"{Maintenances}?limit=50&page=1")]
    [InlineData("Get-ChecklyMaintenance ([Checkly.MaintenanceWindow]@{ Id = 42 })", $"{Maintenances}?limit=50&page=1")]
    [InlineData("[Checkly.MaintenanceWindow]@{ Id = 42 } | Get-ChecklyMaintenance -First 2", $"{Maintenances}?limit=2&page=1")]
    [InlineData($"Get-ChecklyMaintenance 42 {MaintenanceId}", MaintenancePath)]
    [InlineData($"{Maintenance} | Get-ChecklyMaintenance", MaintenancePath)]
    [InlineData($"{Posted} | Get-ChecklyMaintenance", MaintenancePath)]
    [InlineData($"[pscustomobject]@{{ MaintenanceWindowId = 42; Id = '{MaintenanceId}' }} | Get-ChecklyMaintenance", MaintenancePath)]
    public void What_is_asked_for_is_read(string command, string target)
    {
        Connect();

        Do(command);

        Assert.Equal([$"GET {target}"], Sent);
    }

    [Theory]
    [InlineData("Remove-ChecklyMaintenanceWindow 42", WindowPath)]
    [InlineData("[Checkly.MaintenanceWindow]@{ Id = 42 } | Remove-ChecklyMaintenanceWindow", WindowPath)]
    [InlineData($"Remove-ChecklyMaintenance 42 {MaintenanceId}", MaintenancePath)]
    [InlineData($"{Maintenance} | Remove-ChecklyMaintenance", MaintenancePath)]
    [InlineData($"Remove-ChecklyMaintenanceUpdate 42 {MaintenanceId} {UpdateId}", $"{Updates}/{UpdateId}")]
    [InlineData($"{Posted} | Remove-ChecklyMaintenanceUpdate", $"{Updates}/{UpdateId}")]
    public void What_is_named_is_removed_and_no_more(string command, string target)
    {
        Connect();

        Do($"{command} -Confirm:$false");

        Assert.Equal([$"DELETE {target}"], Sent);
    }

    [Fact]
    public void All_occurrences_come_page_by_page()
    {
        PSObject[] times = [.. Do("""
            Connect-Checkly -Sandbox
            $window = New-ChecklyMaintenanceWindow Backup -StartsAt '2026-01-04 02:00' -Duration 01:00 -TimeZone Europe/Berlin -RepeatEvery 2 -RepeatUnit WEEK -RepeatUntil 2026-12-31 -Tag db -SilenceAlerts
            $window | Get-ChecklyMaintenance
            """).Output];

        Assert.Equal(26, times.Length);
        // Two o'clock in Berlin, before and after clocks are put forward.
        Assert.Equal([1, 0], new[] { 0, 10 }.Select(index => ((DateTimeOffset)Get(times[index], "StartsAt")!).UtcDateTime.Hour));
    }

    [Theory]
    [InlineData("-StartsAt 2026-05-01T21:00Z", """{"startsAt":"2026-05-01T21:00:00.000Z"}""")]
    [InlineData("-StartsAt 2026-05-02T20:00Z -EndsAt 2026-05-02T22:00+02:00", null)]
    [InlineData("-StartsAt 2026-05-02T20:00Z -EndsAt 2026-05-02T23:00Z", """{"startsAt":"2026-05-02T20:00:00.000Z","endsAt":"2026-05-02T23:00:00.000Z"}""")]
    public void Set_moves_one_and_sends_what_is_named(string arguments, string? body)
    {
        Connect();

        Outcome outcome = Run($"{Maintenance} | Set-ChecklyMaintenance {arguments} -PassThru");

        Assert.Equal(body is null ? [] : [$"GET {MaintenancePath}", $"PATCH {MaintenancePath} {body}"], Sent);
        Assert.Equal(body is null ? 0 : 1, outcome.Output.Count);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("-StartsAt 2026-05-01T23:00Z", 1)]
    [InlineData("-EndsAt 2026-05-01T20:00Z", 1)]
    public void Set_refuses_what_makes_no_sense(string arguments, int reads)
    {
        Connect();

        Outcome outcome = Run($"Set-ChecklyMaintenance 42 {MaintenanceId} {arguments}");

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(reads, Sent.Length);
        Assert.DoesNotContain(Server.Requests, request => request.Method != "GET");
    }

}
