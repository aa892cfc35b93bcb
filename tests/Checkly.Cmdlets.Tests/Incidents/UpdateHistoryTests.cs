using System.Management.Automation;
using System.Text;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Get-, Set- and Remove-ChecklyIncidentUpdate, and Remove-ChecklyIncident.</summary>
public sealed class UpdateHistoryTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string First = "01f477f8-4293-4e1c-82bd-99797720434c";
    private const string Second = "1f0640f8-1910-4137-b91d-ed152faa92e6";
    private const string Missing = "00000000-0000-4000-8000-000000000000";

    [Theory]
    [InlineData("Get-ChecklyIncidentUpdate $id")]
    [InlineData("$id | Get-ChecklyIncidentUpdate")]
    [InlineData("[Checkly.Incident]@{ Id = $id } | Get-ChecklyIncidentUpdate")]
    [InlineData("Get-ChecklyIncident $id | Get-ChecklyIncidentUpdate")]
    [InlineData("Get-ChecklyIncidentUpdate -IncidentId ([Checkly.Incident]@{ Id = $id })")]
    public void The_history_comes_one_by_one(string script)
    {
        Connect();

        Outcome outcome = Do(script, ("id", IncidentId));

        Assert.Equal([Second, First], outcome.Output.Select(update => Get(update, "Id")));
        Assert.All(outcome.Output, update => Assert.Equal(IncidentId, Get(update, "IncidentId")));
    }

    [Fact]
    public void One_that_is_not_in_it_is_not_found_and_the_others_come()
    {
        Connect();

        Outcome outcome = Run($"Get-ChecklyIncidentUpdate {IncidentId} {Missing}, {First.ToUpperInvariant()}");

        Assert.Equal(First, Get(Assert.Single(outcome.Output), "Id"));
        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(Missing, outcome.Error.TargetObject);
    }

    /// <summary>The first place is that of the incident: a question for the other id would help nobody.</summary>
    [Theory]
    [InlineData("Set-ChecklyIncidentUpdate $u -Description 'New text.'")]
    [InlineData("Remove-ChecklyIncidentUpdate $u")]
    public void An_update_in_the_place_of_its_incident_is_to_be_piped_in(string command)
    {
        Connect();

        Outcome outcome = Run($"$u = Get-ChecklyIncidentUpdate $id $first; {command}", ("id", IncidentId), ("first", First));

        Assert.EndsWith("An IncidentUpdate was given where an Incident is wanted. Pipe it into the command.", outcome.Thrown!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-ChecklyIncidentUpdate $id $first 'New text.'")]
    [InlineData("Get-ChecklyIncidentUpdate $id $first | Set-ChecklyIncidentUpdate -Description 'New text.'")]
    [InlineData("[pscustomobject]@{ IncidentId = $id; Id = $first; Description = 'New text.' } | Set-ChecklyIncidentUpdate")]
    public void A_text_is_changed(string script)
    {
        Connect();

        Outcome outcome = Do(script, ("id", IncidentId), ("first", First));

        Assert.Empty(outcome.Output);
        SentRequest sent = server.Requests[^1];
        Assert.Equal(("PUT", $"{UpdatesPath}/{First}", """{"description":"New text."}"""), (sent.Method, sent.Target, Encoding.UTF8.GetString(sent.Body)));
    }

    [Fact]
    public void PassThru_returns_the_changed_update()
    {
        Connect();

        PSObject update = Do($"Set-ChecklyIncidentUpdate {IncidentId} {First} New -PassThru").Only();

        Assert.Equal(("New", IncidentId), (Get(update, "Description"), Get(update, "IncidentId")));
    }

    [Fact]
    public void An_update_that_is_piped_does_not_write_its_old_text_back()
    {
        Connect();

        Outcome outcome = Run($"Get-ChecklyIncidentUpdate {IncidentId} {First} | Set-ChecklyIncidentUpdate");

        Assert.Contains("give -Description", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("GET", Assert.Single(server.Requests).Method);
    }

    [Fact]
    public void A_history_that_is_piped_on_gets_one_new_update()
    {
        Outcome outcome = Do("""
            Connect-Checkly -Sandbox
            $i = New-ChecklyIncident x -DashboardId 1001 -Status INVESTIGATING -Description One.
            $null = New-ChecklyIncidentUpdate $i MONITORING Two.
            Get-ChecklyIncidentUpdate $i | New-ChecklyIncidentUpdate -Status RESOLVED -Description Done.
            """);

        Assert.Single(outcome.Output);
        Assert.Contains("is posted to it only once", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_text_is_refused_before_any_request()
    {
        Connect();

        Assert.Contains("'Description'", Run($"Set-ChecklyIncidentUpdate {IncidentId} {First} ' '").Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Remove-ChecklyIncidentUpdate $id $first -Confirm:$false", new[] { First })]
    [InlineData("Get-ChecklyIncidentUpdate $id | Remove-ChecklyIncidentUpdate -Confirm:$false", new[] { Second, First })]
    [InlineData("Remove-ChecklyIncidentUpdate -IncidentId $id -Id $first, $second -Confirm:$false", new[] { First, Second })]
    public void Updates_are_removed(string script, string[] removed)
    {
        Connect();

        Outcome outcome = Do(script, ("id", IncidentId), ("first", First), ("second", Second));

        Assert.Empty(outcome.Output);
        Assert.Equal(removed.Select(id => $"{UpdatesPath}/{id}"), server.Requests.Where(request => request.Method == "DELETE").Select(request => request.Target));
    }

    [Fact]
    public void An_update_is_never_taken_for_an_incident_to_remove()
    {
        Connect();

        Run($"Get-ChecklyIncidentUpdate {IncidentId} {First} | Remove-ChecklyIncident -Confirm:$false");

        Assert.DoesNotContain(server.Requests, request => request.Target == $"/v1/incidents/{IncidentId}" && request.Method == "DELETE");
    }

    [Fact]
    public void The_sandbox_says_what_the_api_says_of_the_last_update_and_of_a_second_removal()
    {
        Outcome outcome = Run("""
            Connect-Checkly -Sandbox
            $i = New-ChecklyIncident x -DashboardId 1001 -Status RESOLVED -Description x
            $i.IncidentUpdates | Remove-ChecklyIncidentUpdate -Confirm:$false
            $i | Remove-ChecklyIncident -Confirm:$false
            $i | Remove-ChecklyIncident -Confirm:$false
            """);

        Assert.Null(outcome.Thrown);
        Assert.Equal(["Checkly.BadRequest", "Checkly.NotFound"], outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Contains("at least 1", outcome.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    protected override void Cleanup() => server.Reset();

    private void Connect()
    {
        ConnectTo(server.Uri);
        server
            .Answer("GET", $"/v1/incidents/{IncidentId}", 200, $$"""
                {"id":"{{IncidentId}}","incidentUpdates":[{"id":"{{Second}}","status":"RESOLVED","description":"b"},{"id":"{{First}}","status":"INVESTIGATING","description":"a"}]}
                """)
            .Answer("PUT", $"{UpdatesPath}/{First}", 200, $$"""{"id":"{{First}}","status":"INVESTIGATING","description":"New"}""")
            .Answer("DELETE", $"{UpdatesPath}/{First}", 204)
            .Answer("DELETE", $"{UpdatesPath}/{Second}", 204)
            .Answer("DELETE", $"/v1/incidents/{IncidentId}", 204);
    }
}
