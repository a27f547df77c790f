using System.Text;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Formats;
using RealtimeKit.Gen.Reading.Json;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>
/// Compares a JSON text of which a part is used with the same text read as a whole. Only the time and memory may differ.
/// <c>RTK_LONG=1</c> runs a million texts.
/// </summary>
public class PartialReadTests
{
    private static readonly string[] _seeds =
    [
        """{"openapi": "3.1.0", "info": {"title": "x\n\ud83d\ude00\/", "version": "1"}, "a": [1, -2.5e3, 0, true, false, null, {}, [], [[{"a": []}]]]}""",
        "\uFEFF{\r\n\t\"a\" : {\"a\":\"\",\r \"b\": [\n] , \"c\":{\n}},\n\n  \"b\":\"" + new string('x', 600) + "\\u00e9\"}\r\n",
        """[{"type": "string"}, {"type": "string", "enum": ["a", "b"]}, "\u0061", {"a\/b": {}}, -0.1E+5]""",
    ];

    private static readonly string[] _fragments =
        ["{", "}", "[", "]", ":", ",", "\"", "\\u12", "\\u00e9", "\\\"", "\\x", "\t", "\r\n", "\n  ", "\uFEFF", "\0", "\ud800", "null", "tru", "-", "01", "1.", "1e+", "\"a\": 1,"];

    public static TheoryData<string> Texts =>
    [
        .. _seeds,
        "", " ", "\uFEFF", "1", "\"a\"", "nul", "{}", "[]", "{\"a\": 1, \"b\": {\"a\": 2}, \"a\": 3}", "{\"a\": 1, \"\\u0061\": 2}", "{\"\": {\"\": 1}}", "[1] ]", "[\"\u0001\"]",
        new string('[', ReadBudget.MaxDepth) + new string(']', ReadBudget.MaxDepth),
        new string('[', ReadBudget.MaxDepth + 1) + new string(']', ReadBudget.MaxDepth + 1),
        "[\"" + new string('x', ReadBudget.MaxScalarLength) + "\"]",
        "[\"" + new string('x', ReadBudget.MaxScalarLength + 1) + "\"]",
        "[\"" + new string('x', ReadBudget.MaxScalarLength - 1) + "\\n\"]",
        "[" + string.Join(",", Enumerable.Repeat("1", ReadBudget.MaxNodes - 1)) + "]",
        "[" + string.Join(",", Enumerable.Repeat("1", ReadBudget.MaxNodes)) + "]",
    ];

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void A_text_gives_the_same_tree_or_the_same_faults(string text) => Assert.NotEmpty(AssertSame(text, text.Length < 1000 ? text : "a long text"));

    [Fact]
    public void A_damaged_text_gives_the_same_tree_or_the_same_faults()
    {
        int runs = TestRun.Count(inShort: 10_000, inLong: 1_000_000);
        var mutator = new Mutator(5, _fragments);
        int outlined = 0;
        for (int run = 0; run < runs; run++)
        {
            string text = mutator.Mutate(_seeds);
            string result = AssertSame(text, $"run {run}: {text}");
            bool isOutlined = JsonOutliner.Read(new SpecSource("spec.json", text), TestContext.Current.CancellationToken) is not null;

            // Only a text without faults, and with plain keys, is read in part.
            Assert.True(!isOutlined || !result.Contains("RTK", StringComparison.Ordinal), $"run {run}: {text}");
            outlined += isOutlined ? 1 : 0;
        }

        Assert.InRange(outlined, runs / 50, runs);
    }

    [Fact]
    public void What_nobody_asks_for_takes_no_memory()
    {
        string text = "{\"a\": 1, \"b\": [" + string.Join(",", Enumerable.Repeat("{\"type\": \"string\"}", 100_000)) + "]}";
        var source = new SpecSource("spec.json", text);

        (SpecNode? whole, long ofWhole) = Measure(source, isForPart: false);
        (SpecNode? part, long ofPart) = Measure(source, isForPart: true);

        Assert.Equal("1", ((SpecMapping)part!)["a"].AsText());
        Assert.Equal(whole!.Weight, part.Weight);
        Assert.InRange(ofPart, 1, ofWhole / 2);
    }

    [Fact]
    public void A_key_that_no_mapping_has_is_known_without_reading()
    {
        var part = (SpecMapping)Read("""{"a": [{"$id": "x"}]}""", isForPart: true, new DiagnosticBag())!;
        var whole = (SpecMapping)Read("""{"a": [{"b": "x"}]}""", isForPart: false, new DiagnosticBag())!;

        Assert.True(part.MayContainKey("$id"));
        Assert.False(part.MayContainKey("$anchor"));
        Assert.True(whole.MayContainKey("$id"));
    }

    private static (SpecNode? Root, long Bytes) Measure(SpecSource source, bool isForPart)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        SpecNode? root = SpecReader.Read(source, new DiagnosticBag(), TestContext.Current.CancellationToken, isForPart);
        return (root, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string AssertSame(string text, string trace)
    {
        DiagnosticBag ofWhole = new(), ofPart = new();
        string whole = Show(Read(text, isForPart: false, ofWhole), ofWhole);
        string part = Show(Read(text, isForPart: true, ofPart), ofPart);
        Assert.True(whole == part, trace);
        return part;
    }

    private static SpecNode? Read(string text, bool isForPart, DiagnosticBag diagnostics) =>
        SpecReader.Read(new SpecSource("spec.json", text), diagnostics, TestContext.Current.CancellationToken, isForPart);

    private static string Show(SpecNode? root, DiagnosticBag diagnostics)
    {
        var shown = new StringBuilder(string.Join('\n', SpecText.Told(diagnostics)));
        var open = new Stack<SpecNode>(root is null ? [] : [root]);
        while (open.TryPop(out SpecNode? node))
        {
            shown.Append('\n').Append(node.GetType().Name).Append(node.Position).Append(node.Weight);
            if (node is SpecScalar scalar)
            {
                shown.Append(scalar.Kind).Append(scalar.Text);
            }

            foreach (SpecEntry entry in node is SpecMapping mapping ? mapping.Entries : [])
            {
                shown.Append(entry.Key).Append(entry.KeyPosition);
                open.Push(entry.Value);
            }

            foreach (SpecNode item in node is SpecSequence sequence ? sequence.Items : [])
            {
                open.Push(item);
            }
        }

        return shown.ToString();
    }
}
