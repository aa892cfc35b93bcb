using System.Text.Json;

namespace Checkly.Sandbox.Tests;

public sealed class TextTests
{
    public static TheoryData<string> Texts => new()
    {
        "Störung: größere Ausfälle",
        "サービスが停止しています",
        "الخدمة متوقفة",
        "🔥👩‍👩‍👧‍👦🏳️‍🌈",
        "e\u0301 is not \u00e9",
        "<b>\"it's\" & back\\slash / </b>",
        "  spaces at both ends  ",
        "first\r\nsecond\n\tthird",
        "line\u2028and\u2029paragraph",
        "bell \u0007 and delete \u007f",
        "2022-11-25T12:34:56.000Z",
        "null",
        new string('x', 100_000),
        string.Concat(Enumerable.Repeat("Ä🔥", 20_000)),
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task The_text_of_an_update_comes_back_unchanged(string text)
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        SandboxAnswer posted = await sandbox.PostAsync($"/v1/incidents/{incident}/updates", Bodies.Update(text));

        Assert.Equal(text, posted.Text("description"));
        Assert.Equal([text, "The service is down."], (await sandbox.HistoryAsync(incident)).Descriptions);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task The_texts_of_an_incident_come_back_unchanged(string text)
    {
        using SandboxCall sandbox = new();
        string body = Bodies.With(Bodies.Incident, "name", JsonSerializer.Serialize(text));
        body = Bodies.With(body, "incidentUpdates", $"[{Bodies.Update(text)}]");

        SandboxAnswer posted = await sandbox.PostAsync("/v1/incidents", body);
        SandboxAnswer read = await sandbox.HistoryAsync(posted.Text("id"));

        foreach (SandboxAnswer answer in new[] { posted, read })
        {
            Assert.Equal(text, answer.Text("name"));
            Assert.Equal([text], answer.Descriptions);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_changed_text_comes_back_unchanged(string text)
    {
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();
        string update = await sandbox.UpdateAsync(incident);
        string json = JsonSerializer.Serialize(text);

        SandboxAnswer described = await sandbox.PutAsync(
            $"/v1/incidents/{incident}/updates/{update}", $$"""{ "description": {{json}} }""");
        SandboxAnswer named = await sandbox.PutAsync(
            $"/v1/incidents/{incident}", Bodies.With(Bodies.Change, "name", json));

        Assert.Equal(text, described.Text("description"));
        Assert.Equal(text, named.Text("name"));
        SandboxAnswer read = await sandbox.GetAsync($"/v1/incidents/{incident}");
        Assert.Equal(text, read.Text("name"));
        Assert.Equal([text], read.Descriptions);
    }

    [Fact]
    public async Task Characters_may_come_unescaped_too()
    {
        // The other bodies are escaped to ASCII by their serializer; this one is UTF-8 as it stands.
        using SandboxCall sandbox = new();
        string incident = await sandbox.IncidentAsync();

        SandboxAnswer posted = await sandbox.PostAsync(
            $"/v1/incidents/{incident}/updates", """{ "status": "MONITORING", "description": "Größe 🔥 停止" }""");

        Assert.Equal("Größe 🔥 停止", posted.Text("description"));
    }
}
