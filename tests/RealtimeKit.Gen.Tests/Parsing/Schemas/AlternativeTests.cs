using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>Checks alternatives that no value matches, or that say nothing.</summary>
public sealed class AlternativeTests
{
    [Theory]
    [InlineData("anyOf: [false, { type: string, format: date }]")]
    [InlineData("anyOf: [{ type: string, format: date }, false]")]
    [InlineData("oneOf: [{ not: {} }, { not: true }, { type: string, format: date }]")]
    [InlineData("oneOf: [{ $ref: '#/components/schemas/Never' }, { type: string, format: date }]")]
    public void An_alternative_that_no_value_matches_is_none(string schema)
    {
        GeneratorRun run = Run($"P: {{ {schema} }}\nNever: false");

        Assert.Equal("DateOnly", TypeOfP(run));
        Assert.Empty(run.Diagnostics);
    }

    [Theory]
    [InlineData("anyOf: [{ not: { type: string } }, { type: string, format: date }]")]
    [InlineData("anyOf: [true, { type: string, format: date }]")]
    [InlineData("anyOf: [false, false]")]
    public void An_alternative_that_excludes_some_values_is_one_of_raw_json(string schema) => Assert.Equal("JsonElement", TypeOfP(Run($"P: {{ {schema} }}")));

    [Theory]
    [InlineData("P: { oneOf: [{ $ref: '#/components/schemas/P' }] }")]
    [InlineData("P: { oneOf: [{ $ref: '#/components/schemas/P' }, { $ref: '#/components/schemas/P' }] }")]
    [InlineData("P: { type: string, oneOf: [{ $ref: '#/components/schemas/P' }, { $ref: '#/components/schemas/P' }] }")]
    [InlineData("P: { type: string, oneOf: [{ $ref: '#/components/schemas/Q' }, { $ref: '#/components/schemas/Q' }] }\nQ: { oneOf: [{ $ref: '#/components/schemas/P' }, { $ref: '#/components/schemas/P' }] }")]
    [InlineData("P: { allOf: [{ $ref: '#/components/schemas/Q' }] }\nQ: { oneOf: [{ $ref: '#/components/schemas/P' }, { $ref: '#/components/schemas/P' }] }")]
    [InlineData("P: { anyOf: [{ $ref: '#/components/schemas/Q' }, { $ref: '#/components/schemas/Q' }] }\nQ: { oneOf: [{ $ref: '#/components/schemas/P' }, { $ref: '#/components/schemas/P' }] }")]
    [InlineData("P: { oneOf: [{ $ref: '#/components/schemas/Q' }] }\nQ: { anyOf: [{ $ref: '#/components/schemas/P' }, { $ref: '#/components/schemas/P' }] }")]
    public void A_choice_between_a_schema_and_itself_is_reported(string schemas)
    {
        GeneratorRun run = Run(schemas);

        run.AssertCompiles();
        Assert.Contains("itself", run.Diagnostics.First(static diagnostic => diagnostic.Id == "RTK0033").Message);
    }

    private static string TypeOfP(GeneratorRun run)
    {
        run.AssertCompiles();
        Type property = run.Assembly.GetExportedTypes().Single(static type => type.Name == "Holder").GetProperty("P")!.PropertyType;
        return (Nullable.GetUnderlyingType(property) ?? property).Name;
    }

    private static GeneratorRun Run(string schemas) => GeneratorRunner.Run(SpecTexts
        .WithSchemas("Holder", "Holder: { type: object, properties: { p: { $ref: '#/components/schemas/P' } } }\n" + schemas)
        .Edit("3.0.1", "3.1.0"));
}
