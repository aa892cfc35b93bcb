using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>-EndNow of a window whose occurrences overlap: all that run end.</summary>
public sealed class EndNowTests(ApiServer server) : MaintenanceTest(server), IClassFixture<ApiServer>
{
    private const string First = "0f6d3a1c-52c1-4a67-8a6c-6d1f0f2f0b01";
    private const string Second = "0f6d3a1c-52c1-4a67-8a6c-6d1f0f2f0b02";

    [Fact]
    public void All_occurrences_that_run_end()
    {
        Repeating();

        Do("Set-ChecklyMaintenanceWindow 42 -EndNow");

        Assert.Equal([$"PATCH {Maintenances}/{First}", $"PATCH {Maintenances}/{Second}"], Patches);
    }

    [Fact]
    public void One_that_fails_does_not_keep_the_others_running()
    {
        Repeating();
        Server.Answer("PATCH", $"{Maintenances}/{First}", 400, """{"message":"No."}""");

        Outcome outcome = Run("Set-ChecklyMaintenanceWindow 42 -EndNow -PassThru");

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([$"PATCH {Maintenances}/{First}", $"PATCH {Maintenances}/{Second}"], Patches);
        Assert.Empty(outcome.Output);
    }

    /// <summary>The first page of the list cannot be read, the second one has the occurrences: checks must not stay paused.</summary>
    [Fact]
    public void A_page_that_cannot_be_read_does_not_keep_the_others_running()
    {
        Repeating();
        Server.AnswerPages(Maintenances, [.. Enumerable.Repeat("7", 50), .. Occurrences]);

        Outcome outcome = Do("Set-ChecklyMaintenanceWindow 42 -EndNow");

        Assert.Equal([$"PATCH {Maintenances}/{First}", $"PATCH {Maintenances}/{Second}"], Patches);
        Assert.Contains("50 entries of the list were left out", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_without_end_does_not_keep_the_others_running()
    {
        Repeating();
        Server.AnswerPages(Maintenances, Occurrences, ignoresPage: true);

        Outcome outcome = Run("Set-ChecklyMaintenanceWindow 42 -EndNow -ErrorAction Stop");

        Assert.Contains("page after page of the list without anything new", outcome.Thrown!.Message, StringComparison.Ordinal);
        Assert.Equal([$"PATCH {Maintenances}/{First}", $"PATCH {Maintenances}/{Second}"], Patches);
    }

    [Fact]
    public void A_list_that_cannot_be_read_is_an_error_and_no_promise_that_nothing_runs()
    {
        Repeating();
        Server.Answer("GET", Maintenances, 200, "[7]");

        Outcome outcome = Run("Set-ChecklyMaintenanceWindow 42 -EndNow");

        Assert.Contains("No entry of the list could be read.", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Warnings, warning => warning.Contains("running", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIf_names_each()
    {
        Repeating();

        Outcome outcome = Do("Set-ChecklyMaintenanceWindow 42 -EndNow -WhatIf");

        Assert.All([First, Second], id => Assert.Contains($"PATCH {Maintenances}/{id}", outcome.Shown, StringComparison.Ordinal));
        Assert.Empty(Patches);
    }

    private IEnumerable<string> Patches => Server.Requests.Where(request => request.Method == "PATCH").Select(request => $"PATCH {request.Target}");

    private static string[] Occurrences =>
    [
        MaintenanceJson(), MaintenanceJson(FromNow(-2000), FromNow(20), First), MaintenanceJson(FromNow(-10), FromNow(2000), Second), MaintenanceJson(FromNow(60), FromNow(90), PageId),
    ];

    /// <summary>One that is over, two that run and one that is still to come.</summary>
    private void Repeating()
    {
        Connect(WindowJson(more: ",\"repeatUnit\":\"DAY\""));
        Server.Answer("PATCH", $"{Maintenances}/{First}", 200, MaintenanceJson(id: First)).Answer("PATCH", $"{Maintenances}/{Second}", 200, MaintenanceJson(id: Second))
            .Answer("GET", Maintenances, 200, $"[{string.Join(',', Occurrences)}]");
    }
}
