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

        GeneratorRun run = NamedRun.Of(later, NamedRun.Write(earlier));

        Assert.NotNull(run.Assembly.GetType("Consumer.Whole")?.GetProperty("B"));
        Assert.Null(run.Assembly.GetType("Consumer.NewResponse"));
    }

    [Theory]
    [InlineData("oneOf: [{same}, { type: 'null' }]")]
    [InlineData("anyOf: [{same}, { type: 'null' }]")]
    [InlineData("description: x, allOf: [{same}]")]
    [InlineData("allOf: [{same}, { description: x }]")]
    [InlineData("type: array, items: { oneOf: [{same}, { type: 'null' }] }")]
    public void A_new_place_of_a_record_does_not_rename_what_its_members_wrap(string wrapper)
    {
        string record = "{ type: object, properties: { x: { type: string }, item: { " + wrapper.Replace("{same}", Same, StringComparison.Ordinal) + " } } }";
        string earlier = Whole(Response("/m", record));
        string names = NamedRun.Write(earlier);

        GeneratorRun run = NamedRun.Of(Whole(Response("/a", record) + Response("/m", record)), names);

        string name = Assert.Single(names.Split('\n'), static line => line.Contains("/properties/item", StringComparison.Ordinal)).Split(" = ")[1];
        Assert.NotNull(run.Assembly.GetType("Consumer." + name)?.GetProperty("K"));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065");
    }

    [Fact]
    public void A_type_keeps_the_name_of_a_component_that_nothing_uses_any_more()
    {
        const string Components = "components: { schemas: { Wrapped: { description: x, allOf: [" + Same + "] } } }\n";
        const string Reference = "{ $ref: '#/components/schemas/Wrapped' }";
        string names = NamedRun.Write(Whole(Response("/a", Same) + Response("/b", Reference)) + Components);

        GeneratorRun run = NamedRun.Of(Whole(Response("/a", Same) + Response("/b", "{ type: string }")) + Components, names);

        Assert.Contains("type GET /a responses/200/application~1json = Wrapped\n", names, StringComparison.Ordinal);
        Assert.NotNull(run.Assembly.GetType("Consumer.Wrapped")?.GetProperty("K"));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id == "RTK0065");
    }

    [Fact]
    public void A_component_that_wraps_what_a_component_before_it_contains_has_no_fault_of_its_own()
    {
        string document = Whole(Response("/a", "{ $ref: '#/components/schemas/Order' }") + Response("/b", "{ $ref: '#/components/schemas/Thing' }")) + $$"""
            components:
              schemas:
                Order: { type: object, properties: { owner: { type: array, items: {{Choice}} } } }
                Thing: { oneOf: [{{Choice}}, { type: 'null' }] }

            """;

        Assert.DoesNotContain(NamedRun.Of(document, NamedRun.Write(document)).Diagnostics, static one => one.Id == "RTK0065");
    }

    [Fact]
    public void A_response_with_the_members_of_a_form_has_no_line_of_a_form()
    {
        string form = $"  /f: {{ post: {{ requestBody: {{ content: {{ multipart/form-data: {{ schema: {Same} }} }} }}, responses: {{ '204': {{ description: ok }} }} }} }}\n";

        string names = NamedRun.Write(Whole(Response("/a", Same) + form));

        Assert.Single(names.Split('\n'), static line => line.StartsWith("form ", StringComparison.Ordinal));
    }

    private static string Whole(string paths) => $"openapi: 3.1.0\ninfo: {{ title: Small, version: '1' }}\npaths:\n{paths}";

    private static string Response(string path, string schema) =>
        $"  {path}: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {schema} }} }} }} }} }} }}\n";

    [Theory]
    [InlineData("application/json", "Request")]
    [InlineData("application/x-www-form-urlencoded", "Form")]
    [InlineData("multipart/form-data", "Multipart")]
    public void Types_that_become_alike_stay_two_types(string mediaType, string kind)
    {
        const string One = "{ type: object, properties: { x: { type: string } } }";
        const string Two = "{ type: object, properties: { x: { type: string }, y: { type: string } } }";

        GeneratorRun run = NamedRun.Of(Document(One, One), NamedRun.Write(Document(One, Two)));

        Assert.NotNull(run.Assembly.GetType("Consumer.Alpha" + kind));
        Assert.NotNull(run.Assembly.GetType("Consumer.Beta" + kind));
        Assert.Null(GeneratorRunner.Run(Document(One, One)).Assembly.GetType("Consumer.Beta" + kind));

        string Document(string alpha, string beta) => $$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { post: { operationId: alpha, requestBody: { content: { {{mediaType}}: { schema: {{alpha}} } } }, responses: { '204': { description: ok } } } }
              /b: { post: { operationId: beta, requestBody: { content: { {{mediaType}}: { schema: {{beta}} } } }, responses: { '204': { description: ok } } } }

            """;
    }

    [Fact]
    public void A_form_keeps_the_name_of_its_component_when_the_component_gets_another_use()
    {
        string earlier = Document("{ type: string }", "{ type: string }", "Whole");
        string later = earlier.Replace("components:", Operation("new", "{ $ref: '#/components/schemas/Base' }") + "components:", StringComparison.Ordinal);
        Assert.Contains("form #/components/schemas/Base = Base\n", NamedRun.Write(earlier), StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(later, NamedRun.Write(earlier));

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
            string names = NamedRun.Write(document);
            string name = names.Split('\n').Single(static line => line.StartsWith("type #/components/schemas/Loc = ", StringComparison.Ordinal)).Split(" = ")[1];

            AssertSame(document);
            Assert.Contains($"type #/components/schemas/BetaLoc = {name}\n", names, StringComparison.Ordinal);
            Assert.Contains(name, (string[])["Loc", "BetaLoc"]);
            Assert.NotNull(NamedRun.Of(Wrappers(wrapper, "Loc"), names).Assembly.GetType($"Consumer.{name}"));
            Assert.NotNull(NamedRun.Of(Wrappers(wrapper, "BetaLoc"), names).Assembly.GetType($"Consumer.{name}"));
        }
    }

    [Theory]
    [InlineData("{ anyOf: [{ type: object, properties: { c: { type: string } } }, { type: 'null' }] }", "type: string", "type: integer")]
    [InlineData("{ anyOf: [{ type: string, enum: [u, v] }, { type: 'null' }] }", "u, v", "u, w")]
    [InlineData("{ allOf: [{ type: object, properties: { c: { type: string } } }] }", "c:", "d:")]
    public void Two_components_that_wrap_equal_schemas_are_split_without_a_warning(string wrapper, string part, string other)
    {
        string document = Wrappers(wrapper, "Loc, BetaLoc");
        string names = NamedRun.Write(document);
        string name = names.Split('\n').Single(static line => line.StartsWith("type #/components/schemas/Loc = ", StringComparison.Ordinal)).Split(" = ")[1];
        int at = document.LastIndexOf(part, StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(document.Remove(at, part.Length).Insert(at, other), names);

        Assert.Contains($"type #/components/schemas/BetaLoc = {name}\n", names, StringComparison.Ordinal);
        Assert.NotNull(run.Assembly.GetType($"Consumer.{name}"));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id == "RTK0065");
    }

    [Fact]
    public void A_component_that_wraps_a_schema_which_others_have_too_keeps_its_name()
    {
        const string shape = "{ type: object, properties: { city: { type: string } } }";
        string document = Document(shape, "{ type: object, properties: { d: { $ref: '#/components/schemas/Dee' } } }", "Whole") + $"    Dee: {{ allOf: [{shape}] }}\n";

        AssertSame(document);
        Assert.NotNull(GeneratorRunner.Run(document).Assembly.GetType("Consumer.Dee"));
    }

    [Fact]
    public void A_component_that_only_two_kinds_of_forms_use_keeps_the_names_of_both()
    {
        const string form = "{ type: object, properties: { id: { type: integer }, at: { type: object, properties: { x: { type: integer } } } } }";
        string document = Forms("urlencoded: application/x-www-form-urlencoded, multipart: multipart/form-data", form);
        string names = NamedRun.Write(document);

        AssertSame(document);

        string later = document.Replace("components:", Operation("json", "{ $ref: '#/components/schemas/Both' }") + "components:", StringComparison.Ordinal);
        GeneratorRun run = NamedRun.Of(later, names);
        foreach (string line in names.Split('\n').Where(static line => line.StartsWith("form ", StringComparison.Ordinal)))
        {
            Assert.NotNull(run.Assembly.GetType("Consumer." + line.Split(" = ")[1]));
        }

        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0065" or "RTK0066");
    }

    [Fact]
    public void A_type_that_two_parts_describe_keeps_its_name_when_a_member_that_reads_alike_is_added()
    {
        const string item = "{ type: object, properties: { a: { type: string } } }";
        const string extended = "{ allOf: [{ $ref: '#/components/schemas/Zero/properties/events/items' }, { properties: { b: { type: string } } }] }";
        string earlier = Document(
            "{ $ref: '#/components/schemas/Zero' }", $"{{ allOf: [{{ $ref: '#/components/schemas/Zero' }}, {{ properties: {{ events: {{ items: {extended} }} }} }}] }}", "Whole")
            + $"    Zero: {{ type: object, properties: {{ events: {{ type: array, items: {item} }} }} }}\n";
        string later = earlier.Replace("{ events:", "{ Events: { type: string }, events:", StringComparison.Ordinal);
        string names = NamedRun.Write(earlier);
        Assert.Contains("type #/components/schemas/Whole :events.Item = WholeEvent\n", names, StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(later, names);

        Assert.Equal(["A", "B"], run.Assembly.GetType("Consumer.WholeEvent")?.GetProperties().Select(static property => property.Name).Where(static name => name.Length == 1));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0065" or "RTK0066");
    }

    [Fact]
    public void A_schema_without_a_title_keeps_the_type_of_a_title_when_another_title_is_added()
    {
        string titled = Same.Replace("{ type: object,", "{ title: Told, type: object,", StringComparison.Ordinal);
        string earlier = Document(Same, titled, "Whole").Replace("schemas/Whole' } } } } } }", "schemas/Zero' } } } } } }", StringComparison.Ordinal)
            + $"    Zero: {{ type: object, properties: {{ t: {titled} }} }}\n";
        string other = titled.Replace("Told", "Another", StringComparison.Ordinal);
        string later = earlier.Replace("components:", Operation("another", other) + Operation("untold", Same) + "components:", StringComparison.Ordinal);

        Assert.Contains("ZeroT? T {", GeneratorRunner.Run(earlier).AllText, StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(later, NamedRun.Write(earlier));

        Assert.Contains("ZeroT> ZebraAsync(", run.AllText, StringComparison.Ordinal);
        Assert.Contains("ZeroT? T {", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("ZeroT> AnotherAsync(", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("ZeroT> UntoldAsync(", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0065" or "RTK0066");
    }

    [Fact]
    public void A_body_that_a_union_extends_keeps_its_name() => AssertSame("""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        webhooks:
          change:
            post:
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      properties: { type: { type: string } }
                      discriminator: { propertyName: type, mapping: { foo: Foo } }
                      anyOf: [{ $ref: '#/components/schemas/Foo' }]
              responses: { '204': { description: ok } }
        components:
          schemas:
            Foo: { type: object, properties: { type: { const: foo } } }

        """);

    private static string Forms(string kinds, string component) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
        {{string.Concat(kinds.Split(", ").Select(static kind => $$"""
              /{{kind.Split(": ")[0]}}:
                post:
                  operationId: {{kind.Split(": ")[0]}}
                  requestBody: { content: { {{kind.Split(": ")[1]}}: { encoding: { at: { style: deepObject } }, schema: { $ref: '#/components/schemas/Both' } } } }
                  responses: { '204': { description: ok } }

            """))}}
        components:
          schemas:
            Both: {{component}}

        """;

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

    private static void AssertSame(string document)
    {
        string names = NamedRun.Write(document);

        GeneratorRun run = NamedRun.Of(document, names);

        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0064" or "RTK0065" or "RTK0066" or "RTK0067");
        Assert.Equal(GeneratorRunner.Run(document).Sources, run.Sources);
        Assert.Equal(names, NamedRun.Write(document, names));
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
}
