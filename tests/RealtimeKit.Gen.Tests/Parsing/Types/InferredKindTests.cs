using System.Text.Json;
using RealtimeKit.Gen.Tests.Parsing.Schemas;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>Constants by which the cases of a union differ, although the document names no discriminator.</summary>
public sealed class InferredKindTests
{
    [Theory]
    [InlineData("oneOf", "const: aa", "const: bb", "\"bb\"")]
    [InlineData("anyOf", "type: string, const: aa", "type: string, const: bb", "\"bb\"")]
    [InlineData("oneOf", "type: string, enum: [aa]", "type: string, enum: [bb]", "\"bb\"")]
    [InlineData("oneOf", "const: aa, default: aa", "const: bb, default: bb", "\"bb\"")]
    [InlineData("oneOf", "const: aa, readOnly: true", "const: bb, readOnly: true", "\"bb\"")]
    [InlineData("oneOf", "type: integer, const: 1", "type: integer, const: 2", "2")]
    [InlineData("oneOf", "type: boolean, const: true", "type: boolean, const: false", "false")]
    [InlineData("oneOf", "type: [string, 'null'], const: aa", "type: [string, 'null'], const: bb", "\"bb\"")]
    [InlineData("oneOf", "anyOf: [{ const: aa }, { type: 'null' }]", "anyOf: [{ const: bb }, { type: 'null' }]", "\"bb\"")]
    [InlineData("oneOf", "allOf: [{ type: string }, { const: aa }]", "allOf: [{ type: string }, { const: bb }]", "\"bb\"")]
    public void They_are_sent_first_and_by_themselves(string keyword, string first, string second, string expected)
    {
        foreach (string required in (string[])["", "required: [kind], "])
        {
            GeneratorRun run = Run(keyword, Record("Aa", first, required), Record("Bb", second, required));

            string sent = Sent(run, "Bb", ("X", 1L));

            Assert.Equal($$"""{"kind":{{expected}},"x":1}""", sent);
            Assert.Equal("Bb", CaseOf(run, sent));
            Assert.Equal(sent, Again(run, sent));
            Assert.Equal($"{{\"many\":[{sent},{sent}]}}", Again(run, $"{{\"many\":[{sent},{sent}]}}", "Whole"));
        }
    }

    [Theory]
    [InlineData("""{"x":1}""", "Aa")]
    [InlineData("""{"y":"1"}""", "Bb")]
    [InlineData("""{"kind":"new","x":1}""", "JsonElement")]
    public void What_the_server_leaves_out_is_not_added(string value, string @case)
    {
        GeneratorRun run = Run("oneOf", Record("Aa", "const: aa"), Record("Bb", "const: bb", more: ", y: { type: string }"));

        Assert.Equal(@case, CaseOf(run, value));
        Assert.Equal(value, Again(run, value));
    }

    [Fact]
    public void A_value_that_should_have_one_and_does_not_is_raw_json()
    {
        GeneratorRun run = Run("oneOf", Record("Aa", "const: aa", "required: [kind], "), Record("Bb", "const: bb", "required: [kind], "));

        Assert.Equal("JsonElement", CaseOf(run, """{"x":1}"""));
    }

    [Fact]
    public void The_default_counts_if_the_server_leaves_them_out()
    {
        GeneratorRun run = Run("oneOf", Record("Aa", "const: aa, default: aa"), Record("Bb", "const: bb, default: bb", more: ", y: { type: string }"));

        Assert.Equal("""{"kind":"bb","y":"1"}""", Again(run, """{"y":"1"}"""));
    }

    [Fact]
    public void The_caller_can_set_another_value_or_none()
    {
        GeneratorRun run = Run("oneOf", Record("Aa", "const: aa"), Record("Bb", "const: bb"));

        Assert.Equal("""{"kind":"cc"}""", Sent(run, "Bb", ("Kind", "cc")));
        Assert.Equal("{}", Sent(run, "Bb", ("Kind", null)));
    }

    [Fact]
    public void Null_is_read_and_sent_if_it_is_required_and_allowed()
    {
        const string Required = "required: [kind], ";
        GeneratorRun run = Run("oneOf", Record("Aa", "type: [string, 'null'], const: aa", Required), Record("Bb", "type: [string, 'null'], const: bb", Required));

        Assert.Equal("""{"kind":null,"x":1}""", Again(run, """{"kind":null,"x":1}"""));
        Assert.Equal("""{"kind":null}""", Sent(run, "Bb", ("Kind", null)));
    }

