using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>The style of a field counts before its media type, where OpenAPI gives a field a style.</summary>
public class StyledFieldTests
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    [Theory]
    [InlineData("3.0.4", Form, "style: deepObject, explode: true")]
    [InlineData("3.1.1", Form, "explode: true")]
    [InlineData("3.1.1", Form, "allowReserved: true")]
    [InlineData("3.1.1", Multipart, "style: deepObject")]
    [InlineData("3.1.1", Multipart, "style: form")]
    public void Its_JSON_has_no_effect_beside_a_style(string version, string mediaType, string style)
    {
        GeneratorRun run = Run(version, mediaType, "contentType: application/json, " + style);

        Reported reported = Assert.Single(run.Diagnostics);
        Assert.Equal(
            ("RTK0034", "'contentType' has no effect on the client: the field has a style, which counts before it", 12),
            (reported.Id, reported.Message, reported.Line));
        Assert.Equal(Run(version, mediaType, style).AllText, run.AllText);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("3.1.1", Form, "contentType: application/json")]
    [InlineData("3.1.1", Multipart, "contentType: application/json")]
    [InlineData("3.0.4", Multipart, "contentType: application/json, style: form")]
    public void Its_JSON_counts_without_one(string version, string mediaType, string encoding)
    {
        GeneratorRun run = Run(version, mediaType, encoding).AssertNoDiagnostics();

        Assert.Equal(Run(version, mediaType, "contentType: application/json").AllText, run.AllText);
    }

    [Theory]
    [InlineData("application/xml, application/json")]
    [InlineData("application/xml, text/csv, application/json; charset=utf-8", "application/json; charset=utf-8")]
    public void Of_several_media_types_an_object_has_the_one_in_which_it_is_sent(string contentType, string sent = "application/json")
    {
        GeneratorRun run = Run("3.1.1", Multipart, $"contentType: '{contentType}'");

        Assert.Equal(Run("3.1.1", Multipart, $"contentType: '{sent}'").AllText, run.AllText);
    }

    private static GeneratorRun Run(string version, string mediaType, string encoding) => GeneratorRunner.Run($$"""
        openapi: {{version}}
        info: { title: Small, version: '1' }
        paths:
          /a:
            post:
              operationId: send
              requestBody:
                content:
                  {{mediaType}}:
                    schema: { type: object, properties: { f: { type: object, properties: { a: { type: string } } } } }
                    encoding:
                      f: { {{encoding}} }
              responses: { '204': { description: ok } }
        """);
}
