using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>The only value of a schema counts wherever the schema says it.</summary>
public sealed class SingleValueTests
{
    private const string OnlyValue = "The only value in the API description is <c>a</c>.";

    [Theory]
    [InlineData("{ type: string, const: a }")]
    [InlineData("{ oneOf: [{ type: string, const: a }] }")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/A' }] }")]
    [InlineData("{ allOf: [{ oneOf: [{ type: string, const: a }] }] }")]
    [InlineData("{ allOf: [{ type: string }, { const: a }] }")]
    public void A_required_property_starts_with_it(string schema)
    {
        string text = TextOf(schema);

        Assert.Contains("public string P { get; init; } = \"a\";", text, StringComparison.Ordinal);
        Assert.Contains(OnlyValue, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ anyOf: [{ type: string, const: a }, { type: 'null' }] }")]
    [InlineData("{ type: array, items: { oneOf: [{ type: string, const: a }] } }")]
    [InlineData("{ type: array, items: { type: string, const: a } }")]
    public void It_is_documented(string schema)
    {
        string text = TextOf(schema);

        Assert.Contains("public required ", text, StringComparison.Ordinal);
        Assert.Contains(OnlyValue, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ anyOf: [{ type: string, const: a }, { type: string, maxLength: 4 }] }")]
    [InlineData("{ oneOf: [{ type: string, enum: [a, b] }] }")]
    public void Another_value_is_possible(string schema) => Assert.DoesNotContain(OnlyValue, TextOf(schema), StringComparison.Ordinal);

    private static string TextOf(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run(
            WholeDocument.Of($"type: object, required: [p], properties: {{ p: {schema} }}", "A: { type: string, const: a }"));
        run.AssertCompiles();
        return run.AllText;
    }
}
