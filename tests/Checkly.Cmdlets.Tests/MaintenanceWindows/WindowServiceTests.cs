using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>The services that a maintenance window affects, as people name them.</summary>
public sealed class WindowServiceTests(ApiServer server) : MaintenanceTest(server), IClassFixture<ApiServer>
{
    private const string OtherId = "0d2c9d39-8f04-4c2b-9d3a-0a8d6f3f2f44";
    private const string New = $"New-ChecklyMaintenanceWindow x -Duration 01:00 -StatusPageId {PageId}";

    [Theory]
    [InlineData("-Service website", ServiceId)]
    [InlineData("-ServiceId Website", ServiceId)]
    [InlineData("-Service Website, " + OtherId, ServiceId + "\",\"" + OtherId)]
    [InlineData("-Service Website, " + ServiceId, ServiceId)]
    [InlineData("-Service (Get-ChecklyStatusPageService -Name Api)", OtherId)]
    public void They_go_by_name_by_id_or_as_they_are(string given, string ids)
    {
        ConnectWithServices();

        Do($"{New} {given}");

        Assert.Contains($"\"statusPageIds\":[\"{PageId}\"],\"serviceIds\":[\"{ids}\"]", Sent[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_alone_ask_for_nothing_more()
    {
        ConnectWithServices();

        Do($"{New} -Service {ServiceId}");

        Assert.Single(Sent);
    }

    [Fact]
    public void A_change_takes_names_too_and_asks_once_for_a_pipeline()
    {
        ConnectWithServices();

        Do($"42, 42 | Set-ChecklyMaintenanceWindow -StatusPageId {PageId} -Service Api");

        // What is written back is read once more.
        Assert.Equal(["GET", "GET", "PUT", "GET", "GET", "PUT", "GET"], Sent.Select(sent => sent.Split(' ')[0]));
        Assert.Contains($"\"serviceIds\":[\"{OtherId}\"]", Sent[^2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(New + " -Service Nowhere")]
    [InlineData($"Set-ChecklyMaintenanceWindow 42 -StatusPageId {PageId} -Service Website, Nowhere")]
    public void A_name_that_no_service_has_changes_nothing(string command)
    {
        ConnectWithServices();

        Outcome outcome = Run(command);

        Assert.StartsWith("Checkly.NotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("It has 'Website', 'Api'.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.All(Sent, sent => Assert.StartsWith("GET ", sent, StringComparison.Ordinal));
    }

    private void ConnectWithServices()
    {
        Connect();
        Server.Answer("GET", "/v1/status-pages/services", 200, $$"""
            {"length":2,"entries":[{"id":"{{ServiceId}}","name":"Website","accountId":"a"},{"id":"{{OtherId}}","name":"Api","accountId":"a"}],"nextId":null}
            """);
    }
}
