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
