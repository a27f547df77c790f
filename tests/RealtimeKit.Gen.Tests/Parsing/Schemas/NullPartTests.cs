using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>A value can be null if all parts of its <c>allOf</c> allow null.</summary>
public sealed class NullPartTests
{
    private const string Record = "{ type: [object, 'null'], properties: { a: { type: string } } }";

    [Theory]
    [InlineData($"{{ allOf: [{Record}, {{ type: [object, 'null'], properties: {{ b: {{ type: string }} }} }}] }}")]
    [InlineData("{ allOf: [{ type: [object, 'null'] }, { type: [object, 'null'] }] }")]
    [InlineData($"{{ allOf: [{Record}, {{ description: only text }}] }}")]
    [InlineData("{ allOf: [{ anyOf: [{ $ref: '#/components/schemas/OrNull' }, { $ref: '#/components/schemas/B' }] }, { anyOf: [{ $ref: '#/components/schemas/OrNull' }, { type: object }] }] }")]
    [InlineData($"{{ allOf: [{{ allOf: [{Record}, {Record}] }}, {Record}] }}")]
    public void All_parts_allow_it(string schema)
    {
        GeneratorRun run = Run(schema);

        Assert.Matches(@"\? P { get", run.AllText);
        Assert.Matches("IReadOnlyList<[^\n]*\\?> L {", run.AllText);
    }

    [Theory]
    [InlineData($"{{ allOf: [{Record}, {{ type: object, properties: {{ b: {{ type: string }} }} }}] }}")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/B' }, { description: only text }] }")]
    [InlineData($"{{ type: object, allOf: [{Record}, {{ type: [object, 'null'], properties: {{ b: {{ type: string }} }} }}] }}")]
    public void One_does_not(string schema)
    {
        GeneratorRun run = Run(schema);

        Assert.DoesNotMatch(@"\? P { get", run.AllText);
        Assert.DoesNotMatch("IReadOnlyList<[^\n]*\\?> L {", run.AllText);
    }

    private static GeneratorRun Run(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run(WholeDocument.Of(
            $"type: object, required: [p, l], properties: {{ p: {schema}, l: {{ type: array, items: {schema} }} }}",
            "B: { type: object, required: [b], properties: { b: { type: string } } }",
            "OrNull: { anyOf: [{ type: object, properties: { a: { type: string } } }, { type: 'null' }] }"));
        run.AssertCompiles();
        return run;
    }
}
