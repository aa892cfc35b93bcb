using System.Net;

namespace Checkly.Sandbox.Tests;

public sealed class ConcurrencyTests
{
    private const int Many = 200;

    [Fact]
    public async Task Updates_posted_in_parallel_are_all_there_once()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        string[] ids = await SandboxSteps.AtOnceAsync(Many, number => sandbox.UpdateAsync(incident, $"Number {number}."));

        SandboxAnswer history = await sandbox.HistoryAsync(incident);
        Assert.Equal(Many, ids.Distinct().Count());
        Assert.Equal(Many + 1, history.Updates.Length);
        Assert.Equal(Expected(), history.Descriptions[..Many].Order(StringComparer.Ordinal));
        Assert.Equal("The service is down.", history.Descriptions[Many]);
        Assert.Equal(
            ids.Order(StringComparer.Ordinal),
            history.Updates[..Many].Select(update => update["id"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Incidents_posted_in_parallel_are_all_there_once()
    {
        using SandboxCall sandbox = new();

        string[] ids = await SandboxSteps.AtOnceAsync(Many, number => sandbox.IncidentAsync(
            Bodies.With(Bodies.Incident, "name", $"\"Number {number}.\"")));

        Assert.Equal(Many, ids.Distinct().Count());
        SandboxAnswer[] read = await SandboxSteps.AtOnceAsync(Many, number => sandbox.GetAsync($"/v1/incidents/{ids[number]}"));
        Assert.Equal(Expected(), read.Select(answer => answer.Text("name")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reading_changing_and_deleting_in_parallel_lose_nothing()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string path = $"/v1/incidents/{incident}";

        await SandboxSteps.AtOnceAsync(Many, async number =>
        {
            string update = await sandbox.UpdateAsync(incident, $"Number {number}.");
            await sandbox.HistoryAsync(incident);
            SandboxAnswer answer = number % 2 == 0
                ? await sandbox.DeleteAsync($"{path}/updates/{update}")
                : await sandbox.PutAsync($"{path}/updates/{update}", $$"""{ "description": "Corrected {{number}}." }""");
            Assert.InRange((int)answer.Status, 200, 204);
            return update;
        });

        string[] left = (await sandbox.HistoryAsync(incident)).Descriptions;
        Assert.Equal(
            Enumerable.Range(0, Many).Where(number => number % 2 == 1).Select(number => $"Corrected {number}.")
                .Append("The service is down.").Order(StringComparer.Ordinal),
            left.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_many_deletions_of_one_incident_one_succeeds()
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        SandboxAnswer[] answers = await SandboxSteps.AtOnceAsync(Many, _ => sandbox.DeleteAsync($"/v1/incidents/{incident}"));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.NoContent);
        Assert.Equal(Many - 1, answers.Count(answer => answer.Status == HttpStatusCode.NotFound));
    }

    private static IEnumerable<string> Expected() =>
        Enumerable.Range(0, Many).Select(number => $"Number {number}.").Order(StringComparer.Ordinal);
}
