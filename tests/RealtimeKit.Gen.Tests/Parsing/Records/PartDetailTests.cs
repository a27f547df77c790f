using RealtimeKit.Gen.Tests.Parsing.Schemas;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Records;

/// <summary>What a part of an <c>allOf</c> adds to a property of another part, or requires of it, is used or reported.</summary>
public sealed class PartDetailTests
{
    [Theory]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Base' }, { required: [p] }]")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, required: [p] }]")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Base' }], required: [p]")]
    [InlineData("$ref: '#/components/schemas/Base', required: [p]")]
    public void A_property_that_only_another_part_requires_is_required(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec(schema)).AssertNoDiagnostics();

        Assert.Contains("record Whole", run.AllText, StringComparison.Ordinal);
        Assert.Contains("public required string P", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Base' }]")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Base' }, { required: [q] }]")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Base' }], required: [q]")]
    public void A_schema_that_requires_nothing_more_is_its_part(string schema) =>
        Assert.DoesNotContain("record Whole", GeneratorRunner.Run(Spec(schema)).AllText, StringComparison.Ordinal);

    [Theory]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Base' }], required: [q]", "required: [q]")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Either' }, { required: [p] }]", "required: [p]")]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Map' }, { required: [p] }]", "required: [p]")]
    public void A_required_name_without_effect_is_reported(string schema, string keyword) => Assert.Equal(
        $"'{keyword}' has no effect on the client: the type is that of the only part with a structure, which does not require it",
        GeneratorRunner.Run(Spec(schema)).AssertReports("RTK0034").Message);

    [Fact]
    public void A_record_of_a_hierarchy_does_not_change_an_inherited_property_silently()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec("allOf: [{ $ref: '#/components/schemas/Animal' }, { required: [name] }]"));

        Assert.Equal(
            "'required: [name]' has no effect on the client: Whole inherits the property from Animal, where it is optional",
            run.AssertReports("RTK0034").Message);
        Assert.Contains("record Whole : ", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default: x", "string P { get; init; } = \"x\"")]
    [InlineData("type: string, default: x", "string P { get; init; } = \"x\"")]
    [InlineData("x-ms-secret: true", "SensitiveString? P {")]
    [InlineData("writeOnly: true", "SensitiveString? P {")]
    [InlineData("x-ms-client-name: Other", "string? Other {")]
    [InlineData("deprecated: true", "Obsolete")]
    public void A_later_part_adds_to_a_property(string more, string emitted) => Assert.Contains(
        emitted,
        GeneratorRunner.Run(Spec($"allOf: [{{ $ref: '#/components/schemas/Base' }}, {{ properties: {{ p: {{ {more} }} }} }}]")).AssertNoDiagnostics().AllText,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("allOf: [{ $ref: '#/components/schemas/Base' }, { required: [p], properties: { p: { const: x } } }]")]
    [InlineData("type: object, required: [p], properties: { p: { $ref: '#/components/schemas/Text', const: x } }")]
    public void The_only_value_of_a_later_part_is_the_initial_value(string schema) =>
        Assert.Contains("string P { get; init; } = \"x\"", GeneratorRunner.Run(Spec(schema)).AssertNoDiagnostics().AllText, StringComparison.Ordinal);

    [Theory]
    [InlineData("Text", "enum: [a, b]", "'enum' has no effect on the client: an earlier part of the 'allOf' gives the type")]
    [InlineData("Id", "format: date", "'format: date' has no effect on the client: an earlier part of the 'allOf' gives the type")]
    public void A_narrower_later_part_is_reported(string component, string more, string message)
    {
        string part = $"{{ properties: {{ p: {{ {more} }} }} }}";
        Assert.Equal(message, GeneratorRunner.Run(Spec($"allOf: [{{ $ref: '#/components/schemas/Base' }}, {part}]")).AssertReports("RTK0034").Message);
        string property = $"type: object, properties: {{ p: {{ $ref: '#/components/schemas/{component}', {more} }} }}";
        Assert.Equal(message, GeneratorRunner.Run(Spec(property)).AssertReports("RTK0034").Message);
    }

    [Fact]
    public void Two_defaults_of_one_property_are_reported()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec("allOf: [{ properties: { p: { type: string, default: a } } }, { properties: { p: { type: string, default: b } } }]"));

        Assert.Equal("The default of 'p' is 'b' here but 'a' in another part of the 'allOf'; it is left out", run.AssertReports("RTK0035").Message);
        Assert.Contains("string P { get; init; } = \"a\"", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Sized' }], default: large }")]
    [InlineData("{ default: large, allOf: [{ allOf: [{ $ref: '#/components/schemas/Sized' }], default: large }] }")]
    [InlineData("{ $ref: '#/components/schemas/Sized', default: large }")]
    public void A_default_replaces_that_of_the_component_to_which_it_is_given(string member)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec($"type: object, properties: {{ p: {member} }}"));

        Assert.Contains(" = _api::Sized.Large", run.AssertNoDiagnostics().AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_level_can_have_a_default_for_its_discriminator()
    {
        const string Kind = "required: [kind], properties: { kind: { type: string, default: ";
        GeneratorRun run = GeneratorRunner.Run(WholeDocument.Of(
            "allOf: [{ $ref: '#/components/schemas/Middle' }, { " + Kind + "Whole } } }]",
            "Root: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }",
            "Middle: { allOf: [{ $ref: '#/components/schemas/Root' }, { type: object, " + Kind + "Middle } }, discriminator: { propertyName: kind } }] }"));

        Assert.Contains("Kind = \"Whole\"", run.AssertNoDiagnostics().AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void Keywords_of_a_member_beside_a_reference_apply_although_others_narrow_it()
    {
        GeneratorRun run = GeneratorRunner.Run(
            Spec("type: object, required: [p], properties: { p: { $ref: '#/components/schemas/Text', minLength: 1, readOnly: true, deprecated: true } }"));

        run.AssertCompiles();
        Assert.Contains("Obsolete", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("required string P", run.AllText, StringComparison.Ordinal);
    }

    private static string Spec(string schema) => WholeDocument.Of(
        schema,
        "Base: { type: object, properties: { p: { type: string } } }",
        "Text: { type: string }",
        "Id: { type: string, format: uuid }",
        "Sized: { type: string, enum: [small, large], default: small }",
        "Map: { type: object, additionalProperties: { type: string } }",
        "Either: { oneOf: [{ $ref: '#/components/schemas/Base' }, { type: object, required: [x], properties: { x: { type: string } } }] }",
        "Animal: { type: object, required: [kind], properties: { kind: { type: string }, name: { type: string } }, discriminator: { propertyName: kind } }");
}
