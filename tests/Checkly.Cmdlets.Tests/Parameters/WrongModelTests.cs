using System.Management.Automation;
using System.Text.RegularExpressions;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// An object of the module is taken by cmdlets of its own family, and refused by all others before anything is sent, with
/// the name of a cmdlet that takes it: fresh, and also after it was saved and read back.
/// </summary>
public sealed partial class WrongModelTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Id = "0d1a3e5c-1d0b-4d53-8d2f-5d1c1c7c2f10";
    private const string Parent = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    /// <summary>An object of each type, with ids that would bind anywhere.</summary>
    private static readonly Dictionary<string, string> Models = new()
    {
        ["Account"] = $"Id = '{Id}'; Name = 'n'",
        ["Check"] = $"Id = '{Id}'; Name = 'n'; Description = 'd'",
        ["CheckResult"] = $"Id = '{Id}'; CheckId = '{Parent}'; Name = 'n'",
        ["CheckSession"] = $"CheckSessionId = '{Id}'; CheckId = '{Parent}'; Name = 'n'",
        ["CheckSessionResult"] = $"CheckResultId = '{Id}'; CheckId = '{Parent}'; Name = 'n'",
        ["CheckStatus"] = $"CheckId = '{Id}'; Name = 'n'",
        ["Dashboard"] = "Id = 42; DashboardId = 'acme0001'; Header = 'n'; Description = 'd'",
        ["Incident"] = $"Id = '{Id}'; Name = 'n'; DashboardId = 42; Impact = 'MAJOR'",
        ["IncidentUpdate"] = $"Id = '{Id}'; IncidentId = '{Parent}'; Status = 'RESOLVED'; Description = 'd'",
        ["Location"] = "Region = 'eu-west-1'; Name = 'n'",
        ["Maintenance"] = $"Id = '{Id}'; MaintenanceWindowId = 42",
        ["MaintenanceUpdate"] = $"Id = '{Id}'; MaintenanceWindowId = 42; MaintenanceId = '{Parent}'; Status = 'COMPLETED'; Description = 'd'",
        ["MaintenanceWindow"] = "Id = 42; Name = 'n'; Description = 'd'",
        ["ReportEntry"] = $"Name = 'n'; CheckId = '{Id}'",
        ["Runtime"] = "Name = '2024.09'; Description = 'd'",
        ["Snippet"] = "Id = 42; Name = 'n'; Script = 's'",
        ["StaticIp"] = "Address = '192.0.2.1'",
        ["StatusPage"] = $"Id = '{Id}'; Name = 'n'; Url = 'acme'; AccountId = '{Parent}'; Description = 'd'",
        ["StatusPageCard"] = $"Id = '{Id}'; Name = 'n'",
        ["StatusPageIncident"] = $"Id = '{Id}'; Name = 'n'; Severity = 'MINOR'",
        ["StatusPageIncidentUpdate"] = $"Id = '{Id}'; IncidentId = '{Parent}'; Status = 'RESOLVED'; Description = 'd'",
        ["StatusPageService"] = $"Id = '{Id}'; Name = 'n'; AccountId = '{Parent}'",
        ["StatusPageSubscription"] = $"Id = '{Id}'; StatusPageId = '{Parent}'; Address = 'a@example.com'; Status = 'VERIFIED'",
        ["StatusPageSubscriptionResult"] = $"StatusPageId = '{Parent}'; Created = 1",
    };

    /// <summary>What each cmdlet takes from the pipeline. A type that is not named is refused.</summary>
    private static readonly Dictionary<string, string> Taken = new()
    {
        ["Get-ChecklyAccount"] = "Account",
        ["Get-ChecklyCheck"] = "Check CheckResult CheckSession CheckSessionResult CheckStatus ReportEntry",
        ["Get-ChecklyCheckResult"] = "Check CheckResult CheckSession CheckSessionResult CheckStatus ReportEntry",
        ["Get-ChecklyCheckSession"] = "CheckSession",
        ["Get-ChecklyCheckStatus"] = "Check CheckResult CheckSession CheckSessionResult CheckStatus ReportEntry",
        ["Invoke-ChecklyCheck"] = "Check CheckResult CheckSession CheckSessionResult CheckStatus ReportEntry",
        ["Stop-ChecklyCheckSession"] = "CheckSession",
        ["Wait-ChecklyCheckSession"] = "CheckSession",
        ["Get-ChecklyDashboard"] = "Dashboard",
        ["Get-ChecklyIncident"] = "Incident IncidentUpdate",
        ["Get-ChecklyIncidentUpdate"] = "Incident IncidentUpdate",
        ["Get-ChecklyMaintenance"] = "MaintenanceWindow Maintenance MaintenanceUpdate",
        ["Get-ChecklyMaintenanceUpdate"] = "MaintenanceWindow Maintenance MaintenanceUpdate",
        ["Get-ChecklyMaintenanceWindow"] = "MaintenanceWindow Maintenance MaintenanceUpdate",
        ["Get-ChecklyRuntime"] = "Runtime",
        ["Get-ChecklyStatusPage"] = "StatusPage StatusPageSubscription StatusPageSubscriptionResult",
        ["Get-ChecklyStatusPageIncident"] = "StatusPage StatusPageIncident StatusPageIncidentUpdate",
        ["Get-ChecklyStatusPageIncidentUpdate"] = "StatusPageIncident StatusPageIncidentUpdate",
        ["Get-ChecklySnippet"] = "Snippet",
        ["Set-ChecklySnippet"] = "Snippet",
        ["Remove-ChecklySnippet"] = "Snippet",
        ["Get-ChecklyStatusPageService"] = "StatusPageService",
        ["Get-ChecklyStatusPageSubscription"] = "StatusPage StatusPageSubscription StatusPageSubscriptionResult",
        ["New-ChecklyIncident"] = "Dashboard",
        ["New-ChecklyIncidentUpdate"] = "Incident IncidentUpdate",
        ["New-ChecklyMaintenanceUpdate"] = "Maintenance MaintenanceUpdate",
        ["New-ChecklyStatusPage"] = "StatusPageService",
        ["New-ChecklyStatusPageIncident"] = "StatusPage StatusPageService",
        ["New-ChecklyStatusPageIncidentUpdate"] = "StatusPageIncident StatusPageIncidentUpdate",
        ["New-ChecklyStatusPageSubscription"] = "StatusPage StatusPageSubscription StatusPageSubscriptionResult",
        ["Remove-ChecklyDashboard"] = "Dashboard",
        ["Remove-ChecklyIncident"] = "Incident",
        ["Remove-ChecklyIncidentUpdate"] = "IncidentUpdate",
        ["Remove-ChecklyMaintenance"] = "Maintenance",
        ["Remove-ChecklyMaintenanceUpdate"] = "MaintenanceUpdate",
        ["Remove-ChecklyMaintenanceWindow"] = "MaintenanceWindow",
        ["Remove-ChecklyStatusPage"] = "StatusPage",
        ["Remove-ChecklyStatusPageIncident"] = "StatusPageIncident",
        ["Remove-ChecklyStatusPageIncidentUpdate"] = "StatusPageIncidentUpdate",
        ["Remove-ChecklyStatusPageService"] = "StatusPageService",
        ["Remove-ChecklyStatusPageSubscription"] = "StatusPageSubscription",
        ["Resolve-ChecklyStatusPageIncident"] = "StatusPageIncident StatusPageIncidentUpdate",
        ["Set-ChecklyDashboard"] = "Dashboard",
        ["Set-ChecklyIncident"] = "Incident IncidentUpdate",
        ["Set-ChecklyIncidentUpdate"] = "IncidentUpdate",
        ["Set-ChecklyMaintenance"] = "Maintenance MaintenanceUpdate",
        ["Set-ChecklyMaintenanceUpdate"] = "MaintenanceUpdate",
        ["Set-ChecklyMaintenanceWindow"] = "MaintenanceWindow",
        ["Set-ChecklyStatusPage"] = "StatusPage StatusPageSubscription StatusPageSubscriptionResult",
        ["Set-ChecklyStatusPageIncident"] = "StatusPageIncident StatusPageIncidentUpdate",
        ["Set-ChecklyStatusPageIncidentUpdate"] = "StatusPageIncidentUpdate",
        ["Set-ChecklyStatusPageService"] = "StatusPageService",
    };

    /// <summary>What a cmdlet needs beside what is piped in.</summary>
    private static readonly Dictionary<string, string> With = new()
    {
        ["New-ChecklyIncident"] = "-Name x -Status RESOLVED -Description y",
        ["New-ChecklyIncidentUpdate"] = "-Status RESOLVED -Description y",
        ["New-ChecklyMaintenanceUpdate"] = "-Status COMPLETED -Description y",
        ["New-ChecklyMaintenanceWindow"] = "-Name x -Duration 01:00 -PauseAllChecks",
        ["New-ChecklySnippet"] = "-Name x -Script y",
        ["Set-ChecklySnippet"] = "-Name x",
        ["New-ChecklyStatusPage"] = "-Name x -Url acme",
        ["New-ChecklyStatusPageIncident"] = "-Name x -Description y",
        ["New-ChecklyStatusPageIncidentUpdate"] = "-Status RESOLVED -Description y",
        ["New-ChecklyStatusPageService"] = "-Name x",
        ["New-ChecklyStatusPageSubscription"] = "-Address a@example.com",
        ["Set-ChecklyDashboard"] = "-Header x",
        ["Set-ChecklyIncident"] = "-Name x",
        ["Set-ChecklyIncidentUpdate"] = "-Description y",
        ["Set-ChecklyMaintenance"] = "-EndsAt 2099-01-01T00:00Z",
        ["Set-ChecklyMaintenanceUpdate"] = "-Description y",
        ["Set-ChecklyMaintenanceWindow"] = "-Name x",
        ["Set-ChecklyStatusPage"] = "-Name x",
        ["Set-ChecklyStatusPageIncident"] = "-Name x",
        ["Set-ChecklyStatusPageIncidentUpdate"] = "-Description y",
        ["Set-ChecklyStatusPageService"] = "-Name x",
    };

    /// <summary>The second id of cmdlets that take two, so that only the other one comes from the pipeline.</summary>
    private static readonly string[] TypedIds =
    [
        $"New-ChecklyIncidentUpdate -IncidentId {Parent}", $"Set-ChecklyIncidentUpdate -IncidentId {Parent}", $"Set-ChecklyIncidentUpdate -Id {Parent}",
        $"Remove-ChecklyIncidentUpdate -IncidentId {Parent}", $"Remove-ChecklyIncidentUpdate -Id {Parent}",
        $"New-ChecklyStatusPageIncidentUpdate -IncidentId {Parent}", $"Set-ChecklyStatusPageIncidentUpdate -IncidentId {Parent}",
        $"Remove-ChecklyStatusPageIncidentUpdate -IncidentId {Parent}", $"Remove-ChecklyStatusPageIncidentUpdate -Id {Parent}",
        $"Remove-ChecklyStatusPageSubscription -StatusPageId {Parent}", $"New-ChecklyStatusPageSubscription -StatusPageId {Parent}",
        "Set-ChecklyMaintenance -MaintenanceWindowId 42", "Remove-ChecklyMaintenance -MaintenanceWindowId 42", "New-ChecklyMaintenanceUpdate -MaintenanceWindowId 42",
        $"Set-ChecklyMaintenanceUpdate -MaintenanceWindowId 42 -MaintenanceId {Parent}", $"Remove-ChecklyMaintenanceUpdate -MaintenanceWindowId 42 -MaintenanceId {Parent}",
        "New-ChecklyIncident -DashboardId 7", $"New-ChecklyStatusPageIncident -Service {Parent}", $"New-ChecklyStatusPageIncident -StatusPageId {Parent}",
    ];

    /// <summary>Cmdlets that take no object of the module from the pipeline, and need no more to say so.</summary>
    private static readonly string[] TakeNone =
    [
        "Connect-Checkly", "Get-ChecklyLocation", "Get-ChecklyReport", "Get-ChecklySession", "Get-ChecklyStaticIp", "New-ChecklyDashboard", "New-ChecklyMaintenanceWindow", "New-ChecklySnippet", "New-ChecklyStatusPageService", "Start-ChecklySandbox",
        // A session, and what its own tests say.
        "Disconnect-Checkly", "Invoke-ChecklyApi",
    ];

    /// <summary>Cmdlets that make something new of a row, whatever Select-Object made it of.</summary>
    private static readonly string[] TakesRows = ["New-ChecklyIncident", "New-ChecklyMaintenanceWindow", "New-ChecklyStatusPageService"];

    public static TheoryData<string> ModelNames => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void Piped_in_it_is_taken_or_refused_with_a_cmdlet_that_takes_it(string model)
    {
        Open();
        foreach (string line in Taken.Keys.Append("New-ChecklyMaintenanceWindow").Append("New-ChecklyStatusPageService").Select(Whole).Concat(TypedIds.Select(Whole)))
        {
            string cmdlet = line.Split(' ')[0];
            bool isTaken = Taken.TryGetValue(cmdlet, out string? models) && models.Split(' ').Contains(model);
            foreach (object item in (object[])[Make(model), Saved(Make(model)), Row(Make(model)), Row(Saved(Make(model)))])
            {
                if (TakesRows.Contains(cmdlet) && item is PSObject { BaseObject: PSCustomObject } row && row.TypeNames[0].StartsWith("Selected.", StringComparison.Ordinal))
                {
                    continue;
                }

                server.Reset();
                Outcome outcome = Run($"$item | {line}", ("item", item));

                if (!isTaken)
                {
                    AssertRefused(outcome, model, cmdlet, line);
                    Assert.Empty(server.Requests);
                }
                else if (!TypedIds.Select(Whole).Contains(line))
                {
                    // It gets as far as the server, which knows nothing.
                    Assert.True(outcome.Error.FullyQualifiedErrorId.StartsWith("Checkly.", StringComparison.Ordinal) && server.Requests.Count > 0, $"{model} | {line}: {outcome.Error}");
                    Assert.DoesNotContain("Checkly.BadRequest", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(ModelNames))]
    public void Given_as_an_argument_it_is_taken_or_refused_in_the_same_way(string model)
    {
        Open();
        foreach ((string cmdlet, string parameter) in IdParameters())
        {
            foreach (string argument in (string[])["$item", "$item, $item"])
            {
                server.Reset();
                Outcome outcome = Run($"{cmdlet} {With.GetValueOrDefault(cmdlet)} -{parameter} {argument}", ("item", Make(model)));

                Assert.True(outcome.Thrown is not null || server.Requests.Count > 0 || outcome.Errors.Count > 0, $"{cmdlet} -{parameter} {model}");
                if (outcome.Thrown is not null && outcome.Error.FullyQualifiedErrorId.StartsWith("ParameterArgumentTransformationError", StringComparison.Ordinal) && !outcome.Error.Exception.Message.Contains("System.Object[]", StringComparison.Ordinal))
                {
                    AssertRefused(outcome, model, cmdlet, $"{cmdlet} -{parameter}");
                }

                // An id of another thing reaches no path, whatever the parameter is called.
                Assert.All(server.Requests, request => Assert.True(IsOwn(model, cmdlet, parameter), $"{cmdlet} -{parameter} {model}: {request.Target}"));
            }
        }
    }

    [Theory]
    [InlineData("StatusPageIncident", "New-ChecklyIncidentUpdate", "For a StatusPageIncident use New-ChecklyStatusPageIncidentUpdate.")]
    [InlineData("Incident", "New-ChecklyStatusPageIncidentUpdate", "For an Incident use New-ChecklyIncidentUpdate.")]
    [InlineData("IncidentUpdate", "Remove-ChecklyStatusPageIncidentUpdate", "For an IncidentUpdate use Remove-ChecklyIncidentUpdate.")]
    [InlineData("StatusPageIncidentUpdate", "Set-ChecklyIncidentUpdate", "For a StatusPageIncidentUpdate use Set-ChecklyStatusPageIncidentUpdate.")]
    [InlineData("Dashboard", "Remove-ChecklyMaintenanceWindow", "For a Dashboard use Remove-ChecklyDashboard.")]
    [InlineData("MaintenanceWindow", "Set-ChecklyDashboard", "For a MaintenanceWindow use Set-ChecklyMaintenanceWindow.")]
    [InlineData("Maintenance", "Remove-ChecklyMaintenanceWindow", "For a Maintenance use Remove-ChecklyMaintenance.")]
    [InlineData("MaintenanceUpdate", "Remove-ChecklyMaintenance", "For a MaintenanceUpdate use Remove-ChecklyMaintenanceUpdate.")]
    [InlineData("Incident", "Resolve-ChecklyStatusPageIncident", "For an Incident use New-ChecklyIncidentUpdate -Status RESOLVED.")]
    [InlineData("StatusPageService", "Get-ChecklyStatusPageSubscription", "For a StatusPageService use Get-ChecklyStatusPageService.")]
    [InlineData("Location", "Get-ChecklyCheck", "No cmdlet takes a Location.")]
    public void The_right_cmdlet_is_named(string model, string cmdlet, string advice)
    {
        Open();
        string message = Run($"$item | {cmdlet} {With.GetValueOrDefault(cmdlet)}", ("item", Make(model))).Error.Exception.Message;

        Assert.EndsWith(advice, message, StringComparison.Ordinal);
        Assert.Contains($" {model} was given where a", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ MaintenanceWindowId = 42; Id = '%' }", "Remove-ChecklyMaintenanceWindow")]
    [InlineData("[pscustomobject]@{ MaintenanceWindowId = 42; MaintenanceId = '%' }", "Set-ChecklyMaintenanceWindow -Name x")]
    [InlineData("[pscustomobject]@{ MaintenanceWindowId = 42; MaintenanceId = '%'; Id = '%' }", "Remove-ChecklyMaintenance")]
    [InlineData("[pscustomobject]@{ IncidentId = '%'; Id = '%' }", "Remove-ChecklyIncident")]
    [InlineData("[pscustomobject]@{ StatusPageId = '%'; Id = '%' }", "Remove-ChecklyStatusPage")]
    public void A_row_that_was_made_from_a_part_does_not_remove_the_whole(string row, string command)
    {
        Open();
        Outcome outcome = Run($"{row.Replace("%", Id, StringComparison.Ordinal)} | {command}");

        Assert.Matches("it is only a part of one|A row with the columns of a MaintenanceUpdate was given", outcome.Error.Exception.Message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData($"[pscustomobject]@{{ IncidentId = '{Id}'; Status = 'RESOLVED'; Description = 'd' }} | New-ChecklyIncidentUpdate", $"/v1/incidents/{Id}/updates")]
    [InlineData($"[pscustomobject]@{{ Id = '{Id}'; Name = 'n' }} | Get-ChecklyStatusPage", $"/v1/status-pages/{Id}")]
    [InlineData($"[pscustomobject]@{{ Id = 42 }} | Remove-ChecklyMaintenanceWindow", "/v1/maintenance-windows/42")]
    [InlineData($"[pscustomobject]@{{ MaintenanceWindowId = '42' }} | Remove-ChecklyMaintenanceWindow", "/v1/maintenance-windows/42")]
    [InlineData($"'{Id}' | Get-ChecklyStatusPageIncident", $"/v1/status-pages/incidents/{Id}")]
    public void A_row_of_data_and_a_text_bind_as_before(string command, string path)
    {
        Open();
        Run(command);

        Assert.Equal(path, Assert.Single(server.Requests).Target);
    }

    [Theory]
    [InlineData("New-ChecklyStatusPage -Name x -Url acme")]
    [InlineData("New-ChecklyStatusPageIncident -Name x -Description y")]
    public void One_wrong_object_among_others_leaves_nothing_that_is_incomplete(string command)
    {
        Open();
        Outcome outcome = Run($"$service, $incident, $service | {command}", ("service", Make("StatusPageService")), ("incident", Make("Incident")));

        Assert.EndsWith("For an Incident use New-ChecklyIncidentUpdate.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_row_without_an_id_does_not_mean_all_incidents()
    {
        Open();
        Outcome outcome = Run("[pscustomobject]@{ Foo = 1 } | Get-ChecklyStatusPageIncident");

        Assert.Contains("is not the id of an incident, and has none", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void An_update_that_does_not_know_its_incident_is_not_taken_for_it()
    {
        Open();
        Outcome outcome = Run($"[Checkly.IncidentUpdate]@{{ Id = '{Id}' }} | New-ChecklyIncidentUpdate -Status RESOLVED -Description d");

        Assert.EndsWith("An IncidentUpdate without an IncidentId was given.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Every_cmdlet_is_tried_here()
    {
        string[] cmdlets = [.. Do("Get-Command -Module Checkly | ForEach-Object Name").Output.Select(name => name.ToString()).Order()];

        Assert.Equal(cmdlets, Taken.Keys.Concat(TakeNone).Order());
    }

    [Fact]
    public void Every_parameter_that_refuses_knows_its_own_cmdlet()
    {
        foreach (PSObject parameter in Do("Get-Command -Module Checkly | ForEach-Object { $c = $_; $c.Parameters.Values | ForEach-Object { $p = $_; $p.Attributes | Where-Object { $_ -is [Checkly.ModelArgumentAttribute] } | ForEach-Object { [pscustomobject]@{ Cmdlet = $c.ImplementingType; Of = $_.Command; Name = $p.Name } } } }").Output)
        {
            Assert.True(((Type)Get(parameter, "Of")!).IsAssignableFrom((Type)Get(parameter, "Cmdlet")!), $"{Get(parameter, "Cmdlet")} -{Get(parameter, "Name")}");
        }
    }

    protected override void Cleanup() => server.Reset();

    private static string Whole(string command) => command.Split(' ') is [var cmdlet, .. var typed] && With.TryGetValue(cmdlet, out string? with)
        ? $"{cmdlet} {string.Join(' ', typed)} {with.Replace(typed.Contains("-Address") ? "-Address a@example.com" : "\0", string.Empty, StringComparison.Ordinal)}"
        : command;

    /// <summary>What Select-Object makes of it.</summary>
    private static PSObject Row(object item)
    {
        var view = PSObject.AsPSObject(item);
        var row = new PSObject();
        row.TypeNames.Insert(0, $"Selected.{view.TypeNames[0]}");
        foreach (PSPropertyInfo property in view.Properties)
        {
            row.Properties.Add(new PSNoteProperty(property.Name, property.Value));
        }

        return row;
    }

    private static object Saved(PSObject item) => PSSerializer.Deserialize(PSSerializer.Serialize(item.BaseObject, depth: 3));

    private static bool IsOwn(string model, string cmdlet, string parameter)
    {
        string[] wanted = parameter switch
        {
            "IncidentId" => cmdlet.Contains("StatusPage", StringComparison.Ordinal) ? ["StatusPageIncident", "StatusPageIncidentUpdate"] : ["Incident", "IncidentUpdate"],
            "StatusPageId" => ["StatusPage", "StatusPageSubscription", "StatusPageSubscriptionResult"],
            "MaintenanceWindowId" => ["MaintenanceWindow", "Maintenance", "MaintenanceUpdate"],
            "MaintenanceId" => ["Maintenance", "MaintenanceUpdate"],
            "CheckId" => ["Check", "CheckResult", "CheckSession", "CheckSessionResult", "CheckStatus", "ReportEntry"],
            "DashboardId" => ["Dashboard"],
            _ => Taken[cmdlet].Split(' '),
        };
        return wanted.Contains(model);
    }

    private static void AssertRefused(Outcome outcome, string model, string cmdlet, string line)
    {
        Assert.Empty(outcome.Output);
        // A cmdlet that gathers what is piped in says it at its end, after what did not bind.
        string message = (outcome.Thrown as RuntimeException)?.ErrorRecord.Exception.Message
            ?? outcome.Errors.Last(error => !error.Exception.Message.Contains("was piped in, so that nothing was", StringComparison.Ordinal)).Exception.Message;
        message = message.Replace(" Pipe it in.", string.Empty, StringComparison.Ordinal);
        if (message.EndsWith("Pipe it into the command.", StringComparison.Ordinal))
        {
            Assert.Contains(model, Taken[cmdlet].Split(' '));
            return;
        }

        Match named = Named().Match(message);
        Assert.True(named.Success, $"{model} | {line}: {message}");
        string[] takers = [.. Cmdlets().Matches(named.Value).Select(match => match.Value).Where(name => !name.EndsWith('-'))];
        Assert.All(takers, taker => Assert.Contains(model, Taken[taker].Split(' ')));
        string own = cmdlet.Split('-')[0] + "-Checkly" + model;
        if (Taken.TryGetValue(own, out string? takes) && takes.Split(' ').Contains(model))
        {
            Assert.Contains(own, takers);
            Assert.All(takers, taker => Assert.EndsWith($"-Checkly{model}", taker, StringComparison.Ordinal));
        }

        Assert.Equal(takers.Length == 0, !Taken.Values.Any(models => models.Split(' ').Contains(model)));
    }

    [GeneratedRegex(@"(For an? \w+ use [\w-]+( -Status RESOLVED)?( or [\w-]+)*|No [\w- ]+ cmdlet takes an? \w+; for one use [\w-]+( or [\w-]+)*|No cmdlet takes an? \w+)\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b[A-Z][a-z]+-Checkly\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Cmdlets();

    private (string Cmdlet, string Parameter)[] IdParameters() =>
    [
        .. Do("Get-Command -Module Checkly | ForEach-Object { $c = $_; $c.Parameters.Values | Where-Object { $_.Attributes.TypeId.Name -contains 'IdOfAttribute' } | ForEach-Object { [pscustomobject]@{ Cmdlet = $c.Name; Parameter = $_.Name } } }")
            .Output.Select(item => ((string)Get(item, "Cmdlet")!, (string)Get(item, "Parameter")!)),
    ];

    private PSObject Make(string model) => Do($"[Checkly.{model}]@{{ {Models[model]} }}").Only();

    private void Open()
    {
        ConnectTo(server.Uri);
        Do("$global:ConfirmPreference = 'None'");
    }
}
