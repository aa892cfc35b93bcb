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
            string description = Text($"(Get-Help {cmdlet.Name}).description");
            string[] links = Texts($"(Get-Help {cmdlet.Name}).relatedLinks.navigationLink | ForEach-Object linkText");

            // Written, not made from the syntax.
            Assert.Contains(help.TypeNames, type => type.Contains("MamlCommandHelpInfo", StringComparison.Ordinal));
            Assert.Matches(@"^[A-Z][^\r\n]+\.$", $"{Get(help, "Synopsis")}".Trim());
            Assert.True(description.Length > 60 && description != $"{Get(help, "Synopsis")}".Trim(), cmdlet.Name);
            Assert.True(Examples(cmdlet).Length >= FewestExamples, $"{cmdlet.Name} has too few examples.");
            Assert.Equal(Examples(cmdlet).Length, Texts($"(Get-Help {cmdlet.Name}).examples.example | ForEach-Object {{ (@($_.remarks.Text) -join '').Trim() + ($_.title -replace '[-\\s\\d]|example') }}").Count(said => said.Length > 0));
            Assert.Contains("about_Checkly", links);
            Assert.Empty(links.Where(link => link.Contains("-Checkly", StringComparison.Ordinal)).Except(Cmdlets().Select(other => other.Name)));
            // Get-Help -Online takes the first link with an address.
            Assert.Contains(Texts($"(Get-Help {cmdlet.Name}).relatedLinks.navigationLink | ForEach-Object uri"), link => link.StartsWith("https://", StringComparison.Ordinal));
            Assert.Equal(
                cmdlet.OutputType.Select(type => type.Name).Where(name => name != "System.Void"),
                Texts($"(Get-Help {cmdlet.Name}).returnValues.returnValue.type.name").Select(name => name.Trim()).Where(name => name is not ("" or "None" or "System.Void")));
        });
    }

    [Fact]
    public void Every_parameter_is_described_as_it_is()
    {
        Assert.All(Cmdlets(), cmdlet =>
        {
            string[] own = [.. cmdlet.Parameters.Keys.Except(Cmdlet.CommonParameters).Order()];
            PSObject[] described = [.. Do($"(Get-Help {cmdlet.Name} -Full).parameters.parameter").Output.Where(parameter => parameter is not null)];

            Assert.Equal(own, described.Select(parameter => $"{Get(parameter, "name")}".Trim()).Order());
            Assert.All(described, parameter =>
            {
                string name = $"{Get(parameter, "name")}".Trim();
                ParameterSetMetadata[] sets = [.. cmdlet.Parameters[name].ParameterSets.Values];

                Assert.Matches(@"(?s)^[A-Z].+\.$", Do("($p.description | ForEach-Object Text) -join ' '", ("p", parameter)).Only().ToString().Trim());
                if (Cmdlet.OptionalCommonParameters.Contains(name))
                {
                    return;
                }

                Assert.Contains($"{Get(parameter, "required")}", sets.Select(set => set.IsMandatory ? "true" : "false"));
                Assert.Equal(sets.Any(set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName), $"{Get(parameter, "pipelineInput")}".StartsWith("true", StringComparison.OrdinalIgnoreCase));
                Assert.Equal(sets[0].Position < 0 ? "named" : $"{sets[0].Position}", $"{Get(parameter, "position")}");
            });
        });
    }

    [Theory]
    [InlineData("New-ChecklyMaintenanceWindow", "AutoStart", "True for a new window")]
    [InlineData("New-ChecklyMaintenanceWindow", "AutoEnd", "True for a new window")]
    [InlineData("New-ChecklyMaintenanceWindow", "ShowAffectedServices", "True for a new window")]
    [InlineData("Connect-Checkly", "MaximumRetryCount", "4")]
    public void The_help_shows_the_default_value(string cmdlet, string parameter, string value) =>
        Assert.Equal(value, Texts($"(Get-Help {cmdlet} -Parameter {parameter}).defaultValue").Single());

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
                function Format-Table { }
                function Export-Csv { }
                function Select-Object { }
                function Get-Date { [datetime]::Now }
                function Invoke-RestMethod { }
                Connect-Checkly -Sandbox
                {{example}}
                """);

            shell.Invoke();

            Assert.Contains(cmdlet.Name, example, StringComparison.Ordinal);
            Assert.Empty(shell.Streams.Error);
            Assert.Empty(shell.Streams.Warning);
        }));

    private string Text(string script) => string.Join(' ', Texts($"{script} | ForEach-Object Text")).Trim();

    private string[] Texts(string script) => [.. Do(script).Output.Where(item => item is not null).Select(item => item.ToString())];

    private CmdletInfo[] Cmdlets()
    {
        CmdletInfo[] cmdlets = [.. Do("Get-Command -Module Checkly").Output.Select(cmdlet => (CmdletInfo)cmdlet.BaseObject)];
        Assert.NotEmpty(cmdlets);
        return cmdlets;
    }

    private string[] Examples(CmdletInfo cmdlet) =>
        [.. Do($"(Get-Help {cmdlet.Name}).examples.example | ForEach-Object code").Output.Select(code => code.ToString())];
}
