using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>A names file that was just written gives the same client again, also if parts of the document share types.</summary>
public class NamesFileOfSharedTypesTests
{
    /// <summary>The schema of a response, which other parts of the document repeat.</summary>
    private const string Same = "{ type: object, required: [k], properties: { k: { type: array, items: { type: string } } } }";

    private const string Choice = "{ type: string, enum: [u, v] }";

    [Theory]
    [InlineData(Same, "{ allOf: [{ $ref: '#/components/schemas/Base' }, {same}] }")]
    [InlineData(Same, "{ allOf: [{same}, { type: object, properties: { l: { type: string } } }] }")]
    [InlineData(Same, "{ allOf: [{ $ref: '#/components/schemas/Base' }, { allOf: [{same}] }] }")]
    [InlineData(Same, "{ allOf: [{ $ref: '#/components/schemas/Base' }, { allOf: [{same}, { properties: { m: { type: string } } }] }] }")]
    [InlineData(Same, "{ allOf: [{}, {same}] }")]
    [InlineData(Same, "{ description: x, allOf: [{same}] }")]
    [InlineData(Same, "{ oneOf: [{same}] }")]
    [InlineData(Same, "{ properties: { l: { type: string } }, oneOf: [{same}] }")]
    [InlineData(Same, "{ properties: { l: { type: string } }, anyOf: [{same}, { $ref: '#/components/schemas/Base' }] }")]
    [InlineData(Same, "{ oneOf: [{same}, { $ref: '#/components/schemas/Base' }] }")]
    [InlineData(Same, "{ type: object, properties: { i: {same} } }")]
    [InlineData(Same, "{ type: array, items: {same} }")]
    [InlineData(Same, "{ allOf: [{ type: array, items: {same} }, { type: array, items: { properties: { l: { type: string } } } }] }")]
    [InlineData(Same, "{ allOf: [{ properties: { i: {same} } }, { properties: { i: { type: object, properties: { l: { type: string } } } } }] }")]
    [InlineData(Same, "{ allOf: [{ properties: { i: {same} } }, { properties: { i: {same} } }] }")]
    [InlineData(Same, "{ properties: { i: {same} }, anyOf: [{ properties: { i: { type: object, properties: { l: { type: string } } } } }] }")]
    [InlineData(Same, "{ allOf: [{ additionalProperties: {same} }, { additionalProperties: { properties: { l: { type: string } } } }] }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }], required: [b] }", "{ type: object, properties: { i: {same}, j: { allOf: [{ $ref: '#/components/schemas/Base' }], required: [b], description: x } } }")]
    [InlineData(Choice, "{ allOf: [{ $ref: '#/components/schemas/Text' }, {same}] }")]
    [InlineData(Choice, "{ allOf: [{same}, { type: string, enum: [u, v, w] }] }")]
    [InlineData(Choice, "{ allOf: [{ properties: { c: {same} } }, { properties: { c: { type: string, enum: [v, w] } } }] }")]
    [InlineData(Choice, "{ type: object, properties: { c: {same}, d: { allOf: [{same}], description: x } } }")]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }] }", "{ allOf: [{ $ref: '#/components/schemas/Text' }, {same}] }")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { n: { type: string } } }] }", "{ allOf: [{same}, { properties: { o: { type: string } } }] }")]
    public void A_document_has_the_names_of_its_own_file(string same, string component)
    {
        string whole = component.Replace("{same}", same, StringComparison.Ordinal);
        foreach (string uses in (string[])["Whole", "Base", "Whole, Use"])
        {
            AssertSame(Document(same, whole, uses));
        }
    }

    [Fact]
    public void A_part_of_a_record_does_not_keep_its_equals_apart()
    {
        string earlier = Document(Same, "{ allOf: [{ $ref: '#/components/schemas/Base' }, {same}] }".Replace("{same}", Same, StringComparison.Ordinal), "Whole");
        string later = earlier.Replace("components:", Operation("new", Same) + "components:", StringComparison.Ordinal);

        GeneratorRun run = GeneratorRunner.Run(NamesFile.With(Items(later), NamesOf(earlier)));

        Assert.NotNull(run.Assembly.GetType("Consumer.Whole")?.GetProperty("B"));
        Assert.Null(run.Assembly.GetType("Consumer.NewResponse"));
    }

    [Fact]
    public void A_form_keeps_the_name_of_its_component_when_the_component_gets_another_use()
    {
        string earlier = Document("{ type: string }", "{ type: string }", "Whole");
        string later = earlier.Replace("components:", Operation("new", "{ $ref: '#/components/schemas/Base' }") + "components:", StringComparison.Ordinal);
        Assert.Contains("form #/components/schemas/Base = Base\n", NamesOf(earlier), StringComparison.Ordinal);

        GeneratorRun run = GeneratorRunner.Run(NamesFile.With(Items(later), NamesOf(earlier)));

        Assert.Matches(@"FormAsync\(_api::Base\??\s", run.AllText);
        Assert.Matches(@"<_api::\w+> NewAsync\(", run.AllText);
        Assert.DoesNotContain("<_api::Base>", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0065" or "RTK0066");
    }

    [Theory]
    [InlineData("{ anyOf: [{ type: string, enum: [u, v], default: u }, { type: 'null' }] }")]
    [InlineData("{ anyOf: [{ type: object, properties: { c: { type: string } } }, { type: 'null' }] }")]
    [InlineData("{ allOf: [{ type: object, properties: { c: { type: string } } }] }")]
    [InlineData("{ oneOf: [{ type: string, enum: [u, v] }] }")]
    public void Two_components_that_wrap_equal_schemas_are_one_type_with_its_names(string wrapper)
    {
        foreach (string uses in (string[])["Loc, BetaLoc", "BetaLoc, Loc"])
        {
            string document = Wrappers(wrapper, uses);
            string names = NamesOf(document);
            string name = names.Split('\n').Single(static line => line.StartsWith("type #/components/schemas/Loc = ", StringComparison.Ordinal)).Split(" = ")[1];

            AssertSame(document);
            Assert.Contains($"type #/components/schemas/BetaLoc = {name}\n", names, StringComparison.Ordinal);
            Assert.Contains(name, (string[])["Loc", "BetaLoc"]);
            Assert.NotNull(Run(Wrappers(wrapper, "Loc"), names).Assembly.GetType($"Consumer.{name}"));
            Assert.NotNull(Run(Wrappers(wrapper, "BetaLoc"), names).Assembly.GetType($"Consumer.{name}"));
        }
    }

    [Fact]
    public void A_component_that_wraps_a_schema_which_others_have_too_keeps_its_name()
    {
        const string shape = "{ type: object, properties: { city: { type: string } } }";
        string document = Document(shape, "{ type: object, properties: { d: { $ref: '#/components/schemas/Dee' } } }", "Whole") + $"    Dee: {{ allOf: [{shape}] }}\n";

        AssertSame(document);
        Assert.NotNull(GeneratorRunner.Run(document).Assembly.GetType("Consumer.Dee"));
    }

    private static string Wrappers(string wrapper, string names) => $$"""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:
        {{Operation("a", "{ type: object, properties: { " + string.Join(", ", names.Split(", ").Select(static (name, at) => $"p{(char)('a' + at)}: {{ $ref: '#/components/schemas/{name}' }}")) + " } }")}}
        components:
          schemas:
            BetaLoc: {{wrapper}}
            Loc: {{wrapper}}

        """;

    private static GeneratorRun Run(string document, string names) => GeneratorRunner.Run(NamesFile.With(Items(document), names));

    private static void AssertSame(string document)
    {
        string names = NamesOf(document);

        GeneratorRun run = GeneratorRunner.Run(NamesFile.With(Items(document), names));

        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0064" or "RTK0065" or "RTK0066" or "RTK0067");
        Assert.Equal(GeneratorRunner.Run(document).Sources, run.Sources);
        Assert.Equal(names, NamesFile.TextOf(GeneratorRunner.Run(NamesFile.With(Items(document), names, isUpdated: true)).Sources));
    }

    /// <param name="uses">The component that a response has, and whether a body and a form have the schema and the component too.</param>
    private static string Document(string same, string whole, string uses) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
        {{Operation("zebra", same)}}
        {{Operation("aunt", uses.Contains("Use", StringComparison.Ordinal) ? same : "{ type: string }")}}
          /whole:
            get: { operationId: whole, responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/{{uses.Split(',')[0]}}' } } } } } }
            post:
              operationId: form
              requestBody: { content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/{{(uses.Contains("Use", StringComparison.Ordinal) ? "Whole" : "Base")}}' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Base: { type: object, properties: { b: { type: string } } }
            Text: { type: string }
            Whole: {{whole}}

        """;

    private static string Operation(string id, string schema) => $$"""
          /{{id}}:
            get: { operationId: {{id}}, responses: { '200': { description: ok, content: { application/json: { schema: {{schema}} } } } } }

        """;

    private static IReadOnlyList<SpecItem> Items(string spec) => [new SpecItem(new SpecFile(GeneratorRunner.SpecPath, spec), SpecItem.Spec)];

    private static string NamesOf(string spec) => NamesFile.TextOf(GeneratorRunner.Run(NamesFile.With(Items(spec), null, isUpdated: true)).Sources);
}
