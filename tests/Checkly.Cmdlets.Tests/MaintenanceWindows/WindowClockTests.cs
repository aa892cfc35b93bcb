using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>A time without an offset is on the clock of the window's time zone; which clock that is, and when it refuses a time.</summary>
public sealed class WindowClockTests(ApiServer server) : MaintenanceTest(server), IClassFixture<ApiServer>
{
    private const string New = "New-ChecklyMaintenanceWindow x -PauseAllChecks";
    private const string Set = "Set-ChecklyMaintenanceWindow 42";
    private const string Move = $"Set-ChecklyMaintenance 42 {MaintenanceId}";
    private const string Moved = """{"startsAt":"2026-12-24T14:00:00.000Z","endsAt":"2026-12-24T15:00:00.000Z"}""";

    [Theory]
    [InlineData("-StartsAt '2026-12-24 23:00' -EndsAt '2026-12-25 00:00'")]
    [InlineData("-StartsAt ([datetime]'2026-12-24 23:00') -EndsAt 2026-12-25")]
    [InlineData("-StartsAt 2026-12-24T14:00Z -EndsAt '2026-12-25 00:00'")]
    [InlineData("-StartsAt 2026-12-24T14:00Z -EndsAt ([DateOnly]::new(2026, 12, 25))")]
    [InlineData("-StartsAt '2026-12-24 23:00' -EndsAt ([DateTimeOffset]'2026-12-24T15:00Z')")]
    [InlineData("-StartsAt '2026-12-24 23:00' -EndsAt ([datetime]::new(2026, 12, 24, 15, 0, 0, [DateTimeKind]'Utc').ToLocalTime())")]
    public void Both_Set_cmdlets_go_by_the_time_zone_of_the_window(string arguments)
    {
        Connect(InZone("Asia/Tokyo"));

        Do($"{Move} {arguments}");
        Do($"{Set} {arguments}");

        Assert.Equal(
            [$"GET {WindowPath}", $"GET {MaintenancePath}", $"PATCH {MaintenancePath} {Moved}", $"GET {WindowPath}", $"PUT {WindowPath} {Moved}"],
            Sent);
    }

