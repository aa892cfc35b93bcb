using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Checkly.Hosting;

namespace Checkly.Cmdlets.Tests;

/// <summary>One rule for points in time in every view: local in tables, whose header says so, ISO 8601 everywhere else.</summary>
public sealed partial class TimeViewTests : ModuleTest
{
    private static readonly XElement[] Views = [.. XDocument.Load(Path.Combine(Path.GetDirectoryName(ModuleHost.ManifestPath)!, "module", "bin", "Checkly.Format.ps1xml")).Descendants("View")];

    [Fact]
    public void Every_type_with_times_has_a_list_that_shows_each_in_ISO()
    {
        (string Type, string[] Times)[] types = [.. TypesWithTimes()];

        Assert.True(types.Length >= 14);
        Assert.All(types, type =>
        {
            XElement[] items = [.. Views.Where(view => Is(view, type.Type)).Descendants("ListItem")];
            Assert.All(type.Times, time => Assert.Equal(
                $"[Checkly.TimeText]::Iso($_.{time})", Assert.Single(items, item => item.Element("Label")?.Value == time).Element("ScriptBlock")?.Value));
        });
    }

    [Fact]
    public void A_column_of_times_says_local_and_is_wide_enough()
    {
        int columns = 0;
        foreach (XElement table in Views.Descendants("TableControl"))
        {
            XElement[] headers = [.. table.Descendants("TableColumnHeader")];
            string[] cells = [.. table.Descendants("TableColumnItem").Select(item => item.Value)];
            foreach ((XElement header, string cell) in headers.Zip(cells))
            {
                bool isTime = cell.Contains("[Checkly.TimeText]::Local(", StringComparison.Ordinal);
                Assert.Equal(cell.Contains("[Checkly.TimeText]::Age(", StringComparison.Ordinal), header.Element("Label")!.Value == "Age");
                Assert.Equal(isTime, header.Element("Label")!.Value.EndsWith(" (local)", StringComparison.Ordinal));
                if (isTime)
                {
                    columns++;
                    Assert.Equal("19", header.Element("Width")!.Value);
                }
            }
        }

        Assert.True(columns >= 7);
    }

    [Fact]
    public void No_view_writes_a_time_in_a_way_of_its_own()
    {
        string[] times = [.. TypesWithTimes().SelectMany(type => type.Times).Distinct()];

        Assert.All(Views.Descendants("ScriptBlock").Concat(Views.Descendants("PropertyName")), script =>
        {
            Assert.DoesNotMatch(OwnFormat(), script.Value);
            string rest = Either().Replace(script.Value, string.Empty);
            Assert.All(times, time => Assert.DoesNotMatch($@"(?<!\[Checkly\.TimeText\]::(Local|Iso|Age)\()\$_\.{time}\b", rest));
        });
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    public void The_culture_does_not_matter(string culture) => Assert.Equal(
        ["2026-07-01 10:00:00", "2026-07-01T10:00:00", "", ""],
        DoIn(culture, """
            $time = [DateTimeOffset][datetime]::new(2026, 7, 1, 10, 0, 0, [DateTimeKind]'Local')
            [Checkly.TimeText]::Local($time); [Checkly.TimeText]::Iso($time).Substring(0, 19); [Checkly.TimeText]::Local($null); [Checkly.TimeText]::Iso($null)
            """).Output.Select(text => text.ToString()));

    [Theory]
    [InlineData("[DateTimeOffset]::MinValue")]
    [InlineData("[DateTimeOffset]::MaxValue")]
    public void The_first_and_the_last_moment_can_be_shown(string time) =>
        Assert.Equal(2, Do($"[Checkly.TimeText]::Local({time}); [Checkly.TimeText]::Iso({time})").Output.Count);

    [Fact]
    public void What_was_saved_shows_the_same_times()
    {
        PSObject fresh = Do("[Checkly.Maintenance]@{ Id = 'i'; MaintenanceWindowId = 7; StartsAt = '2026-07-01T10:00:00Z'; EndsAt = '2026-07-01T11:00:00Z' }").Only();
        object saved = PSSerializer.Deserialize(PSSerializer.Serialize(fresh.BaseObject, depth: 2));

        string shown = Do("$item | Out-Default", ("item", fresh)).Shown;

        Assert.Contains(Iso("2026-07-01T11:00:00Z")[..19].Replace('T', ' '), shown, StringComparison.Ordinal);
        Assert.Equal(shown, Do("$item | Out-Default", ("item", saved)).Shown);
    }

    private static IEnumerable<(string Type, string[] Times)> TypesWithTimes() =>
        AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name is "Checkly.Client" or "Checkly.Cmdlets").SelectMany(assembly => assembly.GetExportedTypes())
            // What is only sent, and commands, are never shown.
            .Where(type => !typeof(Cmdlet).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null && !type.Name.StartsWith("New", StringComparison.Ordinal) && !type.Name.EndsWith("Filter", StringComparison.Ordinal))
            .Select(type => (type.FullName!, type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(DateTimeOffset)).Select(property => property.Name).ToArray()))
            .Where(type => type.Item2.Length > 0).DistinctBy(type => type.Item1);

    private static bool Is(XElement view, string type) => view.Descendants("TypeName").Any(name => name.Value == type);

    /// <summary>One of two times.</summary>
    [GeneratedRegex(@"\$when = if \(\$_\.(\w+)\) \{ \$_\.\1 \} else \{ \$_\.\w+ \}; ", RegexOptions.CultureInvariant)]
    private static partial Regex Either();

    [GeneratedRegex(@"LocalDateTime|UtcDateTime|ToString\('|ToLocalTime")]
    private static partial Regex OwnFormat();
}
