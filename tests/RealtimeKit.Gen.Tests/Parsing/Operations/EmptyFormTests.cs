using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Checks that a form which has no fields is no argument, and that any other form is.</summary>
public sealed class EmptyFormTests
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData(Form + ": { schema: { type: object, properties: {} } }")]
    [InlineData(Form + ": { encoding: {}, schema: { properties: {}, additionalProperties: false } }")]
    [InlineData("multipart/form-data: { schema: { $ref: '#/components/schemas/Nothing' } }")]
    public void An_optional_form_without_fields_is_no_argument_and_is_reported(string content)
    {
        GeneratorRun run = Run($"content: {{ {content} }}");

        run.AssertReports("RTK0034", line: 7);
        Assert.Equal(["options", "cancellationToken"], ArgumentsOf(run));
    }

    [Theory]
    [InlineData("content: { " + Form + ": { schema: { type: object } } }")]
    [InlineData("content: { " + Form + ": { schema: { type: object, properties: {}, additionalProperties: { type: string } } } }")]
    [InlineData("content: { " + Form + ": { schema: { type: object, properties: {}, allOf: [{ properties: { a: { type: string } } }] } } }")]
    [InlineData("content: { " + Form + ": { schema: { type: object, properties: { a: { type: string } } } } }")]
    [InlineData("content: { application/json: { schema: { type: object, properties: {} } } }")]
    [InlineData("required: true, content: { " + Form + ": { schema: { type: object, properties: {} } } }")]
    public void A_body_that_is_required_or_can_have_content_is_an_argument(string body) => Assert.Equal(3, ArgumentsOf(Run(body)).Length);

    private static string?[] ArgumentsOf(GeneratorRun run) => Array.ConvertAll(run.ParametersOf("PingAsync"), static parameter => parameter.Name);

    private static GeneratorRun Run(string body) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /ping:
            post:
              operationId: ping
              requestBody: { {{body}} }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Nothing: { type: object, properties: {} }
        """);
}
