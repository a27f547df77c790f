using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>Kubernetes describes a number or a name as a string of the format <c>int-or-string</c>. 8080 and "8080" differ.</summary>
public sealed class IntOrStringTests
{
    [Theory]
    [InlineData("{ type: string, format: int-or-string }")]
    [InlineData("{ $ref: '#/components/schemas/Port' }")]
    public void The_format_is_a_union_of_a_number_and_text(string schema)
    {
        Type union = Run(schema).Assembly.GetType("Consumer.Owner")!.GetProperty("Value")!.PropertyType;

        Assert.NotNull(union.GetMethod("TryGetInteger"));
        Assert.NotNull(union.GetMethod("TryGetText"));
    }

    [Fact]
    public void A_type_that_the_project_names_for_the_format_applies() => Assert.Equal(
        typeof(string),
        Run("{ type: string, format: int-or-string }", "int-or-string=string").Assembly.GetType("Consumer.Owner")!.GetProperty("Value")!.PropertyType);

    [Fact]
    public void An_enum_of_the_format_is_an_enum() => Assert.Contains("OwnerValue", Run("{ type: string, format: int-or-string, enum: [a, b] }").Assembly
        .GetExportedTypes().Where(static type => type.IsEnum).Select(static type => type.Name));

    private static GeneratorRun Run(string schema, string formats = "")
    {
        GeneratorRun run = GeneratorRunner.Run(
            $$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /owner:
                get:
                  operationId: getOwner
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Owner' } } } } }
            components:
              schemas:
                Owner: { type: object, required: [value], properties: { value: {{schema}} } }
                Port: { type: string, format: int-or-string }
            """,
            new Dictionary<string, string> { ["Formats"] = formats });
        run.AssertCompiles();
        return run;
    }
}
