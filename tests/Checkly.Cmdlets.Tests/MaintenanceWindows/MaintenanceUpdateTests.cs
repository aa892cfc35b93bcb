using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>What is said about a maintenance.</summary>
public sealed class MaintenanceUpdateTests(ApiServer server) : MaintenanceTest(server), IClassFixture<ApiServer>
{
    private const string Maintenance = $"[Checkly.Maintenance]@{{ Id = '{MaintenanceId}'; MaintenanceWindowId = 42; CurrentStatus = 'SCHEDULED' }}";
    private const string Posted = $"[Checkly.MaintenanceUpdate]@{{ Id = '{UpdateId}'; MaintenanceId = '{MaintenanceId}'; MaintenanceWindowId = 42; Status = 'SCHEDULED'; Description = 'Stale.' }}";

    [Theory]
    [InlineData($"{Maintenance} | New-ChecklyMaintenanceUpdate in_progress 'Begun.'", """{"status":"IN_PROGRESS","description":"Begun."}""")]
    [InlineData($"{Maintenance} | New-ChecklyMaintenanceUpdate COMPLETED Done. -NotifySubscribers", """{"status":"COMPLETED","description":"Done.","notifySubscribers":true}""")]
    [InlineData($"{Maintenance} | New-ChecklyMaintenanceUpdate CANCELLED No. -NotifySubscribers:$false", """{"status":"CANCELLED","description":"No.","notifySubscribers":false}""")]
    [InlineData($"{Posted} | New-ChecklyMaintenanceUpdate VERIFYING Now.", """{"status":"VERIFYING","description":"Now."}""")]
    [InlineData($"New-ChecklyMaintenanceUpdate -MaintenanceWindowId 42 -MaintenanceId {MaintenanceId} -Status SCHEDULED -Description Soon.", """{"status":"SCHEDULED","description":"Soon."}""")]
    [InlineData($"[pscustomobject]@{{ MaintenanceWindowId = '42'; MaintenanceId = '{MaintenanceId}'; Status = 'scheduled'; Description = 'Soon.' }} | New-ChecklyMaintenanceUpdate", """{"status":"SCHEDULED","description":"Soon."}""")]
    public void New_posts_it_to_the_maintenance(string command, string body)
    {
        Connect();

        PSObject update = Do(command).Only();

        Assert.Equal([$"POST {Updates} {body}"], Sent);
        Assert.Equal((UpdateId, MaintenanceId, 42L), (Get(update, "Id"), Get(update, "MaintenanceId"), Get(update, "MaintenanceWindowId")));
    }

    [Theory]
    [InlineData($"{Posted} | New-ChecklyMaintenanceUpdate")]
    [InlineData($"{Posted} | New-ChecklyMaintenanceUpdate -Status COMPLETED")]
    public void An_old_text_does_not_become_a_new_update(string command) => AssertRefused(command, "posted already");

    [Fact]
    public void A_history_that_is_piped_on_gets_one_update()
    {
        Connect();

        Outcome outcome = Do($"{Posted}, {Posted} | New-ChecklyMaintenanceUpdate COMPLETED Done.");

        Assert.Single(outcome.Output);
        Assert.Single(outcome.Warnings);
        Assert.Single(Sent);
    }

    [Theory]
    [InlineData("Set-ChecklyMaintenanceUpdate -Description Better.", """{"description":"Better."}""", false)]
    [InlineData("Set-ChecklyMaintenanceUpdate -Description Better. -Status completed", """{"status":"COMPLETED","description":"Better."}""", false)]
    [InlineData("Set-ChecklyMaintenanceUpdate -Status COMPLETED", """{"status":"COMPLETED","description":"Old text."}""", true)]
    public void Set_keeps_the_text_that_the_server_has(string command, string body, bool reads)
    {
        Connect();

        Outcome outcome = Do($"{Posted} | {command}");

        Assert.Empty(outcome.Output);
        // And once more afterwards, to see whether another change came in between.
        string[] read = reads ? [$"GET {MaintenancePath}"] : [];
        Assert.Equal([.. read, $"PUT {Updates}/{UpdateId} {body}", .. read], Sent);
    }

