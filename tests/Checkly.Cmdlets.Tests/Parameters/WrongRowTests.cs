using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// A row of data that was made from a model of another family is refused where its columns tell, and rows that are meant bind as before.
/// </summary>
public sealed class WrongRowTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Id = "0d1a3e5c-1d0b-4d53-8d2f-5d1c1c7c2f10";
    private const string Dashboard = "[pscustomobject]@{ Id = 1001; DashboardId = 'acme'; Header = 'h' }";

    [Theory]
    [InlineData($"{Dashboard} | Remove-ChecklySnippet", "A row with the columns of a Dashboard was given where a Snippet is wanted. For a Dashboard use Remove-ChecklyDashboard.")]
    [InlineData($"Remove-ChecklySnippet ({Dashboard})", "A row with the columns of a Dashboard was given where a Snippet is wanted. For a Dashboard use Remove-ChecklyDashboard.")]
    [InlineData("[pscustomobject]@{ id = 1001; header = 'h'; customUrl = 'x'; created_at = '2026-01-01'; team = 'y' } | Set-ChecklyMaintenanceWindow -Name x", "For a Dashboard use Set-ChecklyDashboard.")]
    [InlineData("[pscustomobject]@{ id = 7; name = 'n'; script = 'x'; created_at = 'y'; updated_at = 'z' } | Remove-ChecklyMaintenanceWindow", "For a Snippet use Remove-ChecklySnippet.")]
    [InlineData("[pscustomobject]@{ Id = 7; Name = 'n'; Script = 'x'; CreatedAt = 'y'; UpdatedAt = 'z'; Exported = 1 } | Remove-ChecklyMaintenanceWindow", "For a Snippet use Remove-ChecklySnippet.")]
    [InlineData("[pscustomobject]@{ Id = 7; RepeatUnit = 'DAY' } | Remove-ChecklySnippet", "For a MaintenanceWindow use Remove-ChecklyMaintenanceWindow.")]
    [InlineData($"[pscustomobject]@{{ Id = '{Id}'; Severity = 'MINOR'; Services = 'x' }} | Remove-ChecklyIncident", "For a StatusPageIncident use Remove-ChecklyStatusPageIncident.")]
    [InlineData($"[pscustomobject]@{{ Id = '{Id}'; Severity = 'MINOR'; Services = 'x' }} | New-ChecklyIncidentUpdate -Status RESOLVED -Description x", "For a StatusPageIncident use New-ChecklyStatusPageIncidentUpdate.")]
    [InlineData($"[pscustomobject]@{{ Id = $item }} | Remove-ChecklyMaintenanceWindow", "For a Snippet use Remove-ChecklySnippet.")]
    [InlineData($"Remove-ChecklyMaintenanceWindow ([pscustomobject]@{{ Id = $item }})", "For a Snippet use Remove-ChecklySnippet.")]
    [InlineData("Remove-ChecklyMaintenanceWindow $set", "For a Snippet use Remove-ChecklySnippet.")]
    [InlineData(",$set | Remove-ChecklyMaintenanceWindow", "For a Snippet use Remove-ChecklySnippet.")]
    [InlineData("Remove-ChecklyMaintenanceWindow $queue", "For a Snippet use Remove-ChecklySnippet.")]
    [InlineData("[pscustomobject]@{ Foo = 5 } | Remove-ChecklyDashboard", "is not the id of a dashboard, and has none.")]
    [InlineData("@{ DashboardId = 'abc' } | Remove-ChecklyDashboard", "is not the id of a dashboard, and has none.")]
    [InlineData("Remove-ChecklyDashboard @{ DashboardId = 'abc' }", "is not the id of a dashboard, and has none.")]
    [InlineData("[pscustomobject]@{ Foo = 'x' } | Get-ChecklyRuntime", "is not the id of a runtime, and has none.")]
    [InlineData("Get-ChecklyRuntime \"`u{200b}\"", "is neither an id nor a name")]
    public void It_is_refused_before_anything_is_sent(string command, string why)
    {
        ConnectTo(server.Uri);
        object snippet = Do("[Checkly.Snippet]@{ Id = 1001; Name = 'n' }").Only().BaseObject;

        Outcome outcome = Run(command, ("item", snippet), ("set", new HashSet<object> { snippet }), ("queue", new Queue<object>([snippet])), ("ConfirmPreference", "None"));

        string message = (outcome.Thrown ?? outcome.Error.Exception).Message;
        Assert.True(message.EndsWith(why, StringComparison.Ordinal) || (why[0] == 'i' && outcome.Thrown is null or ParameterBindingException), message);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Id = 42; Name = 'n'; StartsAt = 'x' } | Remove-ChecklyMaintenanceWindow", "DELETE /v1/maintenance-windows/42")]
    [InlineData("[pscustomobject]@{ Id = 42; Ticket = 'x' } | Remove-ChecklyMaintenanceWindow", "DELETE /v1/maintenance-windows/42")]
    [InlineData("[pscustomobject]@{ id = 42; name = 'x' } | Remove-ChecklyMaintenanceWindow", "DELETE /v1/maintenance-windows/42")]
    [InlineData("[pscustomobject]@{ Id = 42; Status = 'done'; Description = 'd'; Tags = 'x'; AccountId = 'y' } | Remove-ChecklySnippet", "DELETE /v1/snippets/42")]
    [InlineData($"[pscustomobject]@{{ Id = '{Id}'; Type = 'x'; Url = 'y' }} | Remove-ChecklyIncident", $"DELETE /v1/incidents/{Id}")]
    [InlineData($"[pscustomobject]@{{ id = '{Id}'; name = 'n'; impact = 'MAJOR'; dashboardId = 5; incidentUpdates = 'x'; created_at = 'y' }} | New-ChecklyIncidentUpdate -Status RESOLVED -Description d", $"POST /v1/incidents/{Id}/updates")]
    [InlineData("[pscustomobject]@{ Id = 42; Name = 'x' } | Remove-ChecklySnippet", "DELETE /v1/snippets/42")]
    [InlineData($"[pscustomobject]@{{ Id = '{Id}'; Name = 'n'; Description = 'd' }} | New-ChecklyIncidentUpdate -Status RESOLVED", $"POST /v1/incidents/{Id}/updates")]
    [InlineData($"[pscustomobject]@{{ IncidentId = '{Id}'; Status = 'RESOLVED'; Description = 'd' }} | New-ChecklyIncidentUpdate", $"POST /v1/incidents/{Id}/updates")]
    [InlineData("$row = [pscustomobject]@{ Name = 'x'; Impact = 'MAJOR'; DashboardId = 5 }; $row.PSTypeNames.Insert(0, 'Selected.Checkly.Incident'); $row | New-ChecklyIncident -Status RESOLVED -Description d", "POST /v1/incidents")]
    [InlineData("Remove-ChecklySnippet ([single]42) -Confirm:$false", "DELETE /v1/snippets/42")]
    [InlineData("Remove-ChecklySnippet ([bigint]42) -Confirm:$false", "DELETE /v1/snippets/42")]
    [InlineData("Remove-ChecklySnippet ([Collections.Generic.HashSet[int]]@(42)) -Confirm:$false", "DELETE /v1/snippets/42")]
    public void What_is_meant_is_sent(string command, string sent)
    {
        ConnectTo(server.Uri);

        Run(command, ("ConfirmPreference", "None"));

        SentRequest request = Assert.Single(server.Requests);
        Assert.Equal(sent, $"{request.Method} {request.Target}");
    }

    protected override void Cleanup() => server.Reset();
}
