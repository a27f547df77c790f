using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>In YAML, <c>$ref: #/components/…</c> without quotes is a null and a comment. What it refers to would be lost in silence.</summary>
public class UnquotedReferenceTests
{
    [Theory]
    [InlineData("schema: { type: object, properties: { a: { $ref: } } }")]
    [InlineData("schema: { $ref: }")]
    [InlineData("schema: { type: array, items: { $ref: null } }")]
    [InlineData("schema: { $ref: [a] }")]
    [InlineData("schema: { $ref: 5 }")]
    [InlineData("schema: { type: object, properties: { a: { $ref: true } } }")]
    public void A_reference_without_a_text_is_reported(string schema)
    {
        GeneratorRun run = ResponseSpec.Run($$"""
            '200':
              description: ok
              content: { application/json: { {{schema}} } }
            """);

        Assert.StartsWith("A '$ref' must be a text; in YAML, a '#' begins a comment", run.AssertReports("RTK0035", line: 10).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_that_refers_to_nothing_is_reported()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: a
                  requestBody:
                    $ref: #/components/requestBodies/A
                  responses:
                    '400':
                      $ref: #/components/responses/Bad
                    '204': { description: ok }
            """);

        Assert.Equal(
            [8, 11],
            run.Diagnostics.Where(static one => one.Message.StartsWith("A '$ref'", StringComparison.Ordinal)).Select(static one => one.Line));
    }

    [Fact]
    public void A_parameter_that_refers_to_nothing_is_reported_once()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  parameters:
                    - $ref: #/components/parameters/Page
                  responses: { '204': { description: ok } }
            """);

        Assert.StartsWith("A '$ref' must be a text", Assert.Single(run.Diagnostics).Message, StringComparison.Ordinal);
    }
}
