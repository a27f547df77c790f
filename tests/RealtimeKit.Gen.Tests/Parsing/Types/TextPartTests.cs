using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>A part that is described as text is a file for the caller if its values have a structure.</summary>
public class TextPartTests
{
    private const string Object = "{ type: object, required: [z], properties: { z: { type: integer } } }";

    [Theory]
    [InlineData($"anyOf: [{{ type: string }}, {Object}]", "FileContent")]
    [InlineData($"anyOf: [{{ type: string }}, {{ type: array, items: {Object} }}]", "FileContent")]
    [InlineData($"oneOf: [{{ type: integer }}, {{ oneOf: [{{ type: boolean }}, {Object}] }}]", "FileContent")]
    [InlineData($"type: array, items: {{ anyOf: [{{ type: string }}, {Object}] }}", "IReadOnlyList`1")]
    public void A_structure_among_alternatives_is_reported(string schema, string type)
    {
        GeneratorRun run = Run(schema);

        Assert.Equal(
            "The media type text/plain with the schema of a part is not supported yet, so the schema of 'f' is left out",
            run.AssertReports("RTK0032").Message);
        Assert.Equal(type, run.ParametersOf("SendAsync")[0].ParameterType.GetProperty("F")!.PropertyType.Name);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("anyOf: [{ type: string }, { type: integer }]")]
    [InlineData("anyOf: [{ type: boolean }, { type: array, items: { type: integer } }]")]
    public void Single_values_are_text(string schema) => Run(schema).AssertNoDiagnostics();

    private static GeneratorRun Run(string schema) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /a:
            post:
              operationId: send
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema: { type: object, required: [f], properties: { f: { {{schema}} } } }
                    encoding: { f: { contentType: text/plain } }
              responses: { '204': { description: ok } }
        """);
}
