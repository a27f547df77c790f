using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>What a client cannot format is text for the caller, and is reported.</summary>
public sealed class ParameterContentTests
{
    [Theory]
    [InlineData("query", "application/xml", "{ type: object, properties: { a: { type: string } } }")]
    [InlineData("query", "text/plain", "{ type: array, items: { type: string } }")]
    [InlineData("header", "application/x-www-form-urlencoded", "{ type: object, properties: { a: { type: string } } }")]
    [InlineData("querystring", "application/x-www-form-urlencoded", "{ type: array, items: { type: string } }")]
    [InlineData("cookie", "application/xml", "{ oneOf: [{ type: integer }, { type: object }] }")]
    public void A_structure_in_a_media_type_without_a_format_is_text(string place, string mediaType, string schema)
    {
        GeneratorRun run = Run(place, mediaType, schema);

        Assert.Equal(
            $"The media type {mediaType} with the schema of a parameter is not supported yet, so the schema of 'p' is left out",
            run.AssertReports("RTK0032").Message);
        Assert.Contains("string? p = null", run.AllText, StringComparison.Ordinal);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("query", "application/xml", "{ type: string }")]
    [InlineData("query", "text/plain", "{ type: integer }")]
    [InlineData("query", "application/json", "{ type: object, properties: { a: { type: string } } }")]
    [InlineData("querystring", "application/x-www-form-urlencoded", "{ type: object, properties: { a: { type: array, items: { type: string } } } }")]
    public void Another_value_is_sent(string place, string mediaType, string schema) => Run(place, mediaType, schema).AssertNoDiagnostics();

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "additionalProperties: { type: string }")]
    [InlineData("multipart/form-data", "additionalProperties: { type: string, format: binary }")]
    [InlineData("multipart/form-data", "patternProperties: { '^x': { type: string } }")]
    [InlineData("multipart/form-data", "allOf: [{ properties: { b: { type: string } }, additionalProperties: { type: string } }]")]
    public void Fields_that_a_form_does_not_name_are_reported(string mediaType, string others) => Assert.Equal(
        "'additionalProperties' beside the properties of a form is not supported yet, so each field that the schema does not name is left out",
        GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Forms, version: '1' }
            paths:
              /a:
                post:
                  requestBody: { content: { {{mediaType}}: { schema: { type: object, properties: { a: { type: string } }, {{others}} } } } }
                  responses: { '204': { description: ok } }
            """).AssertReports("RTK0032").Message);

    private static GeneratorRun Run(string place, string mediaType, string schema) => GeneratorRunner.Run($$"""
        openapi: 3.2.0
        info: { title: Contents, version: '1' }
        paths:
          /a:
            get:
              operationId: a
              parameters: [{ name: p, in: {{place}}, content: { {{mediaType}}: { schema: {{schema}} } } }]
              responses: { '204': { description: ok } }
        """);
}
