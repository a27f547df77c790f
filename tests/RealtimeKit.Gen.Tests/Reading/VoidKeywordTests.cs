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
    [InlineData("{ type: array, items: false }")]
    [InlineData("{ type: object, properties: { a: false } }")]
    public void A_schema_that_no_value_matches_is_reported_as_it_is_written(string schema)
    {
        Reported reported = Assert.Single(GeneratorRunner.Run(SpecTexts.WithResponse(schema).Edit("3.0.3", "3.1.0")).Diagnostics);

        Assert.Equal(
            ("RTK0034", "'false' has no effect on the client: a C# type cannot exclude values", 12, 23 + schema.IndexOf("false", StringComparison.Ordinal)),
            (reported.Id, reported.Message, reported.Line, reported.Column));
    }

    [Theory]
    [InlineData("type: array, items: { type: string }, properties: { }, additionalProperties: false")]
    [InlineData("type: object, properties: { a: { type: string } }, items: { }")]
    public void An_empty_one_is_not_reported(string schema) => GeneratorRunner.Run(SpecTexts.WithResponse($"{{ {schema} }}")).AssertNoDiagnostics();
}
