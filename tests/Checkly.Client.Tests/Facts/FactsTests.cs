using System.Text.Json.Nodes;
using Checkly.Facts;
using Checkly.Tests;

namespace Checkly.Client.Tests;

/// <summary>The facts of the API: what the tool writes can be read back, and is what stands in the project.</summary>
public sealed class FactsTests
{
    [Fact]
    public void What_is_read_is_written_back_byte_by_byte() =>
        Assert.Equal(ApiContract.FactsText, FactsWriter.Write(FactsReader.Read(ApiContract.FactsText)));

    [Fact]
    public void They_are_those_of_the_official_document_where_it_lies_beside_the_checkout()
    {
        string path = Path.Combine(Repository.Root, "..", "shared", "api", "openapi.json");
        Assert.SkipUnless(File.Exists(path), "The official document does not lie beside this checkout (../shared/api/openapi.json): the facts were not compared with it.");
        Assert.Equal(FactsWriter.Write(JsonNode.Parse(File.ReadAllText(path))!.AsObject()), ApiContract.FactsText);
    }

    [Fact]
    public void A_document_becomes_a_line_a_field()
    {
        JsonObject document = JsonNode.Parse("""
            { "paths": { "/v1/things/{id}": {
                "put": { "deprecated": true, "parameters": [
                    { "name": "id", "in": "path", "required": true, "schema": { "type": "string", "x-format": { "guid": true }, "description": "Left out." } },
                    { "name": "x-checkly-account", "in": "header", "schema": { "type": "string" } }],
                  "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                  "responses": { "204": {}, "404": {}, "400": {} } },
                "get": { "parameters": [
                    { "name": "limit", "in": "query", "schema": { "type": "integer", "minimum": 1, "maximum": 50, "default": 10 } },
                    { "name": "nextId", "in": "query", "required": true, "schema": { "type": "string" } }],
                  "responses": { "200": { "content": { "image/svg+xml": { "schema": { "type": "string" } } } } } } } },
              "components": { "schemas": {
                "ApiError": { "type": "object" },
                "Model7": { "type": "string", "enum": ["A B", "C"], "nullable": true },
                "Unused": { "type": "string" },
                "Thing": { "type": "object", "required": ["name"], "additionalProperties": false, "example": { "name": "x" }, "properties": {
                  "name": { "type": "string", "minLength": 1, "maxLength": 20, "pattern": "^a b$", "title": "Left out." },
                  "kind": { "$ref": "#/components/schemas/Model7" },
                  "lost": { "$ref": "#/components/schemas/Nowhere" },
                  "weight": { "type": "number", "minimum": 0, "exclusiveMinimum": true, "default": 0.5 },
                  "group": { "type": "number", "x-constraint": { "sign": "positive" } },
                  "tags": { "type": "array", "maxItems": 3, "items": { "type": "string" } },
                  "parts": { "type": "array", "items": { "type": "integer", "maximum": 9 } },
                  "labels": { "type": "object", "additionalProperties": { "type": "boolean" } },
                  "either": { "anyOf": [{ "type": "number" }, { "$ref": "#/components/schemas/Thing" }] } } } } } }
            """)!.AsObject();

        string facts = FactsWriter.Write(document);

        Assert.Equal("""
            GET /v1/things/{id} cursor=50
              ?limit integer 1..50 =10
              ?nextId! text
              200 image/svg+xml
            PUT /v1/things/{id} deprecated
              /id guid
              body #Thing
              204
              refuses 400 404
            #ApiError object
            #Thing object closed
              name! text 1..20 ~"^a\u0020b$"
              kind text? ["A\u0020B","C"]
              lost any
              weight number >0.. =0.5
              group number >0..
              tags text[] ..3
              parts array
                [] integer ..9
              labels object
                {} boolean
              either anyOf
                - number
                - #Thing

            """.ReplaceLineEndings("\n"), facts);
        Assert.Equal(facts, FactsWriter.Write(FactsReader.Read(facts)));
    }

    [Fact]
    public void What_is_kept_by_hand_names_operations_and_says_of_each_PUT_what_it_keeps()
    {
        string[][] lines = [.. File.ReadAllLines(Path.Combine(Repository.Root, "src", "Checkly.Facts", "limits.txt")).Where(line => line[0] != '#').Select(line => line.Split(' '))];
        string[] operations = [.. ApiOperations.All.Select(operation => operation.ToString())];

        Assert.All(lines.Where(line => line[0] != "field"), line => Assert.Contains(string.Join(' ', line[^2..]), operations));
        Assert.All(lines.Where(line => line[0] == "field"), line => Assert.Matches($"(?m)^#{line[1]} object\n(  .*\n)*?  {line[2]}!? ", ApiContract.FactsText));
        Assert.Equal(operations.Where(operation => operation.StartsWith("PUT ", StringComparison.Ordinal)), lines.Where(line => line[0] is "partial" or "whole" or "one").Select(line => string.Join(' ', line[^2..])).OrderBy(put => Array.IndexOf(operations, put)));
    }
}

