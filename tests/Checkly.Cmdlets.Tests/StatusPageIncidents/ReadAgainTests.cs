namespace Checkly.Cmdlets.Tests;

/// <summary>What is read again is itself, and not all of what it belongs to: else a removal behind it would take them all.</summary>
public sealed class ReadAgainTests : ModuleTest
{
    public ReadAgainTests() => Do("""
        Connect-Checkly -Sandbox
        $page = Get-ChecklyStatusPage
        $public = New-ChecklyStatusPageIncident Slow -StatusPageId $page.Id -Description One.
        $null = New-ChecklyStatusPageIncidentUpdate $public IDENTIFIED Two.
        $incident = New-ChecklyIncident Slow -DashboardId 1001 -Status INVESTIGATING -Description One.
        $null = New-ChecklyIncidentUpdate $incident IDENTIFIED Two.
        $null = New-ChecklyStatusPageSubscription $page a@acme.example, b@acme.example
        """);

    [Theory]
    [InlineData("Get-ChecklyStatusPageIncidentUpdate $public", "Get-ChecklyStatusPageIncidentUpdate")]
    [InlineData("Get-ChecklyIncidentUpdate $incident", "Get-ChecklyIncidentUpdate")]
    [InlineData("Get-ChecklyStatusPageSubscription $page", "Get-ChecklyStatusPageSubscription")]
    public void One_that_is_piped_comes_out_alone(string all, string again)
    {
        Outcome outcome = Do($"$all = @({all}); $all.Count; $all[-1].Id; @($all[-1] | {again}).Id; @($all | {again}).Count");

        string[] said = [.. outcome.Output.Select(item => item.ToString())];
        Assert.Equal("2", said[0]);
        Assert.Equal(said[1], said[2]);
        Assert.Equal(["2"], said[3..]);
    }
}
