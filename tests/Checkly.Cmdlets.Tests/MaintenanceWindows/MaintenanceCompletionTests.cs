using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>What Tab offers for maintenance windows.</summary>
public sealed class MaintenanceCompletionTests : ModuleTest
{
    [Theory]
    [InlineData("Get-ChecklyMaintenanceWindow ")]
    [InlineData("Set-ChecklyMaintenanceWindow -Id ")]
    [InlineData("Remove-ChecklyMaintenanceWindow Back")]
    [InlineData("Get-ChecklyMaintenance ")]
    [InlineData("New-ChecklyMaintenanceUpdate -MaintenanceWindowId ")]
    public void Windows_of_the_account(string line)
    {
        Sandbox();

        CompletionResult offered = Assert.Single(Complete(line));

        string start = Iso((string)Do("$window.StartsAt.ToString('o')").Only().BaseObject);
        Assert.Equal(("Backup", $"Backup (every 2 weeks, Europe/Berlin, {start}) ({Do("$window.Id").Only()})"), (offered.CompletionText, offered.ToolTip));
    }

    [Fact]
    public void Windows_are_asked_for_once_and_again_after_a_change()
    {
        using var server = new ApiServer();
        server.Answer("GET", "/v1/maintenance-windows", 200, """[{"id":1,"name":"a"},{"id":2,"name":"b"}]""").Answer("DELETE", "/v1/maintenance-windows/2", 204);
        ConnectTo(server.Uri);

        Assert.Equal(["a", "b"], Complete("Get-ChecklyMaintenanceWindow ").Select(match => match.CompletionText));
        Complete("Get-ChecklyMaintenance ");
        Assert.Equal("/v1/maintenance-windows?limit=100&page=1", Assert.Single(server.Requests).Target);

        Do("Remove-ChecklyMaintenanceWindow 2 -Confirm:$false");
        Complete("Get-ChecklyMaintenance ");
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public void Maintenances_and_updates_that_the_session_has_seen()
    {
        Sandbox();
        Do("""
            $first = Get-ChecklyMaintenance $window -First 1
            $update = $first | New-ChecklyMaintenanceUpdate IN_PROGRESS Begun.
            """);

        Assert.Equal(Do("$first.Id").Only().ToString(), Assert.Single(Complete("Set-ChecklyMaintenance $window ")).CompletionText);
        Assert.Empty(Complete("Set-ChecklyMaintenance 7 "));
        Assert.Equal("IN_PROGRESS: Begun.", Assert.Single(Complete("Set-ChecklyMaintenanceUpdate $window $first ")).ToolTip);

        Do("$first | Remove-ChecklyMaintenance -Confirm:$false");
        Assert.Empty(Complete("Set-ChecklyMaintenance $window "));
        Assert.Empty(Complete("Set-ChecklyMaintenanceUpdate $window $first "));
    }

    [Fact]
    public void Time_zones_under_their_IANA_names() =>
        Assert.Contains("Europe/Berlin", Complete("New-ChecklyMaintenanceWindow x -TimeZone berl").Select(match => match.CompletionText));

    private void Sandbox() => Do("""
        Connect-Checkly -Sandbox
        $window = New-ChecklyMaintenanceWindow Backup -Duration 01:00 -RepeatEvery 2 -RepeatUnit WEEK -TimeZone Europe/Berlin -Tag db -SilenceAlerts
        """);
}
