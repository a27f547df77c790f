using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>A keyword that describes parts which values of the type do not have is reported.</summary>
public class VoidKeywordTests
{
    [Theory]
    [InlineData("array", "items: { type: string }, properties: { a: { type: string } }", "properties", "properties")]
    [InlineData("array", "items: { type: string }, additionalProperties: { type: string }", "additionalProperties", "properties")]
    [InlineData("array", "items: { type: string }, patternProperties: { a: { type: string } }", "patternProperties", "properties")]
    [InlineData("object", "properties: { a: { type: string } }, items: { type: string }", "items", "items")]
    [InlineData("object", "properties: { a: { type: string } }, prefixItems: [ { type: string } ]", "prefixItems", "items")]
    [InlineData("integer", "items: { type: string }", "items", "items")]
    public void It_is_reported(string type, string keywords, string keyword, string parts)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: {type}, {keywords} }}"));

        Reported reported = Assert.Single(run.Diagnostics);
        Assert.Equal(
            ("RTK0034", $"'{keyword}' has no effect on the client: a value of 'type: {type}' has no {parts}", 12),
            (reported.Id, reported.Message, reported.Line));
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("type: array, items: { type: string }, properties: { }, additionalProperties: false")]
    [InlineData("type: object, properties: { a: { type: string } }, items: { }")]
    public void An_empty_one_is_not_reported(string schema) => GeneratorRunner.Run(SpecTexts.WithResponse($"{{ {schema} }}")).AssertNoDiagnostics();
}