    [Theory]
    [InlineData("Cc: { type: object, properties: { x: { type: integer } } }", """{"kind":"bb","x":1}""", "Bb")]
    [InlineData("Cc: { type: object, properties: { x: { type: integer } } }", """{"x":1,"kind":"cc"}""", "Cc")]
    [InlineData("Cc: { type: object, properties: { x: { type: integer } } }", """{"x":1}""", "Aa")]
    [InlineData("Cc: { type: object, required: [z], properties: { z: { type: integer } } }", """{"kind":"cc","x":1}""", "JsonElement")]
    [InlineData("Cc: { type: object, required: [z], properties: { z: { type: integer } } }", """{"z":1}""", "Cc")]
    [InlineData("Cc: { type: object, properties: { kind: { type: string }, z: { type: integer } } }", """{"kind":"bb","x":1}""", "Bb")]
    [InlineData("Cc: { type: object, properties: { kind: { type: string }, z: { type: integer } } }", """{"kind":"bb","z":1}""", "Cc")]
    [InlineData("Cc: { type: object, properties: { kind: { type: string }, x: { type: integer } } }", """{"kind":"bb","x":1}""", "Bb")]
    [InlineData("Cc: { type: object, properties: { kind: { type: string, enum: [cc, dd] } } }", """{"kind":"dd","x":1}""", "Cc")]
    [InlineData("Cc: { type: object, properties: { kind: { type: string, enum: [cc, dd] } } }", """{"kind":"bb","x":1}""", "Bb")]
    [InlineData("Cc: { type: object, properties: { kind: { type: string, enum: [bb, dd] }, z: { type: integer } } }", """{"kind":"bb","z":1}""", "Cc")]
    [InlineData("Cc: { type: object, properties: { kind: { const: bb }, z: { type: integer } } }", """{"kind":"bb","z":1}""", "Cc")]
    [InlineData("Cc: { type: object, properties: { kind: { const: bb }, z: { type: integer } } }", """{"kind":"bb","x":1}""", "Bb")]
    [InlineData("Cc: { type: object, additionalProperties: { type: string } }", """{"kind":"bb","x":1}""", "Bb")]
    [InlineData("Cc: { type: object, additionalProperties: { type: string } }", """{"kind":"cc","x":"1"}""", "Dictionary`2")]
    [InlineData("Cc: { oneOf: [{ type: object, required: [kind], properties: { kind: { const: cc } } }, { type: object, required: [kind], properties: { kind: { const: dd } } }] }",
        """{"kind":"dd"}""", "Cc")]
    public void A_case_without_a_constant_of_its_own_does_not_prevent_it(string third, string value, string @case)
    {
        GeneratorRun run = Run("oneOf", Record("Aa", "const: aa"), Record("Bb", "const: bb"), third);

        Assert.Equal("""{"kind":"bb"}""", Sent(run, "Bb"));
        Assert.Equal(@case, CaseOf(run, value));
        Assert.Equal(value, Again(run, value));
    }

    [Fact]
    public void The_order_of_the_cases_has_no_influence()
    {
        const string Open = "Aa: { type: object, properties: { kind: { type: string }, x: { type: integer } } }";
        GeneratorRun run = Run("oneOf", Open, Record("Bb", "const: bb"), Record("Cc", "const: cc"));

        Assert.Equal("Cc", CaseOf(run, """{"kind":"cc","x":1}"""));
        Assert.Equal("Aa", CaseOf(run, """{"kind":"dd","x":1}"""));
    }

    [Fact]
    public void The_property_that_tells_the_most_cases_apart_is_the_discriminator()
    {
        GeneratorRun run = Run(
            "oneOf",
            Record("Aa", "const: aa", more: ", form: { const: list }"),
            Record("Bb", "const: bb", more: ", form: { const: list }"),
            Record("Cc", "type: string", more: ", form: { const: page }"));

        Assert.Equal("Bb", CaseOf(run, """{"kind":"bb","form":"list"}"""));
        Assert.Equal("""{"kind":"bb"}""", Sent(run, "Bb"));
    }

    [Fact]
    public void A_constant_that_all_cases_have_is_left_to_the_caller()
    {
        GeneratorRun run = Run("oneOf", Record("Aa", "const: aa"), Record("Bb", "const: aa", more: ", y: { type: string }"));

        Assert.Equal("{}", Sent(run, "Bb"));
    }

    [Fact]
    public void They_are_sent_in_a_patch_too_because_the_server_needs_them()
    {
        string document = Document("oneOf", Record("Aa", "type: [string, 'null'], const: aa, default: aa"), Record("Bb", "const: bb, default: bb"))
            .Replace("    post:", "    patch:", StringComparison.Ordinal);
        GeneratorRun run = GeneratorRunner.Run(document);

        run.AssertNoDiagnostics();
        Assert.Equal("""{"kind":"aa","x":1}""", Sent(run, "Aa", ("X", 1L)));
        Assert.Equal("""{"kind":"bb","x":1}""", Sent(run, "Bb", ("X", 1L)));
    }

    private static string Record(string name, string kind, string required = "", string more = "") =>
        $"{name}: {{ type: object, {required}properties: {{ x: {{ type: integer }}, kind: {{ {kind} }}{more} }} }}";

    private static string Document(string keyword, params string[] components)
    {
        string cases = string.Join(", ", components.Select(static component => $"{{ $ref: '#/components/schemas/{component[..2]}' }}"));
        return WholeDocument.WithProperties(
            $"p: {{ $ref: '#/components/schemas/Choice' }}, many: {{ type: array, items: {{ $ref: '#/components/schemas/Choice' }} }}",
            [$"Choice: {{ {keyword}: [{cases}] }}", .. components]);
    }

    private static GeneratorRun Run(string keyword, params string[] components) => GeneratorRunner.Run(Document(keyword, components));

    private static string CaseOf(GeneratorRun run, string value)
    {
        Type union = run.Assembly.GetType("Consumer.Choice")!;
        return union.GetProperty("Value")!.GetValue(JsonSerializer.Deserialize(value, union))!.GetType().Name;
    }

    private static string Again(GeneratorRun run, string value, string type = "Choice")
    {
        Type read = run.Assembly.GetType($"Consumer.{type}")!;
        return JsonSerializer.Serialize(JsonSerializer.Deserialize(value, read), read);
    }

    /// <summary>Returns the JSON of a new record in which the caller sets these properties.</summary>
    private static string Sent(GeneratorRun run, string record, params (string Name, object? Value)[] properties)
    {
        Type type = run.Assembly.GetType($"Consumer.{record}")!;
        object made = Activator.CreateInstance(type)!;
        Array.ForEach(properties, property => type.GetProperty(property.Name)!.SetValue(made, property.Value));
        return JsonSerializer.Serialize(made, type);
    }
}
