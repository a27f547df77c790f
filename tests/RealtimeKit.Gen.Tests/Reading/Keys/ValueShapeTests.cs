using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading.Keys;

/// <summary>A value with the wrong shape has no effect and is reported at its place.</summary>
public class ValueShapeTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: { title: Shapes, version: '1' }
        servers: [ { url: https://shapes.example } ]
        tags: [ { name: Things } ]
        security: [ { key: [] } ]
        paths:
          /things/{id}:
            post:
              operationId: add
              tags: [Things]
              deprecated: false
              security: [ { key: [] } ]
              parameters: [ { name: id, in: path, required: true, schema: { type: string } }, { name: q, in: query, explode: true, schema: { type: string } } ]
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              responses: { '200': { description: Fine, headers: { X-A: { schema: { type: string } } }, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
          schemas:
            Thing: { type: object, additionalProperties: false, properties: { name: { type: string, readOnly: false }, kind: { type: string, enum: [a, b] } } }
        """;

    /// <summary>An edit of the document, and its diagnostic.</summary>
    [Theory]
    [InlineData("tags: [Things]", "tags: Things", "'tags' of the Operation Object must be a list but is text")]
    [InlineData("tags: [Things]", "tags: [ { name: Things } ]", "An item of 'tags' of the Operation Object must be text but is a mapping")]
    [InlineData("tags: [ { name: Things } ]", "tags: [ Things ]", "An item of 'tags' of the OpenAPI Object must be a mapping but is text")]
    [InlineData("servers: [ { url: https://shapes.example } ]", "servers: { url: https://shapes.example }",
        "'servers' of the OpenAPI Object must be a list but is a mapping")]
    [InlineData("servers: [ { url: https://shapes.example } ]", "servers: [ https://shapes.example ]",
        "An item of 'servers' of the OpenAPI Object must be a mapping but is text")]
    [InlineData("      security: [ { key: [] } ]", "      security: { key: [] }", "'security' of the Operation Object must be a list but is a mapping")]
    [InlineData("deprecated: false", "deprecated: 1", "'deprecated' of the Operation Object must be true or false but is a number")]
    [InlineData("explode: true", "explode: never", "'explode' of the Parameter Object must be true or false but is text")]
    [InlineData("requestBody: {", "requestBody: none #", "'requestBody' of the Operation Object must be a mapping but is text")]
    [InlineData("operationId: add", "operationId: [add]", "'operationId' of the Operation Object must be text but is a list")]
    [InlineData("X-A: { schema: { type: string } }", "X-A: 5", "A value of 'headers' of the Response Object must be a mapping but is a number")]
    [InlineData("additionalProperties: false", "additionalProperties: none", "'additionalProperties' of the Schema Object must be a mapping but is text")]
    [InlineData("readOnly: false", "readOnly: 'yes'", "'readOnly' of the Schema Object must be true or false but is text")]
    [InlineData("enum: [a, b]", "enum: a", "'enum' of the Schema Object must be a list but is text")]
    [InlineData("enum: [a, b]", "x-ms-client-name: [a]", "'x-ms-client-name' of the Schema Object must be text but is a list")]
    [InlineData("readOnly: false", "x-ms-secret: 'yes'", "'x-ms-secret' of the Schema Object must be true or false but is text")]
    [InlineData("enum: [a, b]", "x-enumFlags: 'on'", "'x-enumFlags' of the Schema Object must be true or false but is text")]
    [InlineData("enum: [a, b]", "enum: [a, b], x-enumDescriptions: First", "'x-enumDescriptions' of the Schema Object must be a list or a mapping but is text")]
    [InlineData("enum: [a, b]", "enum: [a, b], x-enum-descriptions: 5", "'x-enum-descriptions' of the Schema Object must be a list or a mapping but is a number")]
    [InlineData("enum: [a, b]", "enum: [a, b], x-enum-varnames: { a: First }", "'x-enum-varnames' of the Schema Object must be a list but is a mapping")]
    [InlineData("enum: [a, b]", "oneOf: { a: { type: string } }", "'oneOf' of the Schema Object must be a list but is a mapping")]
    [InlineData("additionalProperties: false", "discriminator: name", "'discriminator' of the Schema Object must be a mapping but is text")]
    [InlineData("title: Shapes", "title: { en: Shapes }", "'title' of the Info Object must be text but is a mapping")]
    public void A_value_that_has_no_effect_is_reported(string old, string @new, string message)
    {
        Assert.Contains(old, Spec, StringComparison.Ordinal);

        string text = Spec.Replace(old, @new, StringComparison.Ordinal);
        Reported reported = Assert.Single(GeneratorRunner.Run(text).Diagnostics, static diagnostic => diagnostic.Severity != DiagnosticSeverity.Info);
        int line = text[..Spec.IndexOf(old, StringComparison.Ordinal)].Count(static c => c == '\n') + 1;
        Assert.Equal(("RTK0035", line, message + "; it is left out"), (reported.Id, reported.Line, reported.Message));
    }

    /// <summary>Values whose meaning is clear although their shape differs, and empty values. None of them is reported.</summary>
    [Theory]
    [InlineData("tags: [Things]", "tags: []")]
    [InlineData("tags: [Things]", "tags: {}")]
    [InlineData("tags: [Things]", "tags:")]
    [InlineData("deprecated: false", "deprecated: 'true'")]
    [InlineData("operationId: add", "operationId: 5")]
    [InlineData("title: Shapes", "title: 5")]
    [InlineData("additionalProperties: false", "additionalProperties: []")]
    [InlineData("additionalProperties: false", "x-tags: Things")]
    [InlineData("enum: [a, b]", "x-dictionaryKey: { type: string }")]
    [InlineData("enum: [a, b]", "enum: [a, b], x-enumDescriptions: { a: First, b: Second }")]
    [InlineData("enum: [a, b]", "enum: [a, b], x-enum-descriptions: { a: First, b: Second }")]
    [InlineData("enum: [a, b]", "example: { a: [1] }")]
    [InlineData("headers: { X-A: { schema: { type: string } } }", "headers: { $ref: '#/components/schemas' }")]
    public void A_value_that_is_read_or_says_nothing_is_not(string old, string @new) =>
        Assert.DoesNotContain(GeneratorRunner.Run(Spec.Replace(old, @new, StringComparison.Ordinal)).Diagnostics, static diagnostic =>
            diagnostic.Message.Contains(" must be ", StringComparison.Ordinal));

    [Fact]
    public void The_discriminator_of_Swagger_2_is_text() => GeneratorRunner.Run("""
        swagger: '2.0'
        info: { title: Pets, version: '1' }
        paths:
          /a: { get: { operationId: a, responses: { '200': { description: ok, schema: { $ref: '#/definitions/Pet' } } } } }
        definitions:
          Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: kind }
        """).AssertNoDiagnostics();

    [Fact]
    public void Of_one_fault_in_many_places_the_first_ones_are_reported()
    {
        string operations = string.Concat(
            Enumerable.Range(0, 40).Select(static i => $"  /p{i}: {{ get: {{ tags: Things, responses: {{ '204': {{ description: Fine }} }} }} }}\n"));

        Reported[] reported = [.. GeneratorRunner.Run("openapi: 3.1.0\ninfo: { title: Many, version: '1' }\npaths:\n" + operations).Diagnostics.Where(
            static diagnostic => diagnostic.Id == "RTK0035")];

        Assert.Equal(10, reported.Length);
        Assert.EndsWith("is text (and in 30 more places); it is left out", reported[^1].Message, StringComparison.Ordinal);
    }
}
