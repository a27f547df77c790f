using System.Text.Json;
using RealtimeKit.Gen.Tests.Parsing.Schemas;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Records;

/// <summary>
/// A record can have members of alternatives: of a <c>oneOf</c> or <c>anyOf</c> beside <c>properties</c> or in an <c>allOf</c>. Each value
/// of such a member is read and sent back as it was, whichever alternative it belongs to.
/// </summary>
public sealed class AlternativeMemberTests
{
    private const string Tagged =
        "{ properties: { kind: { const: a }, x: { type: string } } }, { properties: { kind: { const: b }, x: { type: integer } } }";

    [Theory]
    [InlineData("properties: { z: { type: integer } }, oneOf: [" + Tagged + "]", """{"kind":"b","x":5}""", """{"kind":"a","x":"5"}""")]
    [InlineData("allOf: [{ properties: { z: { type: integer } } }], oneOf: [" + Tagged + "]", """{"kind":"b","x":5}""", """{"kind":"a","x":"5"}""")]
    [InlineData("allOf: [{ oneOf: [" + Tagged + "] }, { properties: { z: { type: integer } } }]", """{"kind":"b","x":5}""", """{"kind":"a","x":"5"}""")]
    [InlineData("properties: { z: { type: integer } }, anyOf: [{ oneOf: [" + Tagged + "] }, { properties: { x: { type: boolean } } }]",
        """{"kind":"b","x":5}""", """{"kind":"a","x":"5"}""", """{"x":true}""")]
    [InlineData("allOf: [{ oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }, { type: object }]",
        """{"b":"q","x":5}""", """{"a":"q","x":"2024-01-02"}""")]
    [InlineData("required: [type], properties: { type: { type: string } }, oneOf: [{ properties: { type: { const: num }, value: { type: number } } }, "
        + "{ properties: { type: { const: str }, value: { type: string } } }, "
        + "{ properties: { type: { const: obj }, value: { type: object, properties: { z: { type: integer } } } } }, "
        + "{ properties: { type: { const: map }, value: { type: object } } }, "
        + "{ properties: { type: { const: list }, value: { type: array, items: { type: integer } } } }]",
        """{"type":"num","value":5}""", """{"type":"str","value":"5"}""", """{"type":"obj","value":{"z":1}}""", """{"type":"map","value":{"y":"1"}}""",
        """{"type":"list","value":[1]}""")]
    [InlineData("properties: { z: { type: integer } }, oneOf: [{ properties: { x: { const: 1 } } }, { properties: { x: { const: one } } }]",
        """{"x":1}""", """{"x":"one"}""")]
    [InlineData("properties: { z: { type: integer } }, oneOf: [{ properties: { x: { type: string, enum: [a, b] } } }, { properties: { x: { type: string, format: date } } }]",
        """{"x":"a"}""", """{"x":"2024-01-02"}""")]
    [InlineData("properties: { z: { type: integer } }, oneOf: [{ properties: { x: { type: object, required: [a], properties: { a: { type: string } } } } }, "
        + "{ properties: { x: { type: object, required: [b], properties: { a: { type: integer }, b: { type: string } } } } }]",
        """{"x":{"a":"1"}}""", """{"x":{"a":1,"b":"2"}}""")]
    [InlineData("properties: { z: { type: integer } }, oneOf: [{ properties: { x: false } }, { properties: { x: { type: integer } } }]", """{"x":1}""", "{}")]
    [InlineData("properties: { x: { type: object, required: [a], properties: { a: { type: string } } } }, oneOf: ["
        + "{ properties: { x: { type: object, required: [b], properties: { b: { type: string } } } } }, { properties: { x: { properties: { c: { type: string } } } } }]",
        """{"x":{"a":"1"}}""", """{"x":{"b":"2","a":"1"}}""")]
    public void A_value_of_any_alternative_survives(string schema, params string[] values)
    {
        GeneratorRun run = Run(schema);

        AssertSurvive(run, values);
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0033" or "RTK0035");
    }

    [Fact]
    public void A_member_that_can_have_any_value_in_an_alternative_is_raw_json()
    {
        GeneratorRun run = Run("properties: { z: { type: integer } }, oneOf: [{ properties: { x: {} } }, { properties: { x: { type: integer } } }]");

        Assert.Contains("One of the alternatives allows any value", run.AssertReports("RTK0033").Message, StringComparison.Ordinal);
        AssertSurvive(run, """{"x":"a"}""", """{"x":1}""", """{"x":[{}]}""");
    }

