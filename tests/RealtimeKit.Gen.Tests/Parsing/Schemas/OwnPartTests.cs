using System.Reflection;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>Annotations in the parts of a property's own <c>allOf</c> apply to the property.</summary>
public sealed class OwnPartTests
{
    [Theory]
    [InlineData("[{ x-ms-secret: true }, { type: string }]")]
    [InlineData("[{ x-ms-secret: 'true' }, { type: string }]")]
    [InlineData("[{ type: string }, { type: string, x-ms-secret: true }]")]
    [InlineData("[{ type: string }, { allOf: [{ x-ms-secret: true }, { minLength: 1 }] }]")]
    [InlineData("[{ type: string }, { $ref: '#/components/schemas/Marked' }]")]
    [InlineData("[{ writeOnly: true }, { type: string }]")]
    [InlineData("[{ type: string }, { allOf: [{ writeOnly: true }] }]")]
    [InlineData("[{ oneOf: [{ type: string }, { type: integer }], x-ms-secret: true }, { type: string, pattern: x }]")]
    public void Text_is_a_secret_if_any_part_says_so(string parts) => Assert.Contains("SensitiveString? P {", Text(parts), StringComparison.Ordinal);

    [Theory]
    [InlineData("[{ $ref: '#/components/schemas/O' }, { x-ms-secret: true }]")]
    [InlineData("[{ $ref: '#/components/schemas/O' }, { type: object, x-ms-secret: true }]")]
    [InlineData("[{ type: object, x-ms-secret: true, properties: { w: { type: string } } }, { type: object, properties: { q: { type: string } } }]")]
    [InlineData("[{ type: object, properties: { w: { type: string } } }, { type: object, x-ms-secret: true, properties: { q: { type: string } } }]")]
    [InlineData("[{ oneOf: [{ type: object }, { type: string }], x-ms-secret: true }, { type: object, properties: { q: { type: string } } }]")]
    [InlineData("[{ x-ms-secret: true }, { type: integer }]")]
    [InlineData("[{ type: string, format: uuid }, { type: string, x-ms-secret: true }]")]
    public void Other_values_are_hidden_if_any_part_says_so(string parts) =>
        Assert.Contains("Hide(this.P)", Text(parts), StringComparison.Ordinal);

    [Theory]
    [InlineData("[{ type: array, x-ms-secret: true }, { type: array, items: { type: string } }]")]
    [InlineData("[{ type: array, items: { type: string } }, { type: array, x-ms-secret: true }]")]
    [InlineData("[{ $ref: '#/components/schemas/Rough' }, { type: array, items: { type: string } }]")]
    [InlineData("[{ type: array, items: { type: string } }, { items: { x-ms-secret: true } }]")]
    [InlineData("[{ type: array, items: { type: string } }, { items: { format: password } }]")]
    public void Items_are_secrets_if_a_rough_part_says_so(string parts) =>
        Assert.Contains("SensitiveString>? P {", Text(parts), StringComparison.Ordinal);

    [Fact]
    public void A_part_with_a_name_is_not_a_secret_elsewhere()
    {
        string text = Text("[{ $ref: '#/components/schemas/O' }, { x-ms-secret: true }]");

        Assert.Contains("string? Q {", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SensitiveString", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{ readOnly: true }, { type: string }]")]
    [InlineData("[{ type: string }, { allOf: [{ readOnly: true }] }]")]
    [InlineData("[{ oneOf: [{ type: string }, { type: integer }], readOnly: true }, { type: string, enum: [d, e] }]")]
    public void A_read_only_part_is_not_sent(string parts) =>
        Assert.NotEqual(Text(parts.Replace("readOnly: true", "minLength: 0", StringComparison.Ordinal)), Text(parts));

