using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>A list within an object has a format in one style: the exploded style <c>form</c> of a query.</summary>
public sealed class NestedListTests
{
    private const string Record = "{ type: object, properties: { sort: { type: array, items: { type: string } }, page: { type: integer } } }";

    [Theory]
    [InlineData($"in: query, schema: {Record}")]
    [InlineData("in: query, schema: { type: object, additionalProperties: { type: array, items: { type: integer } } }")]
    [InlineData("in: query, schema: { type: object, properties: { a: { type: string } }, additionalProperties: { type: array, items: { type: string } } }")]
    [InlineData($"in: query, schema: {{ anyOf: [{Record}, {{ type: string }}] }}")]
    [InlineData("in: query, schema: { type: object, properties: { pair: { type: array, prefixItems: [{ type: string }, { type: integer }], items: false } } }")]
    [InlineData($"in: query, style: form, explode: true, schema: {Record}")]
    public void It_is_sent(string parameter) => Run(parameter).AssertNoDiagnostics();

    [Theory]
    [InlineData($"in: query, explode: false, schema: {Record}")]
    [InlineData($"in: cookie, schema: {Record}")]
    [InlineData($"in: header, explode: true, schema: {Record}")]
    [InlineData($"in: query, style: spaceDelimited, schema: {Record}")]
    [InlineData($"in: query, schema: {{ type: array, items: {Record} }}")]
    [InlineData($"in: query, schema: {{ type: object, properties: {{ deep: {Record} }} }}")]
    [InlineData("in: query, schema: { type: object, properties: { a: { type: array, items: { type: array, items: { type: string } } } } }")]
    public void Elsewhere_and_deeper_it_is_reported(string parameter) => Run(parameter).AssertReports("RTK0043", line: 7);

    [Theory]
    [InlineData("form", false)]
    [InlineData("pipeDelimited", true)]
    public void The_field_of_a_form_is_like_a_parameter(string style, bool isReported)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: send
                  requestBody:
                    content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { p: {{Record}} } }, encoding: { p: { style: {{style}} } } } }
                  responses: { '204': { description: ok } }
            """);

        run.AssertCompiles();
        Assert.Equal(isReported, run.Diagnostics.Any(static reported => reported.Id == "RTK0043"));
    }

    private static GeneratorRun Run(string parameter)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: send
                  parameters: [{ name: p, {{parameter}} }]
                  responses: { '204': { description: ok } }
            """);
        run.AssertCompiles();
        return run;
    }
}
