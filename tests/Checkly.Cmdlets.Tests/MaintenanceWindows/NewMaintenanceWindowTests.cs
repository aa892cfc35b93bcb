using System.Management.Automation;
using System.Text.Json;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>New-ChecklyMaintenanceWindow: what goes out, byte by byte, and what does not.</summary>
public sealed class NewMaintenanceWindowTests(ApiServer server) : MaintenanceTest(server), IClassFixture<ApiServer>
{
    private const string Times = "-StartsAt 2026-05-01T20:00Z -EndsAt 2026-05-01T22:00Z";
    private const string TimesJson = "\"startsAt\":\"2026-05-01T20:00:00.000Z\",\"endsAt\":\"2026-05-01T22:00:00.000Z\"";

    [Theory]
    [InlineData("-Tag web, api -PauseChecks", $$"""{"name":"x","tags":["web","api"],{{TimesJson}},"pauseAllChecks":false,"repeatUnit":null}""")]
    [InlineData("-Tag web -SilenceAlerts", $$"""{"name":"x",{{TimesJson}},"silenceAlertsTags":["web"],"silenceAllAlerts":false,"repeatUnit":null}""")]
    [InlineData("-Tag web -PauseChecks -SilenceAlerts", $$"""{"name":"x","tags":["web"],{{TimesJson}},"pauseAllChecks":false,"silenceAlertsTags":["web"],"silenceAllAlerts":false,"repeatUnit":null}""")]
    [InlineData("-PauseAllChecks -Description d", $$"""{"name":"x",{{TimesJson}},"pauseAllChecks":true,"description":"d","repeatUnit":null}""")]
    [InlineData("-SilenceAllAlerts -Tag web -PauseChecks", $$"""{"name":"x","tags":["web"],{{TimesJson}},"pauseAllChecks":false,"silenceAllAlerts":true,"repeatUnit":null}""")]
    [InlineData("-PauseAllChecks -RepeatUnit week", $$"""{"name":"x",{{TimesJson}},"repeatInterval":1,"repeatUnit":"WEEK","pauseAllChecks":true}""")]
    [InlineData(
        "-PauseAllChecks -RepeatEvery 2 -RepeatUnit Month -RepeatUntil 2026-08-01 -TimeZone 'W. Europe Standard Time'",
        $$"""{"name":"x",{{TimesJson}},"repeatInterval":2,"repeatUnit":"MONTH","repeatEndsAt":"2026-08-01","timezone":"Europe/Berlin","pauseAllChecks":true}""")]
    [InlineData(
        $"-StatusPageId {PageId} -AffectAllServices -Severity major -NotifyOnStart -AutoEnd:$false -ReminderMinutesBefore 60, 120",
        $$"""{"name":"x",{{TimesJson}},"statusPageVisibility":{"enabled":true,"severity":"MAJOR","affectAllServices":true,"notifyOnStart":true,"reminderMinutesBefore":[60,120],"autoEnd":false,"statusPageIds":["{{PageId}}"],"serviceIds":[]},"repeatUnit":null}""")]
    [InlineData(
        $"-StatusPageId {PageId} -Service {ServiceId} -NotifyOnEnd -SuppressAutoIncidents -AutoStart -ShowAffectedServices:$false",
        $$"""{"name":"x",{{TimesJson}},"statusPageVisibility":{"enabled":true,"affectAllServices":false,"notifyOnEnd":true,"suppressAutoIncidents":true,"autoStart":true,"showAffectedServices":false,"statusPageIds":["{{PageId}}"],"serviceIds":["{{ServiceId}}"]},"repeatUnit":null}""")]
    public void It_sends_what_is_given(string arguments, string body)
    {
        Connect();

        PSObject window = Do($"New-ChecklyMaintenanceWindow x {Times} {arguments}").Only();

        Assert.Equal([$"POST {Windows} {body}"], Sent);
        Assert.Equal(("Checkly.MaintenanceWindow", 42L), (window.BaseObject.GetType().FullName, Get(window, "Id")));
    }

    [Theory]
    [InlineData("'2026-05-01 22:00'", "Europe/Berlin", "2026-05-01T20:00:00.000Z")]
    [InlineData("'2026-12-01 22:00'", "Europe/Berlin", "2026-12-01T21:00:00.000Z")]
    [InlineData("'2026-05-01 22:00'", "Eastern Standard Time", "2026-05-02T02:00:00.000Z")]
    [InlineData("([datetime]'2026-05-01 22:00')", "Asia/Kolkata", "2026-05-01T16:30:00.000Z")]
    [InlineData("'2026-05-01T22:00:00-07:00'", "Europe/Berlin", "2026-05-02T05:00:00.000Z")]
    [InlineData("([DateTimeOffset]'2026-05-01T22:00:00Z')", "Europe/Berlin", "2026-05-01T22:00:00.000Z")]
    [InlineData("([datetime]::new(2026, 5, 1, 22, 0, 0, [DateTimeKind]'Utc'))", "Europe/Berlin", "2026-05-01T22:00:00.000Z")]
    [InlineData("2026-05-01", "UTC", "2026-05-01T00:00:00.000Z")]
    public void A_time_without_an_offset_is_on_the_clock_of_the_time_zone(string startsAt, string zone, string sent)
    {
        Connect();

        Do($"New-ChecklyMaintenanceWindow x -StartsAt {startsAt} -Duration 01:30 -TimeZone '{zone}' -PauseAllChecks");

        using JsonDocument body = JsonDocument.Parse(Assert.Single(Server.Requests).Body);
        Assert.Equal(sent, body.RootElement.GetProperty("startsAt").GetString());
        Assert.Equal(TimeSpan.FromMinutes(90), body.RootElement.GetProperty("endsAt").GetDateTimeOffset() - body.RootElement.GetProperty("startsAt").GetDateTimeOffset());
    }

