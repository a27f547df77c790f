using System.Text.Json;
using RealtimeKit.Gen.Tests.Parsing.Schemas;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>Every item of a tuple is read and sent back as it was, also items that the schema does not describe.</summary>
public sealed class TupleTests
{
    [Theory]
    [InlineData("{ prefixItems: [{ type: string, format: uuid }] }", """["7f4df5f5-9b49-4b5e-8d6a-0c4f0f0f0f0f",1,"z"]""")]
    [InlineData("{ prefixItems: [{ type: string }, { type: string }] }", """["a","b",1]""", """["a"]""", "[]")]
    [InlineData("{ prefixItems: [{ type: string }], items: {} }", """["a",{"b":1}]""")]
    [InlineData("{ prefixItems: [{ type: string }], unevaluatedItems: { type: integer } }", """["a",1,2]""")]
    [InlineData("{ prefixItems: [{ type: string }], additionalItems: { type: integer } }", """["a",1,2]""")]
    [InlineData("{ prefixItems: [{ type: string }], items: { type: integer }, unevaluatedItems: false }", """["a",1,2]""")]
    [InlineData("{ prefixItems: [{ type: string }], maxItems: 2 }", """["a",1]""")]
    [InlineData("{ prefixItems: [{ type: string }, { type: [integer, 'null'] }] }", """["a",null]""", """["a"]""", "[]", """["a",1]""", """["a",null,true]""")]
    [InlineData("{ minItems: 1, prefixItems: [{ type: string }, { type: [integer, 'null'] }], items: false }", """["a",null]""", """["a"]""")]
    [InlineData("{ minItems: 2, prefixItems: [{ type: string }, { type: [integer, 'null'] }], items: false }", """["a",null]""", """["a",1]""")]
    [InlineData("{ prefixItems: [{ type: string }, { type: integer }, { type: 'null' }], items: false }", """["a",1]""", """["a",1,null]""", """["a"]""")]
    [InlineData("{ prefixItems: [{ type: [string, 'null'] }, { type: integer }], items: { type: boolean } }", "[null,1]", "[null]", """["a",1,true]""")]
    [InlineData("{ prefixItems: [{ type: integer }, {}, { $ref: '#/components/schemas/Text' }] }", "[1,null]", "[1,null,null]", "[1,2,\"a\"]")]
    public void Every_item_survives(string schema, params string[] values)
    {
        Type whole = Whole(schema);

        Assert.Equal(values.Select(Member), values.Select(value => JsonSerializer.Serialize(JsonSerializer.Deserialize(Member(value), whole), whole)));
    }

    [Theory]
    [InlineData("{ prefixItems: [{ type: number }, { type: number }], items: { type: number } }")]
    [InlineData("{ prefixItems: [{ type: number }, { type: number }], minItems: 2, maxItems: 2 }")]
    [InlineData("{ type: array, items: [{ type: number }, { type: number }], additionalItems: { type: number } }")]
    public void Items_that_can_only_have_one_type_are_a_list(string schema) =>
        Assert.Equal(typeof(IReadOnlyList<double>), Whole(schema).GetProperty("P")!.PropertyType);

    [Theory]
    [InlineData("{ prefixItems: [{ type: number }, { type: number }], minItems: 2 }")]
    [InlineData("{ prefixItems: [{ type: number }, { type: number }], items: false }")]
    [InlineData("{ prefixItems: [{ type: number }, { type: number }], unevaluatedItems: false }")]
    [InlineData("{ type: array, items: [{ type: number }, { type: number }], additionalItems: false }")]
    public void Items_of_one_type_with_others_after_them_are_a_tuple(string schema)
    {
        Type tuple = Whole(schema).GetProperty("P")!.PropertyType;

        Assert.Equal(["Item1", "Item2", "AdditionalItems"], tuple.GetProperties().Select(static property => property.Name));
    }

    [Fact]
    public void Null_at_the_end_is_sent_if_the_caller_asks_for_it()
    {
        Type tuple = Whole("{ prefixItems: [{ type: string }, { type: [integer, 'null'] }] }").GetProperty("P")!.PropertyType;
        object value = Activator.CreateInstance(tuple)!;
        tuple.GetProperty("Item1")!.SetValue(value, "a");

        string without = JsonSerializer.Serialize(value, tuple);
        tuple.GetProperty("ItemCount")!.SetValue(value, 2);

        Assert.Equal(("""["a"]""", """["a",null]"""), (without, JsonSerializer.Serialize(value, tuple)));
    }

    [Fact]
    public void Items_may_be_called_like_the_members_of_a_tuple()
    {
        GeneratorRun run = GeneratorRunner.Run(WholeDocument.WithProperties(
            "p: { prefixItems: [{ type: string, x-ms-client-name: AdditionalItems }, { type: [integer, 'null'], x-ms-client-name: ItemCount }] }"));

        run.AssertCompiles();
    }

    [Fact]
    public void Unevaluated_items_of_a_tuple_are_not_reported() => Assert.DoesNotContain(
        GeneratorRunner.Run(WholeDocument.WithProperties("p: { prefixItems: [{ type: string }], unevaluatedItems: { type: integer } }")).Diagnostics,
        static one => one.Id == "RTK0034");

    private static string Member(string value) => $$"""{"p":{{value}}}""";

    private static Type Whole(string schema) =>
        GeneratorRunner.Run(WholeDocument.WithProperties($"p: {schema}", "Text: { type: [string, 'null'] }")).Assembly.GetType("Consumer.Whole")!;
}
