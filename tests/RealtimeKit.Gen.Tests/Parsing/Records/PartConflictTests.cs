using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Records;

/// <summary>Parts of an <c>allOf</c> that contradict each other are reported; those that narrow each other are not.</summary>
public class PartConflictTests
{
    private const string Components = "{ Text: { type: string, enum: [a, b] }, Other: { type: object, properties: { y: { type: string } } } }";

    [Theory]
    [InlineData("{ type: string }", "{ type: integer }", "a number", "a string", "string?")]
    [InlineData("{ type: integer }", "{ type: array, items: { type: string } }", "a list", "a number", "long?")]
    [InlineData("{ $ref: '#/components/schemas/Text' }", "{ type: boolean }", "a boolean", "a string", "Text>?")]
    [InlineData("{ type: object, properties: { z: { type: string } } }", "{ enum: [1, 2] }", "a number", "an object", "ThingX?")]
    [InlineData("{ type: [string, integer] }", "{ type: boolean }", "a boolean", "a string or a number", "ThingX?")]
    public void A_member_of_two_types_has_the_first(string first, string second, string other, string kept, string type)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ x-type-name: Thing, allOf: [{{ type: object, properties: {{ x: {first} }} }}, {{ type: object, properties: {{ x: {second} }} }}] }}", Components));

        Reported reported = run.AssertReports("RTK0035", line: 12);
        Assert.Equal($"'x' is {other} here but {kept} in another part of the 'allOf', so no value matches both; it is left out",
            reported.Message);
        Assert.Contains($"{type} X {{", run.AllText);
        run.AssertCompiles();
    }

    [Fact]
    public void A_part_of_another_type_is_left_out_and_the_others_count()
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse(
            "{ allOf: [{ type: object, properties: { x: { type: string } } }, { $ref: '#/components/schemas/Other' }, { type: string }] }", Components));

        Reported reported = run.AssertReports("RTK0035", line: 12);
        Assert.Equal("A part of the 'allOf' is a string, but an earlier part is an object, so no value matches both; it is left out",
            reported.Message);
        Assert.Contains("string? X {", run.AllText);
        Assert.Contains("string? Y {", run.AllText);
    }

    [Theory]
    [InlineData("{ type: number }", "{ type: integer, format: int32 }")]
    [InlineData("{ type: string }", "{ type: string, enum: [a] }")]
    [InlineData("{ type: string }", "{ $ref: '#/components/schemas/Text' }")]
    [InlineData("{ type: string, format: date-time }", "{ type: string, nullable: true }")]
    [InlineData("{ type: string }", "{ description: Told }")]
    [InlineData("{ type: string }", "{ nullable: true }")]
    [InlineData("{ type: object, properties: { a: { type: string } } }", "{ type: object }")]
    [InlineData("{ $ref: '#/components/schemas/Other' }", "{ $ref: '#/components/schemas/Other' }")]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }] }", "{ type: integer }")]
    [InlineData("{ type: array, items: { type: string } }", "{ minItems: 1 }")]
    public void What_narrows_is_no_contradiction(string first, string second)
    {
        Assert.DoesNotContain(Reports($"{{ allOf: [{{ type: object, properties: {{ x: {first} }} }}, {{ type: object, properties: {{ x: {second} }} }}] }}"),
            static id => id == "RTK0035");
        Assert.DoesNotContain(Reports($"{{ type: object, properties: {{ p: {{ allOf: [{first}, {second}] }} }} }}"), static id => id == "RTK0035");
    }

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Text' }", "{ type: string, enum: [a] }", "Text>?")]
    [InlineData("{ type: string, enum: [a] }", "{ $ref: '#/components/schemas/Text' }", "Text>?")]
    [InlineData("{ $ref: '#/components/schemas/Text' }", "{ $ref: '#/components/schemas/Same' }", "Text>?")]
    [InlineData("{ type: string, enum: [b, a] }", "{ $ref: '#/components/schemas/Text' }", "Text>?")]
    [InlineData("{ $ref: '#/components/schemas/Text' }", "{ type: string, enum: [b, c] }", "ThingX>?")]
    public void A_member_has_the_enum_that_lists_all_values_of_the_parts(string first, string second, string type)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse(
            $"{{ x-type-name: Thing, allOf: [{{ type: object, properties: {{ x: {first} }} }}, {{ type: object, properties: {{ x: {second} }} }}] }}",
            "{ Text: { type: string, enum: [a, b] }, Same: { type: string, enum: [a, b] } }"));

        Assert.Contains($"{type} X {{", run.AllText);
        run.AssertCompiles();
    }

    [Fact]
    public void Alternatives_may_differ() =>
        Assert.DoesNotContain(Reports("{ type: object, properties: { k: { type: string } }, oneOf: [{ type: object, properties: { x: { type: string } } }, { type: object, properties: { x: { type: integer } } }] }"), static id => id == "RTK0035");

    [Fact]
    public void What_a_base_declares_counts()
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse(
            "{ $ref: '#/components/schemas/Pet' }",
            "{ Pet: { type: object, required: [kind], properties: { kind: { type: string }, x: { type: string } }, discriminator: { propertyName: kind } }, Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }], type: object, properties: { x: { type: integer } } } }"));

        Assert.StartsWith("'x' is a number here but a string in another part", run.AssertReports("RTK0035", line: 14).Message, StringComparison.Ordinal);
        run.AssertCompiles();
        Assert.DoesNotContain("long? X", run.AllText);
    }

    /// <summary>Each is found without a walk through all parts, which would exceed a limit.</summary>
    [Fact]
    public void A_thousand_contradictions_are_reported_and_their_record_is_emitted()
    {
        string parts = string.Join(", ", Enumerable.Range(0, 1_000)
            .Select(static i => $"{{ type: object, properties: {{ a{i}: {{ type: string }}, a{i + 1}: {{ type: integer }} }} }}"));
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ allOf: [{parts}] }}", Components));

        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0002");
        Assert.Contains("long? A999 {", run.AllText, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Reports(string schema) =>
        GeneratorRunner.Run(SpecTexts.WithResponse(schema, Components)).Diagnostics.Select(static diagnostic => diagnostic.Id);
}
