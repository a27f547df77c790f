using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Formats;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>
/// Reads mutated texts. No exception may be thrown, no text may be refused without a diagnostic, and every location must lie
/// within the text. <c>RTK_LONG=1</c> runs a million texts.
/// </summary>
public class ReaderFuzzTests
{
    private static readonly string[] _seeds =
    [
        """
        openapi: 3.0.3
        info: {title: "A \u00e9 B", version: '1.0'}
        paths:
          /a/{id}:
            get: &get
              description: |
                One
                  two

                three
              summary: >-
                folded
                text
              parameters:
              - {name: id, in: path, schema: {type: string, enum: [a, 'b', "c"]}}
              responses:
                200: !!map {description: ok} # fine
                default: *x
            put: *get
        ? x
        : - 1
          - 0x1F
          - .inf
        """,
        "%YAML 1.2\n%TAG !e! tag:example.org,2000:\n---\n- !e!x &a a\n- ! b\n- *a\n- ? c\n  : d\n- {e\n: f}\n- |2+\n    g\n\n- \"h\\x41\\\n   i\"\n...\n",
        """{"openapi": "3.1.0", "info": {"title": "x\n\ud83d\ude00", "version": "1"}, "paths": {"/a": {"get": {"x": [1, -2.5e3, true, false, null, {}, []]}}}}""",
    ];

    private static readonly string[] _fragments =
    [
        "- ", "? ", ": ", "---\n", "...\n", "%YAML 1.2\n", "%TAG ! tag:x,2000:\n", "&a ", "*a ", "!!str ", "!<x> ", "|2\n", "|+\n", ">-\n",
        "<<: ", "\"\\u", "\"\\x", "''", "\\", "\t", "  ", "\n  ", "\r\n", "!!int ", "! ", "!e!x ", "{", "[", "}", "]", "# ", "\uFEFF", "\0",
        "\u0085", "\u2028", "\ud800", "\udc00", "\"", "'", ",", "~", "<<", "1e", "0x", "null",
    ];

    [Theory]
    [InlineData("spec.yaml", 1)]
    [InlineData("spec.yaml", 2)]
    [InlineData("spec.json", 3)]
    public void A_mutated_text_is_read_or_refused_by_place(string path, int seed)
    {
        int runs = TestRun.Count(inShort: 4_000, inLong: 1_000_000);
        var mutator = new Mutator(seed, _fragments);
        for (int run = 0; run < runs; run++)
        {
            string text = mutator.Mutate(_seeds);
            var diagnostics = new DiagnosticBag();
            SpecNode? root = SpecReader.Read(new SpecSource(path, text), diagnostics, TestContext.Current.CancellationToken);

            string trace = $"seed {seed}, run {run}: {text}";
            Assert.True(root is not null || diagnostics.HasErrors, trace);
            foreach (DiagnosticInfo info in diagnostics.ToEquatableArray())
            {
                SpecLocation at = info.Location!;
                AssertPlace(new SpecPosition(at.Offset, at.Length, at.Line, at.Column), text, trace);
            }

            AssertPlaces(root, text, trace);
        }
    }

    private static void AssertPlaces(SpecNode? root, string text, string trace)
    {
        var open = new Stack<SpecNode>();
        if (root is not null)
        {
            open.Push(root);
        }

        while (open.Count > 0)
        {
            SpecNode node = open.Pop();
            AssertPlace(node.Position, text, trace);
            foreach (SpecEntry entry in node is SpecMapping mapping ? mapping.Entries : [])
            {
                AssertPlace(entry.KeyPosition, text, trace);
                open.Push(entry.Value);
            }

            foreach (SpecNode item in node is SpecSequence sequence ? sequence.Items : [])
            {
                open.Push(item);
            }
        }
    }

    private static void AssertPlace(SpecPosition place, string text, string trace)
    {
        int lineStart = place.Offset - place.Column;
        bool isInside = place is { Offset: >= 0, Length: >= 0, Line: >= 0, Column: >= 0 } && place.Offset + place.Length <= text.Length;
        bool isOnLine = lineStart == 0 || (lineStart > 0 && text[lineStart - 1] is '\n' or '\r');
        Assert.True(isInside && isOnLine, $"{place} in {trace}");
    }
}