    [Theory]
    [InlineData("properties: { z: { type: integer } }, oneOf: [{ properties: { x: { type: string } } }, { properties: { x: { type: string, enum: [a, b] } } }]", "System.String")]
    [InlineData("properties: { x: { type: string } }, oneOf: [{ properties: { x: { type: string, enum: [a, b] } } }, { properties: { x: { format: date } } }]", "System.String")]
    [InlineData("allOf: [{ oneOf: [{ properties: { x: { type: integer } } }, { properties: { x: { type: number } } }] }, { properties: { x: { type: number } } }]", "System.Double")]
    [InlineData("properties: { z: { type: integer } }, oneOf: [{ properties: { x: { const: a } } }, { properties: { x: { const: b } } }]", "Consumer.WholeX")]
    public void Alternatives_that_only_narrow_a_member_leave_its_type(string schema, string type)
    {
        Type property = Run(schema).Assembly.GetType("Consumer.Whole")!.GetProperty("X")!.PropertyType;

        Assert.Contains(type, property.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_one_alternative_apply_together()
    {
        GeneratorRun run = Run("properties: { z: { type: integer } }, oneOf: [{ allOf: [{ properties: { x: { type: object, properties: { a: { type: string } } } } }, "
            + "{ properties: { x: { type: object, properties: { b: { type: string } } } } }] }, { properties: { y: { type: string } } }]");

        Assert.Equal(["A", "B"], run.Assembly.GetType("Consumer.Whole")!.GetProperty("X")!.PropertyType.GetProperties()
            .Select(static property => property.Name)
            .Where(static name => name is "A" or "B"));
    }

    [Theory]
    [InlineData("allOf: [{ oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/Dates' }] }, { properties: { z: { type: integer } } }]",
        """{"a":"q","extra":5}""", """{"b":"q","extra":"2024-01-02"}""")]
    [InlineData("allOf: [{ oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/Dates' }], discriminator: { propertyName: k } }, "
        + "{ oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/Dates' }], discriminator: { propertyName: k } }]",
        """{"a":"q","extra":5}""", """{"b":"q","extra":"2024-01-02"}""")]
    [InlineData("properties: { z: { type: integer } }, oneOf: [{ $ref: '#/components/schemas/Numbers' }, { $ref: '#/components/schemas/Dates' }]",
        """{"c":"q","extra":5}""", """{"b":"q","extra":"2024-01-02"}""")]
    public void Undeclared_members_of_any_alternative_survive(string schema, params string[] values) => AssertSurvive(Run(schema), values);

    [Theory]
    [InlineData("properties: { z: { type: integer } }, oneOf: [{ $ref: '#/components/schemas/Dates' }, { properties: { c: { type: string } }, additionalProperties: false }]")]
    [InlineData("properties: { z: { type: integer } }, oneOf: [{ $ref: '#/components/schemas/Dates' }, "
        + "{ properties: { c: { type: string } }, additionalProperties: { type: string, format: date } }]")]
    public void Undeclared_members_that_alternatives_describe_equally_have_a_type(string schema) =>
        Assert.Contains("System.DateOnly", Run(schema).Assembly.GetType("Consumer.Whole")!.GetProperty("AdditionalProperties")!.PropertyType.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Undeclared_members_that_are_secrets_in_one_alternative_are_not_shown()
    {
        Type whole = Run("properties: { z: { type: integer } }, oneOf: [{ properties: { c: { type: string } } }, "
            + "{ additionalProperties: { type: string, format: password } }]").Assembly.GetType("Consumer.Whole")!;

        object value = JsonSerializer.Deserialize("""{"extra":"hush"}""", whole)!;

        Assert.Equal("""{"extra":"hush"}""", JsonSerializer.Serialize(value, whole));
        Assert.DoesNotContain("hush", $"{value}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: object, properties: { c: { type: string } } }", "{ $ref: '#/components/schemas/Thing' }", "Thing")]
    [InlineData("{ $ref: '#/components/schemas/Text' }", "{ $ref: '#/components/schemas/Text', x-ms-secret: true }", "SensitiveString")]
    public void Undeclared_members_have_the_component_or_the_secret_of_any_alternative(string first, string second, string type)
    {
        Type whole = Run($"properties: {{ z: {{ type: integer }} }}, oneOf: [{{ additionalProperties: {first} }}, {{ additionalProperties: {second} }}]")
            .Assembly.GetType("Consumer.Whole")!;

        Assert.Equal(type, whole.GetProperty("AdditionalProperties")!.PropertyType.GenericTypeArguments[1].Name);
    }

    private static void AssertSurvive(GeneratorRun run, params string[] values)
    {
        Type whole = run.Assembly.GetType("Consumer.Whole")!;

        Assert.Equal(values, values.Select(value => JsonSerializer.Serialize(JsonSerializer.Deserialize(value, whole), whole)));
    }

    private static GeneratorRun Run(string schema) => GeneratorRunner.Run(WholeDocument.Of(
        $"type: object, {schema}",
        "Text: { type: string, maxLength: 9 }",
        "Thing: { type: object, properties: { c: { type: string } } }",
        "A: { type: object, required: [a], properties: { a: { type: string }, x: { type: string, format: date } } }",
        "B: { type: object, required: [b], properties: { b: { type: string }, x: { type: integer } } }",
        "Dates: { type: object, required: [b], properties: { b: { type: string } }, additionalProperties: { type: string, format: date } }",
        "Numbers: { type: object, required: [c], properties: { c: { type: string } }, additionalProperties: { type: integer } }"));
}
