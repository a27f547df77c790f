using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>Reports lists and values of a document that have no effect as they are written.</summary>
public class SchemaListTests
{
    [Theory]
    [InlineData("allOf")]
    [InlineData("oneOf")]
    [InlineData("anyOf")]
    [InlineData("enum")]
    public void An_empty_list_is_reported_at_its_key(string keyword)
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: string, {keyword}: [] }}")).AssertReports("RTK0035", line: 12);

        Assert.Equal($"'{keyword}' is empty; it is left out", reported.Message);
        Assert.Equal(39, reported.Column);
    }

    [Fact]
    public void An_empty_list_of_types_is_reported()
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse("{ type: [] }").Replace("3.0.3", "3.1.0", StringComparison.Ordinal))
            .AssertReports("RTK0035", line: 12);

        Assert.Equal(("'type' is empty; it is left out", 25), (reported.Message, reported.Column));
    }

    [Theory]
    [InlineData("string", "properties: { a: { type: string } }", "properties")]
    [InlineData("integer", "properties: { a: { type: string } }", "properties")]
    [InlineData("string", "additionalProperties: { type: integer }", "additionalProperties")]
    public void The_type_of_a_text_beside_members_is_reported(string type, string members, string keyword)
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: {type}, {members} }}")).AssertReports("RTK0034", line: 12);

        Assert.Equal($"'type: {type}' has no effect on the client: the schema has '{keyword}', so its values are objects", reported.Message);
    }

    [Theory]
    [InlineData("string", "enum: [a, b]", "properties: { a: { type: string } }", "properties")]
    [InlineData("integer", "const: 5", "patternProperties: { '^x': { type: string } }", "patternProperties")]
    [InlineData("string", "enum: [a, b]", "additionalProperties: { type: integer }", "additionalProperties")]
    public void Members_beside_the_values_of_a_text_are_reported(string type, string values, string members, string keyword)
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: {type}, {values}, {members} }}").Replace("3.0.3", "3.1.0", StringComparison.Ordinal))
            .AssertReports("RTK0034", line: 12);

        Assert.Equal($"'{keyword}' has no effect on the client: the schema has '{values.Split(':')[0]}', which lists its values", reported.Message);
    }

    [Theory]
    [InlineData("type: string, properties: {}, additionalProperties: false")]
    [InlineData("type: [string, object], properties: { a: { type: string } }")]
    public void Members_that_say_nothing_about_a_text_are_not_reported(string schema) =>
        GeneratorRunner.Run(SpecTexts.WithResponse($"{{ {schema} }}")).AssertNoDiagnostics();

    [Theory]
    [InlineData("x-enum-varnames", "[A]", "has 1 items, 'enum' has 2 values, and the item of a value is missing")]
    [InlineData("x-enumNames", "[A, B, C]", "has 3 items, 'enum' has 2 values, and an item belongs to no value")]
    [InlineData("x-enum-descriptions", "[]", "has 0 items, 'enum' has 2 values, and the item of a value is missing")]
    [InlineData("x-enumDescriptions", "[A, B, C]", "has 3 items, 'enum' has 2 values, and an item belongs to no value")]
    public void Another_number_of_items_than_values_is_reported(string keyword, string items, string what)
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: string, enum: [a, b], {keyword}: {items} }}"))
            .AssertReports("RTK0035", line: 12);

        Assert.Equal($"'{keyword}' {what}; it is left out", reported.Message);
        Assert.Equal(53, reported.Column);
    }

    [Theory]
    [InlineData("[A, B]")]
    [InlineData("[A, B, None]")]
    public void An_item_for_null_is_optional(string names) =>
        GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: string, nullable: true, enum: [a, b, null], x-enum-varnames: {names} }}")).AssertNoDiagnostics();

    [Theory]
    [InlineData("x-enumDescriptions")]
    [InlineData("x-enum-descriptions")]
    public void A_description_of_no_value_is_reported_at_its_key(string keyword)
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: string, enum: [a, b], {keyword}: {{ a: A, B: B }} }}"))
            .AssertReports("RTK0035", line: 12);

        Assert.Equal($"'{keyword}' describes 'B', which is not a value of 'enum'; it is left out", reported.Message);
        Assert.Equal(53 + keyword.Length + 10, reported.Column);
    }

    [Theory]
    [InlineData("type: string, enum: [a, b], x-enumDescriptions: { a: A }")]
    [InlineData("type: string, nullable: true, enum: [a, null], x-enumDescriptions: { a: A, 'null': None }")]
    [InlineData("type: integer, enum: [1, 2], x-enumDescriptions: { 1: A, '2': B }")]
    [InlineData("type: boolean, enum: [true], x-enumDescriptions: { true: A }")]
    [InlineData("type: string, x-enumDescriptions: { c: C }")]
    public void Descriptions_of_values_are_not_reported(string schema) =>
        GeneratorRunner.Run(SpecTexts.WithResponse($"{{ {schema} }}")).AssertNoDiagnostics();

    [Fact]
    public void A_discriminator_without_a_property_is_reported()
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse("{ type: object, discriminator: { mapping: {} }, properties: { a: { type: string } } }"))
            .AssertReports("RTK0035", line: 12);

        Assert.Equal("The discriminator has no 'propertyName'; it is left out", reported.Message);
        Assert.Equal(39, reported.Column);
    }

    [Fact]
    public void Of_two_versions_the_one_that_counts_is_reported()
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse("{ type: string }").Edit("openapi: 3.0.3", "openapi: 3.0.3\nswagger: '2.0'"))
            .AssertReports("RTK0035", line: 2);

        Assert.Equal("'openapi' is used in place of 'swagger', which the document has too; it is left out", reported.Message);
        Assert.Equal(1, reported.Column);
    }

    [Theory]
    [InlineData("clientt", true)]
    [InlineData("Client", true)]
    [InlineData("client", false)]
    [InlineData("method", false)]
    public void A_place_of_a_parameter_is_client_or_method(string place, bool isReported)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Places, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  parameters:
                    - { name: q, in: query, x-ms-parameter-location: {{place}}, schema: { type: string } }
                  responses: { '204': { description: ok } }
            """);

        if (isReported)
        {
            Assert.Equal(
                $"'{place}' is not a value of x-ms-parameter-location, which is 'client' or 'method'; it is left out",
                run.AssertReports("RTK0035", line: 8).Message);
        }
        else
        {
            run.AssertNoDiagnostics();
        }
    }
}
