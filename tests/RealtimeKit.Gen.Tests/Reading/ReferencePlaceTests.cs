using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>A reference without effect is reported where it is written.</summary>
public sealed class ReferencePlaceTests
{
    private const string Spec = """
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        servers: [ { url: https://small.example } ]
        tags: [ { name: Things } ]
        paths:
          /a:
            post:
              operationId: add
              parameters: [ { $ref: '#/components/parameters/P' } ]
              requestBody: { $ref: '#/components/requestBodies/B' }
              responses: { '200': { $ref: '#/components/responses/R' } }
        components:
          parameters: { P: { name: p, in: query, schema: { type: string } } }
          requestBodies: { B: { content: { application/json: { schema: { $ref: '#/components/schemas/S' } } } } }
          responses: { R: { description: ok, headers: { X-A: { $ref: '#/components/headers/H' } }, content: { application/json: { schema: { $ref: '#/components/schemas/S' } } } } }
          headers: { H: { schema: { type: string } } }
          schemas: { S: { type: object, properties: { name: { type: string } } } }
        x-all: { '200': { description: ok } }
        """;

    private const string NotAllowed = "because OpenAPI allows no reference in place of";

    [Fact]
    public void References_in_the_places_of_OpenAPI_are_not_reported() => GeneratorRunner.Run(Spec).AssertNoDiagnostics();

    /// <summary>An edit of the document, and its diagnostic.</summary>
    [Theory]
    [InlineData("responses: { '200': { $ref: '#/components/responses/R' } }", "responses: { $ref: '#/x-all' }",
        $"The reference '#/x-all' has no effect, {NotAllowed} the Responses Object")]
    [InlineData("servers: [ { url: https://small.example } ]", "servers: [ { $ref: '#/x-all' } ]",
        $"The reference '#/x-all' has no effect, {NotAllowed} the Server Object")]
    [InlineData("tags: [ { name: Things } ]", "tags: [ { $ref: '#/x-all' } ]", $"The reference '#/x-all' has no effect, {NotAllowed} the Tag Object")]
    [InlineData("headers: { X-A: { $ref: '#/components/headers/H' } }", "headers: { $ref: '#/components/headers' }",
        $"The reference '#/components/headers' has no effect, {NotAllowed} 'headers' of the Response Object")]
    [InlineData("headers: { H: { schema: { type: string } } }", "headers: { $ref: '#/x-all', H: { schema: { type: string } } }",
        $"The reference '#/x-all' has no effect, {NotAllowed} 'headers' of the Components Object")]
    [InlineData("type: object, properties: { name: { type: string } }", "type: object, properties: { $ref: '#/x-all' }",
        $"The reference '#/x-all' has no effect, {NotAllowed} 'properties' of the Schema Object")]
    [InlineData("{ '200': { $ref: '#/components/responses/R' } }", "{ '200': { $ref: '#/components/schemas/S' } }",
        "The reference '#/components/schemas/S' leads to a Schema Object, but a Response Object is needed")]
    [InlineData("{ '200': { $ref: '#/components/responses/R' } }", "{ '200': { $ref: '#/info/title' } }",
        "The reference '#/info/title' leads to text, but a Response Object is needed")]
    [InlineData("requestBody: { $ref: '#/components/requestBodies/B' }", "requestBody: { $ref: '#/components/schemas/S' }",
        "The reference '#/components/schemas/S' leads to a Schema Object, but a Request Body Object is needed")]
    [InlineData("requestBody: { $ref: '#/components/requestBodies/B' }", "requestBody: { $ref: '#/tags' }",
        "The reference '#/tags' leads to a list, but a Request Body Object is needed")]
    [InlineData("parameters: [ { $ref: '#/components/parameters/P' } ]", "parameters: [ { $ref: '#/info/version' } ]",
        "The reference '#/info/version' leads to text, but a Parameter Object is needed")]
    public void A_reference_without_effect_is_reported_in_its_own_place(string old, string @new, string message)
    {
        Assert.Contains(old, Spec, StringComparison.Ordinal);

        Reported reported = Assert.Single(
            GeneratorRunner.Run(Spec.Replace(old, @new, StringComparison.Ordinal)).Diagnostics,
            static diagnostic => diagnostic.Message.Contains("reference", StringComparison.Ordinal));

        Assert.Equal(("RTK0035", message + "; it is left out"), (reported.Id, reported.Message));
        Assert.Equal(Spec[..Spec.IndexOf(old, StringComparison.Ordinal)].Count(static c => c == '\n') + 1, reported.Line);
    }

    [Theory]
    [InlineData("#/info/title")]
    [InlineData("#/tags")]
    public void A_schema_that_refers_to_something_else_is_reported_at_the_reference(string reference)
    {
        Reported reported = GeneratorRunner
            .Run(Spec.Replace("schemas: { S: {", $"schemas: {{ S: {{ $ref: '{reference}' }}, T: {{", StringComparison.Ordinal))
            .AssertReports("RTK0030", line: 17);

        Assert.Equal($"'{reference}' is used as a schema but is not one", reported.Message);
    }

    [Fact]
    public void A_schema_that_refers_to_a_response_is_reported_at_the_reference_and_not_at_each_key_of_the_response()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec.Replace("S: {", "S: { $ref: '#/components/responses/R' }, T: {", StringComparison.Ordinal));

        Assert.Equal(
            "The reference '#/components/responses/R' leads to a Response Object, but a Schema Object is needed; it is left out",
            run.AssertReports("RTK0035", line: 17).Message);
    }

    [Fact]
    public void A_property_can_be_named_like_a_reference() => Assert.DoesNotContain(
        GeneratorRunner.Run(Spec.Replace("properties: { name:", "properties: { $ref:", StringComparison.Ordinal)).Diagnostics,
        static diagnostic => diagnostic.Id == "RTK0035");
}
