using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>What a parameter says without an effect is reported.</summary>
public class IgnoredParameterTests
{
    private const string Object = "schema: { type: object, properties: { x: { type: string } } }";

    [Theory]
    [InlineData($"style: pipeDelimited, explode: true, {Object}", "pipeDelimited")]
    [InlineData($"style: spaceDelimited, explode: true, {Object}", "spaceDelimited")]
    [InlineData($"style: deepObject, explode: false, {Object}", "deepObject")]
    [InlineData("style: pipeDelimited, explode: true, schema: { type: object, additionalProperties: { type: string } }", "pipeDelimited")]
    public void An_explode_for_which_the_style_has_no_format(string parameter, string style)
    {
        Reported reported = Assert.Single(Run(parameter).Diagnostics);

        Assert.Equal(
            ("RTK0034", $"'explode' has no effect on the client: the style '{style}' has only one format for an object", 8),
            (reported.Id, reported.Message, reported.Line));
    }

    [Theory]
    [InlineData($"style: pipeDelimited, explode: false, {Object}")]
    [InlineData($"style: pipeDelimited, {Object}")]
    [InlineData($"style: deepObject, {Object}")]
    [InlineData($"style: form, explode: false, {Object}")]
    [InlineData("style: pipeDelimited, explode: true, schema: { type: array, items: { type: string } }")]
    public void Others_are_not_reported(string parameter) => Run(parameter).AssertNoDiagnostics();

    private static GeneratorRun Run(string parameter) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /a:
            get:
              operationId: a
              parameters:
                - { name: f, in: query, {{parameter}} }
              responses: { '204': { description: ok } }
        """);
}
