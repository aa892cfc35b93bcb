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

    [Fact]
    public void WhatIf_names_each()
    {
        Repeating();

        Outcome outcome = Do("Set-ChecklyMaintenanceWindow 42 -EndNow -WhatIf");

        Assert.All([First, Second], id => Assert.Contains($"PATCH {Maintenances}/{id}", outcome.Shown, StringComparison.Ordinal));
        Assert.Empty(Patches);
    }

    private IEnumerable<string> Patches => Server.Requests.Where(request => request.Method == "PATCH").Select(request => $"PATCH {request.Target}");

    /// <summary>One that is over, two that run and one that is still to come.</summary>
    private void Repeating()
    {
        Connect(WindowJson(more: ",\"repeatUnit\":\"DAY\""));
        Server.Answer("PATCH", $"{Maintenances}/{First}", 200, MaintenanceJson(id: First)).Answer("PATCH", $"{Maintenances}/{Second}", 200, MaintenanceJson(id: Second))
            .Answer("GET", Maintenances, 200, $"[{MaintenanceJson()},{MaintenanceJson(FromNow(-2000), FromNow(20), First)},{MaintenanceJson(FromNow(-10), FromNow(2000), Second)},{MaintenanceJson(FromNow(60), FromNow(90), PageId)}]");
    }
}
