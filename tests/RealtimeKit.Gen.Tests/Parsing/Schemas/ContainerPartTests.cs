using System.Text.Json;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>What several parts of an <c>allOf</c> say about the items of a list, or the values of a map, applies together or is reported.</summary>
public sealed class ContainerPartTests
{
    private const string Secret = "{ type: object, properties: { y: { type: string, x-ms-secret: true } } }";

    [Theory]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/A' }, allOf: [{ items: { properties: { z: { type: string } } } }] }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/AList' }], items: { type: object, properties: { z: { type: string } } } }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/AList' }, { type: array, items: { type: object, properties: { z: { type: string } } } }] }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/AList' }, { allOf: [{ items: { properties: { z: { type: string } } } }] }] }")]
    [InlineData("{ type: object, additionalProperties: { $ref: '#/components/schemas/A' }, allOf: [{ additionalProperties: { properties: { z: { type: string } } } }] }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/AMap' }, { additionalProperties: { type: object, properties: { z: { type: string } } } }] }")]
    public void Items_and_values_have_the_members_of_all_parts(string schema)
    {
        Type item = PropertyOf(schema).GetGenericArguments()[^1];

        Assert.Equal(["X", "Z"], item.GetProperties().Select(static property => property.Name).Where(static name => name is "X" or "Y" or "Z").Order());
    }

    [Theory]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/A' } }", "{ items: { properties: { z: { type: string } } } }")]
    [InlineData("{ items: { properties: { z: { type: string } } } }", "{ $ref: '#/components/schemas/AList' }")]
    [InlineData("{ items: { properties: { z: { type: string } } } }", "{ items: { $ref: '#/components/schemas/A' } }")]
    [InlineData("{ $ref: '#/components/schemas/AMap' }", "{ additionalProperties: { properties: { z: { type: string } } } }")]
    public void Items_and_values_of_a_member_have_the_members_of_all_parts(string first, string second)
    {
        Type property = GeneratorRunner.Run(WholeDocument.Of($"allOf: [{{ properties: {{ p: {first} }} }}, {{ properties: {{ p: {second} }} }}]", _components))
            .Assembly.GetType("Consumer.Whole")!.GetProperty("P")!.PropertyType;

        Type item = property.GetGenericArguments()[^1];
        Assert.Equal(["X", "Z"], item.GetProperties().Select(static member => member.Name).Where(static name => name is "X" or "Y" or "Z").Order());
    }

    [Theory]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/A' }, allOf: [{ items: { required: [x] } }] }")]
    [InlineData("{ type: object, additionalProperties: { $ref: '#/components/schemas/A' }, allOf: [{ additionalProperties: { required: [x] } }] }")]
    public void A_member_of_items_that_only_another_part_requires_is_required(string schema) =>
        Assert.Contains("required string X", TextOf(schema), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ type: array, items: { type: string }, allOf: [{ items: { format: uuid } }] }", "IReadOnlyList`1[System.Guid]")]
    [InlineData("{ allOf: [{ type: array, items: { type: string } }, { items: { format: uuid } }] }", "IReadOnlyList`1[System.Guid]")]
    [InlineData("{ type: object, additionalProperties: { type: string }, allOf: [{ additionalProperties: { format: uuid } }] }", "IReadOnlyDictionary`2[System.String,System.Guid]")]
    [InlineData("{ allOf: [{ additionalProperties: { type: string } }, { additionalProperties: { format: uuid } }] }", "IReadOnlyDictionary`2[System.String,System.Guid]")]
    [InlineData("{ type: object, additionalProperties: { type: string }, allOf: [{ minProperties: 1 }] }", "IReadOnlyDictionary`2[System.String,System.String]")]
    [InlineData("{ additionalProperties: { type: string }, allOf: [{ type: object, description: d }] }", "IReadOnlyDictionary`2[System.String,System.String]")]
    [InlineData("{ type: object, allOf: [{ minProperties: 1 }] }", "IReadOnlyDictionary`2[System.String,System.Text.Json.JsonElement]")]
    [InlineData("{ type: string, allOf: [{ anyOf: [{ enum: [a, b] }, {}] }] }", "System.String")]
    public void Parts_that_only_narrow_a_value_leave_its_type(string schema, string type) =>
        Assert.EndsWith(type, PropertyOf(schema).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ type: array, items: { type: object, properties: { w: { type: integer } } }, allOf: [{ items: " + Secret + " }] }", """[{"w":1,"y":"hush"}]""")]
    [InlineData("{ type: array, items: " + Secret + ", allOf: [{ items: { type: object, properties: { w: { type: integer } } } }] }", """[{"y":"hush","w":1}]""")]
    [InlineData("{ type: object, additionalProperties: { type: string }, allOf: [{ additionalProperties: { x-ms-secret: true } }] }", """{"a":"hush"}""")]
    [InlineData("{ allOf: [{ additionalProperties: { type: string } }, { additionalProperties: { type: string, format: password } }] }", """{"a":"hush"}""")]
    [InlineData("{ type: object, properties: { q: { type: integer } }, additionalProperties: { type: string }, allOf: [{ additionalProperties: { format: password } }] }", """{"a":"hush"}""")]
    [InlineData("{ type: array, items: { type: string, format: password }, allOf: [{ prefixItems: [{ type: string }, { type: integer }] }] }", """["hush",1]""")]
    [InlineData("{ type: array, allOf: [{ items: { type: string, x-ms-secret: true } }, { items: { maxLength: 9 } }] }", """["hush"]""")]
    [InlineData("{ type: string, format: date, allOf: [{ format: password }] }", "\"2020-01-02\"")]
    [InlineData("{ type: string, format: password, allOf: [{ type: string, enum: [hush, b] }] }", "\"hush\"")]
    public void A_secret_of_any_part_is_never_shown(string schema, string json)
    {
        Type whole = Run(schema).Assembly.GetType("Consumer.Whole")!;

        object value = JsonSerializer.Deserialize($$"""{"p":{{json}}}""", whole)!;
        object? p = whole.GetProperty("P")!.GetValue(value);

        Assert.Equal($$"""{"p":{{json}}}""", JsonSerializer.Serialize(value, whole));
        Assert.DoesNotContain("hush", $"{value} {Texts(p)}", StringComparison.Ordinal);
        Assert.DoesNotContain("2020", $"{value}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: string, allOf: [{ type: integer }] }", "System.String", "A part of the 'allOf' is a number, but the schema itself is a string, so no value matches both")]
    [InlineData("{ type: string, allOf: [{ $ref: '#/components/schemas/A' }] }", "System.String", "A part of the 'allOf' is an object, but the schema itself is a string, so no value matches both")]
    [InlineData("{ type: string, allOf: [{ properties: { x: { type: string } } }] }", "System.String", "A part of the 'allOf' is an object, but the schema itself is a string, so no value matches both")]
    [InlineData("{ type: string, allOf: [{ items: { type: string } }] }", "System.String", "A part of the 'allOf' is a list, but the schema itself is a string, so no value matches both")]
    [InlineData("{ items: { type: string }, allOf: [{ type: string }] }", "IReadOnlyList`1[System.String]", "A part of the 'allOf' is a string, but the schema itself is a list, so no value matches both")]
    [InlineData("{ type: array, items: { type: string }, allOf: [{ items: { type: integer } }] }", "IReadOnlyList`1[System.String]", "A part of the 'allOf' is a number, but an earlier part is a string, so no value matches both")]
    [InlineData("{ additionalProperties: { type: string }, allOf: [{ additionalProperties: { type: integer } }] }", "IReadOnlyDictionary`2[System.String,System.String]", "A part of the 'allOf' is a number, but an earlier part is a string, so no value matches both")]
    public void A_part_that_contradicts_the_schema_is_reported_and_left_out(string schema, string type, string message)
    {
        GeneratorRun run = Run(schema);

        Assert.Equal(message + "; it is left out", run.AssertReports("RTK0035").Message);
        Assert.EndsWith(type, run.Assembly.GetType("Consumer.Whole")!.GetProperty("P")!.PropertyType.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: array, items: { type: string }, allOf: [{ prefixItems: [{ type: string }, { type: integer }] }] }", "'items'", "a part of the 'allOf' gives the type")]
    [InlineData("{ type: integer, format: int64, allOf: [{ format: int32 }] }", "'format: int32'", "an earlier part of the 'allOf' gives the type")]
    [InlineData("{ type: string, format: date, allOf: [{ allOf: [{ format: uuid }] }] }", "'format: uuid'", "an earlier part of the 'allOf' gives the type")]
    [InlineData("{ allOf: [{ type: string, enum: [a, b] }, { type: string, enum: [b, c] }] }", "'enum'", "an earlier part of the 'allOf' gives the type")]
    public void What_has_no_effect_beside_a_type_is_reported(string schema, string keyword, string why) =>
        Assert.Equal($"{keyword} has no effect on the client: {why}", Run(schema).AssertReports("RTK0034").Message);

    [Fact]
    public void Number_or_text_of_Kubernetes_counts_in_any_part()
    {
        const string Json = """{"p":8080}""";
        foreach (string schema in new[] { "{ allOf: [{ type: string }, { format: int-or-string }] }", "{ type: string, allOf: [{ format: int-or-string }] }" })
        {
            Type whole = Run(schema).Assembly.GetType("Consumer.Whole")!;

            Assert.Equal(Json, JsonSerializer.Serialize(JsonSerializer.Deserialize(Json, whole), whole));
        }
    }

    [Fact]
    public void Lists_of_one_property_that_several_parts_describe_are_one_list()
    {
        GeneratorRun run = GeneratorRunner.Run(WholeDocument.Of(
            "allOf: [{ properties: { p: { type: array, description: All., items: { $ref: '#/components/schemas/A' } } } }, "
                + "{ properties: { p: { type: array, items: " + Secret + " } } }]",
            "A: { type: object, properties: { x: { type: string } } }"));

        Type item = run.Assembly.GetType("Consumer.Whole")!.GetProperty("P")!.PropertyType.GetGenericArguments()[0];
        Assert.Equal(["X", "Y"], item.GetProperties().Select(static property => property.Name).Where(static name => name is "X" or "Y").Order());
        Assert.Contains("<summary>All.</summary>", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_whose_items_differ_only_in_another_part_are_not_shared()
    {
        Type whole = GeneratorRunner.Run(WholeDocument.WithProperties(
            "one: { type: object, properties: { p: { allOf: [{ $ref: '#/components/schemas/AList' }], items: { required: [x] } } } }, "
                + "two: { type: object, properties: { p: { allOf: [{ $ref: '#/components/schemas/AList' }, { minItems: 1 }] } } }",
            _components)).Assembly.GetType("Consumer.Whole")!;

        Assert.NotEqual(whole.GetProperty("One")!.PropertyType, whole.GetProperty("Two")!.PropertyType);
    }

    [Fact]
    public void A_list_that_contains_itself_in_several_parts_is_reported()
    {
        GeneratorRun run = GeneratorRunner.Run(WholeDocument.Of(
            "type: array, items: { $ref: '#/components/schemas/Whole' }, allOf: [{ items: { type: array, items: { $ref: '#/components/schemas/Whole' } } }]"));

        run.AssertReports("RTK0033");
        run.AssertCompiles();
    }

    private static readonly string[] _components =
    [
        "A: { type: object, properties: { x: { type: string } } }",
        "AList: { type: array, items: { $ref: '#/components/schemas/A' } }",
        "AMap: { type: object, additionalProperties: { $ref: '#/components/schemas/A' } }",
    ];

    private static string Texts(object? value) => value switch
    {
        string => "",
        System.Collections.IEnumerable all => string.Join(" ", all.Cast<object>()),
        _ => "",
    };

    private static Type PropertyOf(string schema)
    {
        Type type = Run(schema).Assembly.GetType("Consumer.Whole")!.GetProperty("P")!.PropertyType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static string TextOf(string schema) => Run(schema).AllText;

    private static GeneratorRun Run(string schema) => GeneratorRunner.Run(WholeDocument.WithProperties($"p: {schema}", _components));
}
