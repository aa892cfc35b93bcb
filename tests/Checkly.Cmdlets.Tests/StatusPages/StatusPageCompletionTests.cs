using System.Management.Automation;

namespace Checkly.Cmdlets.Tests;

/// <summary>What Tab offers for status pages.</summary>
public sealed class StatusPageCompletionTests : ModuleTest
{
    private const string Page = "5a9db0c5-7e57-4c0d-8000-000000000010";

    public StatusPageCompletionTests()
    {
        Do("Connect-Checkly -Sandbox");
    }

    [Theory]
    [InlineData("Get-ChecklyStatusPage ")]
    [InlineData("Set-ChecklyStatusPage -Id sandb")]
    [InlineData("Remove-ChecklyStatusPage ")]
    [InlineData("Get-ChecklyStatusPageSubscription ")]
    [InlineData("New-ChecklyStatusPageSubscription ")]
    [InlineData("Remove-ChecklyStatusPageSubscription ")]
    public void Status_pages_of_the_account(string line)
    {
        CompletionResult offered = Assert.Single(Complete(line));

        Assert.Equal((Page, "Sandbox status (sandbox)"), (offered.CompletionText, offered.ToolTip));
    }

    [Theory]
    [InlineData("Get-ChecklyStatusPageService ")]
    [InlineData("Set-ChecklyStatusPageService ")]
    [InlineData("Remove-ChecklyStatusPageService ")]
    [InlineData("New-ChecklyStatusPage x y -Service ")]
    [InlineData("Set-ChecklyStatusPage x -AddService ")]
    [InlineData("Set-ChecklyStatusPage x -RemoveService ")]
    public void Services_of_the_account(string line) =>
        Assert.Equal(["Website", "API"], Complete(line).Select(match => match.ToolTip));

    [Fact]
    public void What_was_just_made_renamed_or_removed_is_news()
    {
        Complete("Get-ChecklyStatusPageService ");
        Do("$null = New-ChecklyStatusPageService Search");
        Assert.Equal(["Website", "API", "Search"], Complete("Get-ChecklyStatusPageService ").Select(match => match.ToolTip));

        Do("Get-ChecklyStatusPageService -Name API | Set-ChecklyStatusPageService -Name Data");
        Assert.Equal(["Website", "Data", "Search"], Complete("Get-ChecklyStatusPageService ").Select(match => match.ToolTip));

        Do("Get-ChecklyStatusPageService -Name Website | Remove-ChecklyStatusPageService -Confirm:$false");
        Assert.Equal(["Data", "Search"], Complete("Get-ChecklyStatusPageService ").Select(match => match.ToolTip));
    }

    [Fact]
    public void Subscriptions_that_were_read()
    {
        Do($"$null = New-ChecklyStatusPageSubscription {Page} a@b.de, c@d.de; $read = Get-ChecklyStatusPageSubscription {Page}");
        Assert.Equal(["a@b.de (PENDING)", "c@d.de (PENDING)"], Complete($"Remove-ChecklyStatusPageSubscription {Page} ").Select(match => match.ToolTip));

        Do("$read[0] | Remove-ChecklyStatusPageSubscription -Confirm:$false");
        Assert.Equal(["c@d.de (PENDING)"], Complete($"Remove-ChecklyStatusPageSubscription {Page} ").Select(match => match.ToolTip));
    }
}
