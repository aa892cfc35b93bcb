using System.Management.Automation;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The dashboard cmdlets: settings, and lists page by page.</summary>
public sealed class DashboardTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    [Fact]
    public void New_sends_each_setting_under_the_apis_name()
    {
        ConnectTo(server.Uri);
        server.Answer("POST", "/v1/dashboards", 201, """{"dashboardId":"4b82a8ad","id":7}""");

        PSObject dashboard = Do("""
            New-ChecklyDashboard Acme -Description d -CustomUrl acme -CustomDomain status.example.com -Logo https://l -Favicon https://f -Link https://k `
                -Width 960PX -RefreshRate 30 -Paginate:$false -PaginationRate 31 -SortByStatus -ChecksPerPage 5 -Tag a, b -UseTagsAndOperator -HideTags `
                -EnableIncidents -ExpandChecks -ShowHeader:$false -ShowCheckRunLinks -ShowGroupNames:$false -ShowP95:$false -ShowP99 -CustomCss 'b{}' -IsPrivate
            """).Only();

        Assert.Equal(
            """{"customUrl":"acme","customDomain":"status.example.com","logo":"https://l","favicon":"https://f","link":"https://k","header":"Acme","description":"d","width":"960PX","refreshRate":30,"paginate":false,"paginationRate":31,"sortByStatus":true,"checksPerPage":5,"useTagsAndOperator":true,"hideTags":true,"enableIncidents":true,"expandChecks":true,"tags":["a","b"],"showHeader":false,"showCheckRunLinks":true,"showGroupNames":false,"customCSS":"b{}","isPrivate":true,"showP95":false,"showP99":true}""",
            Encoding.UTF8.GetString(Assert.Single(server.Requests).Body));
        Assert.Equal(("Checkly.Dashboard", 7L), (dashboard.BaseObject.GetType().FullName, Get(dashboard, "Id")));
    }

    [Fact]
    public void New_sends_nothing_that_was_not_given()
    {
        ConnectTo(server.Uri);
        server.Answer("POST", "/v1/dashboards", 201, """{"dashboardId":"4b82a8ad"}""");

        Do("New-ChecklyDashboard Acme");

        Assert.Equal("""{"header":"Acme"}""", Encoding.UTF8.GetString(Assert.Single(server.Requests).Body));
    }

    [Theory]
    [InlineData("New-ChecklyDashboard Acme -CustomUrl sandbox", "New", "Acme")]
    [InlineData("Set-ChecklyDashboard -CustomUrl sandbox", "Set", "$one.DashboardId")]
    public void A_taken_url_is_a_conflict_and_the_rest_goes_on(string command, string verb, string target)
    {
        Do("Connect-Checkly -Sandbox; $one = New-ChecklyDashboard One; $taken = Get-ChecklyDashboard -CustomUrl sandbox");

        Outcome outcome = Run(verb == "New" ? command : $"$one, $taken | {command} -PassThru");

        Assert.Equal(verb == "New" ? 0 : 1, outcome.Output.Count);
        Assert.Equal($"Checkly.Conflict,Checkly.Commands.{verb}ChecklyDashboardCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ResourceExists, outcome.Error.CategoryInfo.Category);
        Assert.Equal(Do(target.StartsWith('$') ? target : $"'{target}'").Only().ToString(), outcome.Error.TargetObject);
        Assert.Equal(2, Do("Get-ChecklyDashboard").Output.Count);
    }

    [Theory]
    [InlineData("Get-ChecklyDashboard -CustomUrl acme")]
    [InlineData("Get-ChecklyDashboard -CustomDomain status.example.com")]
    [InlineData("Get-ChecklyDashboard $d")]
    [InlineData("$d.DashboardId | Get-ChecklyDashboard")]
    [InlineData("[pscustomobject]@{ DashboardId = $d.DashboardId } | Get-ChecklyDashboard")]
    public void One_is_found_by_what_it_is_known_by(string command) =>
        Assert.Equal("Acme", Get(Do($"Connect-Checkly -Sandbox; $d = New-ChecklyDashboard Acme -CustomUrl acme -CustomDomain status.example.com; {command}").Only(), "Header"));

    [Theory]
    [InlineData("Dashboard", "Description", "All of it")]
    [InlineData("Dashboard", "CustomUrl", "acme-2")]
    [InlineData("Dashboard", "CustomDomain", "status.example.com")]
    [InlineData("Dashboard", "Link", "https://example.com/x")]
    [InlineData("Dashboard", "Logo", "https://example.com/x")]
    [InlineData("Dashboard", "Favicon", "https://example.com/x")]
    [InlineData("StatusPage", "Description", "All of it")]
    [InlineData("StatusPage", "CustomDomain", "status.example.com")]
    [InlineData("StatusPage", "Logo", "https://example.com/x")]
    [InlineData("StatusPage", "LogoDark", "https://example.com/x")]
    [InlineData("StatusPage", "RedirectTo", "https://example.com/x")]
    [InlineData("StatusPage", "Favicon", "https://example.com/x")]
    public void A_setting_is_cleared_with_null(string noun, string setting, string value)
    {
        Outcome outcome = Do($"Connect-Checkly -Sandbox; $made = New-Checkly{noun} Acme {(noun == "StatusPage" ? "acme" : string.Empty)} -{setting} '{value}'; $made; $made | Set-Checkly{noun} -{setting} $null -PassThru");

        Assert.Equal([value, null], outcome.Output.Select(item => Get(item, setting)));
    }

    [Fact]
    public void Switches_and_tags_are_turned_off_and_on_for_each_of_many()
    {
        Do("Connect-Checkly -Sandbox; 1..2 | ForEach-Object { $null = New-ChecklyDashboard \"Team $_\" -Tag a, b -EnableIncidents -Paginate:$false }");

        Outcome off = Do("Get-ChecklyDashboard | Set-ChecklyDashboard -EnableIncidents:$false -Tag @() -PassThru");
        Outcome on = Do("Get-ChecklyDashboard | Set-ChecklyDashboard -EnableIncidents -Tag $null -Width 960px -PassThru");

        Assert.Equal(["Sandbox status", "Team 1", "Team 2"], off.Output.Select(item => Get(item, "Header")));
        Assert.All(off.Output, item => Assert.Equal((false, 0), (Get(item, "EnableIncidents"), ((string[])Get(item, "Tags")!).Length)));
        Assert.All(on.Output, item => Assert.Equal((true, 0, "960PX"), (Get(item, "EnableIncidents"), ((string[])Get(item, "Tags")!).Length, Get(item, "Width"))));
        Assert.Equal(false, Get(off.Output[1], "Paginate"));
    }

    [Theory]
    [InlineData("New-ChecklyDashboard ' '", "Header")]
    [InlineData("New-ChecklyDashboard x -Width HALF", "Width")]
    [InlineData("New-ChecklyDashboard x -ChecksPerPage 21", "ChecksPerPage")]
    [InlineData("New-ChecklyDashboard x -ChecksPerPage 0", "ChecksPerPage")]
    [InlineData("New-ChecklyDashboard x -RefreshRate 0", "RefreshRate")]
    [InlineData("New-ChecklyDashboard x -PaginationRate -1", "PaginationRate")]
    [InlineData("Get-ChecklyDashboard -First -1", "First")]
    [InlineData("Get-ChecklyDashboard -Skip -1", "Skip")]
    public void What_is_out_of_range_is_refused_by_its_name(string command, string parameter) =>
        Assert.Contains($"'{parameter}'", Assert.IsType<ParameterBindingException>(Run(command).Thrown, exactMatch: false).Message, StringComparison.Ordinal);

    [Fact]
    public void Set_keeps_every_other_setting_and_clears_with_null()
    {
        Outcome outcome = Do("""
            Connect-Checkly -Sandbox
            $d = New-ChecklyDashboard Acme -Description d -CustomUrl acme -Tag a -HideTags -ChecksPerPage 3
            $d | Set-ChecklyDashboard -EnableIncidents -Description $null
            Get-ChecklyDashboard $d
            """);

        PSObject after = outcome.Only();
        Assert.Equal(("Acme", null, "acme", true), (Get(after, "Header"), Get(after, "Description"), Get(after, "CustomUrl"), Get(after, "EnableIncidents")));
        Assert.Equal(["a"], (string[])Get(after, "Tags")!);
        Assert.Equal((true, 3L), (Get(after, "HideTags"), Get(after, "ChecksPerPage")));
    }

    [Fact]
    public void Set_without_a_setting_is_refused_before_any_request()
    {
        ConnectTo(server.Uri);

        Assert.Contains("nothing to change", Run("Set-ChecklyDashboard 4b82a8ad").Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void WhatIf_does_not_show_the_keys_of_a_private_dashboard()
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/dashboards/4b82a8ad", 200, """{"dashboardId":"4b82a8ad","keys":[{"id":"k","rawKey":"da_secret"}]}""");

        Outcome outcome = Do("Set-ChecklyDashboard 4b82a8ad -Header New -WhatIf -Verbose");

        Assert.Contains("What if: PUT /v1/dashboards/4b82a8ad", outcome.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("da_secret", outcome.Everything(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ChecklyDashboard -CustomUrl sandbox | New-ChecklyIncident -Name x -Status RESOLVED -Description x")]
    [InlineData("New-ChecklyIncident x -DashboardId (Get-ChecklyDashboard -CustomUrl sandbox) -Status RESOLVED -Description x")]
    [InlineData("New-ChecklyIncident x -DashboardId 1001 -Status RESOLVED -Description x")]
    [InlineData("[pscustomobject]@{ Name = 'x'; DashboardId = '1001'; Status = 'resolved'; Description = 'x' } | New-ChecklyIncident")]
    public void The_number_that_an_incident_needs_is_found(string script) =>
        Assert.Equal(1001L, Get(Do($"Connect-Checkly -Sandbox; {script}").Only(), "DashboardId"));

    [Theory]
    [InlineData("[pscustomobject]@{ Id = '1002'; DashboardId = '1001'; Header = 'saved' }")]
    [InlineData("[Checkly.Dashboard]@{ Id = 1002; DashboardId = '1001' }")]
    public void The_text_id_of_a_dashboard_is_never_taken_for_the_number(string dashboard) =>
        Assert.Equal(1002L, Get(Do($"Connect-Checkly -Sandbox; $null = New-ChecklyDashboard Second; {dashboard} | New-ChecklyIncident x -Status RESOLVED -Description x").Only(), "DashboardId"));

    [Fact]
    public void The_description_of_a_dashboard_is_no_update()
    {
        Outcome outcome = Run("Connect-Checkly -Sandbox; New-ChecklyDashboard Second -Description Internal | New-ChecklyIncident x -Status RESOLVED");

        Assert.Empty(outcome.Output);
        Assert.Contains("give -Description", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ChecklyDashboard '..'", "is neither an id nor a name")]
    [InlineData("Get-ChecklyDashboard -CustomUrl '.'", "is neither an id nor a name")]
    [InlineData("Get-ChecklyDashboard x -First 1", "apply only to the list")]
    [InlineData("New-ChecklyDashboard x -Logo foo", "is no absolute address")]
    public void What_makes_no_sense_is_refused_before_any_request(string script, string why)
    {
        ConnectTo(server.Uri);

        Assert.Contains(why, Run(script).Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_range_beyond_any_list_is_empty() =>
        Assert.Empty(Do("Connect-Checkly -Sandbox; Get-ChecklyDashboard -Skip 18446744073709551615 -First 5; Get-ChecklyDashboard -Skip 1 -First 18446744073709551615").Output);

    [Theory]
    [InlineData("", 1, 253, new[] { "limit=100&page=1", "limit=100&page=2", "limit=100&page=3" })]
    [InlineData("-First 10", 1, 10, new[] { "limit=10&page=1" })]
    [InlineData("-First 150", 1, 150, new[] { "limit=75&page=1", "limit=75&page=2" })]
    [InlineData("-Skip 50 -First 50", 51, 50, new[] { "limit=50&page=2" })]
    [InlineData("-Skip 250", 251, 3, new[] { "limit=100&page=3" })]
    [InlineData("-Skip 300 -First 5", 301, 0, new[] { "limit=5&page=61" })]
    [InlineData("-First 0", 1, 0, new string[0])]
    public void Lists_ask_for_the_fewest_pages(string arguments, int first, int count, string[] pages)
    {
        Sandbox(dashboards: 252);

        Outcome outcome = Do($"Get-ChecklyDashboard {arguments} -Verbose");

        Assert.Equal(Enumerable.Range(first, count).Select(n => 1000L + n), outcome.Output.Select(dashboard => (long)Get(dashboard, "Id")!));
        Assert.Equal(pages.Select(page => $"GET /v1/dashboards?{page}"), outcome.Verbose.Select(line => line.Split(" took")[0]));
    }

    [Fact]
    public void A_list_that_is_cut_short_asks_for_no_further_page()
    {
        Sandbox(dashboards: 252);

        Outcome outcome = Do("$p = @(Get-ChecklyDashboard -First 3 -IncludeTotalCount); $p[0].ToString(); $p.Count; $p[0].Accuracy; $p[0].GetType().Name");

        Assert.Equal(["Total count: 253", "4", "1", "UInt64"], outcome.Output.Select(line => line.ToString()));
    }

    [Fact]
    public void The_total_alone_can_be_asked_for()
    {
        Sandbox(dashboards: 3);

        Assert.Equal("Total count: 4", Do("(Get-ChecklyDashboard -First 0 -IncludeTotalCount).ToString()").Only().ToString());
    }

    [Fact]
    public void A_total_that_is_not_known_is_said_to_be_so()
    {
        ConnectTo(server.Uri);
        server.Answer("GET", "/v1/dashboards", 200, "[]", headers: ("X-Nothing", "1"));

        Assert.Equal("Unknown total count", Do("(Get-ChecklyDashboard -IncludeTotalCount).ToString()").Only().ToString());
    }

    [Fact]
    public void A_list_is_handed_on_while_it_is_read()
    {
        Sandbox(dashboards: 252);

        Outcome outcome = Do("""
            Get-ChecklyDashboard -Verbose 4>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.VerboseRecord]) { 'page' } else { 'item' } }
            """);

        string[] order = [.. outcome.Output.Select(line => line.ToString())];
        Assert.Equal([0, 101, 202], Enumerable.Range(0, order.Length).Where(i => order[i] == "page"));
    }

    protected override void Cleanup() => server.Reset();

    private void Sandbox(int dashboards) =>
        Do($"Connect-Checkly -Sandbox; foreach ($n in 1..{dashboards}) {{ $null = New-ChecklyDashboard \"Number $n\" }}");
}
