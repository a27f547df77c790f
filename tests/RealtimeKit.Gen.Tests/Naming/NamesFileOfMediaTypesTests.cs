using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>The author changes the media type of a body. Its schema is still the same, so its type keeps a name of the user's choice.</summary>
public class NamesFileOfMediaTypesTests
{
    private const string Thing = "{ type: object, properties: { x: { type: object, properties: { y: { type: string } } } } }";
    private const string Other = "{ type: object, properties: { z: { type: string } } }";

    [Theory]
    [InlineData("'*/*'", "application/json")]
    [InlineData("application/json", "'application/json; charset=utf-8'")]
    [InlineData("application/json", "application/vnd.acme+json")]
    [InlineData("application/json", "application/problem+json")]
    public void A_body_and_a_response_keep_their_names(string earlier, string later)
    {
        string names = NamedRun.Write(Document(earlier)).Replace("CreateRe", "MyRe", StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(Document(later), names);

        foreach (string name in (string[])["MyRequest", "MyRequestX", "MyResponse", "MyResponseX"])
        {
            Assert.Contains($"= {name}\n", names, StringComparison.Ordinal);
            Assert.NotNull(run.Assembly.GetType($"Consumer.{name}"));
        }
    }

    [Theory]
    [InlineData("multipart/mixed", "multipart/form-data")]
    [InlineData("application/x-www-form-urlencoded", "multipart/form-data")]
    [InlineData("multipart/form-data", "application/x-www-form-urlencoded")]
    public void A_form_keeps_its_name(string earlier, string later)
    {
        string names = NamedRun.Write(Form(earlier));
        string name = Assert.Single(names.Split('\n'), static line => line.StartsWith("form ", StringComparison.Ordinal)).Split(" = ")[1];

        Assert.NotNull(NamedRun.Of(Form(later), names).Assembly.GetType($"Consumer.{name}"));
    }

    [Fact]
    public void A_form_that_may_be_null_has_one_name_for_ever()
    {
        string document = Form("multipart/form-data", "{ anyOf: [{ $ref: '#/components/schemas/New' }, { type: 'null' }] }")
            .Replace("3.0.3", "3.1.0", StringComparison.Ordinal) + "components: { schemas: { New: " + Thing + " } }\n";
        string first = NamedRun.Write(document);

        Assert.Equal(first, NamedRun.Write(document, first));
        Assert.Equal(first, NamedRun.Write(document, NamedRun.Write(document, first)));
    }

    [Fact]
    public void The_main_method_keeps_its_name_when_the_second_JSON_is_gone_and_its_own_media_type_is_another()
    {
        const string Main = "{ schema: { type: object, properties: { a: { type: string } } } }";
        const string Second = "application/vnd.acme.v1+json: { schema: { type: object, properties: { b: { type: string } } } }";
        string names = NamedRun.Write(Whole($"responses: {{ '200': {{ description: ok, content: {{ application/json: {Main}, {Second} }} }} }}"));

        GeneratorRun run = NamedRun.Of(
            Whole($"responses: {{ '200': {{ description: ok, content: {{ application/vnd.acme.v2+json: {Main} }} }} }}"), names);

        Assert.Contains("> CreateAsync(", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("AsAcmeV1Json", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_method_of_a_media_type_with_a_new_version_keeps_its_name()
    {
        const string Two = "responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } }, "
            + "application/vnd.acme.v1+json: { schema: { type: object, properties: { b: { type: string } } } } } } }";
        string names = NamedRun.Write(Whole(Two));

        GeneratorRun run = NamedRun.Of(Whole(Two.Replace(".v1", ".v2", StringComparison.Ordinal)), names);

        Assert.Contains("CreateAsAcmeV1JsonAsync", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("CreateAsAcmeV2JsonAsync", run.AllText, StringComparison.Ordinal);
        Assert.Contains("application/vnd.acme.v2+json = AsAcmeV1Json\n", NamedRun.Write(Whole(Two.Replace(".v1", ".v2", StringComparison.Ordinal)), names), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("requestBody: { required: true, content: { ONE, TWO } }, responses: { '204': { description: ok } }", "CreateAsAcmeV1JsonAsync(_api::CreateAcmeV1JsonRequest")]
    [InlineData(
        "requestBody: { required: true, content: { ONE, TWO } }, responses: { '200': { description: ok, content: { ONE, TWO } } }",
        "CreateAsAcmeV1JsonAsync(_api::CreateAcmeV1JsonRequest")]
    [InlineData("requestBody: { required: true, content: { TWO } }, responses: { '204': { description: ok } }", "CreateAsync(_api::CreateRequest")]
    public void The_method_of_a_request_in_a_media_type_with_a_new_version_keeps_its_name(string operation, string kept)
    {
        const string One = "application/json: { schema: { type: object, properties: { a: { type: string } } } }";
        const string Two = "application/vnd.acme.v1+json: { schema: { type: object, properties: { b: { type: string } } } }";
        string earlier = Whole(operation.Replace("ONE", One, StringComparison.Ordinal).Replace("TWO", Two, StringComparison.Ordinal));
        string bumped = Two.Replace(".v1", ".v2", StringComparison.Ordinal);
        string later = Whole(operation
            .Replace("ONE", One, StringComparison.Ordinal)
            .Replace("content: { TWO", $"content: {{ {One}, TWO", StringComparison.Ordinal)
            .Replace("TWO", bumped, StringComparison.Ordinal));
        string names = NamedRun.Write(earlier);
        Assert.Contains(kept, NamedRun.Of(earlier, names).AllText, StringComparison.Ordinal);

        string written = NamedRun.Write(later, names);

        Assert.Contains(kept, NamedRun.Of(later, names).AllText, StringComparison.Ordinal);
        Assert.Contains(kept, NamedRun.Of(later, written).AllText, StringComparison.Ordinal);
        Assert.Equal(written, NamedRun.Write(later, written));
    }

    [Fact]
    public void The_method_of_JSON_beside_text_keeps_its_name_when_its_media_type_has_a_new_version()
    {
        const string Text = "text/plain: { schema: { type: string } }";
        const string Json = "application/vnd.acme.v1+json: { schema: { type: object, properties: { b: { type: string } } } }";
        string names = NamedRun.Write(Of(Text));
        names = NamedRun.Write(Of($"{Text}, {Json}"), names);
        string later = Of($"{Text}, {Json.Replace(".v1", ".v2", StringComparison.Ordinal)}");

        GeneratorRun run = NamedRun.Of(later, names);

        Assert.Contains("> CreateAsAcmeV1JsonAsync(", run.AllText, StringComparison.Ordinal);
        Assert.Contains("Task<string> CreateAsync(", run.AllText, StringComparison.Ordinal);
        Assert.Equal(run.Sources, NamedRun.Of(later, NamedRun.Write(later, names)).Sources);

        static string Of(string content) => Whole($"responses: {{ '200': {{ description: ok, content: {{ {content} }} }} }}");
    }

    [Theory]
    [InlineData("application/json", "application/vnd.acme+json", "'*/*'", Other)]
    [InlineData("application/json", "application/vnd.acme+json", "application/problem+json", "{ $ref: '#/components/schemas/Fault' }")]
    [InlineData("application/vnd.acme+json", "'application/json; charset=utf-8'", "'*/*'", Other)]
    public void A_body_keeps_its_type_beside_another_without_a_line(string earlier, string later, string beside, string other)
    {
        const string Faults = "components: { schemas: { Fault: { type: object, properties: { title: { type: string } } } } }\n";
        string names = NamedRun.Write(Of(earlier));
        string after = NamedRun.Write(Of(later), names);

        foreach (GeneratorRun run in (GeneratorRun[])[NamedRun.Of(Of(later), names), NamedRun.Of(Of(later), after)])
        {
            foreach (string type in names.Split('\n').Where(static line => line.EndsWith(" x = X", StringComparison.Ordinal)).Select(static line => line.Split(' ')[1]))
            {
                Assert.NotNull(run.Assembly.GetType($"Consumer.{type}")?.GetProperty("X"));
            }
        }

        string Of(string mediaType) => Whole($$"""
            requestBody: { required: true, content: { {{mediaType}}: { schema: {{Thing}} }, {{beside}}: { schema: {{other}} } } },
                    responses: { '200': { description: ok, content: { {{mediaType}}: { schema: {{Thing.Replace("y:", "w:", StringComparison.Ordinal)}} }, {{beside}}: { schema: {{other}} } } } }
            """) + Faults;
    }

    [Fact]
    public void Types_of_several_media_types_with_new_versions_keep_their_names()
    {
        string names = NamedRun.Write(Of("v1"));

        GeneratorRun run = NamedRun.Of(Of("v2"), names);

        Assert.NotNull(run.Assembly.GetType("Consumer.CreateRequest")?.GetProperty("X"));
        Assert.NotNull(run.Assembly.GetType("Consumer.CreateBv1JsonRequest")?.GetProperty("Z"));

        static string Of(string version) => Whole(
            $"requestBody: {{ required: true, content: {{ application/vnd.a.{version}+json: {{ schema: {Thing} }}, application/vnd.b.{version}+json: {{ schema: {Other} }} }} }}, "
            + "responses: { '204': { description: ok } }");
    }

    [Theory]
    [InlineData("application/json", "application/problem+json", "application/vnd.acme+json")]
    [InlineData("application/vnd.acme+json", "application/problem+json", "application/json")]
    [InlineData("application/problem+json", "application/vnd.acme+json", "application/json")]
    public void Two_methods_never_have_one_name(string first, string second, string instead)
    {
        string names = NamedRun.Write(Whole(Both(first, second)));

        string later = NamedRun.Write(Whole(Both(instead, second)), names);

        NamedRun.Of(Whole(Both(instead, second)), names);
        NamedRun.Of(Whole(Both(instead, second)), later);
        Assert.Equal(later, NamedRun.Write(Whole(Both(instead, second)), later));

        static string Both(string one, string other) =>
            $"responses: {{ '200': {{ description: ok, content: {{ {one}: {{ schema: {Thing} }}, {other}: {{ schema: {{ type: object, properties: {{ o: {{ type: string }} }} }} }} }} }} }}";
    }

    [Fact]
    public void Another_content_of_the_kind_takes_no_name()
    {
        string names = NamedRun.Write(Document("application/vnd.acme+json"));
        string both = Document("application/vnd.acme+json").Replace(
            "content: {", "content: { application/json: { schema: { type: object, properties: { z: { type: string } } } },", StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(both, names);

        Assert.NotNull(run.Assembly.GetType("Consumer.CreateRequest")?.GetProperty("X"));
        Assert.NotNull(run.Assembly.GetType("Consumer.CreateResponse")?.GetProperty("X"));
    }

    private static string Document(string mediaType) => Whole($$"""
        requestBody: { required: true, content: { {{mediaType}}: { schema: {{Thing}} } } },
                responses: { '200': { description: ok, content: { {{mediaType}}: { schema: {{Thing.Replace("y:", "w:", StringComparison.Ordinal)}} } } } }
        """);

    private static string Form(string mediaType, string schema = Thing) => Whole($$"""
        requestBody: { required: true, content: { {{mediaType}}: { schema: {{schema}} } } }, responses: { '204': { description: ok } }
        """);

    private static string Whole(string operation) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /things:
            post: { operationId: create, {{operation}} }

        """;
}
