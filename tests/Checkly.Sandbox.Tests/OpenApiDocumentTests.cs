using NJsonSchema;

namespace Checkly.Sandbox.Tests;

/// <summary>A check that lets everything pass is none: these show that it refuses.</summary>
public sealed class OpenApiDocumentTests
{
    private const string Document =
        """
        {
          "paths": { "/things": { "get": { "responses": {
            "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
            "204": { "description": "No Content" }
          } } } },
          "components": { "schemas": {
            "Colour": { "type": "string", "enum": ["RED", "BLUE"], "example": "RED" },
            "Part": { "type": "object", "properties": { "colour": { "$ref": "#/components/schemas/Colour" } }, "required": ["colour"] },
            "Thing": {
              "type": "object",
              "properties": {
                "id": { "type": "string", "x-format": { "guid": true } },
                "count": { "type": "number" },
                "made": { "type": "string", "format": "date-time" },
                "changed": { "type": "string", "format": "date-time", "nullable": true },
                "mood": { "type": "string", "enum": ["GOOD"], "nullable": true },
                "parts": { "type": "array", "minItems": 1, "items": { "$ref": "#/components/schemas/Part" } }
              },
              "required": ["id", "changed"]
            }
          } }
        }
        """;

    private const string Good =
        """
        {
          "id": "e50ad839-1b90-4955-b716-1c6edbda57cb",
          "count": 1,
          "made": "2022-09-08T19:41:28.658Z",
          "changed": null,
          "mood": null,
          "parts": [{ "colour": "RED" }]
        }
        """;

    [Fact]
    public async Task A_right_document_passes()
    {
        JsonSchema schema = await SchemaAsync();

        Assert.Empty(schema.Validate(Good));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("changed")]
    public async Task A_document_without_a_required_field_is_rejected(string field)
    {
        JsonSchema schema = await SchemaAsync();

        Assert.NotEmpty(schema.Validate(Bodies.Without(Good, field)));
    }

    [Theory]
    [InlineData("id", "\"no guid\"")]
    [InlineData("id", "null")]
    [InlineData("count", "\"one\"")]
    [InlineData("count", "null")]
    [InlineData("made", "\"yesterday\"")]
    [InlineData("made", "null")]
    [InlineData("changed", "\"yesterday\"")]
    [InlineData("changed", "12")]
    [InlineData("mood", "\"BAD\"")]
    [InlineData("parts", "[]")]
    [InlineData("parts", "{}")]
    [InlineData("parts", "[{}]")]
    [InlineData("parts", """[{ "colour": "GREEN" }]""")]
    [InlineData("parts", """[{ "colour": null }]""")]
    public async Task A_document_with_a_wrong_value_is_rejected(string field, string json)
    {
        JsonSchema schema = await SchemaAsync();

        Assert.NotEmpty(schema.Validate(Bodies.With(Good, field, json)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public async Task A_document_of_another_type_is_rejected(string json)
    {
        JsonSchema schema = await SchemaAsync();

        Assert.NotEmpty(schema.Validate(json));
    }

    [Fact]
    public async Task An_answer_that_is_not_documented_has_no_schema()
    {
        OpenApiDocument document = OpenApiDocument.Parse(Document);

        await Assert.ThrowsAsync<InvalidOperationException>(() => document.AnswerAsync("get", "/things", 201));
        Assert.False(document.Documents("get", "/things", 201));
        Assert.True(document.Documents("get", "/things", 204));
    }

    private static Task<JsonSchema> SchemaAsync() => OpenApiDocument.Parse(Document).AnswerAsync("get", "/things", 200);
}
