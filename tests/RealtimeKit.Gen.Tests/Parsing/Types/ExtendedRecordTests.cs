using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>Every record that another schema extends can be extended, whichever schemas a client uses.</summary>
public sealed class ExtendedRecordTests
{
    private const string Components = """

            Pet: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string } } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
            Tom: { allOf: [{ $ref: '#/components/schemas/Cat' }] }
            Kit: { allOf: [{ $ref: '#/components/schemas/Tom' }, { type: object, properties: { age: { type: integer } } }] }
            Bare: { type: object, required: [kind], discriminator: { propertyName: kind } }
            Some: { allOf: [{ $ref: '#/components/schemas/Bare' }, { type: object, properties: { s: { type: string } } }] }
            More: { allOf: [{ $ref: '#/components/schemas/Some' }, { type: object, properties: { m: { type: string } } }] }
        """;

    [Theory]
    [InlineData("{ type: object, properties: { f: { allOf: [{ $ref: '#/components/schemas/Cat' }, { type: object, properties: { z: { type: string } } }] } } }", "GetThingResponseF", "Cat")]
    [InlineData("{ type: array, items: { allOf: [{ $ref: '#/components/schemas/Cat' }, { type: object, properties: { z: { type: string } } }] } }", "GetThingResponseItem", "Cat")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Kit' }, { type: object, properties: { z: { type: string } } }] }", "GetThingResponse", "Kit")]
    [InlineData("{ $ref: '#/components/schemas/Tom' }", "Tom", "Cat")]
    [InlineData("{ $ref: '#/components/schemas/Tom' }", "Kit", "Tom")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Tom' }], required: [lives] }", "Kit", "Tom")]
    [InlineData("{ $ref: '#/components/schemas/Kit' }", "Kit", "Tom")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Bare' }, { $ref: '#/components/schemas/Some' }], discriminator: { propertyName: kind } }", "Some", "Bare")]
    [InlineData("{ oneOf: [{ $ref: '#/components/schemas/Some' }, { $ref: '#/components/schemas/More' }] }", "More", "Some")]
    [InlineData("{ $ref: '#/components/schemas/More' }", "Some", "Bare")]
    public void A_record_extends_its_base(string schema, string record, string @base)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse(schema, Components));

        run.AssertCompiles();
        Assert.Equal(@base, run.Assembly.GetType($"Consumer.{record}")?.BaseType?.Name);
    }
}
