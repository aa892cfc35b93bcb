namespace Checkly.Sandbox.Tests;

/// <summary>The occurrences of a window, which the sandbox works out by itself.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public async Task A_window_that_does_not_repeat_has_one()
    {
        using WindowCall sandbox = new();

        Assert.Equal(["2026-12-01T02:00:00.000Z"], await sandbox.StartsAsync(await sandbox.CreateAsync(WindowBodies.Once)));
    }

    [Fact]
    public async Task The_last_day_is_included()
    {
        using WindowCall sandbox = new();
        string window = await sandbox.CreateAsync();

        Assert.Equal(
            ["2026-12-01T02:00:00.000Z", "2026-12-02T02:00:00.000Z", "2026-12-03T02:00:00.000Z", "2026-12-04T02:00:00.000Z"],
            await sandbox.StartsAsync(window));
        Assert.Equal("2026-12-04T03:30:00.000Z", (await sandbox.OccurrencesAsync(window))[^1]["endsAt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("DAY", "3", "2026-12-01 2026-12-04 2026-12-07 2026-12-10")]
    [InlineData("WEEK", "null", "2026-12-01 2026-12-08 2026-12-15 2026-12-22")]
    [InlineData("WEEK", "2", "2026-12-01 2026-12-15 2026-12-29 2027-01-12")]
    [InlineData("MONTH", "1", "2026-12-01 2027-01-01 2027-02-01 2027-03-01")]
    [InlineData("MONTH", "6", "2026-12-01 2027-06-01 2027-12-01 2028-06-01")]
    public async Task It_repeats_by_days_weeks_and_months(string unit, string interval, string days)
    {
        using WindowCall sandbox = new();
        string body = Bodies.With(Bodies.With(WindowBodies.Once, "repeatUnit", $"\"{unit}\""), "repeatInterval", interval);

        string[] starts = await sandbox.StartsAsync(await sandbox.CreateAsync(body));

        Assert.Equal(days.Split(' '), starts.Take(4).Select(start => start[..10]));
        Assert.Equal(50, starts.Length);
    }

    [Theory]
    [InlineData("DAY", 3)]
    [InlineData("WEEK", 1)]
    [InlineData("MONTH", 1)]
    public async Task It_repeats_until_the_years_end(string unit, int count)
    {
        using WindowCall sandbox = new();
        string body = Bodies.With(Bodies.With(WindowBodies.Once, "startsAt", "\"9999-12-28T02:00:00Z\""), "endsAt", "\"9999-12-29T03:00:00Z\"");

        Assert.Equal(count, (await sandbox.StartsAsync(await sandbox.CreateAsync(Bodies.With(body, "repeatUnit", $"\"{unit}\"")))).Length);
    }

    [Fact]
    public async Task The_end_of_a_month_stays_the_end_of_a_month()
    {
        using WindowCall sandbox = new();
        string body = Bodies.With(Bodies.With(WindowBodies.Once, "startsAt", "\"2026-12-31\""), "endsAt", "\"2027-01-01\"");

        string[] starts = await sandbox.StartsAsync(await sandbox.CreateAsync(Bodies.With(body, "repeatUnit", "\"MONTH\"")));

        Assert.Equal(["2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"], starts.Take(4).Select(start => start[..10]));
    }

    [Fact]
    public async Task It_repeats_by_the_clock_of_its_time_zone()
    {
        // Berlin goes to summer time on 28 March 2027.
        SkipWithoutTimeZones();
        using WindowCall sandbox = new();
        string body = Bodies.With(Bodies.With(WindowBodies.Window, "startsAt", "\"2027-03-27T03:00:00+01:00\""), "endsAt", "\"2027-03-27T04:00:00+01:00\"");
        body = Bodies.With(Bodies.With(body, "repeatEndsAt", "\"2027-03-28\""), "timezone", "\"Europe/Berlin\"");

        Assert.Equal(["2027-03-27T02:00:00.000Z", "2027-03-28T01:00:00.000Z"], await sandbox.StartsAsync(await sandbox.CreateAsync(body)));
    }

    [Fact]
    public async Task A_time_zone_that_does_not_exist_is_refused()
    {
        SkipWithoutTimeZones();
        using WindowCall sandbox = new();

        Refused.BadRequest(await sandbox.PostAsync(WindowCall.Windows, Bodies.With(WindowBodies.Window, "timezone", "\"Europe/Atlantis\"")));
    }

    [Fact]
    public async Task What_was_worked_out_is_remembered()
    {
        using WindowCall sandbox = new();
        string window = await sandbox.CreateAsync();
        string before = (await sandbox.GetAsync($"{window}/maintenances")).Body;

        await sandbox.PutAsync(window, """{ "name": "Renamed", "repeatUnit": "DAY" }""");

        Assert.Equal(before, (await sandbox.GetAsync($"{window}/maintenances")).Body);
    }

    [Fact]
    public async Task Other_times_keep_the_occurrences_that_begin_as_before()
    {
        using WindowCall sandbox = new();
        string window = await sandbox.CreateAsync();
        string[] before = [.. (await sandbox.OccurrencesAsync(window)).Select(occurrence => occurrence["id"]!.GetValue<string>())];

        await sandbox.PutAsync(window, """{ "repeatInterval": 2, "endsAt": "2026-12-01T03:00:00.000Z", "repeatEndsAt": "2026-12-06" }""");

        var after = await sandbox.OccurrencesAsync(window);
        Assert.Equal(["2026-12-01T02:00:00.000Z", "2026-12-03T02:00:00.000Z", "2026-12-05T02:00:00.000Z"], await sandbox.StartsAsync(window));
        Assert.Equal([before[0], before[2]], after.Take(2).Select(occurrence => occurrence["id"]!.GetValue<string>()));
        Assert.DoesNotContain(after[2]["id"]!.GetValue<string>(), before);
        Assert.Equal("2026-12-03T03:00:00.000Z", after[1]["endsAt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("?page=5", 10)]
    [InlineData("?page=6", 0)]
    [InlineData("?limit=50", 50)]
    [InlineData("?limit=30&page=2", 20)]
    public async Task Occurrences_are_listed_by_pages_without_a_total(string query, int count)
    {
        using WindowCall sandbox = new();
        string window = await sandbox.CreateAsync(Bodies.Without(WindowBodies.Window, "repeatEndsAt"));

        SandboxAnswer list = await sandbox.GetAsync($"{window}/maintenances{query}");

        Assert.Equal(count, list.Array.Count);
        Assert.Null(list.ContentRange);
    }

    // A machine may come without the data; there the sandbox takes every zone for UTC.
    private static void SkipWithoutTimeZones() =>
        Assert.SkipUnless(TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out _), "This machine knows no time zones.");
}
