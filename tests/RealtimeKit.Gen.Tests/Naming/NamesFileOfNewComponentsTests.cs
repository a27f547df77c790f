using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>The author makes a component of an inline schema, and refers to it. The type is still used where it was, so it keeps its name.</summary>
public class NamesFileOfNewComponentsTests
{
    private const string Thing = "{ type: object, properties: { id: { type: object, properties: { x: { type: string } } } } }";
    private const string Choice = "{ type: string, enum: [a, b] }";
    private const string New = "{ $ref: '#/components/schemas/New' }";

    [Theory]
    [InlineData("application/json", "CreateRequest")]
    [InlineData("application/x-www-form-urlencoded", "CreateForm")]
    [InlineData("multipart/form-data", "CreateMultipart")]
    public void The_schema_of_a_body(string mediaType, string name) => AssertKept(
        Document($"{{ {mediaType}: {{ schema: {Thing} }} }}", "Other: { type: string }"),
        Document($"{{ {mediaType}: {{ schema: {New} }} }}", $"New: {Thing}"),
        name);

    [Theory]
    [InlineData("{schema}")]
    [InlineData("{ allOf: [{schema}], title: x }")]
    [InlineData("{ allOf: [{schema}, { description: x }] }")]
    [InlineData("{ nullable: true, allOf: [{schema}] }")]
    [InlineData("{ type: array, items: {schema} }")]
    [InlineData("{ type: object, properties: { p: { type: array, items: {schema} } } }")]
    [InlineData("{ type: object, additionalProperties: {schema} }")]
    [InlineData("{ type: object, properties: { p: { allOf: [{schema}, { description: x }] } } }")]
    [InlineData("{ type: object, properties: { p: { oneOf: [{schema}, { type: string }] } } }")]
    [InlineData("{ oneOf: [{schema}, { $ref: '#/components/schemas/Other' }] }")]
    [InlineData("{ oneOf: [{ type: object, properties: { q: { type: string } } }, {schema}, { $ref: '#/components/schemas/Other' }] }")]
    [InlineData("{ anyOf: [{schema}, { type: object, properties: { q: { type: string } } }] }")]
    public void The_schema_within_a_component(string component) => AssertKept(Body(component, Thing), Body(component, New, $"New: {Thing}"));

    [Theory]
    [InlineData("{ oneOf: [{schema}, { type: 'null' }] }")]
    [InlineData("{ anyOf: [{ type: string }, {schema}] }")]
    [InlineData("{ anyOf: [{schema}, { type: string }] }")]
    [InlineData("{ type: object, properties: { p: { allOf: [{schema}], description: x } } }")]
    public void An_enum_within_a_component(string component) => AssertKept(Body(component, Choice), Body(component, New, $"New: {Choice}"));

    [Theory]
    [InlineData("{ anyOf: [{ type: string }, {schema}] }", Choice)]
    [InlineData("{ oneOf: [{ type: integer }, {schema}] }", Choice)]
    [InlineData("{ oneOf: [{ type: integer }, {schema}] }", "{ type: array, items: { type: string, enum: [a, b] } }")]
    [InlineData("{ oneOf: [{ type: integer }, {schema}] }", "{ type: array, items: { type: object, properties: { id: { type: string } } } }")]
    [InlineData("{ oneOf: [{ type: integer }, {schema}] }", "{ type: object, additionalProperties: { type: string, enum: [a, b] } }")]
    [InlineData("{ oneOf: [{ type: integer }, {schema}] }", "{ anyOf: [{ type: string }, { type: string, enum: [a, b] }] }")]
    [InlineData("{ oneOf: [{ type: integer }, {schema}] }", "{ title: Some, type: object, properties: { id: { type: string } } }")]
    public void An_alternative_that_becomes_a_reference_in_a_wrapper(string component, string schema)
    {
        foreach (string wrapper in new[] { "allOf: [{new}], description: x", "allOf: [{new}], nullable: true", "oneOf: [{new}], nullable: true", "allOf: [{new}], title: T" })
        {
            string later = $"{{ {wrapper.Replace("{new}", New, StringComparison.Ordinal)} }}";
            AssertKept(Body(component, schema), Body(component, later, $"New: {schema}"));
        }
    }

