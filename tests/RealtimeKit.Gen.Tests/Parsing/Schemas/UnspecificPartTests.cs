using System.Reflection;
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

    [Theory]
    [InlineData(Anything, "$ref: '#/components/schemas/Pet'", "Pet")]
    [InlineData(Anything, "type: object, properties: { tag: { type: string } }", "EnvelopeResult")]
    [InlineData(Anything, "type: array, items: { $ref: '#/components/schemas/Pet' }", "IReadOnlyList`1")]
    [InlineData(Anything, "type: string, format: date", "DateOnly")]
    [InlineData(Anything, "oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: string, format: uuid }]", "EnvelopeResult")]
    [InlineData("type: array", "type: array, items: { type: string }", "IReadOnlyList`1")]
    public void A_property_whose_own_parts_are_rough_and_close_has_the_type_of_the_close_one(string rough, string close, string expected)
    {
        PropertyInfo first = ResultOf($"allOf: [{{ {rough} }}, {{ {close} }}]", "nullable: true");
        PropertyInfo second = ResultOf($"allOf: [{{ {close} }}, {{ {rough} }}]", "nullable: true");

        Assert.Equal(expected, first.PropertyType.Name);
        Assert.Equal(expected, second.PropertyType.Name);
        Assert.Equal(MembersOf(ResultOf(close, "nullable: true").PropertyType), MembersOf(first.PropertyType));
    }

    [Fact]
    public void What_stands_beside_a_rough_and_a_close_part_still_counts()
    {
        PropertyInfo result = ResultOf($"allOf: [{{ {Anything} }}, {{ $ref: '#/components/schemas/Pet' }}, {{ required: [name] }}]", "nullable: true");

        Assert.Contains(result.PropertyType.GetProperty("Name")!.CustomAttributes, static attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");
    }

    [Fact]
    public void A_choice_of_one_kind_in_a_property_of_its_own_stays_beside_a_part_that_excludes_it() =>
        Assert.Equal("EnvelopeResult", ResultOf("allOf: [{ anyOf: [{ type: object }, { type: string }] }, { type: integer }]", "nullable: true").PropertyType.Name);

    [Theory]
    [InlineData(Anything, "$ref: '#/components/schemas/Pet'")]
    [InlineData("type: array", "type: array, items: { type: string }")]
    [InlineData("description: Anything.", "type: string")]
    [InlineData("type: string", "nullable: true, type: string, description: Closer.")]
    public void A_closer_description_of_a_property_that_a_record_inherits_is_reported_since_C_keeps_the_type_of_the_base(string rough, string close)
    {
        GeneratorRun run = Run($$"""
            Envelope:
              allOf:
                - $ref: '#/components/schemas/Base'
                - type: object
                  properties: { result: { {{close}} } }
            Base:
              type: object
              properties: { kind: { type: string }, result: { {{rough}} } }
              discriminator: { propertyName: kind }
            """);

        run.AssertCompiles();
        string[] reports = run.Diagnostics.Where(static diagnostic => diagnostic.Id == "RTK0034").Select(static diagnostic => diagnostic.Message).ToArray();
        Assert.Equal(
            rough == "type: string" ? [] : ["'result' has no effect on the client: Envelope inherits the property from Base, which gives its type"],
            reports);
    }

    [Theory]
    [InlineData(40, 2)]
    [InlineData(7, 20)]
    public void Choices_within_choices_are_compared_in_steps_for_each_schema_and_not_for_each_path(int depth, int width)
    {
        string next(int i) => string.Join(", ", Enumerable.Repeat($"{{ $ref: '#/components/schemas/C{i}' }}", width));
        string choices = string.Join("\n", Enumerable.Range(0, depth).Select(i => $"C{i}: {{ anyOf: [{{ type: string }}, {next(i + 1)}] }}"));
        GeneratorRun run = Run($$"""
            {{Parts("$ref: '#/components/schemas/C0'", "$ref: '#/components/schemas/Pet'")}}
            {{choices}}
            C{{depth}}: { type: object }
            """);

        Assert.NotNull(PropertyOf(run));
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id is "RTK0002" or "RTK0090");
    }

    private static string[] MembersOf(Type type) => [.. type.GetProperties().Select(static property => property.Name)];

    private static PropertyInfo ResultOf(string first, string second) => PropertyOf(Run(Parts(first, second)));

    private static string TypeOfResult(string first, string second) => ResultOf(first, second).PropertyType.Name;

    private static PropertyInfo PropertyOf(GeneratorRun run)
    {
        run.AssertCompiles();
        return run.Assembly.GetExportedTypes().Single(static type => type.Name == "Envelope").GetProperty("Result")!;
    }

    private static string Parts(string first, string second) => $$"""
        Envelope:
          allOf:
            - { type: object, required: [result], properties: { result: { {{first}} } } }
            - { type: object, properties: { result: { {{second}} } } }
        """;

    private static GeneratorRun Run(string schemas) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /pet:
            get:
              operationId: getPet
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Envelope' } } } } }
        components:
          schemas:
            Pet: { type: object, properties: { name: { type: string } } }
        {{schemas.ReplaceLineEndings("\n").Insert(0, "    ").Replace("\n", "\n    ", StringComparison.Ordinal)}}
        """);
}
