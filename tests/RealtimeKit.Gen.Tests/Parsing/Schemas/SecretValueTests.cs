using System.Text.Json;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>The values of a secret are in the document, but which of them a record has is a secret.</summary>
public sealed class SecretValueTests
{
    [Theory]
    [InlineData("{ type: string, format: password, enum: [Apple, Berry] }")]
    [InlineData("{ format: password, enum: [Apple, Berry] }")]
    [InlineData("{ type: string, writeOnly: true, enum: [Apple, Berry] }")]
    [InlineData("{ writeOnly: true, enum: [Apple, Berry] }")]
    [InlineData("{ $ref: '#/components/schemas/Plain', writeOnly: true }")]
    [InlineData("{ $ref: '#/components/schemas/Hushed' }")]
    [InlineData("{ $ref: '#/components/schemas/Sent' }")]
    [InlineData("{ type: array, items: { type: string, format: password, enum: [Apple, Berry] } }")]
    [InlineData("{ type: array, items: { type: string, writeOnly: true, enum: [Apple, Berry] } }")]
    [InlineData("{ type: string, format: password, x-enumFlags: true, enum: [Apple, Berry, Cherry] }")]
    [InlineData("{ type: string, format: password, enum: [Apple] }")]
    [InlineData("{ type: string, format: password, const: Apple }")]
    [InlineData("{ type: string, writeOnly: true, const: Apple }")]
    public void They_are_shown_nowhere(string schema)
    {
        GeneratorRun run = Run(schema);

        object whole = ReadWhole(run, schema.Contains("array", StringComparison.Ordinal) ? """{"p":["Apple"]}""" : """{"p":"Apple"}""");
        Assert.DoesNotContain("Apple", whole.ToString(), StringComparison.Ordinal);
        Assert.Contains("P = ", whole.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: string, enum: [Apple, Berry] }")]
    [InlineData("{ type: string, writeOnly: true, x-ms-secret: false, enum: [Apple, Berry] }")]
    [InlineData("{ $ref: '#/components/schemas/Plain' }")]
    public void Others_are_shown(string schema) => Assert.Contains("P = Apple", ReadWhole(Run(schema), """{"p":"Apple"}""").ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ anyOf: [{ type: string }, { anyOf: [{ type: string, x-ms-secret: true }, { type: object, required: [z], properties: { z: { type: string } } }] }] }")]
    [InlineData("{ oneOf: [{ type: string, maxLength: 9 }, { oneOf: [{ type: boolean }, { oneOf: [{ type: integer }, { type: string, format: password }] }] }] }")]
    [InlineData("{ anyOf: [{ type: string }, { $ref: '#/components/schemas/Either' }] }")]
    public void A_value_is_hidden_that_an_alternative_within_an_alternative_keeps_secret(string schema)
    {
        GeneratorRun run = Run(schema);

        Assert.DoesNotContain("Apple", ReadWhole(run, """{"p":"Apple"}""").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: object, patternProperties: { '^[A-Z]+$': { type: string, format: password } } }", true)]
    [InlineData("{ type: object, patternProperties: { '^[A-Z]+$': { type: string }, '^[a-z]+$': { type: object, properties: { pin: { x-ms-secret: true } } } } }", true)]
    [InlineData("{ type: object, properties: { id: { type: string } }, patternProperties: { '^[A-Z]+$': { type: string, format: password } } }", true)]
    [InlineData("{ type: object, patternProperties: { '^[A-Z]+$': { type: string } } }", false)]
    [InlineData("{ type: object, properties: { id: { type: string } }, patternProperties: { '^[A-Z]+$': { type: string } } }", false)]
    public void Raw_JSON_of_names_that_match_no_pattern_is_hidden_if_a_pattern_describes_a_secret(string schema, bool isHidden)
    {
        GeneratorRun run = Run(schema);

        object whole = ReadWhole(run, """{"p":{"K":"Apple"}}""");

        Assert.Equal(isHidden, run.AllText.Contains("JsonWriting.Secret", StringComparison.Ordinal));
        Assert.True(!isHidden || !whole.ToString()!.Contains("Apple", StringComparison.Ordinal));
        Assert.Single(run.Diagnostics, static one => one.Id == "RTK0033");
        Assert.Equal("""{"p":{"K":"Apple"}}""", JsonSerializer.Serialize(whole, whole.GetType()));
    }

    private static GeneratorRun Run(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run(WholeDocument.WithProperties(
            $"p: {schema}",
            "Plain: { type: string, enum: [Apple, Berry] }",
            "Hushed: { type: string, format: password, enum: [Apple, Berry] }",
            "Either: { anyOf: [{ type: string, format: password }, { type: object, required: [z], properties: { z: { type: string } } }] }",
            "Sent: { type: string, writeOnly: true, enum: [Apple, Berry] }"));
        run.AssertCompiles();
        return run;
    }

    private static object ReadWhole(GeneratorRun run, string json) =>
        JsonSerializer.Deserialize(json, run.Assembly.GetType("Consumer.Whole")!)!;
}
