using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Set-ChecklyMaintenanceWindow: what is not named stays as it is; -EndNow ends what runs.</summary>
public sealed class SetMaintenanceWindowTests(ApiServer server) : MaintenanceTest(server), IClassFixture<ApiServer>
{
    private const string OnPage = $$"""
        ,"statusPageVisibility":{"enabled":true,"severity":"MINOR","affectAllServices":true,"reminderMinutesBefore":[60],"autoEnd":false,"statusPageIds":["{{PageId}}"],"serviceIds":[],"later":1}
        """;

    [Theory]
    [InlineData("-Name New", """{"name":"New"}""")]
    [InlineData("-Description $null", """{"description":null}""")]
    [InlineData("-EndsAt 2026-05-01T23:00Z", """{"endsAt":"2026-05-01T23:00:00.000Z"}""")]
    [InlineData("-StartsAt 2026-05-01T21:00Z", """{"startsAt":"2026-05-01T21:00:00.000Z"}""")]
    [InlineData("-Duration 04:00", """{"endsAt":"2026-05-02T00:00:00.000Z"}""")]
    [InlineData("-StartsAt '2026-05-03 22:00' -Duration 04:00 -TimeZone Europe/Berlin", """{"startsAt":"2026-05-03T20:00:00.000Z","endsAt":"2026-05-04T00:00:00.000Z","timezone":"Europe/Berlin"}""")]
    [InlineData("-TimeZone $null", """{"timezone":null}""")]
    [InlineData("-RepeatUnit week", """{"repeatInterval":1,"repeatUnit":"WEEK"}""")]
    [InlineData("-RepeatUnit week -RepeatEvery 3 -RepeatUntil $null", """{"repeatInterval":3,"repeatUnit":"WEEK","repeatEndsAt":null}""")]
    [InlineData("-Once", """{"repeatInterval":null,"repeatUnit":null,"repeatEndsAt":null}""")]
    [InlineData("-Tag web -PauseChecks", """{"tags":["web"],"pauseAllChecks":false}""")]
    [InlineData("-PauseChecks:$false -SilenceAlerts -Tag web", """{"tags":[],"pauseAllChecks":false,"silenceAlertsTags":["web"],"silenceAllAlerts":false}""")]
    [InlineData("-PauseAllChecks:$false", """{"pauseAllChecks":false}""")]
    public void It_reads_first_and_sends_what_changes(string arguments, string body)
    {
        Connect();

        Outcome outcome = Do($"Set-ChecklyMaintenanceWindow 42 {arguments}");

        Assert.Empty(outcome.Output);
        Assert.Equal([$"GET {WindowPath}", $"PUT {WindowPath} {body}"], Sent);
    }

    [Theory]
    [InlineData("-Severity critical", $$"""{"enabled":true,"severity":"CRITICAL","affectAllServices":true,"reminderMinutesBefore":[60],"autoEnd":false,"statusPageIds":["{{PageId}}"],"serviceIds":[]}""")]
    [InlineData($"-Service {ServiceId}", $$"""{"enabled":true,"severity":"MINOR","affectAllServices":false,"reminderMinutesBefore":[60],"autoEnd":false,"statusPageIds":["{{PageId}}"],"serviceIds":["{{ServiceId}}"]}""")]
    [InlineData("-StatusPageId @()", """{"enabled":false,"severity":"MINOR","affectAllServices":false,"reminderMinutesBefore":[60],"autoEnd":false,"statusPageIds":[],"serviceIds":[]}""")]
    [InlineData("-ReminderMinutesBefore @()", $$"""{"enabled":true,"severity":"MINOR","affectAllServices":true,"reminderMinutesBefore":[],"autoEnd":false,"statusPageIds":["{{PageId}}"],"serviceIds":[]}""")]
    public void What_status_pages_show_goes_back_whole(string arguments, string visibility)
    {
        Connect(WindowJson(more: OnPage));

        Do($"Set-ChecklyMaintenanceWindow 42 {arguments}");

        Assert.Equal($$"""PUT {{WindowPath}} {"statusPageVisibility":{{visibility}}}""", Sent[1]);
    }

    [Fact]
    public void A_window_that_is_piped_does_not_write_its_old_values_back()
    {
        Connect();

        Do("[Checkly.MaintenanceWindow]@{ Id = 42; Name = 'Stale'; Description = 'Stale'; StartsAt = '2020-01-01' } | Set-ChecklyMaintenanceWindow -EndsAt 2026-05-01T23:00Z");

        Assert.Equal($$"""PUT {{WindowPath}} {"endsAt":"2026-05-01T23:00:00.000Z"}""", Sent[1]);
    }

    [Theory]
    [InlineData("", "nothing to change")]
    [InlineData("-EndNow -Name x", "-EndNow cannot be combined with another change")]
    [InlineData("-EndsAt 2026-05-01T23:00Z -Duration 01:00", "both say when it ends")]
    [InlineData("-Once -RepeatEvery 2", "contradict")]
    [InlineData("-Tag web", "nothing says what shall happen")]
    [InlineData("-Tag @() -PauseChecks", "-Tag is empty")]
    [InlineData("-StatusPageId @() -Severity MINOR", "no status page")]
    public void What_makes_no_sense_is_refused_before_any_request(string arguments, string why) =>
        AssertRefused($"Set-ChecklyMaintenanceWindow 42 {arguments}", why);