    [Fact]
    public void Set_says_what_is_not_as_it_was_sent()
    {
        Connect();

        Outcome outcome = Do($"{Posted} | Set-ChecklyMaintenanceUpdate -Status VERIFYING");

        Assert.Contains("status was sent as \"VERIFYING\" and is ", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Set_refuses_what_changes_nothing() => AssertRefused($"{Posted} | Set-ChecklyMaintenanceUpdate", "nothing to change");

    [Fact]
    public void Set_says_when_there_is_no_such_update()
    {
        Connect();

        Outcome outcome = Run($"Set-ChecklyMaintenanceUpdate 42 {MaintenanceId} {PageId} -Status COMPLETED");

        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([$"GET {MaintenancePath}"], Sent);
    }

    [Theory]
    [InlineData("New-ChecklyMaintenanceUpdate COMPLETED ('x' * 2001)")]
    [InlineData("New-ChecklyMaintenanceUpdate COMPLETED ' '")]
    [InlineData("New-ChecklyMaintenanceUpdate DONE x")]
    public void What_no_update_can_be_is_refused_by_the_binder(string command)
    {
        Connect();

        Assert.IsType<ParameterBindingException>(Run($"{Maintenance} | {command}").Thrown, exactMatch: false);
        Assert.Empty(Server.Requests);
    }

    [Theory]
    [InlineData("-StatusPageId sandbox -AffectAllServices", "-NotifySubscribers", "(appears on 1 status page: Sandbox status; subscribers get a mail)")]
    [InlineData("-StatusPageId sandbox -AffectAllServices", "", "(appears on 1 status page: Sandbox status; nobody gets a mail)")]
    [InlineData("-Tag db -SilenceAlerts", "-NotifySubscribers", "(appears on no status page; nobody gets a mail)")]
    public void WhatIf_says_how_far_it_reaches(string window, string notify, string reach)
    {
        Outcome outcome = Do($"Connect-Checkly -Sandbox; New-ChecklyMaintenanceWindow Upgrade -Duration 01:00 {window} | Get-ChecklyMaintenance | New-ChecklyMaintenanceUpdate IN_PROGRESS Begun. {notify} -WhatIf");

        Assert.EndsWith(reach, outcome.Shown.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Get_reads_those_of_a_maintenance_or_of_a_window()
    {
        Outcome outcome = Do("""
            Connect-Checkly -Sandbox
            $window = New-ChecklyMaintenanceWindow Upgrade -Duration 01:00 -Tag db -SilenceAlerts
            $maintenance = Get-ChecklyMaintenance $window
            $one = $maintenance | New-ChecklyMaintenanceUpdate IN_PROGRESS Begun.
            $two = $maintenance | New-ChecklyMaintenanceUpdate VERIFYING Nearly.
            (Get-ChecklyMaintenanceUpdate Upgrade).Description
            ($maintenance | Get-ChecklyMaintenanceUpdate).Description
            ($one | Get-ChecklyMaintenanceUpdate).Description
            (Get-ChecklyMaintenanceUpdate $window $maintenance $two).Description
            """);

        Assert.Equal("Nearly. Begun. Nearly. Begun. Begun. Nearly.", string.Join(' ', outcome.Output));
    }

    [Fact]
    public void Get_says_which_is_not_there()
    {
        Connect();

        Outcome outcome = Run($"Get-ChecklyMaintenanceUpdate 42 {MaintenanceId} {PageId}");

        Assert.Empty(outcome.Output);
        Assert.Equal($"Maintenance window 42 has no update {PageId}.", outcome.Error.Exception.Message);
    }

    [Fact]
    public void Updates_compose()
    {
        Outcome outcome = Do("""
            Connect-Checkly -Sandbox
            $window = New-ChecklyMaintenanceWindow Upgrade -Duration 01:00 -Tag db -SilenceAlerts
            $null = $window | Get-ChecklyMaintenance | New-ChecklyMaintenanceUpdate IN_PROGRESS Begun. | New-ChecklyMaintenanceUpdate -Status VERIFYING -Description Nearly.
            Get-ChecklyMaintenance $window | ForEach-Object Updates | Set-ChecklyMaintenanceUpdate -Description Same.
            (Get-ChecklyMaintenance $window).Updates | ForEach-Object { "$($_.Status) $($_.Description)" }
            (Get-ChecklyMaintenance $window).Updates | Remove-ChecklyMaintenanceUpdate -Confirm:$false
            (Get-ChecklyMaintenance $window).Updates.Count
            """);

        Assert.Equal(["VERIFYING Same.", "IN_PROGRESS Same.", "0"], outcome.Output.Select(line => line.ToString()));
    }
}
