using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading.Keys;

/// <summary>Keys of another version of OpenAPI, which have no effect, are reported with the key to use instead.</summary>
public class VersionKeyTests
{
    [Theory]
    [InlineData("host: a.example", "'servers: [ { url: … } ]'")]
    [InlineData("basePath: /v1", "'servers: [ { url: … } ]'")]
    [InlineData("schemes: [https]", "'servers: [ { url: … } ]'")]
    [InlineData("consumes: [application/json]", "the media types as keys of 'content', in the request body and in each response,")]
    [InlineData("produces: [application/json]", "the media types as keys of 'content', in the request body and in each response,")]
    [InlineData("definitions: {}", "'components: { schemas: … }'")]
    [InlineData("parameters: {}", "'components: { parameters: … }'")]
    [InlineData("securityDefinitions: {}", "'components: { securitySchemes: … }'")]
    public void The_root_of_openapi_3_has_no_keys_of_swagger(string entry, string remedy)
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse("{ type: string }") + "\n" + entry).AssertReports("RTK0063", line: 15);

        Assert.StartsWith($"'{entry.Split(':')[0]}' is a key of the OpenAPI Object in Swagger 2.0 and ", reported.Message, StringComparison.Ordinal);
        Assert.EndsWith($"; write {remedy} instead", reported.Message, StringComparison.Ordinal);
        Assert.Equal(1, reported.Column);
    }

    [Theory]
    [InlineData("3.0.3", "openapi: {v}", "parameters: [{ name: q, in: query, type: integer, format: int32 }]",
        "'type' is a key of the Parameter Object in Swagger 2.0 and has no effect in OpenAPI 3; write 'schema: { type: … }' instead")]
    [InlineData("3.1.0", "openapi: {v}", "parameters: [{ name: q, in: query, default: 1, schema: { type: integer } }]",
        "'default' is a key of the Parameter Object in Swagger 2.0 and has no effect in OpenAPI 3; write 'schema: { default: … }' instead")]
    [InlineData("3.2.0", "openapi: {v}", "parameters: [{ name: q, in: query, collectionFormat: csv, schema: { type: array } }]",
        "'collectionFormat' is a key of the Parameter Object in Swagger 2.0 and has no effect in OpenAPI 3; write 'style' and 'explode' instead")]
    [InlineData("3.0.3", "openapi: {v}", "produces: [text/plain]",
        "'produces' is a key of the Operation Object in Swagger 2.0 and has no effect in OpenAPI 3; write the media types as keys of 'content', in the request body and in each response, instead")]
    [InlineData("2.0", "swagger: '{v}'", "requestBody: { content: {} }",
        "'requestBody' is a key of the Operation Object in OpenAPI 3 and has no effect in Swagger 2.0; write a parameter with 'in: body' and 'schema' instead")]
    [InlineData("2.0", "swagger: '{v}'", "parameters: [{ name: q, in: query, type: array, items: { type: string }, explode: true }]",
        "'explode' is a key of the Parameter Object in OpenAPI 3 and has no effect in Swagger 2.0; write 'collectionFormat' instead")]
    public void An_operation_has_the_keys_of_its_version(string version, string head, string entry, string message)
    {
        Reported reported = GeneratorRunner.Run(Operation(version, head, entry)).AssertReports("RTK0063", line: 7);

        Assert.Equal(message, reported.Message);
    }

    [Theory]
    [InlineData("3.0.3", "openapi: {v}", "parameters: [{ name: q, in: query, schema: { type: integer, format: int32, default: 1 } }]")]
    [InlineData("3.0.3", "openapi: {v}", "parameters: [{ name: q, in: query, required: true, content: { application/json: { schema: { type: integer } } } }]")]
    [InlineData("2.0", "swagger: '{v}'",
        "parameters: [{ name: q, in: body, schema: { type: object, properties: { type: { type: string, x-nullable: true } } } }]")]
    [InlineData("2.0", "swagger: '{v}'", "parameters: [{ name: q, in: query, type: array, items: { type: string }, collectionFormat: multi }]")]
    public void Keys_of_the_documents_own_version_are_right(string version, string head, string entry) =>
        Assert.DoesNotContain(GeneratorRunner.Run(Operation(version, head, entry)).Diagnostics, static diagnostic => diagnostic.Id == "RTK0063");

    [Fact]
    public void What_another_version_has_there_and_is_still_read_is_not_reported()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            swagger: '2.0'
            info: { title: Read, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema: { type: object, properties: { n: { type: integer, nullable: true } } }
            """);

        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0063");
        Assert.Contains("AResponse", run.AllText);
    }

    [Theory]
    [InlineData("body", "'requestBody: { content: { application/json: { schema: … } } }'")]
    [InlineData("formData", "'requestBody: { content: { application/x-www-form-urlencoded: { schema: … } } }'")]
    public void A_parameter_in_the_place_of_Swagger_is_reported_with_the_correction(string place, string remedy)
    {
        Reported reported = GeneratorRunner.Run(Operation("3.0.3", "openapi: {v}", $"parameters: [{{ name: q, in: {place}, schema: {{ type: object }} }}]"))
            .AssertReports("RTK0035", line: 7);

        Assert.Equal($"The parameter 'q' is in '{place}', which only Swagger 2.0 has; in OpenAPI 3, write {remedy}; it is left out", reported.Message);
    }

    private static string Operation(string version, string head, string entry) => $$"""
        {{head.Replace("{v}", version, StringComparison.Ordinal)}}
        info: { title: Small, version: '1' }
        paths:
          /a:
            post:
              operationId: a
              {{entry}}
              responses: { '204': { description: ok } }
        """;
}
