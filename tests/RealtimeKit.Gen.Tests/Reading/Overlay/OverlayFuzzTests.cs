using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Overlay;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Reading.Overlay;

/// <summary>Applies mutated overlays: no exception is thrown, and each error has a place in the overlay.</summary>
public class OverlayFuzzTests
{
    private const string Document = """
        openapi: 3.1.0
        info: {title: T, version: '1', x-n: [1, 2.5, 0x10, .inf, null, true, "é\U0001F600"]}
        tags: &t [{name: a}, {name: b}]
        paths: {/a: {get: {operationId: get_a, tags: *t}, put: {operationId: put_a}}, /b: {}}
        """;

    private static readonly string[] _seeds =
    [
        "$", "$.info", "$.paths['/a'].get", "$..tags[0:2:1]", "$.paths.*[?@.operationId == 'get_a' && !@.x]", """$..[?match(@.name, '[a-c]+|\\\\d{1,3}')]""",
        "$.info['x-n'][?@ > 1.5 || @ == true]", "$..tags[-1]", "$[?count(@.*) >= 2]", "$..[?length(@.title) < 3]", "$[?value(@..name) != $.info.title]",
    ];

    private static readonly string[] _fragments =
    [
        "$", "@", ".", "..", "*", "[", "]", "(", ")", "?", "!", "&&", "||", "==", "<=", "'", "\\\"", ",", ":", "-1", "0", "1e5", "true", "null",
        "length(", "count(@.*)", "search(@, '.*')", "match(@, '(a|b)*')", " ", "\\\\", "\\\\u", "é", "[::-1]", "[?@.a]", "{2,9}", """\\\\p{L}""", "^",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_mutated_overlay_is_applied_or_reported_by_place(int seed)
    {
        int runs = TestRun.Count(inShort: 3_000, inLong: 1_000_000);
        var random = new Random(seed);
        var mutator = new Mutator(seed, _fragments);
        SpecNode document = SpecText.Read(Document);
        for (int run = 0; run < runs; run++)
        {
            string target = mutator.Mutate(_seeds);
            string update = random.Next(3) switch { 0 => "remove: true", 1 => "update: {info: {x: [1]}, tags: [c], name: d}", _ => "copy: $.info" };
            string text = $"overlay: 1.1.0\ninfo: {{title: O, version: '1'}}\nactions:\n- target: \"{target}\"\n  {update}\n";
            if (SpecText.Read(text, "overlay.yaml", out _) is not { } overlay)
            {
                continue;
            }

            var diagnostics = new DiagnosticBag();
            SpecNode applied = SpecOverlay.Apply(document, overlay, diagnostics);

            string trace = $"seed {seed}, run {run}: {target}";
            Assert.True(diagnostics.HasErrors || applied.Weight > 0, trace);
            foreach (DiagnosticInfo info in diagnostics.ToEquatableArray())
            {
                SpecLocation at = info.Location!;
                Assert.True(at.Path == "overlay.yaml" && at.Offset >= 0 && at.Offset + at.Length <= text.Length, trace);
            }
        }
    }
}
