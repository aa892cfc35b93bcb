using Checkly.Tests;
using NJsonSchema;

namespace Checkly.Sandbox.Tests;

/// <summary>The contract refuses what does not fit it; were it to let everything pass, no other test would notice.</summary>
public sealed class ApiContractTests
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
                "id": { "type": "string", "format": "uuid" },
                "count": { "type": "number" },
                "made": { "type": "string", "format": "date-time" },
                "changed": { "type": "string", "format": "date-time", "nullable": true },
                "day": { "type": "string", "format": "date", "nullable": true },
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
    [InlineData("null")]
    [InlineData("\"2022-09-08\"")]
    [InlineData("\"2022-09-08T19:41:28.658Z\"")]
    public async Task A_date_may_have_a_time(string json)
    {
        JsonSchema schema = await SchemaAsync();

        Assert.Empty(schema.Validate(Bodies.With(Good, "day", json)));
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
    [InlineData("day", "\"yesterday\"")]
    [InlineData("day", "12")]
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
        ApiContract document = ApiContract.Parse(Document);

        await Assert.ThrowsAsync<InvalidOperationException>(() => document.AnswerAsync("get", "/things", 201));
        Assert.False(document.Documents("get", "/things", 201));
        Assert.True(document.Documents("get", "/things", 204));
    }

    [Theory]
    [InlineData("POST", "/things", "{\"id\":1}", null)]
    [InlineData("POST", "/things?page=2", "{\"id\":1}", null)]
    [InlineData("POST", "/things?page=0", "{\"id\":1}", "NumberTooSmall")]
    [InlineData("POST", "/things?page=x", "{\"id\":1}", null, true)]
    [InlineData("POST", "/things?size=2", "{\"id\":1}", "size is no parameter")]
    [InlineData("POST", "/things", null, "wants a body")]
    [InlineData("POST", "/things", "{}", "PropertyRequired")]
    [InlineData("POST", "/things", "{\"id\":1,\"other\":2}", "NoAdditionalPropertiesAllowed")]
    [InlineData("GET", "/things/7", null, null)]
    [InlineData("GET", "/things/7", "{}", "takes no body")]
    [InlineData("PUT", "/things/7", null, "no operation")]
    [InlineData("GET", "/other", null, "no operation")]
    public async Task A_request_is_held_against_its_operation(string method, string path, string? body, string? problem, bool unreadable = false)
    {
        ApiContract document = ApiContract.Parse(
            """
            { "paths": {
              "/things": { "post": {
                "parameters": [{ "in": "query", "name": "page", "schema": { "type": "integer", "minimum": 1 } }],
                "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": { "id": { "type": "number" } }, "required": ["id"] } } } }
              } },
              "/things/{id}": { "get": {} }
            } }
            """);

        if (unreadable)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => document.ProblemsAsync(method, path, body));
            return;
        }

        IReadOnlyList<string> problems = await document.ProblemsAsync(method, path, body);

        Assert.Equal(problem is null ? 0 : 1, problems.Count);
        Assert.All(problems, text => Assert.Contains(problem!, text, StringComparison.Ordinal));
    }

    private static Task<JsonSchema> SchemaAsync() => ApiContract.Parse(Document).AnswerAsync("get", "/things", 200);
}
