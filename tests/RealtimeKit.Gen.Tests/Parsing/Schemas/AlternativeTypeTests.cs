using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>Alternatives of other types than the schema's own type contradict it, which is reported.</summary>
public class AlternativeTypeTests
{
    [Theory]
    [InlineData("type: object, properties: { a: { type: string } }, oneOf: [{ type: string }]", "oneOf", "GetThingResponse")]
    [InlineData("type: object, properties: { a: { type: string } }, anyOf: [{ $ref: '#/components/schemas/Text' }, { type: integer }]", "anyOf", "GetThingResponse")]
    [InlineData("type: array, items: { type: string }, oneOf: [{ type: object, properties: { a: { type: string } } }]", "oneOf", "IReadOnlyList<string>")]
    public void What_the_schema_itself_describes_counts(string schema, string keyword, string type)
    {
        GeneratorRun run = Run(schema);

        Reported reported = Assert.Single(run.Diagnostics);
        Assert.Equal(
            ("RTK0035", $"No alternative of '{keyword}' is of the schema's 'type: {schema.Split([": ", ","], 3, StringSplitOptions.None)[1]}'; it is left out"),
            (reported.Id, reported.Message));
        Assert.Equal((12, 25 + schema.IndexOf(keyword, StringComparison.Ordinal)), (reported.Line, reported.Column));
        Assert.Contains($"{type}> GetThingAsync(", run.AllText, StringComparison.Ordinal);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("type: string, oneOf: [{ type: integer }, { type: boolean }]", "string", "oneOf")]
    [InlineData("type: boolean, anyOf: [{ $ref: '#/components/schemas/Text' }]", "boolean", "anyOf")]
    [InlineData("type: array, anyOf: [{ type: string }]", "array", "anyOf")]
    public void A_mere_type_has_no_effect(string schema, string type, string keyword)
    {
        Reported reported = Assert.Single(Run(schema).Diagnostics);

        Assert.Equal(
            ("RTK0034", $"'type: {type}' has no effect on the client: no alternative of '{keyword}' is of this type", 12, 25),
            (reported.Id, reported.Message, reported.Line, reported.Column));
    }

    [Theory]
    [InlineData("type: object, oneOf: [{ type: string }, { type: integer }]")]
    [InlineData("type: number, oneOf: [{ type: integer }, { type: string }]")]
    [InlineData("type: string, anyOf: [{ enum: [a, b] }, { pattern: b }]")]
    public void Alternatives_that_agree_or_are_all_that_is_described_are_not_reported(string schema) => Run(schema).AssertNoDiagnostics();

    private static GeneratorRun Run(string schema) => GeneratorRunner.Run(SpecTexts.WithResponse($"{{ {schema} }}", "{ Text: { type: string } }"));
}
