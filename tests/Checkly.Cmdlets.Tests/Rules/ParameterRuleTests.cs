using System.Management.Automation;

namespace Checkly.Cmdlets.Tests;

/// <summary>One way of naming in all cmdlets.</summary>
public sealed class ParameterRuleTests : ModuleTest
{
    [Fact]
    public void The_thing_itself_is_Id_and_has_the_noun_as_another_name()
    {
        (CmdletInfo Command, ParameterMetadata[] Ids)[] commands = Commands();

        Assert.True(commands.Length > 40);
        foreach ((CmdletInfo command, ParameterMetadata[] ids) in commands.Where(item => item.Command.Verb != "New"))
        {
            ParameterMetadata own = Assert.Single(ids, id => id.Name == "Id" || id.Aliases.Contains("Id"));
            string other = own.Name == "Id" ? Assert.Single(own.Aliases) : own.Name;
            Assert.Matches("^[A-Z][A-Za-z]+Id$", other);
        }
    }

    [Fact]
    public void The_parent_or_the_thing_itself_has_the_first_place()
    {
        // What the first place has where it is not an id.
        Dictionary<string, string> otherwise = new()
        {
            ["New-ChecklyIncident"] = "Name",
            ["New-ChecklyStatusPageIncident"] = "Name",
            ["New-ChecklyMaintenanceWindow"] = "Name",
            ["New-ChecklyMaintenanceUpdate"] = "Status",
        };

        foreach ((CmdletInfo command, ParameterMetadata[] ids) in Commands())
        {
            string first = Assert.Single(command.Parameters.Values.Where(parameter => Position(parameter) == 0).Select(parameter => parameter.Name).Distinct());
            Assert.Equal(otherwise.GetValueOrDefault(command.Name) ?? ids.OrderBy(Position).First().Name, first);
        }
    }

    [Fact]
    public void Every_id_is_completed() =>
        Assert.All(Commands().SelectMany(item => item.Ids, (item, id) => (item.Command, Id: id)), item =>
            Assert.True(item.Id.Attributes.Any(attribute => attribute is ArgumentCompleterAttribute), $"{item.Command.Name} -{item.Id.Name}"));

    [Fact]
    public void Only_resolving_what_is_resolved_can_be_forced() =>
        Assert.Equal(["Resolve-ChecklyStatusPageIncident"], Do("Get-Command -Module Checkly -ParameterName Force").Output.Select(command => ((CmdletInfo)command.BaseObject).Name));

    /// <summary>Whatever reads by ids or removes can do it side by side.</summary>
    [Fact]
    public void Cmdlets_that_send_one_request_for_each_item_take_ThrottleLimit()
    {
        CmdletInfo[] all = [.. Do("Get-Command -Module Checkly").Output.Select(command => (CmdletInfo)command.BaseObject)];
        string[] others = ["New-ChecklyIncidentUpdate", "New-ChecklyStatusPageIncidentUpdate", "New-ChecklyStatusPageService", "Resolve-ChecklyStatusPageIncident", "Set-ChecklyIncidentUpdate", "Set-ChecklyStatusPageService"];

        Assert.Equal(
            all.Where(command => command.Verb == "Remove" || others.Contains(command.Name) || (command.Verb == "Get" && command.Parameters.Values.Any(IsManyIds))).Select(command => command.Name),
            all.Where(command => command.Parameters.ContainsKey("ThrottleLimit")).Select(command => command.Name));
        static bool IsManyIds(ParameterMetadata parameter) =>
            parameter.ParameterType == typeof(string[]) && parameter.Attributes.OfType<ParameterAttribute>().Any(attribute => attribute.ValueFromPipeline || attribute.ValueFromPipelineByPropertyName);
    }

    private static int Position(ParameterMetadata parameter) => parameter.Attributes.OfType<ParameterAttribute>().Select(attribute => attribute.Position < 0 ? int.MaxValue : attribute.Position).Min();

    /// <summary>Every cmdlet that takes ids, and the parameters that take them.</summary>
    private (CmdletInfo Command, ParameterMetadata[] Ids)[] Commands() =>
    [
        .. Do("Get-Command -Module Checkly").Output.Select(command => (CmdletInfo)command.BaseObject)
            .Select(command => (command, command.Parameters.Values.Where(parameter => parameter.Attributes.Any(attribute => attribute.GetType().Name is "IdOfAttribute" or "DashboardNumberAttribute")).ToArray()))
            .Where(item => item.Item2.Length > 0 && item.command.Noun is not "ChecklyRuntime"),
    ];
}
