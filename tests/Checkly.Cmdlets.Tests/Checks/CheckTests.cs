using System.Management.Automation;

namespace Checkly.Cmdlets.Tests;

/// <summary>What scripts about incidents start from: checks, their status, and where they run.</summary>
public sealed class CheckTests : ModuleTest
{
    public CheckTests() => Do("Connect-Checkly -Sandbox");

    [Fact]
    public void Checks_and_their_statuses_compose_both_ways()
    {
        string[] failing = [.. Do("Get-ChecklyCheckStatus | Where-Object HasFailures | Get-ChecklyCheck | ForEach-Object Name").Output.Select(name => name.ToString())];
        string[] again = [.. Do("Get-ChecklyCheck | Get-ChecklyCheckStatus | Where-Object HasFailures | ForEach-Object Name").Output.Select(name => name.ToString())];

        Assert.Equal(["Log in on the website"], failing);
        Assert.Equal(failing, again);
    }

    [Theory]
    [InlineData("Get-ChecklyCheck", "Checkly.Check")]
    [InlineData("Get-ChecklyCheckStatus", "Checkly.CheckStatus")]
    [InlineData("Get-ChecklyAccount", "Checkly.Account")]
    [InlineData("Get-ChecklyLocation", "Checkly.Location")]
    [InlineData("Get-ChecklyRuntime", "Checkly.Runtime")]
    [InlineData("Get-ChecklyStaticIp", "Checkly.StaticIp")]
    public void Each_lists_typed_objects_one_by_one(string command, string type)
    {
        Outcome outcome = Do($"$VerbosePreference = 'Continue'; {command}");

        Assert.NotEmpty(outcome.Output);
        Assert.All(outcome.Output, item => Assert.Equal(type, item.TypeNames[0]));
        Assert.Contains(outcome.Verbose, line => line.StartsWith("GET /v", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-ChecklyCheck", "Id")]
    [InlineData("Get-ChecklyCheckStatus", "CheckId")]
    [InlineData("Get-ChecklyAccount", "Id")]
    [InlineData("Get-ChecklyRuntime", "Name")]
    public void Each_reads_one_by_its_id_or_by_what_came_out_before(string command, string id)
    {
        PSObject first = Do($"@({command})[0]").Only();

        Assert.Equal(Get(first, id), Get(Do($"{command} {Get(first, id)}").Only(), id));
        Assert.Equal(Get(first, id), Get(Do($"$first | {command}", ("first", first)).Only(), id));
    }

    [Theory]
    [InlineData("Get-ChecklyCheck 5a9db0c5-7e57-4c0d-8000-0000000000ff -First 1")]
    [InlineData("Get-ChecklyCheck 5a9db0c5-7e57-4c0d-8000-0000000000ff -IncludeTotalCount")]
    [InlineData("Get-ChecklyMaintenance 42 7b0f6ef2-6a0a-4a39-9a4f-3f0c8d2f7f11 -Skip 1")]
    public void A_range_of_single_things_is_refused(string command)
    {
        Outcome outcome = Run(command);

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("apply only to the list", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ChecklyCheck 5a9db0c5-7e57-4c0d-8000-0000000000ff")]
    [InlineData("Get-ChecklyCheckStatus 5a9db0c5-7e57-4c0d-8000-0000000000ff")]
    [InlineData("Get-ChecklyRuntime 1999.01")]
    public void What_is_not_there_is_an_error_that_names_it(string command)
    {
        Outcome outcome = Run(command);

        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(command.Split(' ')[1], outcome.Error.TargetObject);
    }

    [Fact]
    public void Addresses_can_be_asked_for_by_version_and_region()
    {
        Assert.Equal(["IPv4", "IPv6"], Do("Get-ChecklyStaticIp | ForEach-Object Family").Output.Select(family => family.ToString()).Distinct());
        Assert.All(Do("Get-ChecklyStaticIp ipv4").Output, address => Assert.Equal("IPv4", Get(address, "Family")));
        string region = (string)Get(Do("@(Get-ChecklyStaticIp IPv6)[0]").Only(), "Region")!;

        Assert.All(Do($"Get-ChecklyStaticIp -Region '{region[..3]}*'").Output, address => Assert.StartsWith(region[..3], (string)Get(address, "Region")!, StringComparison.Ordinal));
        Assert.Empty(Do("Get-ChecklyStaticIp -Region nowhere").Output);
    }

    [Theory]
    [InlineData("Get-ChecklyCheck", "Log in on the website")]
    [InlineData("Get-ChecklyCheckStatus", "failing")]
    [InlineData("Get-ChecklyLocation", "Region")]
    [InlineData("Get-ChecklyStaticIp", "IPv6")]
    [InlineData("Get-ChecklyRuntime", "Stage")]
    [InlineData("Get-ChecklyAccount", "Plan")]
    public void Each_has_a_table(string command, string shown) =>
        Assert.Contains(shown, Do($"{command} | Out-Default").Shown, StringComparison.Ordinal);
}
