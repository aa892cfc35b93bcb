using System.Management.Automation;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>A list of many pages shows how far it is read, and takes that away at its end.</summary>
public sealed class ProgressTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("Get-ChecklyCheck", 500, 100, "300 of 500 entries,400 of 500 entries,500 of 500 entries")]
    [InlineData("Get-ChecklyCheck -Name c33", 500, 100, "300 of 500 entries,400 of 500 entries,500 of 500 entries")]
    [InlineData("Invoke-ChecklyApi /v3/checks -All", 500, 100, "300 of 500 entries,400 of 500 entries,500 of 500 entries")]
    [InlineData("Get-ChecklyCheck 'c7' -ErrorAction SilentlyContinue", 300, 100, "300 of 300 entries")]
    [InlineData("Get-ChecklyCheck", 200, 100, "")]
    [InlineData("Get-ChecklyCheck -First 350", 500, 100, "264 of 500 entries,352 of 500 entries")]
    public void It_begins_with_the_third_page(string command, int length, int cap, string shown)
    {
        ConnectTo(server.Uri);
        server.AnswerPages("/v3/checks", [.. Enumerable.Range(1, length).Select(n => $$"""{"id":"00000000-0000-4000-8000-{{n:000000000000}}","name":"c{{n}}"}""")], cap, saysTotal: true);

        Outcome outcome = Run(command);

        ProgressRecord[] records = [.. outcome.Progress];
        Assert.Equal(shown, string.Join(',', records.Where(record => record.RecordType == ProgressRecordType.Processing).Select(record => record.StatusDescription)));
        Assert.All(records.Where(record => record.RecordType == ProgressRecordType.Processing), record => Assert.Equal("Reading /v3/checks", record.Activity));
        Assert.Equal(shown.Length > 0 ? 1 : 0, records.Count(record => record.RecordType == ProgressRecordType.Completed));
    }

    protected override void Cleanup() => server.Reset();
}
