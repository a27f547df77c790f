using System.Text.Json;
using RealtimeKit.Gen.Tests.Parsing.Schemas;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>The values of a map that are only objects, which springdoc, swagger-core and go-swagger write for values of any type.</summary>
public sealed class MapValueTests
{
    private const string Anything = """{"p":{"owner":"ann","cents":30,"tags":["a",1],"more":{"a":{}},"none":null}}""";

    [Theory]
    [InlineData("{ type: object }", typeof(IReadOnlyDictionary<string, JsonElement>))]
    [InlineData("{ type: object, description: A value., title: Value, x-go-type: any, example: ann }", typeof(IReadOnlyDictionary<string, JsonElement>))]
    [InlineData("{ type: object, nullable: true }", typeof(IReadOnlyDictionary<string, JsonElement?>))]
    [InlineData("{ type: [object, 'null'] }", typeof(IReadOnlyDictionary<string, JsonElement?>))]
    [InlineData("{ type: [object] }", typeof(IReadOnlyDictionary<string, JsonElement>))]
    public void The_value_of_a_map_that_is_only_an_object_is_any_json(string value, Type type)
    {
        Type whole = Whole($"p: {{ type: object, additionalProperties: {value} }}");

        Assert.Equal(type, whole.GetProperty("P")!.PropertyType);
        Assert.Equal(Anything, Copy(whole, Anything));
    }

    [Fact]
    public void The_value_of_a_map_within_a_map_is_any_json_too()
    {
        Type whole = Whole("p: { type: object, additionalProperties: { type: object, additionalProperties: { type: object } } }");

        Assert.Equal(typeof(IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>>), whole.GetProperty("P")!.PropertyType);
    }

    [Fact]
    public void Undeclared_properties_of_a_record_are_any_json()
    {
        Type whole = Run("type: object, properties: { a: { type: string } }, additionalProperties: { type: object }");
        const string json = """{"a":"1","balance":30,"owner":"ann","more":{"b":2}}""";

        Assert.Equal(json, Copy(whole, json));
    }

    [Theory]
    [InlineData("{ type: object, additionalProperties: true }")]
    [InlineData("{ type: object, minProperties: 1 }")]
    [InlineData("{ type: object, example: { a: 1 } }")]
    [InlineData("{ $ref: '#/components/schemas/Settings' }")]
    public void A_value_that_says_more_is_an_object(string value)
    {
        Type whole = Whole($"p: {{ type: object, additionalProperties: {value} }}", "Settings: { type: object }");

        Assert.Equal(typeof(IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>>), whole.GetProperty("P")!.PropertyType);
    }

    [Theory]
    [InlineData("type: object", typeof(IReadOnlyDictionary<string, JsonElement>))]
    [InlineData("type: array, items: { type: object }", typeof(IReadOnlyList<IReadOnlyDictionary<string, JsonElement>>))]
    public void A_property_and_an_item_are_objects(string schema, Type type) => Assert.Equal(type, Whole($"p: {{ {schema} }}").GetProperty("P")!.PropertyType);

    [Fact]
    public void A_marked_value_is_hidden()
    {
        Type whole = Whole("p: { type: object, additionalProperties: { type: object, x-ms-secret: true } }");

        Assert.DoesNotContain("ann", JsonSerializer.Deserialize(Anything, whole)!.ToString(), StringComparison.Ordinal);
        Assert.Equal(Anything, Copy(whole, Anything));
    }

    private static Type Whole(string property, params string[] components) => Run($"type: object, required: [p], properties: {{ {property} }}", components);

    private static Type Run(string whole, params string[] components)
        => GeneratorRunner.Run(WholeDocument.Of(whole, components)).AssertNoDiagnostics().Assembly.GetType("Consumer.Whole")!;

    private static string Copy(Type whole, string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, whole), whole);
}
