using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>Reports security schemes that an operation requires and the document does not define.</summary>
public class SecuritySchemeTests
{
    [Theory]
    [InlineData("tokn", "type: http, scheme: bearer", 6, "The security scheme 'tokn' is not described", "did you mean 'token'?")]
    [InlineData("other", "type: http, scheme: bearer", 6, "The security scheme 'other' is not described", "it is given")]
    [InlineData("token", "type: apikey, name: X-Key, in: header", 10, "The security scheme 'token' has the type 'apikey', which is not one of apiKey, http,",
        "did you mean 'apiKey'?")]
    [InlineData("token", "description: What", 10, "The security scheme 'token' has no type", "it is given")]
    [InlineData("token", "type: http", 10, "The security scheme 'token' does not name its HTTP scheme", "it is given")]
    [InlineData("token", "type: apiKey, in: header", 10, "The security scheme 'token' does not name its key", "it is given")]
    [InlineData("token", "type: apiKey, name: X-Key, in: heder", 10, "The security scheme 'token' does not specify where its key is sent",
        "did you mean 'header'?")]
    public void A_required_scheme_that_the_document_does_not_describe_is_reported_once(string required, string scheme, int line, string begins, string ends)
    {
        Reported reported = Assert.Single(Run(required, scheme).Diagnostics);

        Assert.Equal(("RTK0046", line), (reported.Id, reported.Line));
        Assert.StartsWith(begins, reported.Message, StringComparison.Ordinal);
        Assert.EndsWith(ends, reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type: http, scheme: Bearer")]
    [InlineData("type: apiKey, name: key, in: cookie")]
    [InlineData("type: oauth2, flows: {}")]
    [InlineData("type: openIdConnect, openIdConnectUrl: 'https://example.com/'")]
    [InlineData("type: mutualTLS")]
    [InlineData("$ref: '#/components/securitySchemes/spare'")]
    public void A_scheme_that_is_described_or_not_required_is_not_reported(string scheme) =>
        Assert.Empty(Run("token", scheme).Diagnostics);

    [Theory]
    [InlineData("header", "a b")]
    [InlineData("header", "Schlüssel")]
    [InlineData("cookie", "a;b")]
    public void A_key_whose_name_HTTP_cannot_transmit_is_left_out_with_a_diagnostic(string place, string name)
    {
        GeneratorRun run = Run("token", $"type: apiKey, in: {place}, name: '{name}'");

        Reported reported = Assert.Single(run.Diagnostics);
        Assert.Equal(("RTK0035", 10), (reported.Id, reported.Line));
        Assert.Equal(
            $"The key of the security scheme 'token' is in '{place}', but its name '{name}' contains characters that HTTP does not allow there; it is left out",
            reported.Message);
        Assert.DoesNotContain($"\"{name}\"", run.AllText, StringComparison.Ordinal);
        run.AssertCompiles();
    }

    private static GeneratorRun Run(string required, string scheme) => GeneratorRunner.Run($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /things:
            get: { operationId: getThings, responses: { '204': { description: Done. } }, security: [
              { {{required}}: [] }] }
            put: { operationId: putThings, responses: { '204': { description: Done. } }, security: [ { {{required}}: [] }, {} ] }
        components:
          securitySchemes:
            token: { {{scheme}} }
            spare: { type: http, scheme: basic }
            broken: { type: nothing }
        """);
}
