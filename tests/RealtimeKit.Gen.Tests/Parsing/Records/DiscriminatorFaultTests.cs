using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Records;

/// <summary>A discriminator whose property or mapping leads nowhere is reported.</summary>
public class DiscriminatorFaultTests
{
    private const string Cases = """
        Cat: { type: object, required: [kind], properties: { kind: { type: string }, lives: { type: integer } } }
        Dog: { allOf: [ { type: object, properties: { kind: { type: string } } }, { type: object, properties: { tricks: { type: integer } } } ] }
        """;

    [Theory]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kid }")]
    [InlineData("type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kid }")]
    [InlineData("allOf: [ { $ref: '#/components/schemas/Cat' } ], discriminator: { propertyName: kid }")]
    public void A_misspelled_property_is_reported_and_the_meant_one_used(string root)
    {
        GeneratorRun run = GeneratorRunner.Run(Document(root));

        Reported reported = Assert.Single(run.Diagnostics, static one => one.Id == "RTK0035");
        Assert.Equal("'kind' is used in place of the discriminator's property 'kid', which no schema has; it is left out", reported.Message);
        Assert.Equal((13, 13 + root.IndexOf("kid", StringComparison.Ordinal)), (reported.Line, reported.Column));
        Assert.DoesNotContain("\"kid\"", run.AllText, StringComparison.Ordinal);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("allOf: [ { $ref: '#/components/schemas/Cat' } ], discriminator: { propertyName: kind }", true)]
    [InlineData("type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind }", true)]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind }", false)]
    [InlineData("allOf: [ { $ref: '#/components/schemas/Cat' } ]", false)]
    public void A_discriminator_that_nothing_can_extend_is_reported(string inline, bool isReported)
    {
        string document = Document("type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind }")
            .Replace("{ $ref: '#/components/schemas/Root' }", "{ " + inline + " }", StringComparison.Ordinal);
        Assert.Contains(inline, document, StringComparison.Ordinal);

        Reported[] reported = GeneratorRunner.Run(document).Diagnostics.Where(static one => one.Id == "RTK0034").ToArray();

        Assert.Equal(
            isReported
                ? ["'discriminator' has no effect on the client: the schema has no alternatives and no mapping, and only a component can be extended"]
                : [],
            reported.Select(static one => one.Message));
    }

    [Fact]
    public void In_Swagger_too()
    {
        Reported reported = GeneratorRunner.Run("""
            swagger: '2.0'
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  responses: { '200': { description: ok, schema: { $ref: '#/definitions/Pet' } } }
            definitions:
              Pet: { type: object, discriminator: knd, required: [kind], properties: { kind: { type: string } } }
              Cat: { allOf: [ { $ref: '#/definitions/Pet' }, { type: object, properties: { lives: { type: integer } } } ] }
            """).AssertReports("RTK0035", line: 8);

        Assert.Equal(("'kind' is used in place of the discriminator's property 'knd', which no schema has; it is left out", 39), (reported.Message, reported.Column));
    }

    [Theory]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: '@kind' }")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: sort }")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: live }")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Cat' }, { type: object, properties: { kid: { type: string } } } ], discriminator: { propertyName: kid }")]
    [InlineData("type: object, properties: { kinds: { type: array, items: { type: string } } }, discriminator: { propertyName: kind }")]
    public void A_property_that_is_only_undeclared_is_not_reported(string root) =>
        Assert.DoesNotContain(GeneratorRunner.Run(Document(root)).Diagnostics, static one => one.Id == "RTK0035");

    [Theory]
    [InlineData(
        "oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind, mapping: { c: Other } }",
        "The discriminator maps 'c' to Other, which is not an alternative")]
    [InlineData(
        "type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { c: '#/components/schemas/Other' } }",
        "The discriminator maps 'c' to Other, which does not extend Root")]
    [InlineData(
        "discriminator: { propertyName: kind, mapping: { c: '#/components/schemas/Other' } }",
        "The discriminator maps 'c' to Other, which does not extend Root")]
    public void A_value_of_no_alternative_is_reported(string root, string message)
    {
        GeneratorRun run = GeneratorRunner.Run(Document(root));

        Reported reported = Assert.Single(run.Diagnostics, static one => one.Id == "RTK0035");
        Assert.Equal((message + "; it is left out", 13), (reported.Message, reported.Line));
        Assert.Equal(13 + root.IndexOf("c: ", StringComparison.Ordinal), reported.Column);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Wrapped' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind, mapping: { c: Cat } }")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind, mapping: { c: Wrapped } }")]
    [InlineData("oneOf: [ { $ref: '#/components/schemas/Both' }, { $ref: '#/components/schemas/Other' } ], discriminator: { propertyName: kind, mapping: { c: Cat } }")]
    [InlineData("type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { c: Derived, d: Root } }")]
    [InlineData("discriminator: { propertyName: kind, mapping: { c: Derived } }")]
    public void A_value_of_a_case_below_or_within_an_alternative_is_not_reported(string root) =>
        Assert.DoesNotContain(GeneratorRunner.Run(Document(root)).Diagnostics, static one => one.Id == "RTK0035");

    [Fact]
    public void A_schema_with_nothing_but_a_discriminator_is_a_base()
    {
        GeneratorRun run = GeneratorRunner.Run(Document("discriminator: { propertyName: kind }"));

        run.AssertCompiles();
        Assert.Equal("Root", run.Assembly.GetExportedTypes().Single(static type => type.Name == "Derived").BaseType!.Name);
    }

    private static string Document(string root) => SpecTexts.WithSchemas("Root", $$"""
        Root: { {{root}} }
        {{Cases}}
        Other: { type: object, properties: { kind: { type: string }, size: { type: integer } } }
        Wrapped: { allOf: [ { $ref: '#/components/schemas/Cat' } ] }
        Both: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind } }
        Derived: { allOf: [ { $ref: '#/components/schemas/Root' }, { type: object, properties: { more: { type: string } } } ] }
        """);
}
