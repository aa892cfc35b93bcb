using System.Management.Automation;
using Checkly.Hosting;

namespace Checkly.Cmdlets.Tests;

/// <summary>Help is there for every cmdlet and parameter, and its examples run as they stand.</summary>
public sealed class HelpTests : ModuleTest
{
    private const int FewestExamples = 3;

    [Fact]
    public void Every_cmdlet_has_synopsis_description_examples_and_links()
    {
        Assert.All(Cmdlets(), cmdlet =>
        {
            PSObject help = Do($"Get-Help {cmdlet.Name} -Full").Only();
            Assert.DoesNotContain(cmdlet.Name, Text(help, "Synopsis"), StringComparison.Ordinal);
            Assert.NotEmpty(Text(help, "Synopsis"));
            Assert.NotEmpty(Do($"(Get-Help {cmdlet.Name}).description | ForEach-Object Text").Output);
            Assert.True(Examples(cmdlet).Length >= FewestExamples, $"{cmdlet.Name} has too few examples.");
            Assert.Contains("about_Checkly", Do($"(Get-Help {cmdlet.Name}).relatedLinks.navigationLink | ForEach-Object linkText").Output.Select(link => link.ToString()));
        });
    }

    [Fact]
    public void Every_parameter_is_described()
    {
        Assert.All(Cmdlets(), cmdlet =>
        {
            string[] own = [.. cmdlet.Parameters.Keys.Except(Cmdlet.CommonParameters).Order()];
            PSObject[] described = [.. Do($"(Get-Help {cmdlet.Name} -Full).parameters.parameter").Output.Where(parameter => parameter is not null)];

            Assert.Equal(own, described.Select(parameter => Text(parameter, "name")).Order());
            Assert.All(described, parameter => Assert.NotEmpty(Do("$p.description | ForEach-Object Text", ("p", parameter)).Only().ToString()));
        });
    }

    [Theory]
    [InlineData("about_Checkly")]
    [InlineData("about_Checkly_Incidents")]
    [InlineData("about_Checkly_StatusPageIncidents")]
    [InlineData("about_Checkly_StatusPages")]
    [InlineData("about_Checkly_Maintenance")]
    public void The_about_topics_are_found(string topic) =>
        Assert.Contains($"TOPIC\n    {topic}", Do($"Get-Help {topic}").Only().ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void Every_example_runs_on_the_sandbox() =>
        Assert.All(Cmdlets(), cmdlet => Assert.All(Examples(cmdlet), example =>
        {
            using var fresh = new ModuleHost(TextWriter.Null);
            using PowerShell shell = fresh.CreatePowerShell();
            shell.AddScript($$"""
                $ErrorActionPreference = 'Stop'
                $ConfirmPreference = 'None'
                # Of the modules that no package brings; the Pester files run the examples with the real ones.
                function Set-Content { $script:lines = @($input) }
                function Import-Csv { $fields = $lines[1].Split(','); [pscustomobject]@{ IncidentId = $fields[0]; Status = $fields[1]; Description = $fields[2] } }
                function Format-Custom { }
                Connect-Checkly -Sandbox
                {{example}}
                """);

            shell.Invoke();

            Assert.Empty(shell.Streams.Error);
        }));

    private static string Text(PSObject help, string property) => Get(help, property)?.ToString()?.Trim() ?? string.Empty;

    private CmdletInfo[] Cmdlets()
    {
        CmdletInfo[] cmdlets = [.. Do("Get-Command -Module Checkly").Output.Select(cmdlet => (CmdletInfo)cmdlet.BaseObject)];
        Assert.NotEmpty(cmdlets);
        return cmdlets;
    }

    private string[] Examples(CmdletInfo cmdlet) =>
        [.. Do($"(Get-Help {cmdlet.Name}).examples.example | ForEach-Object code").Output.Select(code => code.ToString())];
}