    [Theory]
    [InlineData(Thing)]
    [InlineData(Choice)]
    [InlineData("{ anyOf: [{ type: string }, { type: string, enum: [a, b] }] }")]
    [InlineData("{ type: array, items: { type: object, properties: { id: { type: string } } } }")]
    [InlineData("{ type: object, additionalProperties: { type: object, properties: { id: { type: string } } } }")]
    public void A_component_that_only_refers_to_a_new_one(string component) => AssertKept(Body(component, ""), Body(New, "", $"New: {component}"));

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public void The_only_part_of_the_component_of_a_form(string mediaType)
    {
        string content = $"{{ {mediaType}: {{ schema: {{ $ref: '#/components/schemas/Main' }} }} }}";
        AssertKept(
            Document(content, $"Main: {{ allOf: [{Thing}, {{ description: x }}] }}"),
            Document(content, $"Main: {{ allOf: [{New}, {{ description: x }}] }}\n    New: {Thing}"),
            "CreateForm".Replace("Form", mediaType.StartsWith("multi", StringComparison.Ordinal) ? "Multipart" : "Form", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ description: x, allOf: [{ $ref: '#/components/schemas/Main' }] }")]
    [InlineData("{ nullable: true, allOf: [{ $ref: '#/components/schemas/Main' }] }")]
    public void A_form_that_gets_a_wrapper(string wrapper)
    {
        const string Plain = "{ $ref: '#/components/schemas/Main' }";
        AssertKept(
            Document($"{{ multipart/form-data: {{ schema: {Plain} }} }}", $"Main: {Thing}"),
            Document($"{{ multipart/form-data: {{ schema: {wrapper} }} }}", $"Main: {Thing}"),
            "Main");
        Assert.Equal(
            GeneratorRunner.Run(Document($"{{ multipart/form-data: {{ schema: {Plain} }} }}", $"Main: {Thing}")).Assembly.GetTypes().Select(static type => type.Name),
            GeneratorRunner.Run(Document($"{{ multipart/form-data: {{ schema: {wrapper} }} }}", $"Main: {Thing}")).Assembly.GetTypes().Select(static type => type.Name));
    }

    [Fact]
    public void A_new_base_does_not_take_the_name_of_the_record_that_extends_it()
    {
        string earlier = Body("{schema}", Thing);
        string later = Body("{ allOf: [{ $ref: '#/components/schemas/New' }, { properties: { own: { type: string } } }] }", "", $"New: {Thing}");

        GeneratorRun run = NamedRun.Of(later, NamedRun.Write(earlier));

        Assert.NotNull(run.Assembly.GetType("Consumer.Main")?.GetProperty("Own"));
        Assert.NotNull(run.Assembly.GetType("Consumer.Main")?.GetProperty("Id"));
    }

    [Fact]
    public void A_new_component_does_not_take_the_name_of_a_type_that_is_left_elsewhere()
    {
        const string Two = "{ type: object, properties: { p: {schema}, q: { type: object, properties: { x: { type: integer } } } } }";
        string earlier = Body(Two.Replace("{schema}", "{ type: object, properties: { x: { type: integer } } }", StringComparison.Ordinal), "");
        string later = Body(Two, New, "New: { type: object, properties: { x: { type: integer } } }");

        GeneratorRun run = NamedRun.Of(later, NamedRun.Write(earlier));

        Assert.Equal("MainP", run.Assembly.GetType("Consumer.Main")?.GetProperty("Q")?.PropertyType.Name);
        Assert.Equal("New", run.Assembly.GetType("Consumer.Main")?.GetProperty("P")?.PropertyType.Name);
    }

    [Fact]
    public void Two_forms_of_one_new_component_keep_their_names()
    {
        string Forms(string schema, string components) => $$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /plain:
                post: { operationId: createPlain, requestBody: { content: { multipart/form-data: { schema: {{schema}} } } }, responses: { '204': { description: ok } } }
              /deep:
                post:
                  operationId: createDeep
                  requestBody: { content: { multipart/form-data: { schema: {{schema}}, encoding: { id: { style: deepObject } } } } }
                  responses: { '204': { description: ok } }
            components: { schemas: { {{components}} } }
            """;
        AssertKept(Forms(Thing, ""), Forms(New, $"New: {Thing}"), "CreateDeepMultipart");
    }

    [Theory]
    [InlineData("get", "responses/200", "responses: { '200': { description: ok, content: { application/json: { schema: {schema} } } } }")]
    [InlineData("post", "requestBody", "requestBody: { content: { application/json: { schema: {schema} } } }, responses: { '204': { description: ok } }")]
    public void A_schema_of_an_operation_to_which_a_reference_leads(string method, string place, string operation)
    {
        string Of(string schema, string components) => $$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /things:
                {{method}}: { operationId: do, {{operation.Replace("{schema}", schema, StringComparison.Ordinal)}} }
            components: { schemas: { {{components}} } }
            """;
        string Node(string self) => $"{{ type: object, properties: {{ next: {{ $ref: '{self}' }}, id: {{ type: object, properties: {{ x: {{ type: string }} }} }} }} }}";
        string earlier = Of(Node($"#/paths/~1things/{method}/{place}/content/application~1json/schema"), "");

        AssertKept(earlier, Of(New, $"New: {Node("#/components/schemas/New")}"), "Things");
        NamedRun.Of(earlier, NamedRun.Write(earlier)).AssertNoDiagnostics();
    }

    [Theory]
    [InlineData("3.1.0", "oneOf", "{ const: a, title: First }", "{ const: b, title: Second }")]
    [InlineData("3.0.3", "anyOf", "{ type: string, enum: [a] }", "{ type: string, enum: [b] }")]
    public void Constants_stay_one_enum(string version, string keyword, string first, string second)
    {
        string earlier = Of($"{first}, {second}");
        string later = Of("{ $ref: '#/components/schemas/First' }, { $ref: '#/components/schemas/Second' }")
            + $"    First: {first}\n    Second: {second}\n";
        string names = NamedRun.Write(earlier);

        Assert.Contains("= MainP\n", names, StringComparison.Ordinal);
        Assert.Equal(names, NamedRun.Write(later, names));
        Assert.Equal(names, NamedRun.Write(later));
        NamedRun.Of(later, names).AssertNoDiagnostics();

        string Of(string alternatives) =>
            Body($"{{ type: object, properties: {{ p: {{ {keyword}: [{alternatives}] }} }} }}", "").Replace("3.0.3", version, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ allOf: [{schema}, { description: x }] }")]
    [InlineData("{ nullable: true, allOf: [{ description: x }, {schema}] }")]
    [InlineData("{ type: array, items: {schema} }")]
    public void A_schema_that_moves_to_another_file(string property)
    {
        string names = Write(Body($"{{ type: object, properties: {{ p: {property} }} }}", Thing));
        string later = Body($"{{ type: object, properties: {{ p: {property} }} }}", "{ $ref: 'other.yaml#/New' }");

        GeneratorRun run = GeneratorRunner.Run(NamesFile.With(Items(later), names));

        foreach (string line in names.Split('\n').Where(static line => line.StartsWith("type ", StringComparison.Ordinal)))
        {
            Assert.NotNull(run.Assembly.GetType("Consumer." + line.Split(" = ")[1]));
        }

        Assert.Null(run.Assembly.GetType("Consumer.New"));

        static string Write(string document) => NamesFile.TextOf(GeneratorRunner.Run(NamesFile.With(Items(document), null, isUpdated: true)).Sources);

        static IReadOnlyList<SpecItem> Items(string document) =>
            [new(new SpecFile(GeneratorRunner.SpecPath, document), SpecItem.Spec), new(new SpecFile("/project/other.yaml", $"New: {Thing}\n"), SpecItem.Reference)];
    }

    private static void AssertKept(string earlier, string later, string? name = null)
    {
        string names = NamedRun.Write(earlier);

        GeneratorRun run = NamedRun.Of(later, names);

        Assert.Contains($"= {name ?? "Main"}", names, StringComparison.Ordinal);
        Assert.Empty(GeneratorRunner.Run(earlier).PublicTypes.Except(run.PublicTypes));
        Assert.NotEmpty(GeneratorRunner.Run(earlier).PublicTypes.Except(GeneratorRunner.Run(later).PublicTypes).Concat(name is null ? [] : ["kept without a file"]));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065");

        string written = NamedRun.Write(later, names);
        Assert.Equal(run.Sources.Count, NamedRun.Of(later, written).Sources.Count);
        NamedRun.Of(later, written).AssertNoDiagnostics();
        Assert.Equal(run.PublicTypes, NamedRun.Of(later, written).PublicTypes);
    }

    private static string Body(string component, string schema, string components = "Unused: { type: string }") => Document(
        "{ application/json: { schema: { $ref: '#/components/schemas/Main' } } }",
        $$"""
        Main: {{component.Replace("{schema}", schema, StringComparison.Ordinal)}}
            Other: { type: object, required: [o], properties: { o: { type: string } } }
            {{components}}
        """);

    private static string Document(string content, string components) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /things:
            post: { operationId: create, requestBody: { required: true, content: {{content}} }, responses: { '204': { description: ok } } }
        components:
          schemas:
            {{components}}

        """;
}
