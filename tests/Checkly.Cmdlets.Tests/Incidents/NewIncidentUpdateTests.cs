using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>New-ChecklyIncidentUpdate against a server on loopback: what goes out, and what comes out.</summary>
public sealed class NewIncidentUpdateTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Posted = """{"id":"01f477f8-4293-4e1c-82bd-99797720434c","status":"RESOLVED","description":"All is well.","created_at":"2022-09-08T20:56:48.425Z","updated_at":null}""";
    private const string OtherId = "3abcfdfe-ae2d-4632-8dd1-18dd871e18fc";
    private const string MissingId = "00000000-0000-4000-8000-000000000000";

    [Theory]
    [InlineData("RESOLVED")]
    [InlineData("resolved")]
    [InlineData("Resolved")]
    public void It_sends_the_two_fields_with_the_two_headers(string status)
    {
        ConnectTo(server.Uri, account: AccountId);
        server.Answer("POST", UpdatesPath, 201, Posted);

        Do($"New-ChecklyIncidentUpdate {IncidentId} {status} 'Größe 100 %: \"ok\"'");

        SentRequest sent = Assert.Single(server.Requests);
        Assert.Equal(("POST", UpdatesPath), (sent.Method, sent.Target));
        Assert.Equal("""{"status":"RESOLVED","description":"Größe 100 %: \"ok\""}"""u8.ToArray(), sent.Body);
        Assert.Equal($"Bearer {Key}", sent.Header("Authorization"));
        Assert.Equal(AccountId, sent.Header("x-checkly-account"));
    }

    [Theory]
    [InlineData(200, "[{0}]")]
    [InlineData(201, "{0}")]
    public void Both_shapes_of_the_answer_come_out_as_typed_objects(int status, string shape)
    {
        ConnectTo(server.Uri);
        server.Answer("POST", UpdatesPath, status, shape.Replace("{0}", Posted, StringComparison.Ordinal));

        PSObject update = Do($"New-ChecklyIncidentUpdate {IncidentId} RESOLVED 'All is well.'").Only();

        Assert.Equal("Checkly.IncidentUpdate", update.BaseObject.GetType().FullName);
        Assert.Equal(
            ["Id", "IncidentId", "Status", "Description", "CreatedAt", "UpdatedAt", "AdditionalProperties"],
            update.Properties.Select(property => property.Name));
        Assert.Equal("01f477f8-4293-4e1c-82bd-99797720434c", Get(update, "Id"));
        Assert.Equal(IncidentId, Get(update, "IncidentId"));
        Assert.Equal("RESOLVED", Get(update, "Status"));
        Assert.Equal("All is well.", Get(update, "Description"));
        Assert.Equal(new DateTimeOffset(2022, 9, 8, 20, 56, 48, 425, TimeSpan.Zero), Get(update, "CreatedAt"));
        Assert.Null(Get(update, "UpdatedAt"));
    }

    [Fact]
    public void Several_updates_in_one_answer_come_out_one_by_one()
    {
        ConnectTo(server.Uri);
        server.Answer("POST", UpdatesPath, 200, $"[{Posted},{Posted}]");

        Assert.Equal(2, Do($"New-ChecklyIncidentUpdate {IncidentId} RESOLVED 'All is well.'").Output.Count);
    }

    [Fact]
    public void What_else_the_server_sent_is_kept()
    {
        ConnectTo(server.Uri);
        server.Answer("POST", UpdatesPath, 201, """{"id":"x","status":"ESCALATED","author":"Ann"}""");

        Outcome outcome = Do($"$u = New-ChecklyIncidentUpdate {IncidentId} RESOLVED 'x'; $u.Status; $u.AdditionalProperties.Author");

        Assert.Equal(["ESCALATED", "Ann"], outcome.Output.Select(text => text.ToString()));
    }

    [Theory]
    [InlineData("[pscustomobject]@{ IncidentId = $id; Status = 'resolved'; Description = 'x' } | New-ChecklyIncidentUpdate")]
    [InlineData("[pscustomobject]@{ Id = $id } | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'x'")]
    [InlineData("[pscustomobject]@{ Id = 'other'; IncidentId = $id } | New-ChecklyIncidentUpdate -Status RESOLVED -Description 'x'")]
    [InlineData("New-ChecklyIncidentUpdate -Id $id -Status RESOLVED -Description 'x'")]
    [InlineData("New-ChecklyIncidentUpdate ([guid]$id) RESOLVED x")]
    [InlineData("$id | New-ChecklyIncidentUpdate -Status RESOLVED -Description x")]
    [InlineData("[pscustomobject]@{ IncidentId = \" $id \"; Status = 'resolved'; Description = 'x' } | New-ChecklyIncidentUpdate")]
    [InlineData("New-ChecklyIncidentUpdate ([Checkly.Incident]@{ Id = $id }) RESOLVED x")]
    [InlineData("New-ChecklyIncidentUpdate ([Checkly.IncidentUpdate]@{ Id = 'other'; IncidentId = $id }) RESOLVED x")]
    [InlineData("[Checkly.Incident]@{ Id = $id } | New-ChecklyIncidentUpdate -Status RESOLVED -Description x")]
    [InlineData("[Checkly.IncidentUpdate]@{ Id = 'other'; IncidentId = $id } | New-ChecklyIncidentUpdate -Status RESOLVED -Description x")]
    public void The_incident_can_be_given_in_every_natural_way(string script)
    {
        Connect();

        Do(script, ("id", IncidentId));

        SentRequest sent = Assert.Single(server.Requests);
        Assert.Equal(UpdatesPath, sent.Target);
        Assert.Equal("""{"status":"RESOLVED","description":"x"}"""u8.ToArray(), sent.Body);
    }

    [Fact]
    public void An_incident_that_is_piped_brings_no_status_of_its_own()
    {
        Connect();

        Outcome outcome = Run($"[Checkly.Incident]@{{ Id = '{IncidentId}' }} | New-ChecklyIncidentUpdate -Description x");

        Assert.StartsWith("InputObjectMissingMandatory", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Status RESOLVED")]
    [InlineData("-Description x")]
    public void An_update_that_was_posted_is_not_posted_again_unseen(string arguments)
    {
        Connect();

        Outcome outcome = Run($"[Checkly.IncidentUpdate]@{{ Id = 'u'; IncidentId = '{IncidentId}'; Status = 'RESOLVED'; Description = 'Old.' }} | New-ChecklyIncidentUpdate {arguments}");

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("posted already", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void An_update_that_was_only_drafted_is_posted()
    {
        Connect();

        Do($"[Checkly.IncidentUpdate]@{{ IncidentId = '{IncidentId}'; Status = 'RESOLVED'; Description = 'New.' }} | New-ChecklyIncidentUpdate");

        Assert.Equal("{\"status\":\"RESOLVED\",\"description\":\"New.\"}"u8.ToArray(), Assert.Single(server.Requests).Body);
    }

    [Theory]
    [InlineData("New-ChecklyIncidentUpdate $id BROKEN 'x'", "'Status'", "MAINTENANCE")]
    [InlineData("New-ChecklyIncidentUpdate $id BROKEN 'x'", "'Status'", "INVESTIGATING")]
    [InlineData("New-ChecklyIncidentUpdate $id RESOLVED ([string][char]0x200B)", "'Description'", "empty or blank")]
    [InlineData("New-ChecklyIncidentUpdate $id '' 'x'", "'Status'", "")]
    [InlineData("New-ChecklyIncidentUpdate 123 RESOLVED 'x'", "'IncidentId'", "An id is a GUID such as")]
    [InlineData("New-ChecklyIncidentUpdate '{e50ad839-1b90-4955-b716-1c6edbda57cb}' RESOLVED 'x'", "'IncidentId'", "An id is a GUID such as")]
    [InlineData("New-ChecklyIncidentUpdate '../../accounts' RESOLVED 'x'", "'IncidentId'", "An id is a GUID such as")]
    [InlineData("New-ChecklyIncidentUpdate $id RESOLVED ''", "'Description'", "")]
    [InlineData("New-ChecklyIncidentUpdate $id RESOLVED \"`t `n\"", "'Description'", "empty or blank")]
    [InlineData("New-ChecklyIncidentUpdate $id RESOLVED $null", "'Description'", "")]
    public void Bad_input_is_refused_before_any_request(string script, string parameter, string allowed)
    {
        Connect();

        Outcome outcome = Run(script, ("id", IncidentId));

        Assert.Contains(parameter, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void One_bad_item_does_not_stop_the_others()
    {
        Connect();

        Outcome outcome = Run("$rows | New-ChecklyIncidentUpdate", ("rows", Rows()));

        Assert.Null(outcome.Thrown);
        Assert.Equal(2, outcome.Output.Count);
        Assert.Equal([IncidentId, OtherId], outcome.Output.Select(update => Get(update, "IncidentId")));
        Assert.Equal(4, outcome.Errors.Count);
        Assert.StartsWith("Checkly.NotFound,", outcome.Errors[3].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(MissingId, outcome.Errors[3].TargetObject);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("", "-ErrorAction Stop")]
    [InlineData("$ErrorActionPreference = 'Stop'; ", "")]
    public void ErrorAction_stop_stops_at_the_first(string preference, string parameter)
    {
        Connect();

        Outcome outcome = Run($"{preference}'{MissingId}', '{IncidentId}' | ForEach-Object {{ [pscustomobject]@{{ Id = $_ }} }} | New-ChecklyIncidentUpdate -Status RESOLVED -Description x {parameter}");

        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("SilentlyContinue")]
    [InlineData("Ignore")]
    public void ErrorAction_is_obeyed(string action)
    {
        Connect();

        Outcome outcome = Do($"New-ChecklyIncidentUpdate {MissingId} RESOLVED x -ErrorAction {action} -ErrorVariable e; $e.Count");

        Assert.Equal(action == "Ignore" ? 0 : 1, Assert.Single(outcome.Output).BaseObject);
    }

    [Fact]
    public void Verbose_says_what_was_sent_and_how_long_it_took()
    {
        Connect();

        Outcome outcome = Do($"New-ChecklyIncidentUpdate {IncidentId} RESOLVED x -Verbose");

        Assert.Equal($$"""POST {{UpdatesPath}} {"status":"RESOLVED","description":"x"}""", outcome.Verbose[0]);
        Assert.Matches($"^POST {UpdatesPath} took [0-9.]+ ms\\.$", outcome.Verbose[1]);
    }

    protected override void Cleanup() => server.Reset();

    private static object[] Rows() =>
    [
        Row(IncidentId, "identified", "First."),
        Row(IncidentId, "BROKEN", "Bad status."),
        Row("123", "RESOLVED", "Bad id."),
        Row(IncidentId, "RESOLVED", " "),
        Row(MissingId, "RESOLVED", "Not there."),
        Row(OtherId, "RESOLVED", "Last."),
    ];

    private static PSObject Row(string incident, string status, string description)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("IncidentId", incident));
        row.Properties.Add(new PSNoteProperty("Status", status));
        row.Properties.Add(new PSNoteProperty("Description", description));
        return row;
    }

    private void Connect()
    {
        ConnectTo(server.Uri);
        server
            .Answer("POST", UpdatesPath, 201, Posted)
            .Answer("POST", $"/v1/incidents/{OtherId}/updates", 201, Posted)
            .Answer("POST", $"/v1/incidents/{MissingId}/updates", 404, """{"statusCode":404,"error":"Not Found","message":"Not Found"}""");
    }
}
