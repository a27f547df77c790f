using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>A document that is split over several files gives the same client as in one file.</summary>
public sealed class SplitDocumentTests
{
    private const string Base = "{ type: object, required: [k], discriminator: { propertyName: k }, properties: { k: { type: string } } }";
    private const string Mapped =
        "{ type: object, required: [k], discriminator: { propertyName: k, mapping: { Ext: '{0}' } }, properties: { k: { type: string } } }";

    private const string Ext = "{ allOf: [{ $ref: '{0}' }, { type: object, properties: { e: { type: string } } }] }";

    public static TheoryData<string, string, string> Hierarchies => new()
    {
        { Components("Base: " + Base, "Ext: " + Of(Ext, "#/components/schemas/Base")), "", "" },
        { "", Components("Base: " + Base, "Ext: " + Of(Ext, "#/components/schemas/Base")), "" },
        { Components("Base: " + Of(Mapped, "other.yaml#/components/schemas/Ext")), Components("Ext: " + Of(Ext, "main.yaml#/components/schemas/Base")), "" },
        { Components("Base: { $ref: 'other.yaml' }", "Ext: { $ref: 'third.yaml' }"), Base, Of(Ext, "other.yaml") },
        { Components("Base: { $ref: 'other.yaml' }", "Ext: { $ref: 'third.yaml' }"), Of(Mapped, "third.yaml"), Of(Ext, "other.yaml") },
        {
            Components("Base: { $ref: 'other.yaml#/Base' }", "Ext: { $ref: 'other.yaml#/Ext' }"),
            $"Base: {Base}\nExt: {Of(Ext, "#/Base")}\n",
            ""
        },
        { Components("Base: { $ref: 'other.yaml' }", "Ext: " + Of(Ext, "#/components/schemas/Base")), Base, "" },
        { Components("Base: { $ref: 'other.yaml' }", "Ext: { $ref: 'third.yaml' }"), Base, Of(Ext, "main.yaml#/components/schemas/Base") },
        { Components("Base: { $ref: 'other.yaml', description: d }", "Ext: { $ref: 'third.yaml', description: d }"), Base, Of(Ext, "other.yaml") },
        { Components("Base: { $ref: 'other.yaml#/Base' }", "Ext: { $ref: 'other.yaml#/Ext' }"), "Base: { $ref: 'third.yaml#/Base' }\nExt: { $ref: 'third.yaml#/Ext' }\n", $"Base: {Base}\nExt: {Of(Ext, "#/Base")}\n" },
        {
            Components("Base: { $ref: 'other.yaml#/components/schemas/Base' }", "Ext: { $ref: 'other.yaml#/components/schemas/Ext' }"),
            Components("Base: " + Base, "Ext: " + Of(Ext, "#/components/schemas/Base")),
            ""
        },
    };

    [Theory]
    [MemberData(nameof(Hierarchies))]
    public void A_record_extends_its_base_whichever_file_has_them(string main, string other, string third)
    {
        string file = main.Length == 0 ? "other.yaml" : "";
        GeneratorRun run = Run($"{{ $ref: '{file}#/components/schemas/Base' }}", main, other, third);

        run.AssertNoDiagnostics();
        Assert.Equal("Base", run.Assembly.GetType("Consumer.Ext")!.BaseType!.Name);
        Assert.NotNull(run.Assembly.GetType("Consumer.Ext")!.GetProperty("E"));
    }

    [Theory]
    [InlineData("Pet: { $ref: 'other.yaml' }", "{ type: object, properties: { kind: { type: string } } }")]
    [InlineData("Pet: { $ref: 'other.yaml#/Pet' }", "Pet: { type: object, properties: { kind: { type: string } } }")]
    [InlineData("Pet: { $ref: 'other.yaml#/Animal' }", "Animal: { type: object, properties: { kind: { type: string } } }")]
    [InlineData("Pet: { $ref: 'other.yaml#/components/schemas/Pet' }", "components: { schemas: { Pet: { type: object, properties: { kind: { type: string } } } } }")]
    public void A_component_that_refers_to_another_file_gives_its_name_to_the_schema_there(string component, string other)
    {
        GeneratorRun run = Run("{ $ref: '#/components/schemas/Pet' }", Components(component), other, "");

        run.AssertNoDiagnostics();
        Assert.NotNull(run.Assembly.GetType("Consumer.Pet")!.GetProperty("Kind"));
    }

    [Fact]
    public void A_mapping_that_is_read_late_adds_a_case_to_a_base_that_is_a_case_itself()
    {
        GeneratorRun run = Run(
            "{ $ref: '#/components/schemas/Middle' }",
            Components(
                "Base: " + Mapped.Replace("Ext: '{0}'", "Middle: '#/components/schemas/Middle', Ext: 'other.yaml'", StringComparison.Ordinal),
                "Middle: { discriminator: { propertyName: k }, allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { m: { type: string } } }] }"),
            Of(Ext, "main.yaml#/components/schemas/Middle"),
            "");

        run.AssertCompiles();
        Assert.Equal("Middle", run.Assembly.GetTypes().Single(static type => type.GetProperty("E") is not null).BaseType!.Name);
    }

    [Fact]
    public void Of_two_components_that_refer_to_one_schema_the_one_with_its_name_gives_it()
    {
        GeneratorRun run = Run(
            "{ type: object, properties: { a: { $ref: '#/components/schemas/Cat' }, b: { $ref: '#/components/schemas/Pet' } } }",
            Components("Cat: { $ref: 'other.yaml#/Pet' }", "Pet: { $ref: 'other.yaml#/Pet' }"),
            "Pet: { type: object, properties: { kind: { type: string } } }",
            "");

        run.AssertNoDiagnostics();
        Assert.NotNull(run.Assembly.GetType("Consumer.Pet")!.GetProperty("Kind"));
        Assert.Null(run.Assembly.GetType("Consumer.Cat"));
    }

    private static string Of(string schema, string reference) => schema.Replace("{0}", reference, StringComparison.Ordinal);

    private static string Components(params string[] schemas) => $"components:\n  schemas:\n    {string.Join("\n    ", schemas)}\n";

    private static GeneratorRun Run(string response, string main, string other, string third)
    {
        List<SpecItem> items =
        [
            new SpecItem(
                new SpecFile(
                    "/project/main.yaml",
                    $$"""
                    openapi: 3.1.0
                    info: { title: Split, version: '1' }
                    paths:
                      /a: { get: { responses: { '200': { description: ok, content: { application/json: { schema: {{response}} } } } } } }

                    """ + main),
                SpecItem.Spec),
        ];
        items.AddRange(new[] { ("other.yaml", other), ("third.yaml", third) }
            .Where(static file => file.Item2.Length > 0)
            .Select(static file => new SpecItem(new SpecFile("/project/" + file.Item1, file.Item2), SpecItem.Reference)));
        return GeneratorRunner.Run(items);
    }
}
