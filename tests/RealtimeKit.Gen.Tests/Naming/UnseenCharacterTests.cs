using System.Globalization;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>Invisible characters are not emitted into names, documentation or messages, and names that look alike are reported.</summary>
public class UnseenCharacterTests
{
    private static readonly int[] _unseen =
    [
        0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060,
            0x2061, 0x2066, 0x2067, 0x2068, 0x2069,
        0x206A, 0x2800, 0x3164, 0xFE00, 0xFEFF, 0xFFA0, 0xFFF9, 0x1D173, 0xE0001, 0xE0020, 0xE0069, 0xE007F, 0xE0100, 0xE01EF,
    ];

    public static TheoryData<int> Unseen => [.. _unseen];

    [Theory]
    [MemberData(nameof(Unseen))]
    public void An_unseen_character_reaches_nothing_that_is_emitted(int code)
    {
        string unseen = char.ConvertFromUtf32(code);
        string escaped = code > 0xFFFF ? "\\U" + code.ToString("X8", CultureInfo.InvariantCulture) : "\\u" + code.ToString("X4", CultureInfo.InvariantCulture);
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse(
            $$"""{ type: object, description: "Plain{{escaped}} text", properties: { isAdmin: { type: boolean }, "isAdmin{{escaped}}": { type: boolean, description: "a{{escaped}}b" }, "{{escaped}}": { type: string }, kind: { type: string, enum: ["a", "a{{escaped}}"] } } }"""));

        Assert.DoesNotContain(unseen, run.AllText, StringComparison.Ordinal);
        Assert.Contains($"PlainU+{code.ToString("X4", CultureInfo.InvariantCulture)} text", run.AllText, StringComparison.Ordinal);
        Assert.All(run.Diagnostics, diagnostic => Assert.DoesNotContain(unseen, diagnostic.Message, StringComparison.Ordinal));
        Assert.Contains($"'isAdminU+{code.ToString("X4", CultureInfo.InvariantCulture)}' looks like 'isAdmin'",
            string.Join('\n', run.Diagnostics.Select(static diagnostic => diagnostic.Message)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("іsAdmin", "isAdmin", "U+0456")]
    [InlineData("pаssword", "password", "U+0430")]
    [InlineData("tοken", "token", "U+03BF")]
    [InlineData("ｉｄ", "id", "U+FF49, U+FF44")]
    [InlineData("Ꭺlpha", "Alpha", "U+13AA")]
    [InlineData("ﬁle", "file", "U+FB01")]
    [InlineData("Ⅳx", "IVx", "U+2163")]
    [InlineData("ⲟne", "one", "U+2C9F")]
    [InlineData("口", "ロ", "U+53E3")]
    [InlineData("ｶ", "カ", "U+FF76")]
    [InlineData("a۰", "a٠", "U+06F0")]
    [InlineData("Đx", "Ðx", "U+0110")]
    public void Names_that_look_alike_are_reported(string name, string like, string foreign)
    {
        GeneratorRun run =
            GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: object, properties: {{ {like}: {{ type: boolean }}, {name}: {{ type: boolean }} }} }}"));

        Assert.Equal($"'{name}' looks like '{like}' but is a different name: it contains {foreign}", run.AssertReports("RTK0062", line: 12).Message);
    }

    [Fact]
    public void Names_that_look_alike_are_reported_at_every_place()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Alike, version: '1' }
            paths:
              /a:
                get:
                  operationId: read
                  parameters: [ { name: page, in: query, schema: { type: string } }, { name: рage, in: query, schema: { type: string } } ]
                  responses:
                    '200':
                      description: Fine
                      content:
                        application/json:
                          schema:
                            allOf:
                              - { $ref: '#/components/schemas/Base' }
                              - { type: object, properties: { сode: { type: string } } }
              /b:
                get:
                  operationId: rеad
                  responses:
                    '200':
                      description: Fine
                      content: { application/json: { schema: { type: string, enum: [on, оn] } } }
            components:
              schemas:
                Base: { type: object, properties: { code: { type: string } } }
                Ваse: { type: string }
            """);

        Assert.Equal(
            ["Ваse", "оn", "сode", "рage", "rеad"],
            run.Diagnostics.Where(static diagnostic => diagnostic.Id == "RTK0062")
                .Select(static diagnostic => diagnostic.Message.Split('\'')[1])
                .OrderBy(static name => "Воср".IndexOf(name[0], StringComparison.Ordinal) is >= 0 and int at ? at : 9));
    }

    /// <summary>Names of members of one type, with different letters at the mark.</summary>
    [Theory]
    [InlineData("paths: { /a: { get: { tags: [pаge], responses: { '204': { description: a } } } }, /b: { get: { tags: [page], responses: { '204': { description: a } } } } }")]
    [InlineData("paths: { /a: { get: { tags: [Disроse], responses: { '204': { description: a } } } } }", "Dispose")]
    [InlineData("components: { securitySchemes: { page: { type: http, scheme: bearer }, pаge: { type: http, scheme: bearer } } }")]
    [InlineData("paths: { /a: { get: { responses: { '204': { description: a, headers: { pаge: { schema: { type: string } }, page: { schema: { type: string } } } } } } } }")]
    [InlineData("paths: { /a: { get: { operationId: a, responses: { '204': { description: a, links: { pаge: { operationId: a }, page: { operationId: a } } } } } } }")]
    [InlineData("servers: [ { url: 'https://a.example', description: page }, { url: 'https://b.example', description: pаge } ]")]
    [InlineData("servers: [ { url: 'https://{page}.example/{pаge}', variables: { page: { default: a }, pаge: { default: b } } } ]")]
    [InlineData("webhooks: { page: { post: { responses: { '204': { description: a } } } }, pаge: { post: { responses: { '204': { description: a } } } } }")]
    public void Names_of_members_that_look_alike_are_reported(string members, string like = "page")
    {
        string head = "openapi: 3.1.0\ninfo: { title: Alike, version: '1' }\n";
        string tail = members.StartsWith("paths", StringComparison.Ordinal) ? "" : "\npaths: { /a: { get: { responses: { '204': { description: a } } } } }";

        Assert.StartsWith($"'{like.Replace("pa", "pа", StringComparison.Ordinal).Replace("spo", "sро", StringComparison.Ordinal)}' looks like '{like}'",
            GeneratorRunner.Run(head + members + tail).AssertReports("RTK0062", line: 3).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("имя, адрес, год")]
    [InlineData("naïve, naive, größe, grosse")]
    [InlineData("a1, al, aI, O0, 00")]
    public void Names_of_one_alphabet_are_no_doubles_of_each_other(string names)
    {
        string properties = string.Concat(names.Split(", ").Select(static name => $"'{name}': {{ type: string }}, "));

        Assert.DoesNotContain(GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: object, properties: {{ {properties} }} }}")).Diagnostics, static diagnostic =>
            diagnostic.Id == "RTK0062");
    }

    [Fact]
    public void Documentation_keeps_emoji() => Assert.Equal("Warning \u26A0\uFE0F \U0001F600 done", CSharpText.Doc("Warning \u26A0\uFE0F \U0001F600 done"));
}
