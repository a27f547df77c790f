using System.Text;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// Small documents that would produce much code, because many places share one part, are refused. A refused document emits
/// nothing.
/// </summary>
public class SharingTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: Shared, version: '1' }\n";

    [Fact]
    public void Path_items_by_alias() => AssertRefused(Head
        + "x-a: &a { "
            + string.Join(", ",
                new[] { "get", "put", "post", "delete", "patch", "head", "options", "trace" }.Select(
                    static method => method + ": { responses: { '204': { description: d } } }")) + " }\n"
        + "paths:\n" + Lines(3_000, static i => $"  /p{i}: *a\n"));

    [Fact]
    public void Operations_by_alias() => AssertRefused(Head
        + "x-o: &o { responses: { '204': { description: d } } }\npaths:\n"
            + Lines(3_000, static i => $"  /p{i}: {{ get: *o, put: *o, post: *o, delete: *o }}\n"));

    [Fact]
    public void Parameters_by_alias() => AssertRefused(Head
        + "x-p: &p [" + string.Join(", ", Enumerable.Range(0, 300).Select(static i => $"{{ name: p{i}, in: query, schema: {{ type: string }} }}")) + "]\n"
        + "paths:\n" + Lines(300, static i => $"  /p{i}: {{ get: {{ parameters: *p, responses: {{ '204': {{ description: d }} }} }} }}\n"));

    [Fact]
    public void Responses_by_merge() => AssertRefused(Head
        + "x-r: &r { "
            + string.Join(", ", Enumerable.Range(400, 100)
                .Select(static i => $"'{i}': {{ description: d, headers: {{ X-A: {{ schema: {{ type: string }} }} }} }}")) + " }\n"
        + "paths:\n" + Lines(400, static i => $"  /p{i}: {{ get: {{ responses: {{ <<: *r, '204': {{ description: d }} }} }} }}\n"));

    [Fact]
    public void Enums_by_alias() => AssertRefused(Head
        + "x-e: &e [" + string.Join(", ", Enumerable.Range(0, 1_000).Select(static i => $"v{i}")) + "]\n"
        + "paths: { /a: { get: { responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } } } } }\n"
        + "components:\n  schemas:\n    All: { type: object, properties: { "
            + string.Join(", ", Enumerable.Range(0, 400).Select(static i => $"p{i}: {{ $ref: '#/components/schemas/E{i}' }}")) + " } }\n"
        + Lines(400, static i => $"    E{i}: {{ type: string, enum: *e }}\n"));

    [Fact]
    public void Properties_by_merge() => AssertRefused(Head
        + "x-p: &p { " + string.Join(", ", Enumerable.Range(0, 500).Select(static i => $"p{i}: {{ type: string }}")) + " }\n"
        + "paths: { /a: { get: { responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/S0' } } } } } } } }\n"
        + "components:\n  schemas:\n"
            + Lines(500, static i => $"    S{i}: {{ type: object, properties: {{ <<: *p, next: {{ $ref: '#/components/schemas/S{i + 1}' }} }} }}\n")
                + "    S500: { type: string }\n");

    /// <summary>The number of properties is allowed, but each is written a dozen times. The size is estimated before the code is printed.</summary>
    [Fact]
    public void Members_of_long_names_by_composition() => AssertRefused(Head
        + "paths: { /a: { get: { responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } } } } }\n"
        + "components:\n  schemas:\n    All: { type: object, properties: { "
            + string.Join(", ", Enumerable.Range(0, 240).Select(static i => $"p{i}: {{ $ref: '#/components/schemas/R{i}' }}")) + " } }\n"
        + "    Base: { type: object, properties: { "
            + string.Join(", ", Enumerable.Range(0, 120).Select(static i => $"{new string('n', 110)}{i}: {{ type: string }}")) + " } }\n"
        + Lines(240, static i => $"    R{i}: {{ allOf: [ {{ $ref: '#/components/schemas/Base' }} ], properties: {{ own: {{ type: string }} }} }}\n"));

    /// <summary>The servers of the document are read once for the client, however many operations it has.</summary>
    [Fact]
    public void Many_operations_and_many_servers_of_the_document_share_nothing() => GeneratorRunner.Run(Head
        + "servers:\n" + Lines(300, static i => $"  - {{ url: 'https://s{i}.example.org/v1', description: d }}\n")
        + "paths:\n" + Lines(900, static i => $"  /p{i}: {{ get: {{ operationId: o{i}, responses: {{ '204': {{ description: d }} }} }} }}\n"))
        .AssertNoDiagnostics();

    [Fact]
    public void Path_items_by_reference() => AssertRefused(Head.Replace("3.0.3", "3.1.0", StringComparison.Ordinal)
        + "paths:\n" + Lines(3_000, static i => $"  /p{i}: {{ $ref: '#/components/pathItems/A' }}\n")
        + "components: { pathItems: { A: { "
            + string.Join(", ",
                new[] { "get", "put", "post", "delete", "patch" }.Select(static method => method + ": { responses: { '204': { description: d } } }"))
                    + " } } }\n");

    [Fact]
    public void Headers_of_a_response_by_reference() => AssertRefused(Head
        + "paths:\n" + Lines(1_500, static i => $"  /p{i}: {{ get: {{ responses: {{ '204': {{ $ref: '#/components/responses/R' }} }} }} }}\n")
        + "components: { responses: { R: { description: d, headers: { "
            + string.Join(", ", Enumerable.Range(0, 500).Select(static i => $"h{i}: {{ schema: {{ type: string }} }}")) + " } } } }\n");

    [Fact]
    public void Links_of_a_response_by_reference() => AssertRefused(Head
        + "paths:\n"
            + Lines(600,
                static i => $"  '/p{i}/{{id}}': {{ get: {{ operationId: o{i}, parameters: [ {{ name: id, in: path, required: true, schema: {{ type: string }} }} ], responses: {{ '200': {{ $ref: '#/components/responses/R' }} }} }} }}\n")
        + "components: { responses: { R: { description: d, links: { "
            + string.Join(", ", Enumerable.Range(0, 600).Select(static i => $"l{i}: {{ operationId: o{i}, parameters: {{ id: '$request.path.id' }} }}"))
                + " } } } }\n");

    [Fact]
    public void Security_tags_and_media_types_by_alias()
    {
        AssertRefused(Head + "x-s: &s [ " + string.Join(", ", Enumerable.Range(0, 1_000).Select(static i => $"{{ s{i}: [] }}")) + " ]\npaths:\n"
            + Lines(1_000, static i => $"  /p{i}: {{ get: {{ security: *s, responses: {{ '204': {{ description: d }} }} }} }}\n"));
        AssertRefused(Head + "x-t: &t [ " + string.Join(", ", Enumerable.Range(0, 1_000).Select(static i => $"t{i}")) + " ]\npaths:\n"
            + Lines(1_000, static i => $"  /p{i}: {{ get: {{ tags: *t, responses: {{ '204': {{ description: d }} }} }} }}\n"));
        AssertRefused(Head + "x-b: &b { "
            + string.Join(", ", Enumerable.Range(0, 100)
                .Select(static i => $"application/x{i}: {{ schema: {{ type: object, properties: {{ a: {{ type: string }} }} }} }}")) + " }\npaths:\n"
                    + Lines(800, static i =>
                        $"  /p{i}: {{ post: {{ requestBody: {{ content: *b }}, responses: {{ '200': {{ description: d, content: *b }} }} }} }}\n"));
    }

    [Theory]
    [InlineData(14)]
    [InlineData(20)]
    [InlineData(30)]
    public void Copies_of_an_overlay_that_double_the_document(int actions) => AssertOverlayRefused(Doubling(actions));

    /// <summary>The number of nodes is allowed, but the document with its overlay would give 20 MB of code.</summary>
    [Fact]
    public void Copies_of_an_overlay_whose_code_is_out_of_proportion()
    {
        GeneratorRun run = RunWithOverlay(Doubling(10), shareTypes: "false");

        Assert.Contains("characters of emitted C#", run.AssertReports("RTK0002").Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Async(", run.AllText);
    }

    [Fact]
    public void Lists_of_an_overlay_that_double() => AssertOverlayRefused(
        """{ "target": "$.info", "update": { "x-l": [1, 2, 3] } }, """
            + string.Join(", ", Enumerable.Repeat("""{ "target": "$.info['x-l']", "copy": "$.info['x-l']" }""", 40)));

    [Fact]
    public void A_pattern_of_many_ranges()
    {
        var characters = new StringBuilder();
        for (int i = 0; i < 100_000; i++)
        {
            characters.Append((char)(0x4E00 + (i % 20_000)));
        }

        GeneratorRun run = RunWithOverlay($$"""{ "target": "$.paths[?search(@.get.description, '[{{characters}}]*q')]", "remove": true }""");

        Assert.Contains("it has more than 10,000 characters", run.AssertReports("RTK0014").Message);
    }

    /// <summary>Real documents share many parts, and a client must be emitted for them.</summary>
    [Fact]
    public void What_is_shared_in_measure_comes_out()
    {
        GeneratorRun run = GeneratorRunner.Run(Head
            + "x-errors: &errors { "
                + string.Join(", ", Enumerable.Range(400, 12)
                    .Select(static i =>
                        $"'{i}': {{ description: d, content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/Problem' }} }} }} }}")) + " }\n"
            + "x-paging: &paging [ { name: page, in: query, schema: { type: integer } }, { name: size, in: query, schema: { type: integer } } ]\n"
            + "paths:\n"
                + Lines(60, static i =>
                    $"  /p{i}: {{ get: {{ operationId: get_p{i}, parameters: *paging, responses: {{ <<: *errors, '204': {{ description: d }} }} }} }}\n")
            + "components: { schemas: { Problem: { type: object, properties: { detail: { type: string } } } } }\n").AssertNoDiagnostics();

        Assert.Contains("GetP59Async", run.AllText);
    }

    private static void AssertRefused(string text)
    {
        GeneratorRun run = GeneratorRunner.Run(text);

        run.AssertReports("RTK0002");
        Assert.DoesNotContain("Async(", run.AllText);
    }

    private static void AssertOverlayRefused(string actions)
    {
        GeneratorRun run = RunWithOverlay(actions);

        Assert.Equal("/project/spec.overlay.json", run.AssertReports("RTK0002").File);
        Assert.DoesNotContain("Async(", run.AllText);
    }

    private static GeneratorRun RunWithOverlay(string actions, string shareTypes = "") => GeneratorRunner.Run(
    [
        new SpecItem(new SpecFile("/project/spec.yaml",
            SpecTexts.WithResponse("{ $ref: '#/components/schemas/S' }", "{ S: { type: object, properties: { a: { type: object }, b: { type: object } } } }")),
            SpecItem.Spec)
        {
            Metadata = new Dictionary<string, string> { ["Overlay"] = "/project/spec.overlay.json", ["ShareTypes"] = shareTypes },
        },
        new SpecItem(new SpecFile("/project/spec.overlay.json",
            $$"""{ "overlay": "1.1.0", "info": { "title": "o", "version": "1" }, "actions": [ {{actions}} ] }"""), SpecItem.Overlay),
    ]);

    private static string Doubling(int actions) =>
        string.Join(", ", Enumerable.Repeat("""{ "target": "$.components.schemas.S.properties['a','b']", "copy": "$.components.schemas.S" }""", actions));

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(line));
}
