using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>Checks that a part of an <c>allOf</c> which describes a member roughly gives way to one that describes it closely.</summary>
public sealed class UnspecificPartTests
{
    private const string Anything = "anyOf: [{ type: object }, { type: array, items: {} }, { type: string }]";

    [Theory]
    [InlineData(Anything, "$ref: '#/components/schemas/Pet'", "Pet")]
    [InlineData(Anything, "type: array, items: { $ref: '#/components/schemas/Pet' }", "IReadOnlyList`1")]
    [InlineData(Anything, "type: string, format: date", "DateOnly")]
    [InlineData("type: array", "type: array, items: { type: string }", "IReadOnlyList`1")]
    [InlineData("oneOf: [{ type: object }, { type: object, nullable: true }]", "$ref: '#/components/schemas/Pet'", "Pet")]
    public void The_closer_description_gives_the_type_whichever_comes_first(string rough, string close, string expected)
    {
        Assert.Equal(expected, TypeOfResult(rough, close));
        Assert.Equal(expected, TypeOfResult(close, rough));
    }

    [Theory]
    [InlineData("anyOf: [{ type: string }, { type: integer, enum: [1, 2] }]", "type: string", "EnvelopeResult")]
    [InlineData("anyOf: [{ type: object }, { type: string }]", "type: integer, format: int32", "EnvelopeResult")]
    public void A_description_that_says_something_of_its_own_or_excludes_the_other_stays(string first, string second, string expected) =>
        Assert.Equal(expected, TypeOfResult(first, second));

    private static string TypeOfResult(string first, string second)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /pet:
                get:
                  operationId: getPet
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Envelope' } } } } }
            components:
              schemas:
                Envelope:
                  allOf:
                    - { type: object, required: [result], properties: { result: { {{first}} } } }
                    - { type: object, properties: { result: { {{second}} } } }
                Pet: { type: object, properties: { name: { type: string } } }
            """);
        run.AssertCompiles();
        return run.Assembly.GetExportedTypes().Single(static type => type.Name == "Envelope").GetProperty("Result")!.PropertyType.Name;
    }
}
