using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Marks of bodies that are text, and of the parameters that are the body of a request in Swagger 2.0.</summary>
public sealed class MarkedBodyTests
{
    [Theory]
    [InlineData("text/plain", "{ type: string, format: password }")]
    [InlineData("text/plain", "{ type: string, x-ms-secret: true }")]
    [InlineData("text/plain", "{ allOf: [{ type: string }, { format: password }] }")]
    [InlineData("text/plain", "{ $ref: '#/components/schemas/Secret' }")]
    [InlineData("application/xml", "{ type: string, format: password }")]
    public void Text_is_a_secret(string mediaType, string schema)
    {
        string text = OfBody(mediaType, schema);

        Assert.Contains("Task<SensitiveString> SendAsync(SensitiveString content,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: string }")]
    [InlineData("{ type: string, x-ms-secret: false }")]
    public void Other_text_is_shown(string schema)
    {
        string text = OfBody("text/plain", schema);

        Assert.Contains("Task<string> SendAsync(string content,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SensitiveString", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_beside_JSON_and_an_empty_status_is_a_secret()
    {
        string text = Text("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: read
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { type: integer } }, text/plain: { schema: { type: string, format: password } } } }
              /b:
                get:
                  operationId: find
                  responses:
                    '200': { description: ok, content: { text/plain: { schema: { type: string, format: password } } } }
                    '204': { description: nothing }
              /c:
                get:
                  operationId: mix
                  responses:
                    '200': { description: ok, content: { text/plain: { schema: { type: string, format: password } } } }
                    '201': { description: ok, content: { application/json: { schema: { type: integer } } } }
            """);

        Assert.Contains("Task<SensitiveString> ReadAsTextAsync(", text, StringComparison.Ordinal);
        Assert.Contains("Task<SensitiveString?> FindAsync(", text, StringComparison.Ordinal);
        Assert.Contains("From(SensitiveString value)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type: string, x-ms-secret: true", "SensitiveString? F {")]
    [InlineData("type: string, format: date, x-ms-secret: true", "Hide(this.F)")]
    [InlineData("type: array, items: { type: string }, x-ms-secret: true", "IReadOnlyList<SensitiveString>? F {")]
    [InlineData("type: string, x-dotnet-type: System.Guid", "Guid? F {")]
    [InlineData("type: string, enum: [a, b], x-type-name: Letter", "enum Letter")]
    public void A_field_of_a_form_in_Swagger(string field, string emitted) =>
        Assert.Contains(emitted, OfSwagger($"{{ name: f, in: formData, {field} }}", "multipart/form-data"), StringComparison.Ordinal);

    [Fact]
    public void A_field_that_is_no_secret_although_its_name_says_so() => Assert.Contains(
        "string? Password {",
        OfSwagger("{ name: password, in: formData, type: string, x-ms-secret: false }", "multipart/form-data"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("schema: { type: string }, x-ms-secret: true", "application/json", "SensitiveString? ")]
    [InlineData("schema: { type: string }, x-ms-secret: true", "text/plain", "SensitiveString? ")]
    [InlineData("schema: { type: string, format: password }", "text/plain", "SensitiveString? ")]
    [InlineData("schema: { $ref: '#/definitions/Plain' }, x-ms-secret: true", "application/json", "SensitiveString? ")]
    [InlineData("schema: { type: string }, x-dotnet-type: System.Guid", "application/json", "Guid? ")]
    public void A_body_in_Swagger(string parameter, string mediaType, string type) =>
        Assert.Contains($"SendAsync({type}", OfSwagger($"{{ name: b, in: body, {parameter} }}", mediaType), StringComparison.Ordinal);

    [Fact]
    public void A_type_beside_the_schema_of_a_parameter()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a/{id}:
                get:
                  operationId: read
                  parameters:
                    - { name: id, in: path, required: true, x-dotnet-type: System.Guid, schema: { type: string } }
                    - { name: q, in: query, x-dotnet-type: No.Such, schema: { type: string } }
                  responses: { '204': { description: ok } }
            """);

        Assert.Contains("ReadAsync(Guid id,", Plain(run.AllText), StringComparison.Ordinal);
        Assert.Contains(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0058");
    }

    [Theory]
    [InlineData("text/plain", "{ type: string, format: password }", "Text(\"4XX\").AsSecret()")]
    [InlineData("text/plain", "{ type: string, writeOnly: true }", "Text(\"4XX\").AsSecret()")]
    [InlineData("application/json", "{ type: string, format: password }", ".AsSecret()")]
    [InlineData("application/json", "{ type: array, items: { type: string, format: password } }", ".AsSecret()")]
    [InlineData("application/json", "{ type: object, x-ms-secret: true, properties: { a: { type: string } } }", ".AsSecret()")]
    public void An_error_as_a_whole_is_a_secret(string mediaType, string schema, string emitted) =>
        Assert.Contains(emitted, OfError(mediaType, schema), StringComparison.Ordinal);

    [Theory]
    [InlineData("text/plain", "{ type: string }")]
    [InlineData("application/json", "{ type: object, properties: { a: { type: string, format: password } } }")]
    public void Another_error_is_none(string mediaType, string schema) =>
        Assert.DoesNotContain("AsSecret()", OfError(mediaType, schema), StringComparison.Ordinal);

    [Theory]
    [InlineData("name: f, in: formData, type: string")]
    [InlineData("name: b, in: body, schema: { type: string }")]
    public void A_part_of_a_body_is_no_option_of_the_client(string parameter)
    {
        GeneratorRun run = GeneratorRunner.Run(SwaggerDocument($"{{ {parameter}, x-ms-parameter-location: client }}", "application/x-www-form-urlencoded"));

        Reported diagnostic = Assert.Single(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0034");
        Assert.Equal(
            "'x-ms-parameter-location' has no effect on the client: a body and the fields of a form belong to one call",
            diagnostic.Message);
        Assert.Equal(8, diagnostic.Line);
    }

    private static string OfError(string mediaType, string schema) => Text($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /a:
            get:
              operationId: find
              responses: { '204': { description: ok }, '4XX': { description: no, content: { {{mediaType}}: { schema: {{schema}} } } } }
        """);

    private static string OfBody(string mediaType, string schema) => Text($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /a:
            post:
              operationId: send
              requestBody: { required: true, content: { {{mediaType}}: { schema: {{schema}} } } }
              responses: { '200': { description: ok, content: { {{mediaType}}: { schema: {{schema}} } } } }
        components: { schemas: { Secret: { type: string, format: password } } }
        """);

    private static string OfSwagger(string parameter, string mediaType) => Text(SwaggerDocument(parameter, mediaType));

    private static string SwaggerDocument(string parameter, string mediaType) => $$"""
        swagger: '2.0'
        info: { title: Small, version: '1' }
        paths:
          /a:
            post:
              operationId: send
              consumes: [{{mediaType}}]
              parameters: [{{parameter}}]
              responses: { '204': { description: ok } }
        definitions: { Plain: { type: string } }
        """;

    private static string Text(string document)
    {
        GeneratorRun run = GeneratorRunner.Run(document);
        run.AssertCompiles();
        return Plain(run.AllText);
    }

    /// <summary>Returns the text without the aliases of namespaces.</summary>
    private static string Plain(string text) => Regex.Replace(text, @"\b_\w+::", "");
}