    /// <summary>What is written as ISO is read alike everywhere; what is not, as the culture writes dates.</summary>
    [Theory]
    [InlineData("th-TH", "'2026-05-01 22:00' -Duration 02:00", "2026-08-01")]
    [InlineData("ar-SA", "'2026-05-01 22:00' -Duration 02:00", "2026-08-01")]
    [InlineData("fa-IR", "'2026-05-01 22:00' -Duration 02:00", "2026-08-01")]
    [InlineData("de-DE", "'2026-05-01 22:00' -Duration 02:00", "2026-08-01")]
    [InlineData("th-TH", "'2026-5-1 22:00' -Duration 02:00", "2026-8-1")]
    [InlineData("fa-IR", "'2026/05/01 22:00' -Duration 02:00", "2026/8/1")]
    [InlineData("de-DE", "'1.5.2026 22:00' -EndsAt '2.5.2026 00:00'", "1.8.2026")]
    public void The_culture_matters_only_for_what_is_not_written_as_ISO(string culture, string times, string until)
    {
        Connect();

        DoIn(culture, $"$null = New-ChecklyMaintenanceWindow x -StartsAt {times} -TimeZone Europe/Berlin -RepeatUnit DAY -RepeatUntil {until} -PauseAllChecks");

        Assert.Equal([$$"""POST {{Windows}} {"name":"x",{{TimesJson}},"repeatInterval":1,"repeatUnit":"DAY","repeatEndsAt":"2026-08-01","timezone":"Europe/Berlin","pauseAllChecks":true}"""], Sent);
    }

    [Theory]
    [InlineData("2026-08-01")]
    [InlineData("([DateOnly]::new(2026, 8, 1))")]
    [InlineData("'2026-08-01T23:59:59-11:00'")]
    [InlineData("'2026-08-01T00:00:00+14:00'")]
    [InlineData("([datetime]'2026-08-01 23:00')")]
    [InlineData("([DateTimeOffset]'2026-08-01T00:00:00+14:00')")]
    public void The_last_day_is_the_date_as_it_is_written(string until)
    {
        Connect();

        Do($"New-ChecklyMaintenanceWindow x {Times} -RepeatUnit DAY -RepeatUntil {until} -PauseAllChecks");

        Assert.Contains("\"repeatEndsAt\":\"2026-08-01\"", Assert.Single(Sent), StringComparison.Ordinal);
    }

    [Fact]
    public void It_begins_now_when_nothing_else_is_said()
    {
        Connect();
        DateTimeOffset before = DateTimeOffset.UtcNow.AddMilliseconds(-1);

        Do("New-ChecklyMaintenanceWindow 'Deploy 4711' -Duration 00:30 -Tag web -PauseChecks");

        using JsonDocument body = JsonDocument.Parse(Assert.Single(Server.Requests).Body);
        DateTimeOffset start = body.RootElement.GetProperty("startsAt").GetDateTimeOffset();
        Assert.InRange(start, before, DateTimeOffset.UtcNow);
        Assert.Equal(start.AddMinutes(30), body.RootElement.GetProperty("endsAt").GetDateTimeOffset());
    }

    [Fact]
    public void A_row_of_a_table_makes_a_window()
    {
        Connect();

        Do("[pscustomobject]@{ Name = 'x'; StartsAt = '2026-05-01T20:00Z'; EndsAt = '2026-05-01T22:00Z'; Tag = 'web' } | New-ChecklyMaintenanceWindow -SilenceAlerts");

        Assert.Equal([$$"""POST {{Windows}} {"name":"x",{{TimesJson}},"silenceAlertsTags":["web"],"silenceAllAlerts":false,"repeatUnit":null}"""], Sent);
    }

