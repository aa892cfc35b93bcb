using System.Collections;
using System.Text.Json;
using Checkly.Tests;

namespace Checkly.Cmdlets.Tests;

/// <summary>
/// PowerShell shows the properties of an object as they are (<c>Format-List *</c>, <c>$incident.Name</c>): control characters in
/// them are their pictures.
/// </summary>
public sealed class ControlCharacterTests(ApiServer server) : ModuleTest, IClassFixture<ApiServer>
{
    private const string Path = $"/v1/incidents/{IncidentId}";

    [Theory]
    [InlineData("a\u001b[31mb\u0000\u0007\u007f", "a\u241b[31mb\u2400\u2407\u2421")]
    [InlineData("a\u009b2J\u0085b", "a\ufffd2J\ufffdb")]
    [InlineData("one\r\ntwo\rthree\tfour\n", "one\r\ntwo\u240dthree\tfour\n")]
    [InlineData("می\u200cخواهم \u200b", "می\u200cخواهم \u200b")]
    public void A_property_drives_no_terminal(string sent, string held)
    {
        ConnectTo(server.Uri);
        server.Answer("GET", Path, 200, JsonSerializer.Serialize(new { id = IncidentId, name = sent, other = new Dictionary<string, string[]> { [sent] = [sent] } }));

        Outcome outcome = Do($"Get-ChecklyIncident {IncidentId}");

        Assert.Equal(held, Get(outcome.Only(), "Name"));
        var other = (IDictionary)((IDictionary)Get(outcome.Only(), "AdditionalProperties")!)["other"]!;
        Assert.Equal(held, Assert.Single((IEnumerable<object?>)other[held]!));
    }
}
