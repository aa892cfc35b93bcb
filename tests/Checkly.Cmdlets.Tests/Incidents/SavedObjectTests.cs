using System.Management.Automation;

namespace Checkly.Cmdlets.Tests;

/// <summary>What was saved and read back, or comes from a job, is what it was: nothing old of it is said again unseen.</summary>
public sealed class SavedObjectTests : ModuleTest
{
    public SavedObjectTests() => Do("Connect-Checkly -Sandbox");

    [Theory]
    [InlineData("(New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description y).IncidentUpdates[0]", "New-ChecklyIncidentUpdate", "posted already")]
    [InlineData("(New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description y).IncidentUpdates[0]", "Set-ChecklyIncidentUpdate", "without a new text")]
    [InlineData("New-ChecklyMaintenanceWindow w -Duration 01:00 -PauseAllChecks", "New-ChecklyMaintenanceWindow -PauseAllChecks -Duration 00:30", "where text or a row of data is wanted")]
    [InlineData("New-ChecklyMaintenanceWindow w -Duration 01:00 -PauseAllChecks | Get-ChecklyMaintenance | New-ChecklyMaintenanceUpdate -Status SCHEDULED -Description x", "New-ChecklyMaintenanceUpdate", "posted already")]
    [InlineData("@(Get-ChecklyStatusPageService)[0]", "New-ChecklyStatusPageService", "where text or a row of data is wanted")]
    [InlineData("New-ChecklyMaintenanceWindow w -Duration 01:00 -PauseAllChecks -Description d", "New-ChecklyStatusPageIncident -Service Website", "where a StatusPage or a StatusPageService is wanted")]
    [InlineData("(New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description y).IncidentUpdates[0]", "New-ChecklyStatusPageIncident n -Service API", "where a StatusPage or a StatusPageService is wanted")]
    public void It_is_refused_as_it_would_be_fresh(string make, string command, string why)
    {
        PSObject fresh = Do(make).Only();
        object saved = PSSerializer.Deserialize(PSSerializer.Serialize(fresh.BaseObject, depth: 3));

        foreach (object item in (object[])[fresh, saved])
        {
            Outcome outcome = Run($"$item | {command}", ("item", item));

            Assert.Empty(outcome.Output);
            Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_saved_service_stands_where_a_service_is_wanted()
    {
        object saved = PSSerializer.Deserialize(PSSerializer.Serialize(Do("@(Get-ChecklyStatusPageService)[0]").Only().BaseObject, depth: 3));

        Assert.Single(((Array)Get(Do("New-ChecklyStatusPageIncident x -Service $saved -Description y", ("saved", saved)).Only(), "Services")!).Cast<object>());
    }

    [Fact]
    public void No_service_piped_in_is_an_error_and_not_silence()
    {
        Outcome outcome = Run("Get-ChecklyStatusPageService -Name 'Chk*' | New-ChecklyStatusPageIncident Down -Description d");

        Assert.Contains("No service and no status page was piped in", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_card_takes_nothing_off_the_page()
    {
        Outcome outcome = Run("Get-ChecklyStatusPage | Set-ChecklyStatusPage -Card @{ Name = 'Shop'; Servces = 'API' } -PassThru");

        Assert.Contains("The card 'Shop' has a 'Servces', which no card has", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("[EU] API")]
    [InlineData("[EU")]
    [InlineData("[eu] *")]
    public void A_name_is_a_name_before_it_is_a_pattern(string name)
    {
        Do("$null = '[EU] API', '[EU' | New-ChecklyStatusPageService");

        Assert.Contains("[EU", (string)Get(Do($"@(Get-ChecklyStatusPageService -Name '{name.Replace("[eu] *", "`[eu`] *", StringComparison.Ordinal)}')[0]").Only(), "Name")!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_cards_can_be_shown() =>
        Assert.Equal("x", Do("[Checkly.StatusPageBoard]::Render([Checkly.StatusPage]@{ Name = 'x'; Cards = $null }, 80, $false)").Only().ToString());
}
