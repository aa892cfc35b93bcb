namespace Checkly.Cmdlets.Tests;

/// <summary>One that is not there is an error that names it, and does not stop the others.</summary>
public sealed class MissingOneTests : ModuleTest
{
    private const string Incidents = "$all = 1..3 | ForEach-Object { New-ChecklyIncident \"N$_\" -DashboardId 1001 -Status INVESTIGATING -Description One. }";
    private const string Updates = "$i = New-ChecklyIncident x -DashboardId 1001 -Status RESOLVED -Description One.; $all = 1..3 | ForEach-Object { New-ChecklyIncidentUpdate $i MONITORING \"N$_\" }";
    private const string Dashboards = "$all = 1..3 | ForEach-Object { New-ChecklyDashboard \"N$_\" }";
    private const string Windows = "$all = 1..3 | ForEach-Object { New-ChecklyMaintenanceWindow \"N$_\" -Duration 01:00 -Tag db -SilenceAlerts }";
    private const string Maintenances = "$all = New-ChecklyMaintenanceWindow w -Duration 01:00 -RepeatUnit DAY -Tag db -SilenceAlerts | Get-ChecklyMaintenance -First 3";
    private const string Pages = "$all = 1..3 | ForEach-Object { New-ChecklyStatusPage \"N$_\" \"n$_\" }";
    private const string Services = "$all = 1..3 | ForEach-Object { New-ChecklyStatusPageService \"N$_\" }";
    private const string PageIncidents = "$all = 1..3 | ForEach-Object { New-ChecklyStatusPageIncident \"N$_\" -Service API -Description One. }";
    private const string PageUpdates = "$p = New-ChecklyStatusPageIncident x -Service API -Description One.; $all = 1..3 | ForEach-Object { New-ChecklyStatusPageIncidentUpdate $p -Description \"N$_\" }";

    [Theory]
    [InlineData(Incidents, "Get-ChecklyIncident", 2)]
    [InlineData(Incidents, "Set-ChecklyIncident -Name New -PassThru", 2)]
    [InlineData(Incidents, "Remove-ChecklyIncident", 0)]
    [InlineData(Incidents, "Get-ChecklyIncidentUpdate", 2)]
    [InlineData(Incidents, "New-ChecklyIncidentUpdate -Status RESOLVED -Description d", 2)]
    [InlineData(Updates, "Get-ChecklyIncidentUpdate", 2)]
    [InlineData(Updates, "Set-ChecklyIncidentUpdate -Description New -PassThru", 2)]
    [InlineData(Updates, "Remove-ChecklyIncidentUpdate", 0)]
    [InlineData(Dashboards, "Get-ChecklyDashboard", 2)]
    [InlineData(Dashboards, "Set-ChecklyDashboard -Header New -PassThru", 2)]
    [InlineData(Dashboards, "Remove-ChecklyDashboard", 0)]
    [InlineData(Dashboards, "New-ChecklyIncident x -Status RESOLVED -Description d", 2)]
    [InlineData(Windows, "Get-ChecklyMaintenanceWindow", 2)]
    [InlineData(Windows, "Set-ChecklyMaintenanceWindow -Name New -PassThru", 2)]
    [InlineData(Windows, "Remove-ChecklyMaintenanceWindow", 0)]
    [InlineData(Windows, "Get-ChecklyMaintenance", 2)]
    [InlineData(Maintenances, "Get-ChecklyMaintenance", 2)]
    [InlineData(Maintenances, "Set-ChecklyMaintenance -EndsAt 2099-01-01Z -PassThru", 2)]
    [InlineData(Maintenances, "Remove-ChecklyMaintenance", 0)]
    [InlineData(Maintenances, "New-ChecklyMaintenanceUpdate -Status COMPLETED -Description d", 2)]
    [InlineData(Pages, "Get-ChecklyStatusPage", 2)]
    [InlineData(Pages, "Set-ChecklyStatusPage -Description d -PassThru", 2)]
    [InlineData(Pages, "Remove-ChecklyStatusPage", 0)]
    [InlineData(Services, "Get-ChecklyStatusPageService", 2)]
    [InlineData(Services, "Set-ChecklyStatusPageService -Name New -PassThru", 2)]
    [InlineData(Services, "Remove-ChecklyStatusPageService", 0)]
    [InlineData(PageIncidents, "Get-ChecklyStatusPageIncident", 2)]
    [InlineData(PageIncidents, "Set-ChecklyStatusPageIncident -Severity MAJOR -PassThru", 2)]
    [InlineData(PageIncidents, "Remove-ChecklyStatusPageIncident", 0)]
    [InlineData(PageIncidents, "Resolve-ChecklyStatusPageIncident", 2)]
    [InlineData(PageIncidents, "New-ChecklyStatusPageIncidentUpdate -Description d", 2)]
    [InlineData(PageUpdates, "Get-ChecklyStatusPageIncidentUpdate", 2)]
    [InlineData(PageUpdates, "Set-ChecklyStatusPageIncidentUpdate -Description New -PassThru", 2)]
    [InlineData(PageUpdates, "Remove-ChecklyStatusPageIncidentUpdate", 0)]
    public void One_that_was_removed_is_not_found_and_the_others_go_through(string make, string command, int emitted)
    {
        Do($"Connect-Checkly -Sandbox; {make}; $all = @($all); $kind = $all[0].GetType().Name; $all[1] | & \"Remove-Checkly$kind\" -Confirm:$false");
        string[] missing = [.. Do("$all[1].ToString(); $all[1].Id").Output.Select(id => id.ToString())];

        Outcome outcome = Run($"$ConfirmPreference = 'None'; $WarningPreference = 'SilentlyContinue'; $all | {command}");

        Assert.Null(outcome.Thrown);
        Assert.Equal(emitted, outcome.Output.Count);
        Assert.Equal($"Checkly.NotFound,Checkly.Commands.{command.Split(' ')[0].Replace("-", string.Empty, StringComparison.Ordinal)}Command", outcome.Error.FullyQualifiedErrorId);
        Assert.Contains(missing, id => outcome.Error.Exception.Message.Contains(id, StringComparison.Ordinal));
        // What was not made is named by its name.
        Assert.Equal(command.StartsWith("New-ChecklyIncident ", StringComparison.Ordinal) ? "x" : missing[0], outcome.Error.TargetObject?.ToString());
        if (command.StartsWith("Remove-", StringComparison.Ordinal))
        {
            // The others are gone, and a second removal says of each what the API says.
            Assert.Equal(3, Run($"$all | {command} -Confirm:$false").Errors.Count);
        }
    }
}
