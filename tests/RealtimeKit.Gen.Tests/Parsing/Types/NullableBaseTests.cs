using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>A record can extend its base through another component that allows null too, or has only another name.</summary>
public sealed class NullableBaseTests
{
    private const string Base =
        "type: object, discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog' } }, required: [kind], properties: { kind: { type: string } }";

    [Theory]
    [InlineData("NullablePet", "{ nullable: true, " + Base + " }")]
    [InlineData("PetOrNull", "{ oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Pet' }] }")]
    [InlineData("PetOrNull", "{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }] }")]
    [InlineData("Animal", "{ $ref: '#/components/schemas/Pet' }")]
    [InlineData("Animal", "{ oneOf: [{ $ref: '#/components/schemas/Pet' }] }")]
    [InlineData("Animal", "{ oneOf: [{ $ref: '#/components/schemas/Middle' }, { type: 'null' }] }")]
    public void A_record_extends_the_base_to_which_another_component_adds_only_null(string name, string schema)
    {
        GeneratorRun run = Run(
            $"    {name}: {schema}\n    Middle: {{ $ref: '#/components/schemas/Pet' }}\n",
            $"{{ $ref: '#/components/schemas/{name}' }}",
            name);

        run.AssertNoDiagnostics();
        Assert.Equal("Pet", run.Assembly.GetType("Consumer.Dog")!.BaseType!.Name);
        Type owner = run.Assembly.GetType("Consumer.Owner")!;
        Assert.Equal(["Pet", "Pet"], [owner.GetProperty("Pet")!.PropertyType.Name, owner.GetProperty("Other")!.PropertyType.Name]);
        Assert.Null(run.Assembly.GetType($"Consumer.{name}"));
    }

    [Theory]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }] }")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Pet' }] }")]
    public void A_record_extends_the_base_that_its_own_part_allows_beside_null(string part)
    {
        GeneratorRun run = Run("", part, "Pet");

        run.AssertNoDiagnostics();
        Assert.Equal("Pet", run.Assembly.GetType("Consumer.Dog")!.BaseType!.Name);
    }

    [Theory]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Pet' }] }")]
    [InlineData("{ description: d, allOf: [{ $ref: '#/components/schemas/Pet' }] }")]
    [InlineData("{ type: object, allOf: [{ $ref: '#/components/schemas/Pet' }] }")]
    [InlineData("{ nullable: true, allOf: [{ $ref: '#/components/schemas/Pet' }] }")]
    [InlineData("{ allOf: [{ description: d, allOf: [{ $ref: '#/components/schemas/Pet' }] }] }")]
    [InlineData("{ allOf: [{ description: d }, { $ref: '#/components/schemas/Pet' }] }")]
    [InlineData("{ allOf: [{ anyOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }] }] }")]
    public void A_record_extends_the_base_to_which_its_own_part_adds_nothing(string part)
    {
        GeneratorRun run = Run("", part, "Pet");

        run.AssertNoDiagnostics();
        Assert.Equal("Pet", run.Assembly.GetType("Consumer.Dog")!.BaseType!.Name);
    }

    /// <summary>A component between two others is a level of its own.</summary>
    [Fact]
    public void A_record_extends_a_component_that_adds_nothing_to_the_base()
    {
        GeneratorRun run = Run(
            "    Middle: { description: d, allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { m: { type: string } } }] }\n",
            "{ description: d, allOf: [{ $ref: '#/components/schemas/Middle' }] }",
            "Middle");

        run.AssertCompiles();
        Assert.Equal(["Middle", "Pet"], new[] { "Dog", "Middle" }.Select(name => run.Assembly.GetType($"Consumer.{name}")!.BaseType!.Name));
    }

    [Theory]
    [InlineData("$ref: '#/components/schemas/Pet', properties: { bark: { type: string } }")]
    [InlineData("$ref: '#/components/schemas/Pet', type: object, properties: { bark: { type: string } }, required: [bark]")]
    public void A_record_extends_the_base_beside_whose_reference_it_has_properties(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run(Document("Pet").Replace("Dog: {}", $"Dog: {{ {schema} }}", StringComparison.Ordinal));

        run.AssertNoDiagnostics();
        Assert.Equal("Pet", run.Assembly.GetType("Consumer.Dog")!.BaseType!.Name);
    }

    [Theory]
    [InlineData("{ $ref: '#/components/schemas/Pet', other: 1 }")]
    [InlineData("{ $ref: '#/components/schemas/Pet', minProperties: 1 }")]
    public void A_record_between_two_others_extends_the_base_that_a_part_leads_to(string part)
    {
        const string puppy = "    Puppy: { allOf: [{ $ref: '#/components/schemas/Dog' }, { type: object, properties: { age: { type: integer } } }] }\n";
        GeneratorRun run = Run(puppy, part, "Puppy");

        run.AssertCompiles();
        Assert.Equal("Dog", run.Assembly.GetType("Consumer.Puppy")!.BaseType!.Name);
    }

    [Theory]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Pet' }] }", "Pet")]
    [InlineData("{ description: d, allOf: [{ $ref: '#/components/schemas/Pet' }] }", "Pet")]
    [InlineData("{ type: object, nullable: true, allOf: [{ $ref: '#/components/schemas/Pet' }, { description: d }] }", "Pet")]
    [InlineData("{ type: array, items: { allOf: [{ $ref: '#/components/schemas/Pet' }] } }", "IReadOnlyList`1")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { x: { type: string } } }] }", "OwnerAdded")]
    public void An_inline_schema_that_adds_nothing_to_a_base_has_its_type(string schema, string type)
    {
        GeneratorRun run = GeneratorRunner.Run(
            Document("Pet")
                .Replace("Dog: {}", "Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }] }", StringComparison.Ordinal)
                .Replace("properties: { pet:", $"properties: {{ added: {schema}, pet:", StringComparison.Ordinal));

        run.AssertNoDiagnostics();
        Assert.Equal(type, run.Assembly.GetType("Consumer.Owner")!.GetProperty("Added")!.PropertyType.Name);
        Assert.Equal("Pet", run.Assembly.GetType("Consumer.Dog")!.BaseType!.Name);
    }

    private static GeneratorRun Run(string components, string part, string other) => GeneratorRunner.Run(
        Document(other).Replace(
            "Dog: {}",
            $"Dog: {{ allOf: [{part}, {{ type: object, properties: {{ bark: {{ type: string }} }} }}] }}",
            StringComparison.Ordinal) + "\n" + components);

    private static string Document(string other) => $$"""
        openapi: 3.1.0
        info: { title: Bases, version: '1' }
        paths:
          /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Owner' } } } } } } }
        components:
          schemas:
            Owner: { type: object, properties: { pet: { $ref: '#/components/schemas/Pet' }, other: { $ref: '#/components/schemas/{{other}}' } } }
            Pet: { {{Base}} }
            Dog: {}
        """;
}
