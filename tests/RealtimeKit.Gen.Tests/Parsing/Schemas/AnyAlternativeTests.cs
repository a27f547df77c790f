using System.Reflection;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>An alternative without a type is null if only that is said of it, and adds nothing beside several objects.</summary>
public sealed class AnyAlternativeTests
{
    private const string Pet = "{ $ref: '#/components/schemas/Pet' }";
    private const string Toy = "{ $ref: '#/components/schemas/Toy' }";

    [Theory]
    [InlineData($"anyOf: [{Pet}, {{ nullable: true }}]", "Pet")]
    [InlineData($"oneOf: [{{ nullable: true, description: Nothing. }}, {Pet}]", "Pet")]
    [InlineData("anyOf: [{ type: string, format: uuid }, { nullable: true }]", "Guid")]
    public void An_alternative_that_only_allows_null_makes_the_type_nullable(string schema, string type)
    {
        GeneratorRun run = Run(schema);
        PropertyInfo property = PropertyOf(run);

        Assert.Equal(type, (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).Name);
        Assert.Contains($"{type}? Value {{", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("RTK0033", run.Diagnostics.Select(static one => one.Id));
    }

    [Theory]
    [InlineData($"anyOf: [{Pet}, {Toy}, {{}}]", "OwnerValue")]
    [InlineData($"oneOf: [{{}}, {Pet}, {Toy}]", "OwnerValue")]
    [InlineData($"anyOf: [{Pet}, {{}}]", "JsonElement")]
    [InlineData($"anyOf: [{Pet}, {{ type: string }}, {{}}]", "JsonElement")]
    [InlineData($"anyOf: [{Pet}, {Toy}, {{ description: The id. }}]", "JsonElement")]
    [InlineData($"anyOf: [{Pet}, {Toy}, {{ not: {{ type: string }} }}]", "JsonElement")]
    public void An_empty_alternative_beside_several_objects_adds_nothing(string schema, string type)
    {
        GeneratorRun run = Run(schema);

        Assert.Equal(type, (Nullable.GetUnderlyingType(PropertyOf(run).PropertyType) ?? PropertyOf(run).PropertyType).Name);
        Assert.Equal(type == "JsonElement", run.Diagnostics.Any(static one => one.Id == "RTK0033"));
    }

    [Theory]
    [InlineData($"anyOf: [{{}}, {{ type: array, items: {{ $ref: '#/components/schemas/Vault' }} }}, {{ type: string }}]", true)]
    [InlineData($"anyOf: [{{}}, {{ type: object, additionalProperties: {{ properties: {{ pin: {{ x-ms-secret: true }} }} }} }}, {{ type: string }}]", true)]
    [InlineData($"anyOf: [{{}}, {Pet}, {{ type: string }}]", false)]
    [InlineData("anyOf: [{ $ref: '#/components/schemas/Code' }, {}]", true)]
    [InlineData("oneOf: [{ format: password, title: A }, { format: password, title: B }]", true)]
    [InlineData("anyOf: [{ x-ms-secret: true }, { description: other }]", true)]
    [InlineData("anyOf: [{ description: other }, { allOf: [{ x-ms-secret: true }] }]", true)]
    [InlineData("anyOf: [{ anyOf: [{ writeOnly: true }, {}] }, {}]", true)]
    [InlineData("allOf: [{ anyOf: [{ format: password }, {}] }]", true)]
    [InlineData("anyOf: [{ description: one }, { description: other, format: uuid }]", false)]
    public void Raw_JSON_is_hidden_if_an_alternative_describes_a_secret(string schema, bool isHidden)
    {
        GeneratorRun run = Run(schema);

        Assert.Equal("JsonElement", PropertyOf(run).PropertyType.Name);
        Assert.Equal(isHidden, run.AllText.Contains("Hide(this.Value)", StringComparison.Ordinal));
    }

    private static PropertyInfo PropertyOf(GeneratorRun run) => run.Assembly.GetType("Consumer.Owner")!.GetProperty("Value")!;

    private static GeneratorRun Run(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /owner:
                get:
                  operationId: getOwner
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Owner' } } } } }
            components:
              schemas:
                Owner: { type: object, required: [value], properties: { value: { {{schema}} } } }
                Pet: { type: object, required: [name], properties: { name: { type: string } } }
                Vault: { type: object, required: [key], properties: { key: { type: object, properties: { password: { type: string } } } } }
                Code: { format: password }
                Toy: { type: object, required: [size], properties: { size: { type: integer } } }
            """);
        run.AssertCompiles();
        return run;
    }
}