    [Theory]
    [InlineData("[{ default: d }, { type: string }]", "string P { get; init; } = \"d\"")]
    [InlineData("[{ type: string }, { type: string, default: d }]", "string P { get; init; } = \"d\"")]
    [InlineData("[{ deprecated: true }, { type: string }]", "Obsolete")]
    [InlineData("[{ type: array, deprecated: true }, { type: array, items: { type: string } }]", "Obsolete")]
    [InlineData("[{ x-ms-client-name: Other }, { type: string }]", "string? Other {")]
    [InlineData("[{ type: array, x-ms-client-name: Other }, { type: array, items: { type: string } }]", "? Other {")]
    public void Other_annotations_apply_in_whichever_part_they_are(string parts, string emitted) =>
        Assert.Contains(emitted, Text(parts), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ allOf: [{ type: string }, { format: password }] }", "SensitiveString? P {")]
    [InlineData("{ allOf: [{ format: password }, { type: string }] }", "SensitiveString? P {")]
    [InlineData("{ type: string, allOf: [{ format: password }] }", "SensitiveString? P {")]
    [InlineData("{ format: password, allOf: [{ type: string }] }", "SensitiveString? P {")]
    [InlineData("{ allOf: [{ type: string }, { type: string, format: date }] }", "DateOnly? P {")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Plain' }, { format: date }] }", "DateOnly? P {")]
    [InlineData("{ type: integer, allOf: [{ format: int32 }] }", "int? P {")]
    [InlineData("{ type: [string, 'null'], allOf: [{ format: uuid }] }", "Guid? P {")]
    public void A_format_in_any_part_counts(string schema, string emitted)
    {
        string text = TextOf(schema);

        Assert.Contains(emitted, text, StringComparison.Ordinal);
        Assert.DoesNotContain("SensitiveString? Q {", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: string, allOf: [{ maxLength: 4 }] }", "string? P {")]
    [InlineData("{ type: string, allOf: [{}] }", "string? P {")]
    [InlineData("{ type: string, allOf: [{ x-ms-secret: true }] }", "SensitiveString? P {")]
    [InlineData("{ type: string, format: date, allOf: [{ type: string }] }", "DateOnly? P {")]
    [InlineData("{ type: integer, allOf: [{ minimum: 4 }, { maximum: 5 }] }", "long? P {")]
    [InlineData("{ type: integer, allOf: [{ type: number }] }", "long? P {")]
    [InlineData("{ type: boolean, allOf: [{ description: d }] }", "bool? P {")]
    [InlineData("{ type: array, items: { type: string }, allOf: [{ minItems: 4 }] }", "IReadOnlyList<string>? P {")]
    [InlineData("{ type: array, items: { type: string }, allOf: [{ type: array, items: {} }] }", "IReadOnlyList<string>? P {")]
    [InlineData("{ type: array, allOf: [{ type: array, items: { type: string } }] }", "IReadOnlyList<string>? P {")]
    [InlineData("{ type: string, allOf: [{ enum: [a, b] }] }", "OpenEnum<")]
    [InlineData("{ items: { type: string }, allOf: [{ type: array }] }", "IReadOnlyList<string>? P {")]
    [InlineData("{ type: string, anyOf: [{ enum: [a, b] }, { pattern: x }] }", "string? P {")]
    [InlineData("{ type: string, anyOf: [{ enum: [a, b] }, {}] }", "string? P {")]
    [InlineData("{ type: integer, oneOf: [{ enum: [1, 2] }, { minimum: 5 }] }", "long? P {")]
    public void A_type_beside_parts_that_only_narrow_it_counts(string schema, string emitted) =>
        Assert.Contains(emitted, TextOf(schema), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ allOf: [{ type: string }, { format: password }] }")]
    [InlineData("{ allOf: [{ type: string }, { x-ms-secret: true }] }")]
    [InlineData("{ allOf: [{ type: string }, { format: date }] }")]
    [InlineData("{ allOf: [{ type: string }, { writeOnly: true }] }")]
    [InlineData("{ allOf: [{ type: string }, { default: d }] }")]
    [InlineData("{ $ref: '#/components/schemas/Secret' }")]
    [InlineData("{ $ref: '#/components/schemas/Hidden' }")]
    public void Records_that_differ_only_in_such_a_part_are_not_shared(string schema)
    {
        Type whole = Run(
            $"one: {{ type: object, properties: {{ p: {schema} }} }}, "
                + "two: { type: object, properties: { p: { allOf: [{ type: string }, { minLength: 1 }] } } }")
            .Assembly.GetType("Consumer.Whole")!;

        Assert.NotEqual(whole.GetProperty("One")!.PropertyType, whole.GetProperty("Two")!.PropertyType);
    }

    [Theory]
    [InlineData("{ anyOf: [{ allOf: [{ type: string }, { x-ms-secret: true }] }, { type: 'null' }] }", "SensitiveString? P {")]
    [InlineData("{ anyOf: [{ type: string, writeOnly: true }, { type: 'null' }] }", "SensitiveString? P {")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Hidden' }, { type: 'null' }] }", "SensitiveString? P {")]
    [InlineData("{ anyOf: [{ allOf: [{ type: string }, { writeOnly: true }] }, { type: 'null' }] }", "SensitiveString? P {")]
    [InlineData("{ oneOf: [{ type: string, writeOnly: true }] }", "SensitiveString? P {")]
    [InlineData("{ anyOf: [{ type: string, format: password }, { type: ['null'] }] }", "SensitiveString? P {")]
    [InlineData("{ anyOf: [{ type: string, writeOnly: true }, { $ref: '#/components/schemas/Nil' }] }", "SensitiveString? P {")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/NilToo' }, { type: string, writeOnly: true }] }", "SensitiveString? P {")]
    [InlineData("{ anyOf: [{ type: string, deprecated: true }, { $ref: '#/components/schemas/NilConstant' }] }", "string? P {")]
    [InlineData("{ anyOf: [{ type: integer }, { $ref: '#/components/schemas/NilValue' }] }", "long? P {")]
    [InlineData("{ anyOf: [{ type: [integer, string], pattern: '^-?\\d+$' }, { $ref: '#/components/schemas/Nil' }] }", "long? P {")]
    [InlineData("{ oneOf: [{ type: string, deprecated: true }, { type: 'null' }] }", "Obsolete")]
    [InlineData("{ $ref: '#/components/schemas/Written' }", "SensitiveString? P {")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Written' }, { description: d }] }", "SensitiveString? P {")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Old' }] }", "Obsolete")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Old' }, { description: d }] }", "Obsolete")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Old' }, { type: 'null' }] }", "Obsolete")]
    [InlineData("{ allOf: [{ anyOf: [{ $ref: '#/components/schemas/Old' }, { type: 'null' }] }] }", "Obsolete")]
    [InlineData("{ allOf: [{}, { $ref: '#/components/schemas/OnlyOld' }, { type: string }] }", "Obsolete")]
    [InlineData("{ $ref: '#/components/schemas/OldPart' }", "Obsolete")]
    [InlineData("{ $ref: '#/components/schemas/OldName' }", "Obsolete")]
    [InlineData("{ $ref: '#/components/schemas/DefaultPart' }", "string P { get; init; } = \"d\"")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/DefaultPart' }, { description: d }] }", "string P { get; init; } = \"d\"")]
    [InlineData("{ $ref: '#/components/schemas/DefaultAlternative' }", "string P { get; init; } = \"d\"")]
    [InlineData("{ $ref: '#/components/schemas/DefaultPart', default: e }", "string P { get; init; } = \"e\"")]
    public void Annotations_of_the_only_alternative_and_of_a_component_apply(string schema, string emitted) =>
        Assert.Contains(emitted, TextOf(schema), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ anyOf: [{ type: string, readOnly: true }, { type: 'null' }] }", "{ anyOf: [{ type: string }, { type: 'null' }] }")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Plain', readOnly: true }, { type: 'null' }] }", "{ anyOf: [{ $ref: '#/components/schemas/Plain' }, { type: 'null' }] }")]
    [InlineData("{ oneOf: [{ type: string, readOnly: true }] }", "{ oneOf: [{ type: string }] }")]
    [InlineData("{ anyOf: [{ type: string, readOnly: true }, { $ref: '#/components/schemas/Nil' }] }", "{ anyOf: [{ type: string }, { type: 'null' }] }")]
    [InlineData("{ anyOf: [{ type: string, readOnly: true }, { const: null }] }", "{ anyOf: [{ type: string }, { type: 'null' }] }")]
    [InlineData("{ $ref: '#/components/schemas/Read' }", "{ $ref: '#/components/schemas/Plain' }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Read' }] }", "{ allOf: [{ $ref: '#/components/schemas/Plain' }] }")]
    public void A_property_is_not_sent_if_its_only_alternative_or_its_component_is_read_only(string schema, string other) =>
        Assert.NotEqual(TextOf(other), TextOf(schema));

    [Fact]
    public void A_record_that_includes_a_deprecated_one_is_not_deprecated() =>
        Assert.Null(Run("p: { $ref: '#/components/schemas/Includes' }").Assembly.GetType("Consumer.Whole")!.GetProperty("P")!.GetCustomAttribute<ObsoleteAttribute>());

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/NamePart' }", "RTK0034", "'x-ms-client-name' has no effect on the client: no type is emitted for the component, and a property is named where it refers to it")]
    [InlineData("{ allOf: [{ type: string }, { x-ms-client-name: One }, { x-ms-client-name: Two }] }", "RTK0035", "The x-ms-client-name of 'p' is 'Two' here but 'One' in another part of the 'allOf'; it is left out")]
    [InlineData("{ allOf: [{ type: object, properties: { q: { type: string } } }, { x-type-name: Chosen }] }", "RTK0034", "'x-type-name' has no effect on the client: another part of the 'allOf' gives the type")]
    public void A_name_without_effect_is_reported(string schema, string id, string message) =>
        Assert.Equal(message, Run($"p: {schema}").AssertReports(id).Message);

    [Theory]
    [InlineData("{ type: [string, integer], allOf: [{ maxLength: 3 }] }", "WholeP? P {")]
    [InlineData("{ type: [string, integer, 'null'], allOf: [{ description: d }] }", "WholeP? P {")]
    [InlineData("{ type: [string, array], items: { type: string }, allOf: [{ maxLength: 3 }] }", "WholeP? P {")]
    [InlineData("{ type: [string, integer], allOf: [{ x-ms-secret: true }] }", "Hide(this.P)")]
    public void Several_types_beside_parts_are_alternatives(string schema, string emitted) =>
        Assert.Contains(emitted, TextOf(schema), StringComparison.Ordinal);

    [Fact]
    public void A_list_that_is_only_sent_is_no_secret() =>
        Assert.DoesNotContain("SensitiveString", TextOf("{ type: array, items: { type: string }, writeOnly: true }"), StringComparison.Ordinal);

    private static string Text(string parts) => TextOf($"{{ allOf: {parts} }}");

    private static string TextOf(string schema) => Run($"p: {schema}").AllText;

    private static GeneratorRun Run(string properties)
    {
        GeneratorRun run = GeneratorRunner.Run(WholeDocument.WithProperties(
            properties,
            "O: { type: object, properties: { q: { type: string } } }",
            "Plain: { type: string }",
            "Read: { type: string, readOnly: true }",
            "Written: { type: string, writeOnly: true }",
            "Old: { type: string, deprecated: true }",
            "OnlyOld: { deprecated: true }",
            "OldPart: { allOf: [{ type: string }, { deprecated: true }] }",
            "OldName: { $ref: '#/components/schemas/Plain', deprecated: true }",
            "DefaultPart: { allOf: [{ type: string }, { default: d }] }",
            "DefaultAlternative: { anyOf: [{ type: string, default: d }] }",
            "NamePart: { allOf: [{ type: string }, { x-ms-client-name: Chosen }] }",
            "OldBase: { type: object, deprecated: true, properties: { b: { type: string } } }",
            "Includes: { allOf: [{ $ref: '#/components/schemas/OldBase' }, { type: object, properties: { z: { type: string } } }] }",
            "Secret: { x-ms-secret: true, allOf: [{ type: string }] }",
            "Hidden: { allOf: [{ type: string }, { x-ms-secret: true }] }",
            "Marked: { type: string, x-ms-secret: true }",
            "Rough: { type: array, x-ms-secret: true }",
            "Nil: { type: 'null' }",
            "NilToo: { $ref: '#/components/schemas/Nil' }",
            "NilConstant: { const: null }",
            "NilValue: { enum: [null] }"));
        run.AssertCompiles();
        return run;
    }
}
