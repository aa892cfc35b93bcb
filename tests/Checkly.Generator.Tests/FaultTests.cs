using Microsoft.CodeAnalysis;

namespace Checkly.Generator.Tests;

/// <summary>An invalid attribute is one error at its property, and the reader is generated nevertheless.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("CHKLY002", """[ApiField("a")] public int A { get; set; }""")]
    [InlineData("CHKLY002", """[ApiField("a")] public object[] A { get; set; } = [];""")]
    [InlineData("CHKLY002", """[ApiField("a")] public NewIncident[] A { get; set; } = [];""")]
    [InlineData("CHKLY003", """[ApiField("id")] public string? A { get; set; }""")]
    [InlineData("CHKLY003", """[ApiField("a", "id")] public DateTimeOffset? A { get; set; }""")]
    [InlineData("CHKLY003", """[ApiField("")] public string? A { get; set; }""")]
    [InlineData("CHKLY004", """[ApiField("a")] public string? A => null;""")]
    [InlineData("CHKLY005", """[ApiField("a", Required = true)] public bool? A { get; set; }""")]
    [InlineData("CHKLY005", """[ApiField("a", Required = true)] public string? A { get; set; }""")]
    [InlineData("CHKLY005", """[ApiField("a", FromParent = true)] public string[] A { get; set; } = [];""")]
    [InlineData("CHKLY005", """[ApiField("a", FromParent = true, Required = true)] public string? A { get; set; }""")]
    public void It_is_told_where_it_is(string id, string property)
    {
        var (code, faults, errors) = GeneratorRun.Of($$"""
            namespace Checkly;
            [ApiModel]
            public sealed partial class Thing
            {
                [ApiField("id", Required = true)] public string? Id { get; set; }
                {{property}}
                internal static Thing Use(System.Text.Json.JsonElement json) => Read(json);
            }
            """);

        Diagnostic fault = Assert.Single(faults);
        FileLinePositionSpan place = fault.Location.GetLineSpan();
        Assert.Equal((id, DiagnosticSeverity.Error, GeneratorRun.Path, 5), (fault.Id, fault.Severity, place.Path, place.StartLinePosition.Line));
        Assert.Contains("'Thing.A'", fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("fields.RequiredText(\"id\")", code, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Fact]
    public void A_list_whose_items_take_an_id_needs_one_to_give()
    {
        var (_, faults, errors) = GeneratorRun.Of("""
            namespace Checkly;
            [ApiModel]
            public sealed partial class Thing
            {
                [ApiField("updates")] public IncidentUpdate[] Updates { get; set; } = [];
            }
            """);

        Assert.Equal("CHKLY006", Assert.Single(faults).Id);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("namespace Checkly; [ApiModel] public class Thing { }", "CS0260")]
    [InlineData("namespace Checkly; [ApiBody] public class Thing { }", "CS0260")]
    [InlineData("namespace Checkly; public class Outer { [ApiBody] public partial class Thing { } }", null)]
    public void A_type_that_cannot_have_another_part_is_told_of(string source, string? compilerSays)
    {
        var (_, faults, errors) = GeneratorRun.Of(source);

        Assert.Equal("CHKLY001", Assert.Single(faults).Id);
        Assert.Equal(compilerSays is null ? [] : [compilerSays], errors.Select(error => error.Id));
    }
}
