using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>
/// Alternatives that a record contains can describe one member together. The type of the member keeps its name, whichever alternatives are
/// added, removed, moved or extracted.
/// </summary>
public class NamesFileOfChoicesTests
{
    private const string Polling = "{ type: object, required: [type], properties: { type: { type: string, enum: [polling] }, polling: { type: string } } }";
    private const string Sns = "{ type: object, required: [type], properties: { type: { type: string, enum: [sns] }, sns: { type: string } } }";
    private const string Sqs = "{ type: object, required: [type], properties: { type: { type: string, enum: [sqs] }, sqs: { type: string } } }";
    private const string Several = "{ type: object, required: [type], properties: { type: { type: string, enum: [polling, sns] } } }";
    private const string Text = "{ type: object, required: [text], properties: { type: { type: string }, text: { type: string } } }";
    private const string Numbers = "{ type: object, required: [numbers], properties: { type: { type: array, items: { type: integer } }, numbers: { type: string } } }";
    private const string Flag = "{ type: object, required: [flag], properties: { type: { type: boolean }, flag: { type: string } } }";
    private const string Thing = "{ type: object, required: [thing], properties: { type: { type: object, properties: { x: { type: string } } }, thing: { type: string } } }";

    [Theory]
    [InlineData(Polling + Sns, Sqs + Polling + Sns)]
    [InlineData(Polling + Sns, Polling + Sqs + Sns)]
    [InlineData(Polling + Sns, Sns + Polling)]
    [InlineData(Polling + Sns + Sqs, Sns + Sqs)]
    [InlineData(Polling + Several, Polling + Several + Sqs)]
    [InlineData(Several + Polling, Sqs + Polling + Several)]
    [InlineData(Several + Sqs, Polling + Sqs)]
    [InlineData(Polling + Sns, "{ $ref: '#/components/schemas/Part' }" + Sns)]
    [InlineData(Text + Numbers, Flag + Text + Numbers)]
    [InlineData(Text + Numbers, Numbers + Text)]
    [InlineData(Text + Numbers + Flag, Numbers + Flag)]
    [InlineData(Text + Thing, Thing + Text)]
    [InlineData(Thing + Text + Flag, Thing + Flag)]
    public void The_type_of_a_member_that_alternatives_describe_keeps_its_name(string earlier, string later)
    {
        string names = Renamed(NamedRun.Write(Document(earlier)));
        AssertKeeps(Document(earlier), names, canBeStale: false);

        AssertKeeps(Document(later), names, canBeStale: true);
    }

    [Theory]
    [InlineData("'^a': { type: string }, '^b': { type: integer }", "'^b': { type: integer }, '^a': { type: string }")]
    [InlineData("'^a': { type: string }, '^b': { type: integer }", "'^c': { type: boolean }, '^a': { type: string }, '^b': { type: integer }")]
    [InlineData("'^a': { type: string }, '^b': { type: integer }, '^c': { type: boolean }", "'^b': { type: integer }, '^c': { type: boolean }")]
    public void The_type_of_values_that_several_patterns_describe_keeps_its_name(string earlier, string later)
    {
        string names = NamedRun.Write(Patterns(earlier)).Replace("DestValue", "MyKind", StringComparison.Ordinal);
        Assert.Contains("type #/components/schemas/Dest .Value = MyKind\n", names, StringComparison.Ordinal);

        foreach (GeneratorRun run in new[] { earlier, later }.Select(patterns => NamedRun.Of(Patterns(patterns), names)))
        {
            Assert.NotNull(run.Assembly.GetType("Consumer.MyKind"));
            Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065");
        }
    }

    [Theory]
    [InlineData(Polling + Sns, "oneOf/type=polling")]
    [InlineData(Sqs + Polling + Sns, "oneOf/type=polling")]
    [InlineData(Text + Numbers, "oneOf/text")]
    [InlineData(Thing + Text, "oneOf/text")]
    public void The_type_of_such_a_member_also_keeps_the_name_of_an_alternative(string alternatives, string place)
    {
        string document = Document(alternatives);
        string names = Renamed(NamedRun.Write(document));
        string earlier = names.Replace("type #/components/schemas/Dest :type = ", $"type #/components/schemas/Dest/{place}/properties/type = ", StringComparison.Ordinal);
        Assert.NotEqual(names, earlier);

        AssertKeeps(document, earlier, canBeStale: false);
        Assert.Equal(names, NamedRun.Write(document, earlier));
    }

    [Fact]
    public void A_choice_that_several_records_have_keeps_its_name_whichever_is_used_first()
    {
        string[] uses = ["Dest", "Sub", "Sub2"];
        string names = Renamed(NamedRun.Write(Document(Text + Numbers, uses)));
        foreach (string use in uses)
        {
            Assert.Contains($"type #/components/schemas/{use} :type = MyKind\n", names, StringComparison.Ordinal);
        }

        foreach (string[] later in (string[][])[["Sub2", "Sub", "Dest"], ["Sub2"], ["Sub", "Sub2"], ["Dest"]])
        {
            GeneratorRun run = NamedRun.Of(Document(Text + Numbers, later), names);
            Assert.NotNull(run.Assembly.GetType("Consumer.MyKind"));
            Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065");
        }
    }

    private static void AssertKeeps(string document, string names, bool canBeStale)
    {
        GeneratorRun run = NamedRun.Of(document, names);

        Type type = run.Assembly.GetType("Consumer.Dest")!.GetProperty("Type")!.PropertyType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        Assert.Equal("MyKind", (type.IsGenericType ? type.GetGenericArguments()[0] : type).Name);
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065");
        Assert.True(canBeStale || run.Diagnostics.All(static one => one.Id != "RTK0066"));
    }

    private static string Renamed(string names) => names.Replace("DestType", "MyKind", StringComparison.Ordinal);

    private static string Patterns(string patterns) => Document("")
        .Replace("oneOf: []", $"additionalProperties: false, patternProperties: {{ {patterns} }}", StringComparison.Ordinal);

    private static string Document(string alternatives, params string[] uses) => $$"""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:
        {{string.Concat((uses.Length == 0 ? ["Dest"] : uses).Select(static use => $$"""
              /{{use}}:
                get: { operationId: get{{use}}, tags: [T], responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/{{use}}' } } } } } }

            """))}}
        components:
          schemas:
            Dest: { type: object, properties: { id: { type: string } }, oneOf: [{{alternatives.Replace("}{", "}, {", StringComparison.Ordinal)}}] }
            Sub: { allOf: [{ $ref: '#/components/schemas/Dest' }, { type: object, properties: { s: { type: string } } }] }
            Sub2: { allOf: [{ $ref: '#/components/schemas/Dest' }, { type: object, properties: { t: { type: string } } }] }
            Part: {{Polling}}
        """;
}
