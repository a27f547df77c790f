using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>Checks that inline schemas share a type if the C# of both has the same members, however each is written.</summary>
public sealed class AlikeTypeTests
{
    private const string Place = "{ type: object, properties: { city: { type: string }, floor: { type: integer } } }";

    private const string Components = """
            City: { type: object, properties: { city: { type: string } } }
            Floor: { type: object, properties: { floor: { type: integer } } }
            Text: { type: string }
            Tags: { type: array, items: { type: string } }
            Cat: { type: object, required: [meow], properties: { meow: { type: string } } }
            Dog: { type: object, required: [bark], properties: { bark: { type: string } } }
        """;

    [Theory]
    [InlineData(Place, "{ properties: { city: { type: string }, floor: { type: integer } } }")]
    [InlineData(Place, "{ type: object, required: [street], properties: { city: { type: string }, floor: { type: integer } } }")]
    [InlineData(Place, "{ type: object, additionalProperties: false, properties: { city: { type: string }, floor: { type: integer } } }")]
    [InlineData(Place, "{ type: object, properties: { city: { type: string, format: email }, floor: { type: integer } } }")]
    [InlineData(Place, "{ type: object, properties: { city: { $ref: '#/components/schemas/Text' }, floor: { type: integer } } }")]
    [InlineData(Place, "{ allOf: [{ $ref: '#/components/schemas/City' }, { $ref: '#/components/schemas/Floor' }] }")]
    [InlineData(Place, "{ allOf: [{ type: object, properties: { floor: { type: integer } } }, { type: object, properties: { city: { type: string } } }] }")]
    [InlineData(Place, "{ oneOf: [{ type: object, properties: { city: { type: string }, floor: { type: integer } } }] }")]
    [InlineData(
        "{ allOf: [{ $ref: '#/components/schemas/City' }, { $ref: '#/components/schemas/Floor' }] }",
        "{ allOf: [{ $ref: '#/components/schemas/Floor' }, { $ref: '#/components/schemas/City' }] }")]
    [InlineData(
        "{ type: object, properties: { tags: { type: array, items: { type: string } } } }",
        "{ type: object, properties: { tags: { $ref: '#/components/schemas/Tags' } } }")]
    [InlineData(
        "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }",
        "{ anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }")]
    [InlineData("{ type: string, enum: [open, closed] }", "{ type: string, format: state, enum: [closed, open] }")]
    public void Schemas_of_equal_members_are_one_type(string one, string other)
    {
        GeneratorRun run = Run(one, other);

        run.AssertCompiles();
        Assert.Equal(["Invoice", "InvoiceValue", "Order"], run.TypeNames.Except(["Cat", "Dog"]));
        Assert.Equal(2, Regex.Count(run.AllText, "InvoiceValue>?\\? Value"));
    }

    [Fact]
    public void A_type_within_such_a_type_is_named_after_the_type_that_is_left()
    {
        const string inner = "{ type: object, properties: { part: { type: object, properties: { city: { type: string } } } } }";

        GeneratorRun run = Run(inner, "{ allOf: [" + inner + "] }");

        run.AssertCompiles();
        Assert.Equal(["Invoice", "InvoiceValue", "InvoiceValuePart", "Order"], run.TypeNames);
    }

    [Theory]
    [InlineData(Place, "{ type: object, required: [city], properties: { city: { type: string }, floor: { type: integer } } }")]
    [InlineData(Place, "{ type: object, properties: { city: { type: string, format: uuid }, floor: { type: integer } } }")]
    [InlineData(Place, "{ type: object, properties: { city: { type: string, format: password }, floor: { type: integer } } }")]
    [InlineData(Place, "{ type: object, properties: { city: { type: string, deprecated: true }, floor: { type: integer } } }")]
    [InlineData(Place, "{ type: object, properties: { city: { type: string }, floor: { type: integer } }, additionalProperties: { type: string } }")]
    [InlineData(Place, "{ type: object, x-type-name: Address, properties: { city: { type: string }, floor: { type: integer } } }")]
    [InlineData("{ type: string, enum: [open, closed] }", "{ type: string, enum: [open, closed], x-enum-varnames: [Yes, No] }")]
    public void Schemas_of_other_members_are_two_types(string one, string other)
    {
        GeneratorRun run = Run(one, other);

        run.AssertCompiles();
        Assert.Equal(4, run.TypeNames.Length);
    }

    [Fact]
    public void Titles_keep_types_apart()
    {
        GeneratorRun run = Run(
            "{ type: object, title: Place, properties: { city: { type: string } } }",
            "{ title: Town, allOf: [{ $ref: '#/components/schemas/City' }] , properties: { city: { type: string } } }");

        run.AssertCompiles();
        Assert.Equal(4, run.TypeNames.Length);
    }

    private static GeneratorRun Run(string one, string other) => GeneratorRunner.Run(
        $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /orders:
            get:
              operationId: readOrder
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
          /invoices:
            get:
              operationId: readInvoice
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Invoice' } } } } }
        components:
          schemas:
        {{Components}}
            Order: { type: object, properties: { value: {{one}} } }
            Invoice: { type: object, properties: { value: {{other}} } }
        """);
}
