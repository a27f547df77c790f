using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>Tuples, the types within them, and the values of patterns keep their names as lists, maps and records do.</summary>
public class NamesFileOfTuplesTests
{
    private const string Tuple = "{ type: array, prefixItems: [{ type: object, properties: { lat: { type: string } } }, { type: string }], items: false }";
    private const string Plain = "{ type: array, prefixItems: [{ type: number }, { type: string }], items: false }";
    private const string Patterns = "{ type: object, patternProperties: { '^x': { type: object, properties: { lat: { type: string } } } }, additionalProperties: false }";

    [Theory]
    [InlineData(Tuple, "{ oneOf: [{schema}, { type: string }] }", "PlacePosItem1")]
    [InlineData(Tuple, "{ anyOf: [{ type: integer }, {schema}] }", "PlacePosItem1")]
    [InlineData(Patterns, "{ oneOf: [{schema}, { type: string }] }", "PlacePosValue")]
    public void The_types_within_one_that_becomes_an_alternative(string schema, string choice, string name) =>
        AssertKept(Document(schema), Document(choice.Replace("{schema}", schema, StringComparison.Ordinal)), name);

    [Theory]
    [InlineData(Tuple, "PlacePosList")]
    [InlineData(Plain, "PlacePosList")]
    [InlineData("{ title: Some, type: array, prefixItems: [{ type: number }, { type: string }], items: false }", "PlacePosSome")]
    [InlineData(Patterns, "PlacePos")]
    public void An_alternative_that_becomes_a_component_or_nullable(string schema, string name)
    {
        foreach (string other in new[] { "{ type: string }", "{ type: object, required: [a], properties: { a: { type: string } } }" })
        {
            string earlier = Document($"{{ oneOf: [{schema}, {other}] }}");
            AssertKept(earlier, Document($"{{ oneOf: [{{ $ref: '#/components/schemas/Position' }}, {other}] }}", $"Position: {schema}"), name);
            AssertKept(earlier, Document($"{{ oneOf: [{{ oneOf: [{schema}, {{ type: 'null' }}] }}, {other}] }}"), name);
            AssertKept(earlier, Document($"{{ oneOf: [{{ type: boolean }}, {other}, {schema}] }}"), name);
        }
    }

    private static void AssertKept(string earlier, string later, string name)
    {
        string names = NamedRun.Write(earlier);
        GeneratorRun run = NamedRun.Of(later, names);

        Assert.Contains($" = {name}\n", names, StringComparison.Ordinal);
        Assert.Empty(NamedRun.Of(earlier, names).PublicTypes.Except(run.PublicTypes));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065");
        string written = NamedRun.Write(later, names);
        Assert.Equal(written, NamedRun.Write(later, written));
        Assert.Equal(run.PublicTypes, NamedRun.Of(later, written).PublicTypes);
    }

    private static string Document(string position, string component = "Unused: { type: string }") => $$"""
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths:
          /things:
            get:
              operationId: getPlace
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Place' } } } } }
        components:
          schemas:
            Place: { type: object, properties: { pos: {{position}} } }
            {{component}}
        """;
}
