using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>Reports properties that are meant to be required but are not.</summary>
public class RequiredTests
{
    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    public void Required_on_a_property_is_reported_with_the_correction(string version)
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse("{ type: object, properties: { a: { type: string, required: true } } }")
            .Edit("3.0.3", version)).AssertReports("RTK0035", line: 12);

        Assert.Equal(
            "'required: true' in a schema is not a list of names; to require a property, add its name to the 'required' list of its object; "
                + "it is left out",
            reported.Message);
        Assert.Equal(72, reported.Column);
    }

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    public void Beside_a_reference_too(string version) =>
        GeneratorRunner.Run(SpecTexts.WithResponse("{ type: object, properties: { a: { $ref: '#/components/schemas/A', required: true } } }",
            "{ A: { type: object, properties: { b: { type: string } } } }").Edit("3.0.3", version))
            .AssertReports("RTK0035", line: 12);

    [Theory]
    [InlineData("[a, [b]]")]
    [InlineData("[a, { b: c }]")]
    public void An_item_that_is_no_name_is_reported(string required) => Assert.Equal(
        "An item of 'required' is not the name of a property; it is left out",
        GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: object, required: {required}, properties: {{ a: {{ type: string }} }} }}"))
            .AssertReports("RTK0035", line: 12).Message);

    [Fact]
    public void False_loses_nothing() =>
        GeneratorRunner.Run(SpecTexts.WithResponse("{ type: object, properties: { a: { type: string, required: false } } }")).AssertReports("RTK0034", line: 12);

    [Theory]
    [InlineData("{ type: object, properties: { required: { type: boolean, default: true } } }")]
    [InlineData("{ type: object, required: [required], properties: { required: { type: boolean } } }")]
    public void A_property_that_is_called_required_is_one(string schema) => GeneratorRunner.Run(SpecTexts.WithResponse(schema)).AssertNoDiagnostics();

    [Fact]
    public void Parameters_bodies_and_headers_have_it_themselves()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Required, version: '1' }
            paths:
              /a:
                post:
                  operationId: a
                  parameters: [{ name: q, in: query, required: true, schema: { type: string } }]
                  requestBody: { required: true, content: { application/json: { schema: { type: string } } } }
                  responses: { '204': { description: ok, headers: { X-A: { required: true, schema: { type: string } } } } }
            """);

        run.AssertNoDiagnostics();
    }

    [Theory]
    [InlineData("{ type: object, required: [nmae], properties: { name: { type: string } } }", "nmae", "name")]
    [InlineData("{ type: object, required: [user_name], properties: { userName: { type: string }, id: { type: string } } }", "user_name", "userName")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/A' }, { type: object, required: [descripton], properties: { x: { type: string } } }] }", "descripton",
        "description")]
    public void A_misspelt_name_is_reported_with_the_property(string schema, string name, string meant)
    {
        Reported reported = GeneratorRunner.Run(SpecTexts.WithResponse(schema, "{ A: { type: object, properties: { description: { type: string } } } }"))
            .AssertReports("RTK0035", line: 12);

        Assert.Equal($"'required' lists '{name}', which is not a property (did you mean '{meant}'?); it is left out", reported.Message);
    }

    [Theory]
    [InlineData("{ type: object, required: [other], properties: { name: { type: string } } }")]
    [InlineData("{ type: object, required: [nmae, name], properties: { name: { type: string } } }")]
    [InlineData("{ type: object, required: [nmae], properties: { name: { type: string } }, additionalProperties: { type: string } }")]
    [InlineData("{ type: object, required: [key], properties: { kex: { type: string } } }")]
    public void A_name_that_is_nowhere_is_legal(string schema)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse(schema));

        Assert.Equal("RTK0034", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/A' }, { required: [description] }] }")]
    [InlineData("{ type: object, properties: { a: { type: string } }, oneOf: [{ required: [a] }, { required: [b] }] }")]
    [InlineData("{ $ref: '#/components/schemas/B' }")]
    public void A_name_that_another_part_has_is_right(string schema)
    {
        const string A = "{ type: object, properties: { description: { type: string } } }";
        const string B = "{ type: object, properties: { a: { type: string } }, required: [kind], discriminator: { propertyName: kind } }";

        GeneratorRunner.Run(SpecTexts.WithResponse(schema, $"{{ A: {A}, B: {B} }}")).AssertNoDiagnostics();
    }
}
