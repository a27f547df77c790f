using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>Schemas with one value that the client cannot use are reported.</summary>
public sealed class OnlyValueTests
{
    private const string NotOfType = "The enum has values that are not of the schema's type; it is left out";

    [Theory]
    [InlineData("type: integer, format: int8, const: 300", "RTK0035", NotOfType)]
    [InlineData("type: integer, format: uint8, const: -1", "RTK0035", NotOfType)]
    [InlineData("type: integer, enum: [a]", "RTK0035", NotOfType)]
    [InlineData("type: string, enum: [a, [b]]", "RTK0035", NotOfType)]
    [InlineData("type: string, enum: [a, { b: c }]", "RTK0035", NotOfType)]
    [InlineData("type: number, enum: [0, 1, 2]", "RTK0034",
        "'enum' has no effect on the client: the type is number, and a C# enum cannot have a fraction that another version adds")]
    [InlineData("type: number, format: decimal, const: 1e40", "RTK0035", NotOfType)]
    [InlineData("type: integer, const: 99999999999999999999", "RTK0034",
        "'enum' has no effect on the client: a C# enum cannot have integers of more than 64 bits")]
    [InlineData("type: number, enum: [1.5, 2.5]", "RTK0034", "'enum' has no effect on the client: a C# enum cannot have fractions")]
    [InlineData("const: { a: 1 }", "RTK0033", "The only value is an object or a list, so the value is raw JSON")]
    [InlineData("const: [1, 2]", "RTK0033", "The only value is an object or a list, so the value is raw JSON")]
    [InlineData("enum: [{ a: 1 }, { a: 2 }]", "RTK0033", "The values of the enum have several types, so the value is raw JSON")]
    public void A_value_that_the_client_cannot_use_is_reported(string schema, string id, string message) =>
        Assert.Equal(message, GeneratorRunner.Run(SpecTexts.WithResponse($"{{ {schema} }}")).AssertReports(id).Message);

    [Theory]
    [InlineData("type: integer, format: int8, const: -128")]
    [InlineData("type: integer, const: 1.0")]
    [InlineData("const: null")]
    [InlineData("type: 'null'")]
    [InlineData("type: boolean, const: true")]
    public void A_value_that_the_client_can_use_is_not_reported(string schema) =>
        GeneratorRunner.Run(SpecTexts.WithResponse($"{{ {schema} }}")).AssertNoDiagnostics();

    [Theory]
    [InlineData("type: integer, enum: [1, 18446744073709551615]", "ulong")]
    [InlineData("enum: [0, 18446744073709551615, null]", "ulong")]
    [InlineData("type: integer, enum: [-1, 18446744073709551615]", "long")]
    public void Integers_that_only_an_unsigned_type_can_hold_have_that_type(string schema, string type)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: object, properties: {{ p: {{ {schema} }} }} }}"));

        run.AssertReports("RTK0034");
        Assert.Contains($"public {type}? P {{", run.AllText, StringComparison.Ordinal);
    }

    /// <summary>UTF-8 cannot express it, so every call with the value throws.</summary>
    [Fact]
    public void A_default_or_only_value_with_half_a_surrogate_pair_is_reported()
    {
        GeneratorRun run = GeneratorRunner.Run(
            """
            {
              "openapi": "3.1.0", "info": { "title": "Small", "version": "1" },
              "paths": { "/a": { "post": {
                "operationId": "send",
                "parameters": [{ "name": "q", "in": "query", "required": true, "schema": { "const": "\ud800" } }],
                "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": {
                  "p": { "type": "string", "default": "\udc00" } } } } } },
                "responses": { "204": { "description": "ok" } } } } }
            }
            """,
            path: "/project/api.json");

        run.AssertReports("RTK0035", line: 5);
        run.AssertReports("RTK0035", line: 7);
    }
}
