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

        Assert.Equal(("'Sandbox status'", $"Sandbox status (sandbox) ({Page})"), (offered.CompletionText, offered.ToolTip));
    }

    [Theory]
    [InlineData("Get-ChecklyStatusPageService ")]
    [InlineData("Set-ChecklyStatusPageService ")]
    [InlineData("Remove-ChecklyStatusPageService ")]
    public void Services_of_the_account(string line) =>
        Assert.Equal(["Website", "API"], Complete(line).Select(match => match.CompletionText));

    [Fact]
    public void Names_that_begin_with_what_was_typed_come_first()
    {
        Do("$null = New-ChecklyStatusPageService Tests");

        Assert.Equal(["Tests", "Website"], Complete("Get-ChecklyStatusPageService t").Select(match => match.CompletionText));
    }

    /// <summary>Anybody in the account may have chosen the name, and the line that Tab completes is run.</summary>
    [Theory]
    [InlineData("Fine-1.x_y", "Fine-1.x_y")]
    [InlineData("K\u00E4se", "K\u00E4se")]
    [InlineData("two words", "'two words'")]
    [InlineData("a\u00A0b", null)]
    [InlineData("x\u2018; Disconnect-Checkly", "'x\u2018\u2018; Disconnect-Checkly'")]
    [InlineData("\u2013Force", "'\u2013Force'")]
    [InlineData("a\nDisconnect-Checkly", null)]
    [InlineData("a\tb", null)]
    [InlineData("a\u202Eb", null)]
    [InlineData("a\u2028b", null)]
    public void A_name_is_inserted_as_one_text_or_its_id_is(string name, string? inserted)
    {
        string id = Do("Get-ChecklyStatusPageService -Name API | ForEach-Object { Set-ChecklyStatusPageService $_ $name; $_.Id }", ("name", name)).Only().ToString();

        Assert.Equal(["Website", inserted ?? id], Complete("Get-ChecklyStatusPageService -Name ").Select(match => match.CompletionText));
    }

    /// <summary>Where a name is taken, it is what a person reads in the line afterwards.</summary>
    [Theory]
    [InlineData("New-ChecklyStatusPage x y -Service ")]
    [InlineData("Set-ChecklyStatusPage x -AddService ")]
    [InlineData("Set-ChecklyStatusPage x -RemoveService ")]
    [InlineData("New-ChecklyStatusPageIncident x -Service ")]
    [InlineData("Set-ChecklyStatusPageIncident x -Service ")]
    [InlineData("New-ChecklyMaintenanceWindow x -Service ")]
    [InlineData("Set-ChecklyMaintenanceWindow 1 -Service ")]
    [InlineData("Get-ChecklyStatusPageService -Name ")]
    public void Names_of_services_where_names_are_taken(string line)
    {
        Assert.Equal([("Website", "Website", "Website (5a9db0c5-7e57-4c0d-8000-000000000011)"), ("API", "API", "API (5a9db0c5-7e57-4c0d-8000-000000000012)")], Complete(line).Select(match => (match.CompletionText, match.ListItemText, match.ToolTip)));
        Assert.Equal(["Website"], Complete($"{line}web").Select(match => match.CompletionText));
    }

    [Theory]
    [InlineData("Log in's", "'Log in''s'")]
    [InlineData("$x", "'$x'")]
    [InlineData("-x", "'-x'")]
    [InlineData("a,b", "'a,b'")]
    [InlineData("Zahlung", "Zahlung")]
    public void A_name_is_quoted_so_that_it_is_taken_as_it_is(string name, string inserted)
    {
        Do("$null = New-ChecklyStatusPageService $name; $null = Get-ChecklyStatusPageService", ("name", name));

        string offered = Complete("New-ChecklyStatusPage x y -Service ")[2].CompletionText;

        Assert.Equal(inserted, offered);
        Assert.Equal(name, Do($"(New-ChecklyStatusPage x y -Service {offered}).Cards.Services.Name").Only().ToString());
    }

    [Fact]
    public void Services_that_share_a_name_are_completed_by_their_ids()
    {
        Do("$null = New-ChecklyStatusPageService api");

        Assert.Equal(2, Complete("New-ChecklyStatusPage x y -Service api").Count(match => Guid.TryParse(match.CompletionText, out _)));
    }

    [Fact]
    public void Names_of_status_pages() =>
        Assert.Equal("'Sandbox status'", Assert.Single(Complete("Get-ChecklyStatusPage -Name s")).CompletionText);

    [Fact]
    public void What_was_just_made_renamed_or_removed_is_news()
    {
        Complete("Get-ChecklyStatusPageService ");
        Do("$null = New-ChecklyStatusPageService Search");
        Assert.Equal(["Website", "API", "Search"], Complete("Get-ChecklyStatusPageService ").Select(match => match.CompletionText));

        Do("Get-ChecklyStatusPageService -Name API | Set-ChecklyStatusPageService -Name Data");
        Assert.Equal(["Website", "Data", "Search"], Complete("Get-ChecklyStatusPageService ").Select(match => match.CompletionText));

        Do("Get-ChecklyStatusPageService -Name Website | Remove-ChecklyStatusPageService -Confirm:$false");
        Assert.Equal(["Data", "Search"], Complete("Get-ChecklyStatusPageService ").Select(match => match.CompletionText));
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
