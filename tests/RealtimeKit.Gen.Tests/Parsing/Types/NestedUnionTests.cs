using System.Text.Json;
using RealtimeKit.Gen.Tests.Parsing.Schemas;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>A union within a union takes only values that one of its own cases accepts.</summary>
public sealed class NestedUnionTests
{
    private const string Kinds = "{ $ref: '#/components/schemas/Kinds' }";

    [Theory]
    [InlineData("{ anyOf: [{ anyOf: [{ $ref: '#/components/schemas/D1' }, { type: number }] }, { type: object }] }", "{}", """{"x":1}""", """{"type":"zz"}""", """{"type":"D1"}""")]
    [InlineData("{ anyOf: [" + Kinds + ", { type: object, additionalProperties: { type: integer } }] }", "{}", """{"x":1}""", """{"kind":"v-1","c":"1"}""")]
    [InlineData("{ anyOf: [{ type: object, additionalProperties: { type: integer } }, " + Kinds + "] }", "{}", """{"x":1}""", """{"kind":"v-1","c":"1"}""")]
    [InlineData("{ anyOf: [" + Kinds + ", { $ref: '#/components/schemas/Free' }] }", "{}", """{"a":"1"}""", """{"a":"1","z":1}""", """{"kind":"v-0","b":"1"}""")]
    [InlineData("{ anyOf: [" + Kinds + ", { type: string }, { type: object, properties: { a: { type: string }, n: { type: integer } } }] }", """{"a":"1"}""", """{"n":5}""", "{}")]
    [InlineData("{ anyOf: [{ anyOf: [{ anyOf: [{ $ref: '#/components/schemas/D1' }, { $ref: '#/components/schemas/Other' }] }, { type: number }] }, { $ref: '#/components/schemas/Free' }] }",
        "{}", """{"a":"1"}""", """{"other":"fixed"}""", """{"type":"D1","q":"1"}""", "5")]
    [InlineData("{ anyOf: [{ anyOf: [{ $ref: '#/components/schemas/D1' }, { type: object, additionalProperties: { type: integer } }] }, { $ref: '#/components/schemas/Free' }] }",
        "{}", """{"x":1}""", """{"a":"q"}""")]
    public void A_value_without_the_required_properties_is_another_case(string schema, params string[] values)
    {
        GeneratorRun run = Run(schema);
        Type whole = run.Assembly.GetType("Consumer.Whole")!;
        string[] members = Array.ConvertAll(values, static value => $$"""{"p":{{value}}}""");

        Assert.Equal(members, members.Select(value => JsonSerializer.Serialize(JsonSerializer.Deserialize(value, whole), whole)));
    }

    [Fact]
    public void A_union_that_contains_itself_has_an_end() => GeneratorRunner.Run(WholeDocument.WithProperties(
        "p: { anyOf: [{ $ref: '#/components/schemas/Ring' }, { type: object }] }",
        "Ring: { anyOf: [{ type: array, items: { $ref: '#/components/schemas/Ring' } }, { type: object, required: [a], properties: { a: { $ref: '#/components/schemas/Ring' } } }, "
            + "{ anyOf: [{ $ref: '#/components/schemas/Ring' }, { type: string }] }] }")).AssertCompiles();

    [Theory]
    [InlineData("{ oneOf: [{ type: string, format: duration }, { type: string, format: time }] }", "\"12:34:56\"", "\"PT5S\"")]
    [InlineData("{ oneOf: [{ type: string, format: time }, { type: string, format: duration }] }", "\"12:34:56\"", "\"PT5S\"")]
    [InlineData("{ oneOf: [{ type: string, format: duration }, { type: string, format: date }, { type: string, format: date-time }] }", "\"PT5S\"", "\"2024-01-02\"")]
    [InlineData("{ oneOf: [{ anyOf: [{ type: string, format: duration }, { type: integer }] }, { type: string, format: time }] }", "\"12:34:56\"", "\"PT5S\"", "5")]
    [InlineData("{ oneOf: [{ anyOf: [{ type: boolean }, { anyOf: [{ type: string, format: duration }, { type: integer }] }] }, { type: string, format: time }] }",
        "\"12:34:56\"", "\"PT5S\"", "true")]
    public void A_time_is_no_duration(string schema, params string[] values)
    {
        Type whole = Run(schema).Assembly.GetType("Consumer.Whole")!;
        string[] members = Array.ConvertAll(values, static value => $$"""{"p":{{value}}}""");

        Assert.Equal(members, members.Select(value => JsonSerializer.Serialize(JsonSerializer.Deserialize(value, whole), whole)));
    }

    private static GeneratorRun Run(string schema) => GeneratorRunner.Run(WholeDocument.WithProperties(
        $"p: {schema}",
        "D1: { type: object, required: [type], properties: { type: { const: D1 }, q: { type: string } } }",
        "Other: { type: object, required: [other], properties: { other: { const: fixed } } }",
        "D2: { type: object, required: [kind], properties: { kind: { type: string }, b: { type: string } } }",
        "D3: { type: object, required: [kind, c], properties: { kind: { type: string }, c: { type: string } } }",
        "Free: { type: object, properties: { a: { type: string } } }",
        "Kinds: { oneOf: [{ $ref: '#/components/schemas/D2' }, { $ref: '#/components/schemas/D3' }], "
            + "discriminator: { propertyName: kind, mapping: { v-0: '#/components/schemas/D2', v-1: '#/components/schemas/D3' } } }"));
}
