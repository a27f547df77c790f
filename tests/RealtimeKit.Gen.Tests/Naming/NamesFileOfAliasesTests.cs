using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>
/// The author gives a component another key, and keeps the old one as a reference for others, which the document no longer uses. The types keep
/// their names.
/// </summary>
public class NamesFileOfAliasesTests
{
    private const string Pet = "{ type: object, properties: { name: { type: string }, owner: { type: object, properties: { x: { type: string } } } } }";
    private const string Choice =
        "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }";

    private const string Case = "{ type: object, required: [kind], properties: { kind: { type: string } } }";
    private const string Kind = "{ type: string, enum: [cat, dog] }";

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Creature' }", Pet)]
    [InlineData("{ description: 'Use Creature.', deprecated: true, $ref: '#/components/schemas/Creature' }", Pet)]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Creature' }], deprecated: true }", Pet)]
    [InlineData("{ $ref: '#/components/schemas/Between' }", Pet)]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Creature' }, { type: 'null' }] }", Pet)]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Creature' }], deprecated: true }", Choice)]
    [InlineData("{ nullable: true, allOf: [{ $ref: '#/components/schemas/Creature' }] }", Choice)]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Creature' }] }", Choice)]
    [InlineData("{ $ref: '#/components/schemas/Creature' }", Kind)]
    [InlineData("{ $ref: '#/components/schemas/Creature' }", "{ anyOf: [{ type: string }, { type: string, enum: [cat, dog] }] }")]
    [InlineData("{ $ref: '#/components/schemas/Creature' }", "{ type: array, items: { type: object, properties: { x: { type: string } } } }")]
    [InlineData("{ $ref: '#/components/schemas/Creature' }", "{ oneOf: [{ type: integer }, { type: object, properties: { x: { type: string } } }] }")]
    public void The_new_component_has_the_name_of_the_old_one(string alias, string schema)
    {
        foreach (string content in new[] { "application/json", "multipart/form-data" }.Take(schema == Pet ? 2 : 1))
        {
            AssertKept(
                Using("Pet", content, $"Pet: {schema}"),
                Using("Creature", content, $"Pet: {alias}, Between: {{ $ref: '#/components/schemas/Creature' }}, Creature: {schema}"));
        }
    }

    [Fact]
    public void An_alias_of_a_component_that_existed_before_gives_it_no_name()
    {
        string names = NamedRun.Write(Using("Pet", "application/json", $"Pet: {Pet}, Creature: {Pet}", "Creature"));
        GeneratorRun run = NamedRun.Of(
            Using("Creature", "application/json", $"Pet: {{ $ref: '#/components/schemas/Creature' }}, Creature: {Pet}"),
            names);

        Assert.Contains("Creature", run.PublicTypes);
        Assert.DoesNotContain("Pet", run.PublicTypes);
    }

    [Fact]
    public void A_component_that_extends_a_new_base_and_is_still_used_stays_a_type_of_its_own()
    {
        const string Based = "{ type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }";
        string names = NamedRun.Write(Using("Pet", "application/json", $"Pet: {Based}"));
        string later = Using("Creature", "application/json", $"Creature: {Based}, Pet: {{ allOf: [{{ $ref: '#/components/schemas/Creature' }}], deprecated: true }}", "Pet");
        string written = NamedRun.Write(later, names);

        Assert.Contains("type #/components/schemas/Pet = Pet\n", written, StringComparison.Ordinal);
        Assert.Equal(written, NamedRun.Write(later, written));
    }

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Creature' }", "Pet")]
    [InlineData("{ deprecated: true, allOf: [{ $ref: '#/components/schemas/Creature' }] }", "Creature, Pet")]
    public void An_alias_of_a_base_with_a_discriminator_is_a_plain_reference_because_another_extends_the_base(string alias, string types)
    {
        string Of(string component) =>
            $"{component}: {{ type: object, required: [kind], properties: {{ kind: {{ type: string }} }}, "
            + "discriminator: { propertyName: kind, mapping: { heir: '#/components/schemas/Heir' } } }, "
            + $"Heir: {{ allOf: [{{ $ref: '#/components/schemas/{component}' }}, {{ properties: {{ size: {{ type: string }} }} }}] }}";
        string names = NamedRun.Write(Using("Pet", "application/json", Of("Pet")));

        GeneratorRun run = NamedRun.Of(Using("Creature", "application/json", $"{Of("Creature")}, Pet: {alias}"), names);

        Assert.Equal(types, string.Join(", ", run.PublicTypes.Where(static name => name is "Pet" or "Creature").Order()));
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Words")]
    public void A_case_that_only_the_mapping_names_keeps_its_name(string mapped)
    {
        const string Derived = "{ allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { size: { type: string, enum: [big, small] } } }] }";
        string Base(string key) =>
            $"Base: {{ type: object, required: [kind], properties: {{ kind: {{ type: string }} }}, "
            + $"discriminator: {{ propertyName: kind, mapping: {{ text: '#/components/schemas/{key}' }} }} }}";

        AssertKept(
            Using("Base", "application/json", $"{Base("Text")}, Text: {Derived}"),
            Using("Base", "application/json", $"{Base(mapped)}, Text: {{ $ref: '#/components/schemas/Words' }}, Words: {Derived}"));
    }

    private static void AssertKept(string earlier, string later)
    {
        string names = NamedRun.Write(earlier);
        GeneratorRun run = NamedRun.Of(later, names);
        string written = NamedRun.Write(later, names);

        Assert.Equal(GeneratorRunner.Run(earlier).PublicTypes, run.PublicTypes);
        Assert.NotEqual(GeneratorRunner.Run(later).PublicTypes, run.PublicTypes);
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065");
        Assert.Equal(written, NamedRun.Write(later, written));
        NamedRun.Of(later, written).AssertNoDiagnostics();
    }

    private static string Using(string component, string mediaType, string components, string? other = null) => $$"""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:
          /things:
            post:
              operationId: create
              requestBody: { required: true, content: { {{mediaType}}: { schema: { $ref: '#/components/schemas/{{component}}' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/{{other ?? component}}' } } } } }
        components: { schemas: { Cat: {{Case}}, Dog: {{Case}}, {{components}} } }
        """;
}
