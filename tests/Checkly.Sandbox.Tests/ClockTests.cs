using System.Globalization;

namespace Checkly.Sandbox.Tests;

public sealed class ClockTests
{
    [Theory]
    [InlineData("2022-09-08T19:41:28.658Z", "2022-09-08T19:41:28.658Z")]
    [InlineData("2022-09-08T21:41:28.658+02:00", "2022-09-08T19:41:28.658Z")]
    [InlineData("2022-09-08T23:30:00.000-05:00", "2022-09-09T04:30:00.000Z")]
    [InlineData("2024-02-29T00:00:00.007Z", "2024-02-29T00:00:00.007Z")]
    public async Task Timestamps_are_utc_with_milliseconds(string now, string written)
    {
        DateTimeOffset moment = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
        using SandboxCall sandbox = new(() => moment);

        SandboxAnswer incident = await sandbox.PostAsync("/v1/incidents", Bodies.Incident);
        SandboxAnswer update = await sandbox.PostAsync($"/v1/incidents/{incident.Text("id")}/updates", Bodies.Update());

        Assert.Equal(written, incident.Text("created_at"));
        Assert.Equal(written, incident.Updates[0]["created_at"]!.GetValue<string>());
        Assert.Equal(written, update.Text("created_at"));
    }

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("fi-FI")]
    public async Task Timestamps_do_not_follow_the_culture(string culture)
    {
        // Other calendars, other digits, other separators. The culture flows with this test only.
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);

        SandboxAnswer answer = await sandbox.PostAsync(
            "/v1/incidents", Bodies.With(Bodies.Incident, "startedAt", "\"2022-11-25T12:34:56.000Z\""));

        Assert.Equal("2022-09-08T19:41:28.658Z", answer.Text("created_at"));
        Assert.Equal("2022-11-25T12:34:56.000Z", answer.Text("startedAt"));
    }

    [Fact]
    public async Task Every_request_reads_the_clock_anew()
    {
        TestClock clock = new();
        using SandboxCall sandbox = new(clock.Read);
        string incident = await sandbox.IncidentAsync();
        clock.AddMinutes(1);
        await sandbox.UpdateAsync(incident, "Second.");
        clock.AddMinutes(1);
        await sandbox.UpdateAsync(incident, "Third.");

        SandboxAnswer history = await sandbox.HistoryAsync(incident);

        Assert.Equal(
            ["2022-09-08T19:43:28.658Z", "2022-09-08T19:42:28.658Z", "2022-09-08T19:41:28.658Z"],
            history.Updates.Select(update => update["created_at"]!.GetValue<string>()));
        Assert.Equal("2022-09-08T19:41:28.658Z", history.Text("created_at"));
    }

    [Fact]
    public async Task Without_a_clock_it_is_now()
    {
        using SandboxCall sandbox = new();
        DateTimeOffset before = DateTimeOffset.UtcNow;

        SandboxAnswer answer = await sandbox.PostAsync("/v1/incidents", Bodies.Incident);

        DateTimeOffset created = DateTimeOffset.Parse(answer.Text("created_at"), CultureInfo.InvariantCulture);

        // Less than a millisecond is not written, hence the margin; an hour off would be a wrong zone.
        Assert.InRange(created, before.AddSeconds(-1), DateTimeOffset.UtcNow.AddSeconds(1));
    }
}
