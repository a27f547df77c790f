using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Records;

/// <summary>
/// A value can match several alternatives of an <c>anyOf</c>, or only <c>{}</c>. If nothing tells the alternatives apart, they are one record.
/// </summary>
public sealed class CombinedAlternativeTests
{
    private const string Forward = "{ $ref: '#/components/schemas/Forward' }";
    private const string Backward = "{ $ref: '#/components/schemas/Backward' }";

    [Theory]
    [InlineData($"anyOf: [{Forward}, {Backward}, {{}}]")]
    [InlineData($"anyOf: [{Forward}, {{ type: object, properties: {{ self: {{ type: string }}, first: {{ type: string }}, prev: {{ type: string }} }} }}, {{}}]")]
    [InlineData($"anyOf: [{Forward}, {{ allOf: [{Backward}, {{ type: object, properties: {{ more: {{ type: boolean }} }} }}] }}, {{}}]")]
    public void Alternatives_beside_an_empty_one_that_nothing_tells_apart_are_one_record(string schema)
    {
        GeneratorRun run = Run(schema);
        Type record = run.Assembly.GetType("Consumer.PageLinks")!;

        Assert.Superset(new HashSet<string> { "Next", "Last", "Prev", "First" }, record.GetProperties().Select(static one => one.Name).ToHashSet());
        Assert.DoesNotContain("RTK0033", run.Diagnostics.Select(static one => one.Id));
    }

    [Theory]
    [InlineData($"oneOf: [{Forward}, {Backward}, {{}}]")]
    [InlineData($"anyOf: [{Forward}, {{ type: object, required: [prev], properties: {{ prev: {{ type: string }} }} }}, {{}}]")]
    [InlineData($"anyOf: [{Forward}, {{ type: object, properties: {{ next: {{ type: integer }} }} }}, {{}}]")]
    [InlineData($"anyOf: [{Forward}, {{ type: object, properties: {{ kind: {{ type: string, enum: [back] }} }} }}, {{}}]")]
    [InlineData($"anyOf: [{Forward}, {{ type: object, additionalProperties: false, properties: {{ prev: {{ type: string }} }} }}, {{}}]")]
    [InlineData($"anyOf: [{Forward}, {Backward}]")]
    public void Other_alternatives_are_a_union(string schema) =>
        Assert.NotNull(Run(schema).Assembly.GetType("Consumer.PageLinks")!.GetProperty("IsUnknown"));

    private static GeneratorRun Run(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /page:
                get:
                  operationId: getPage
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } } }
            components:
              schemas:
                Page: { type: object, properties: { links: { {{schema}} } } }
                Forward: { type: object, properties: { self: { type: string }, next: { type: string }, last: { type: string } } }
                Backward: { type: object, properties: { self: { type: string }, prev: { type: string }, first: { type: string } } }
            """);
        run.AssertCompiles();
        return run;
    }
}