    [Theory]
    [InlineData("-EndsAt 2026-05-01T20:00Z", "has to end after it begins")]
    [InlineData("-StartsAt 2026-05-01T23:00Z", "has to end after it begins")]
    [InlineData("-EndsAt 2026-05-01T20:00:00.0009Z", "has to end after it begins")]
    [InlineData("-RepeatEvery 2", "does not repeat")]
    [InlineData("-RepeatUntil 2030-01-01", "does not repeat")]
    [InlineData("-RepeatUnit DAY -RepeatUntil 2026-04-30", "before the day on which it begins")]
    [InlineData($"-StatusPageId {PageId}", "give -Service or -AffectAllServices")]
    [InlineData("-AffectAllServices", "give -StatusPageId")]
    public void What_the_window_contradicts_is_refused_before_it_is_changed(string arguments, string why)
    {
        Connect();

        Outcome outcome = Run($"Set-ChecklyMaintenanceWindow 42 {arguments}");

        Assert.StartsWith("Checkly.BadRequest,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(why, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(42L, outcome.Error.TargetObject);
        Assert.Equal([$"GET {WindowPath}"], Sent);
    }

    [Fact]
    public void A_window_is_not_moved_behind_the_last_day_on_which_it_repeats()
    {
        Connect(WindowJson(more: ",\"repeatUnit\":\"WEEK\",\"repeatEndsAt\":\"2026-05-31T00:00:00.000Z\",\"timezone\":\"Europe/Berlin\""));

        Outcome outcome = Run("Set-ChecklyMaintenanceWindow 42 -StartsAt '2026-06-01 02:00' -Duration 01:00; Set-ChecklyMaintenanceWindow 42 -StartsAt '2026-06-01 02:00' -Duration 01:00 -Once; Set-ChecklyMaintenanceWindow 42 -Name x");

        Assert.Equal("It would repeat until 2026-05-31, which is before the day on which it begins (2026-06-01 in Europe/Berlin): give a later -RepeatUntil.", outcome.Error.Exception.Message);
        Assert.Equal(2, Server.Requests.Count(request => request.Method == "PUT"));
    }

    [Fact]
    public void PassThru_returns_the_window()
    {
        Connect();

        Assert.Equal(42L, Get(Do("Set-ChecklyMaintenanceWindow 42 -Name x -PassThru").Only(), "Id"));
        Assert.Empty(Do("Set-ChecklyMaintenanceWindow 42 -Name x -PassThru -WhatIf").Output);
    }

    [Fact]
    public void EndNow_ends_what_runs()
    {
        Connect(WindowJson(FromNow(-10), FromNow(20)));
        DateTimeOffset before = DateTimeOffset.UtcNow.AddMilliseconds(-1);

        Do("Set-ChecklyMaintenanceWindow 42 -EndNow");

        Assert.Equal(["GET", "PUT"], Server.Requests.Select(request => request.Method));
        using JsonDocument body = JsonDocument.Parse(Server.Requests[1].Body);
        Assert.InRange(Assert.Single(body.RootElement.EnumerateObject(), field => field.NameEquals("endsAt")).Value.GetDateTimeOffset(), before, DateTimeOffset.UtcNow);
    }

    [Fact]
    public void EndNow_leaves_what_has_ended()
    {
        Connect();

        Outcome outcome = Do("Set-ChecklyMaintenanceWindow 42 -EndNow -PassThru");

        Assert.Contains($"had ended already, at {Iso("2026-05-01T22:00:00Z")}.", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Equal(42L, Get(outcome.Only(), "Id"));
        Assert.Equal([$"GET {WindowPath}"], Sent);
    }

    [Fact]
    public void EndNow_refuses_what_has_not_begun()
    {
        Connect(WindowJson(FromNow(60), FromNow(120)));

        Outcome outcome = Run("Set-ChecklyMaintenanceWindow 42 -EndNow");

        Assert.Contains("Remove-ChecklyMaintenanceWindow", outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal([$"GET {WindowPath}"], Sent);
    }

    [Fact]
    public void EndNow_of_a_window_that_repeats_ends_only_the_occurrence_that_runs()
    {
        Connect(WindowJson(more: ",\"repeatUnit\":\"DAY\""));
        Server.Answer("GET", Maintenances, 200, $"[{MaintenanceJson(id: UpdateId)},{MaintenanceJson(FromNow(-10), FromNow(20))},{MaintenanceJson(FromNow(60), FromNow(90), PageId)}]");

        Do("Set-ChecklyMaintenanceWindow 42 -EndNow");

        Assert.Equal([$"GET {WindowPath}", $"GET {Maintenances}?limit=50&page=1"], Sent[..2]);
        Assert.StartsWith($$"""PATCH {{MaintenancePath}} {"endsAt":"{{DateTimeOffset.UtcNow.Year.ToString(CultureInfo.InvariantCulture)}}""", Sent[2], StringComparison.Ordinal);
        Assert.Equal(3, Sent.Length);
    }

    [Fact]
    public void EndNow_of_a_window_that_repeats_changes_nothing_while_none_runs()
    {
        Connect(WindowJson(more: ",\"repeatUnit\":\"DAY\""));

        Assert.Contains("No occurrence", Assert.Single(Do("Set-ChecklyMaintenanceWindow 42 -EndNow").Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Requests, request => request.Method != "GET");
    }

    [Fact]
    public void A_window_that_was_just_opened_can_be_ended()
    {
        PSObject window = Do("""
            Connect-Checkly -Sandbox
            1..20 | ForEach-Object { New-ChecklyMaintenanceWindow "Deploy $_" -Duration 00:30 -Tag web -PauseChecks | Set-ChecklyMaintenanceWindow -EndNow -PassThru }
            """).Output[^1];

        Assert.True((DateTimeOffset)Get(window, "EndsAt")! < DateTimeOffset.UtcNow.AddMinutes(1));
    }
}
