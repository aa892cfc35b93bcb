using System.Reflection;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>Time zones under their two names.</summary>
public sealed class TimeZoneTests(ApiServer server) : MaintenanceTest(server), IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("'W. Europe Standard Time'", "Europe/Berlin")]
    [InlineData("'w. europe standard time'", "Europe/Berlin")]
    [InlineData("'Tokyo Standard Time'", "Asia/Tokyo")]
    [InlineData("'Tonga Standard Time'", "Pacific/Tongatapu")]
    [InlineData("America/New_York", "America/New_York")]
    [InlineData("' Europe/Berlin '", "Europe/Berlin")]
    [InlineData("europe/berlin", "Europe/Berlin")]
    [InlineData("AMERICA/NEW_YORK", "America/New_York")]
    [InlineData("utc", "UTC")]
    [InlineData("([TimeZoneInfo]::FindSystemTimeZoneById('Asia/Kolkata'))", "Asia/Kolkata")]
    public void The_api_gets_the_IANA_name(string given, string sent)
    {
        // What an earlier test has read would be found in any letters.
        TimeZoneInfo.ClearCachedData();
        Connect();

        Do($"New-ChecklyMaintenanceWindow x -Duration 01:00 -PauseAllChecks -TimeZone {given}");

        Assert.Contains($"\"timezone\":\"{sent}\"", Assert.Single(Sent), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Berlin", "Europe/BERLIN")]
    [InlineData("America/New_York", "America/New_YORK")]
    [InlineData("Japan", "japan")]
    public void A_name_that_was_read_before_is_sent_as_it_is_written(string read, string given)
    {
        TimeZoneInfo.ClearCachedData();
        TimeZoneInfo.FindSystemTimeZoneById(read);
        Connect();

        Do($"New-ChecklyMaintenanceWindow x -Duration 01:00 -PauseAllChecks -TimeZone {given}");

        Assert.Contains($"\"timezone\":\"{read}\"", Assert.Single(Sent), StringComparison.Ordinal);
    }

    /// <summary>What Windows PowerShell goes by, which has no translation of its own.</summary>
    [Fact]
    public void The_table_says_what_dotnet_says()
    {
        Type table = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "Checkly.Cmdlets").GetType("Checkly.WindowsTimeZones")!;
        var names = (Dictionary<string, string>)table.GetField("Names", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

        Assert.True(names.Count > 40);
        Assert.All(names, name =>
        {
            Assert.True(TimeZoneInfo.TryConvertIanaIdToWindowsId(name.Value, out string? windows), name.Value);
            Assert.Equal(name.Key, windows);
            Assert.Equal(name.Key, Call(table, "FromIana", name.Value));
            Assert.Equal(name.Value, Call(table, "ToIana", name.Key.ToLowerInvariant()));
        });
        Assert.Null(Call(table, "ToIana", "Nowhere Standard Time"));
        Assert.Null(Call(table, "FromIana", "Europe/Nowhere"));
    }

    private static object? Call(Type type, string method, string argument) => type.GetMethod(method)!.Invoke(null, [argument]);
}
