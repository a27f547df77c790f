using System.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>
/// Malicious texts, each read on a thread with a stack of 256 KB, which a thread of the compiler may also have. Each is read, or
/// refused with the name of the limit, within a second of processor time and 256 MB. The tests run alone, since they measure the
/// process.
/// </summary>
[Collection(nameof(ReadBudgetTests))]
[CollectionDefinition(nameof(ReadBudgetTests), DisableParallelization = true)]
public class ReadBudgetTests
{
    private const int StackSize = 256 * 1024;
    private const int Million = 1_000_000;

    public static TheoryData<string, string, string> Hostile => new()
    {
        { "deep arrays", "x.json", "128 levels of nesting" },
        { "deep objects", "x.json", "128 levels of nesting" },
        { "deep arrays", "x.yaml", "128 levels of nesting" },
        { "deep flow mappings", "x.yaml", "128 levels of nesting" },
        { "deep block sequences", "x.yaml", "128 levels of nesting" },
        { "deep block mappings", "x.yaml", "128 levels of nesting" },
        { "aliases of aliases", "x.yaml", "1,000,000 nodes reached through aliases" },
        { "depth by aliases", "x.yaml", "128 levels of nesting" },
        { "many nodes", "x.json", "2,000,000 nodes" },
        { "long scalar", "x.json", "4,194,304 characters in one scalar" },
        { "long scalar", "x.yaml", "4,194,304 characters in one scalar" },
        { "many keys", "x.json", "" },
        { "many keys", "x.yaml", "" },
        { "many equal keys", "x.json", "RTK0003" },
        { "many equal keys", "x.yaml", "RTK0003" },
        { "open brackets on lines", "x.yaml", "128 levels of nesting" },
        { "many anchors", "x.yaml", "" },
        { "many documents", "x.yaml", "A second YAML document" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_text_is_settled_fast_and_small_on_a_small_stack(string shape, string path, string expected)
    {
        string text = TextOf(shape);
        string[] told = [];
        long allocated = 0;
        TimeSpan used = default;
        var thread = new Thread(
            () =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                TimeSpan start = Environment.CpuUsage.TotalTime;
                SpecText.Read(text, path, out told);
                used = Environment.CpuUsage.TotalTime - start;
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            },
            StackSize);
        thread.Start();
        thread.Join();

        if (expected.Length == 0)
        {
            Assert.Empty(told);
        }
        else
        {
            Assert.Contains(expected, told[0], StringComparison.Ordinal);
        }

        Assert.True(allocated < 256L << 20, $"{allocated >> 20} MB");

        // This does not measure speed, as the benchmarks do. Quadratic growth would take minutes here.
        Assert.True(used < TimeSpan.FromSeconds(20), $"{used.TotalMilliseconds} ms");
    }

    private static string TextOf(string shape) => shape switch
    {
        "deep arrays" => Repeat("[", Million),
        "deep objects" => Repeat("{\"a\":", Million),
        "deep flow mappings" => "a: " + Repeat("{a: ", Million),
        "deep block sequences" => Repeat("- ", Million),
        "deep block mappings" => Indented(2_000),
        "open brackets on lines" => "a:\n" + Repeat(" [\n", Million),
        "aliases of aliases" => "a0: &a0 x\n"
            + string.Concat(Enumerable.Range(1, 20).Select(static i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat("*a" + (i - 1), 9))}]\n")),
        "depth by aliases" => "a0: &a0 [x]\n" + string.Concat(Enumerable.Range(1, 200).Select(static i => $"a{i}: &a{i} [*a{i - 1}]\n")),
        "many nodes" => "[" + Repeat("1,", 5 * Million) + "1]",
        "long scalar" => "[\"" + Repeat("x", 5 * Million) + "\"]",
        "many keys" => "{" + string.Join(",", Enumerable.Range(0, 100_000).Select(static i => $"\"k{i}\": 1")) + "}",
        "many equal keys" => "{" + string.Join(",", Enumerable.Repeat("\"k\": 1", 100_000)) + "}",
        "many anchors" => string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"- &a{i} x\n- *a{i}\n")),
        "many documents" => Repeat("--- a\n", Million),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Indented(int depth)
    {
        var text = new StringBuilder();
        for (int i = 0; i < depth; i++)
        {
            text.Append(' ', i).Append("a:\n");
        }

        return text.ToString();
    }
}