    [Theory]
    [InlineData("-Duration 00:30", "neither pause a check nor silence")]
    [InlineData("-Duration 00:30 -PauseAllChecks:$false", "neither pause a check nor silence")]
    [InlineData("-Duration 00:30 -PauseChecks", "-PauseAllChecks")]
    [InlineData("-Duration 00:30 -SilenceAlerts", "-SilenceAllAlerts")]
    [InlineData("-Duration 00:30 -PauseChecks -Tag @()", "-Tag is empty")]
    [InlineData("-Duration 00:30 -PauseChecks -Tag $null", "-Tag is empty")]
    [InlineData("-Duration 00:30 -PauseChecks -Tag web, ' '", "-Tag is empty")]
    [InlineData("-Duration 00:30 -PauseAllChecks -Tag @()", "-Tag is empty")]
    [InlineData("-Duration 00:30 -Tag web", "nothing says what shall happen")]
    [InlineData("-Duration 00:30 -Tag web -PauseAllChecks", "nothing says what shall happen")]
    [InlineData("-Duration 00:30 -Tag web -PauseChecks -PauseAllChecks", "contradict")]
    [InlineData("-Duration 00:30 -Tag web -SilenceAlerts -SilenceAllAlerts", "contradict")]
    [InlineData("-PauseAllChecks", "-Duration or -EndsAt")]
    [InlineData("-PauseAllChecks -Duration 00:30 -EndsAt 2026-01-01", "-Duration or -EndsAt")]
    [InlineData("-PauseAllChecks -Duration -01:00", "00:30 for half an hour")]
    [InlineData("-PauseAllChecks -StartsAt 2026-05-01T20:00Z -EndsAt 2026-05-01T20:00Z", "has to end after it begins")]
    [InlineData("-PauseAllChecks -EndsAt 2020-01-01", "has to end after it begins")]
    [InlineData("-PauseAllChecks -Duration 01:00 -RepeatEvery 2", "-RepeatUnit")]
    [InlineData("-PauseAllChecks -Duration 01:00 -RepeatUntil 2036-01-01", "-RepeatUnit")]
    [InlineData("-PauseAllChecks -Duration 01:00 -RepeatUnit DAY -StartsAt 2026-05-01T23:00Z -TimeZone Europe/Berlin -RepeatUntil 2026-05-01", "before the day on which it begins (2026-05-02 in Europe/Berlin)")]
    [InlineData("-PauseAllChecks -Duration 01:00 -StartsAt '2026-03-29 02:30' -TimeZone Europe/Berlin", "There is no 2026-03-29T02:30:00 in Europe/Berlin")]
    [InlineData($"-Duration 01:00 -StatusPageId {PageId}", "give -Service or -AffectAllServices")]
    [InlineData($"-Duration 01:00 -StatusPageId {PageId} -Service {ServiceId} -AffectAllServices", "one of the two")]
    [InlineData($"-Duration 01:00 -PauseAllChecks -Service {ServiceId}", "give -StatusPageId")]
    [InlineData("-Duration 01:00 -PauseAllChecks -AutoEnd:$false", "give -StatusPageId")]
    [InlineData("-Duration 01:00 -PauseAllChecks -StatusPageId @() -NotifyOnEnd", "no status page")]
    public void What_contradicts_itself_is_refused_before_anything_is_sent(string arguments, string why) =>
        AssertRefused($"New-ChecklyMaintenanceWindow x {arguments}", why);

    [Theory]
    [InlineData("[Checkly.MaintenanceWindow]@{ Id = 42; Name = 'Old'; StartsAt = '2026-01-01' }")]
    [InlineData("[Checkly.StatusPage]@{ Name = 'Acme' }")]
    public void What_has_a_name_of_its_own_does_not_become_a_window_unseen(string piped) =>
        AssertRefused($"{piped} | New-ChecklyMaintenanceWindow -Duration 01:00 -PauseAllChecks", "where text or a row of data is wanted", "ParameterArgumentTransformationError");

    [Theory]
    [InlineData("-RepeatUnit DAY -RepeatEvery 366", "RepeatEvery")]
    [InlineData("-RepeatUnit DAY -RepeatEvery 0", "RepeatEvery")]
    [InlineData("-RepeatUnit YEAR", "RepeatUnit")]
    [InlineData("-TimeZone +02:00", "'+02:00' is not a time zone that the API knows")]
    [InlineData("-TimeZone 'Nowhere Standard Time'", "'Nowhere Standard Time' is not a time zone")]
    [InlineData("-TimeZone Europe/Nowhere", "'Europe/Nowhere' is not a time zone")]
    [InlineData("-ReminderMinutesBefore 59", "ReminderMinutesBefore")]
    [InlineData("-ReminderMinutesBefore 60, 61, 62, 63", "ReminderMinutesBefore")]
    [InlineData("-StatusPageId ' '", "StatusPageId")]
    [InlineData("-Description ('x' * 2001)", "at most 2000")]
    [InlineData("-StartsAt yesterday", "StartsAt")]
    [InlineData("-RepeatUnit DAY -RepeatUntil someday", "'someday' is no date")]
    public void What_no_window_can_have_is_refused_by_the_binder(string arguments, string why)
    {
        Connect();

        Outcome outcome = Run($"New-ChecklyMaintenanceWindow x -Duration 01:00 -PauseAllChecks {arguments}");

        Exception refusal = Assert.IsType<ParameterBindingException>(outcome.Thrown, exactMatch: false);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

}
