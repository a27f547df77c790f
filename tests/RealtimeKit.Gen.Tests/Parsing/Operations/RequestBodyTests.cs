using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Checks which methods the media types of a request body give.</summary>
public sealed class RequestBodyTests
{
    [Theory]
    [InlineData("application/json", "application/xml")]
    [InlineData("text/json", "text/xml")]
    [InlineData("application/json", "application/soap+xml")]
    [InlineData("application/vnd.acme+json", "application/vnd.acme+xml")]
    [InlineData("text/json", "application/vnd.acme+yaml")]
    public void The_value_of_the_JSON_in_another_format_has_no_method(string json, string other)
    {
        GeneratorRun run = Run(json, other, "$ref: '#/components/schemas/Order'");

        run.AssertCompiles();
        Assert.DoesNotContain("AsText", run.AllText, StringComparison.Ordinal);
        Assert.Equal($"'{other}' has no effect on the client: the JSON body contains the same data", run.AssertReports("RTK0034").Message);
    }

    [Theory]
    [InlineData("application/json", "application/soap+xml", "type: object, properties: { other: { type: string } }")]
    [InlineData("application/json", "text/csv", "$ref: '#/components/schemas/Order'")]
    [InlineData("application/merge-patch+json", "application/xml", "$ref: '#/components/schemas/Order'")]
    [InlineData("application/json", "application/apply-patch+yaml", "$ref: '#/components/schemas/Order'")]
    [InlineData("application/json", "image/svg+xml", "$ref: '#/components/schemas/Order'")]
    public void Another_value_has_one(string json, string other, string schema)
    {
        GeneratorRun run = Run(json, other, schema);

        run.AssertCompiles();
        Assert.Contains("SendAsTextAsync", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_streaming_method_leaves_the_flag_of_a_union_within_a_union_to_the_caller()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /m:
                post:
                  operationId: send
                  parameters: [{ name: value, in: query, schema: { type: string } }]
                  requestBody:
                    required: true
                    content: { application/json: { schema: { $ref: '#/components/schemas/Outer' } } }
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { type: string } }, text/event-stream: { schema: { type: string } } } }
            components:
              schemas:
                Outer: { oneOf: [{ $ref: '#/components/schemas/Inner' }, { $ref: '#/components/schemas/C' }] }
                Inner: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
                A: { type: object, required: [a], properties: { a: { type: string }, stream: { type: boolean } } }
                B: { type: object, required: [b], properties: { b: { type: string } } }
                C: { type: object, required: [c], properties: { c: { type: string }, stream: { type: boolean } } }
            """);

        run.AssertCompiles();
        Assert.StartsWith("'stream' has no effect on the client: it belongs to a union within", run.AssertReports("RTK0034", line: 9).Message, StringComparison.Ordinal);
        Assert.Contains("_ => request, static value => _api::Outer.From(value with { Stream = true }), _ => request", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json; charset=utf-16", "{ type: integer }", true)]
    [InlineData("text/plain; charset=ISO-8859-1", "{ type: string }", true)]
    [InlineData("application/json; charset=UTF-8", "{ type: integer }", false)]
    [InlineData("text/plain; charset=ISO-8859-1", "{ type: string, format: binary }", false)]
    public void Text_is_not_sent_under_another_charset_than_its_own(string mediaType, string schema, bool isReported) =>
        AssertCharset($"{{ '{mediaType}': {{ schema: {schema} }} }}", mediaType, isReported);

    [Theory]
    [InlineData("application/json; charset=utf-16", "{ type: object, properties: { a: { type: integer } } }", true)]
    [InlineData("text/plain; charset=ISO-8859-1", "{ type: string }", true)]
    [InlineData("text/plain; charset=ISO-8859-1", "{ type: array, items: { type: string } }", true)]
    [InlineData("text/plain; charset=utf-8", "{ type: string }", false)]
    [InlineData("text/plain; charset=ISO-8859-1", "{ type: string, format: binary }", false)]
    public void Nor_is_the_text_of_a_part(string mediaType, string schema, bool isReported) => AssertCharset(
        $"{{ multipart/form-data: {{ schema: {{ type: object, properties: {{ part: {schema} }} }}, encoding: {{ part: {{ contentType: '{mediaType}' }} }} }} }}",
        mediaType,
        isReported);

    private static void AssertCharset(string content, string mediaType, bool isReported)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /m:
                post:
                  operationId: send
                  requestBody: { content: {{content}} }
                  responses: { '204': { description: ok } }
            """);

        Assert.Equal(!isReported, run.AllText.Contains(mediaType, StringComparison.Ordinal));
        Assert.Equal(isReported, run.Diagnostics.Any(static one => one.Id == "RTK0034"));
    }

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Base' }", "a derived record of the body")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Base' }, { $ref: '#/components/schemas/C' }] }", "a derived record of the union of the body")]
    public void A_streaming_method_leaves_the_flag_of_a_derived_record_to_the_caller(string body, string holder)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /m:
                post:
                  operationId: send
                  requestBody:
                    required: true
                    content: { application/json: { schema: {{body}} } }
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { type: string } }, text/event-stream: { schema: { type: string } } } }
            components:
              schemas:
                Base: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
                Middle: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { m: { type: string } } }] }
                Last: { allOf: [{ $ref: '#/components/schemas/Middle' }, { type: object, properties: { stream: { type: boolean } } }] }
                C: { type: object, required: [c], properties: { c: { type: string } } }
            """);

        run.AssertCompiles();
        Assert.Equal(
            $"'stream' has no effect on the client: it belongs to {holder}, so the caller of a streaming method sets it",
            run.AssertReports("RTK0034", line: 8).Message);
    }

    private static GeneratorRun Run(string json, string other, string schema) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /m:
            post:
              operationId: send
              requestBody:
                content:
                  {{json}}: { schema: { $ref: '#/components/schemas/Order' } }
                  {{other}}: { schema: { {{schema}} } }
              responses: { '204': { description: ok } }
        components: { schemas: { Order: { type: object, properties: { note: { type: string } } } } }
        """);
}