    [Fact]
    public void A_given_time_zone_counts_before_the_one_that_the_window_had()
    {
        Connect(InZone("America/New_York"));

        Do($"{Set} -StartsAt '2026-12-24 23:00' -EndsAt '2026-12-25 00:00' -TimeZone Asia/Tokyo");

        Assert.Contains("\"startsAt\":\"2026-12-24T14:00:00.000Z\",\"endsAt\":\"2026-12-24T15:00:00.000Z\"", Sent[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{New} -Duration 01:00", "")]
    [InlineData($"{New} -Duration 01:00 -TimeZone $null", "")]
    [InlineData($"{Set} -Duration 01:00", "")]
    [InlineData($"{Set} -Duration 01:00", ",\"timezone\":null")]
    [InlineData($"{Move} -EndsAt 2027-01-01Z", "")]
    public void Without_a_time_zone_it_is_the_clock_of_this_machine(string command, string timeZone)
    {
        Connect(WindowJson(more: timeZone));

        Do($"{command} -StartsAt '2026-12-24 23:00'");

        string sent = new DateTime(2026, 12, 24, 23, 0, 0, DateTimeKind.Local).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        Assert.Contains($"\"startsAt\":\"{sent}:00.000Z\"", Sent[^1], StringComparison.Ordinal);
    }

    /// <summary>These two are never on one day, so that one of them is on another than this machine.</summary>
    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    public void A_time_without_a_date_is_today_there(string zone)
    {
        foreach (string command in new[] { $"{New} -Duration 01:00 -TimeZone {zone}", $"{Set} -Duration 01:00", $"{Move} -EndsAt 2100-01-01Z" })
        {
            Server.Reset();
            Connect(InZone(zone));
            DateTime before = Today(zone);

            Do($"{command} -StartsAt 22:00");

            using JsonDocument body = JsonDocument.Parse(Server.Requests[^1].Body);
            DateTimeOffset start = TimeZoneInfo.ConvertTime(body.RootElement.GetProperty("startsAt").GetDateTimeOffset(), TimeZoneInfo.FindSystemTimeZoneById(zone));
            Assert.Equal(TimeSpan.FromHours(22), start.TimeOfDay);
            Assert.InRange(start.Date, before, Today(zone));
        }
    }

    [Fact]
    public void A_time_without_a_date_but_with_an_offset_is_today_at_that_offset()
    {
        foreach (int hours in (int[])[14, -11])
        {
            Server.Reset();
            Connect();
            DateTime before = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(hours)).Date;

            Do(FormattableString.Invariant($"{New} -Duration 01:00 -StartsAt '22:00{hours:+00;-00}:00'"));

            using JsonDocument body = JsonDocument.Parse(Server.Requests[^1].Body);
            DateTimeOffset start = body.RootElement.GetProperty("startsAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(hours));
            Assert.Equal(TimeSpan.FromHours(22), start.TimeOfDay);
            Assert.InRange(start.Date, before, DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(hours)).Date);
        }
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29 02:30", "There is no 2026-03-29T02:30:00 in Europe/Berlin: the clocks are put forward from 2026-03-29T02:00:00 to 2026-03-29T03:00:00. Give a time before or after that, such as 2026-03-29T03:30:00+02:00.")]
    [InlineData("America/Santiago", "2026-09-06", "such as 2026-09-06T01:00:00-03:00.")]
    [InlineData("Pacific/Apia", "2011-12-30 12:00", "from 2011-12-30T00:00:00 to 2011-12-31T00:00:00. Give a time before or after that, such as 2011-12-31T12:00:00+14:00.")]
    [InlineData("Europe/Berlin", "2026-10-25 02:30", "2026-10-25T02:30:00 comes twice in Europe/Berlin, where the clocks are put back: give 2026-10-25T02:30:00+02:00 for the first time or 2026-10-25T02:30:00+01:00 for the second.")]
    [InlineData("Pacific/Kiritimati", "0001-01-01", "0001-01-01T00:00:00 is outside the years 1 to 9999 in UTC")]
    [InlineData("Pacific/Pago_Pago", "9999-12-31 23:59", "9999-12-31T23:59:00 is outside the years 1 to 9999 in UTC")]
    public void A_time_that_is_not_one_moment_is_refused_wherever_it_is_given(string zone, string time, string why)
    {
        foreach (string command in new[] { $"{New} -TimeZone {zone} -Duration 01:00 -StartsAt", $"{New} -TimeZone {zone} -EndsAt", $"{Set} -StartsAt", $"{Set} -EndsAt", $"{Move} -StartsAt", $"{Move} -EndsAt" })
        {
            Server.Reset();
            Connect(InZone(zone));

            Outcome outcome = Run($"{command} '{time}'; 'goes on'");

            Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
            Assert.Equal("goes on", Assert.Single(outcome.Output).ToString());
            Assert.DoesNotContain(Server.Requests, request => request.Method != "GET");
        }
    }

    [Theory]
    [InlineData("2026-03-29 01:59:59", "2026-03-29T00:59:59.000Z")]
    [InlineData("2026-03-29 03:00", "2026-03-29T01:00:00.000Z")]
    [InlineData("2026-10-25 01:59:59", "2026-10-24T23:59:59.000Z")]
    [InlineData("2026-10-25 03:00", "2026-10-25T02:00:00.000Z")]
    [InlineData("2026-10-25T02:30+01:00", "2026-10-25T01:30:00.000Z")]
    public void Times_beside_a_clock_change_are_taken(string time, string sent)
    {
        Connect(InZone("Europe/Berlin"));

        Do($"{Set} -StartsAt '{time}' -Duration 01:00");

        Assert.Contains($"\"startsAt\":\"{sent}\"", Sent[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(New)]
    [InlineData(Set)]
    public void What_ends_in_the_year_9999_in_UTC_but_not_on_the_clock_is_taken(string command)
    {
        Connect();

        Do($"{command} -StartsAt 9999-12-31T23:00+02:00 -Duration 02:00");

        Assert.Contains("\"endsAt\":\"9999-12-31T23:00:00.000Z\"", Sent[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{New} -StartsAt 9999-12-31Z -Duration 48:00")]
    [InlineData($"{Set} -StartsAt 9999-12-31Z -Duration 48:00")]
    public void What_would_end_after_the_year_9999_is_refused(string command)
    {
        Connect();

        Outcome outcome = Run(command);

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("end after the year 9999: give an earlier -StartsAt", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Requests, request => request.Method != "GET");
    }

    [Theory]
    [InlineData("-StartsAt 9999-12-30Z -Duration 24:00 -RepeatUnit DAY -RepeatUntil 9999-12-31 -TimeZone Pacific/Kiritimati")]
    [InlineData("-StartsAt ([DateTimeOffset]::MinValue) -EndsAt ([DateTimeOffset]::MaxValue) -RepeatUnit DAY -RepeatUntil ([datetime]::MaxValue) -TimeZone Pacific/Pago_Pago")]
    [InlineData("-StartsAt ([DateTimeOffset]::MinValue) -Duration 01:00 -RepeatUnit DAY -RepeatUntil 0001-01-01 -TimeZone Pacific/Pago_Pago")]
    public void The_first_and_the_last_days_that_there_are_break_nothing(string arguments)
    {
        Connect();

        Do($"{New} {arguments}");

        Assert.Single(Sent);
    }

    [Fact]
    public void A_time_zone_is_known_in_any_case()
    {
        Connect(InZone("asia/tokyo"));

        Do($"{Set} -StartsAt '2026-12-24 23:00' -EndsAt '2026-12-25 00:00'");

        Assert.Equal($"PUT {WindowPath} {Moved}", Sent[1]);
    }

    [Fact]
    public void A_time_zone_whose_clocks_this_machine_does_not_know_wants_an_offset()
    {
        Connect(InZone("Mars/Olympus"));

        foreach (string command in new[] { Set, Move })
        {
            Assert.Contains("does not know the clocks of Mars/Olympus", Run($"{command} -EndsAt '2026-05-01 23:00'").Error.Exception.Message, StringComparison.Ordinal);
            Do($"{command} -EndsAt 2026-05-01T23:00Z");
        }

        Assert.Equal(2, Server.Requests.Count(request => request.Method != "GET"));
    }

    [Fact]
    public void A_window_that_cannot_be_read_leaves_its_maintenance_as_it_is()
    {
        Connect();
        Server.Answer("GET", WindowPath, 404, "{}");

        Assert.StartsWith("Checkly.NotFound,", Run($"{Move} -EndsAt '2026-05-01 23:00'").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([$"GET {WindowPath}"], Sent);
    }

    [Fact]
    public void The_window_of_several_maintenances_is_read_once()
    {
        Connect(InZone("Asia/Tokyo"));

        Do($"$one = [Checkly.Maintenance]@{{ Id = '{MaintenanceId}'; MaintenanceWindowId = 42 }}; $one, $one | Set-ChecklyMaintenance -EndsAt '2026-12-24 23:00'");

        Assert.Equal(["GET", "GET", "PATCH", "GET", "PATCH"], Server.Requests.Select(request => request.Method));
    }

    [Fact]
    public void Verbose_says_which_clock_was_meant()
    {
        Connect(InZone("Asia/Tokyo"));

        Outcome outcome = Do($"{Move} -EndsAt '2026-12-24 23:00' -Verbose");

        Assert.Contains("2026-12-24T23:00:00 on the clock of Asia/Tokyo is 2026-12-24T23:00:00+09:00.", outcome.Verbose);
    }

    [Fact]
    public void A_time_that_was_saved_is_still_that_moment()
    {
        Connect(InZone("Asia/Tokyo"));
        object saved = PSSerializer.Deserialize(PSSerializer.Serialize(Do("[Checkly.Maintenance]@{ EndsAt = '2026-12-24T14:00:00Z' }").Only().BaseObject, depth: 2));

        Do($"{Move} -EndsAt $saved.EndsAt", ("saved", saved));

        Assert.Equal($$"""PATCH {{MaintenancePath}} {"endsAt":"2026-12-24T14:00:00.000Z"}""", Sent[^1]);
    }

    [Fact]
    public void A_mere_time_is_no_date_to_repeat_until()
    {
        Connect();

        Outcome outcome = Run($"{New} -Duration 01:00 -RepeatUnit DAY -RepeatUntil 22:00");

        Assert.Contains("'22:00' is no date such as", Assert.IsType<ParameterBindingException>(outcome.Thrown, exactMatch: false).Message, StringComparison.Ordinal);
        Assert.Empty(Sent);
    }

    private static string InZone(string zone) => WindowJson(more: $",\"timezone\":\"{zone}\"");

    private static DateTime Today(string zone) => TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById(zone)).Date;
}
