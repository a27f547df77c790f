using System.Text.Json.Nodes;
using RealtimeKit.Gen.Corpus.Checks;
using RealtimeKit.Gen.Corpus.Checks.Sameness;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Testing.Trees;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Corpus;

public sealed class SamenessCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rtk-same-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Documents_of_one_name_are_a_pair()
    {
        DocumentRequest[] documents = [Write("a.yaml", "x"), Write("a.json", "x"), Write("b.yaml", "x")];

        DocumentRequest pair = Assert.Single(FormatPairs.In(documents));

        Assert.Equal(("a.json", "a.yaml"), (pair.Name, Path.GetFileName(pair.Twin)));
    }

    [Theory]
    [InlineData("", "same")]
    [InlineData("x-more: 1\n", "of other content")]
    public void A_pair_is_compared_if_its_contents_are_equal(string more, string label)
    {
        DocumentRequest json = Write("a.json", TreeJson.FromYaml(DeterminismSpec.Yaml));
        DocumentRequest yaml = Write("a.yaml", more + DeterminismSpec.Yaml);

        CheckResult result = new PairCheck().Run(json with { Twin = yaml.File }, TestContext.Current.CancellationToken);

        Assert.Equal(label, result.Label);
    }

    [Fact]
    public void A_document_is_generated_after_each_change_without_meaning()
    {
        CheckResult result = new DeterminismCheck().Run(Write("a.yaml", DeterminismSpec.Yaml), TestContext.Current.CancellationToken);

        Assert.Equal("same", result.Label);
        Assert.EndsWith(" 12 runs", result.Counts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shuffle_changes_the_order_of_keys_and_nothing_else()
    {
        JsonNode document = JsonNode.Parse("""{ "a": 1, "b": [ { "c": 1, "d": 2 }, 3 ], "default": { "x": 1, "a": 2 }, "e": null }""")!;

        JsonNode[] shuffled = Enumerable.Range(0, 8).Select(seed => KeyShuffle.Apply(document, seed)).ToArray();

        Assert.All(shuffled, node => Assert.True(JsonNode.DeepEquals(document, node)));
        Assert.All(shuffled, static node => Assert.Contains("""{"x":1,"a":2}""", node.ToJsonString()));
        Assert.True(shuffled.Select(static node => node.ToJsonString()).Distinct().Count() > 2);
    }

    [Theory]
    [InlineData("""{"a":1,"b":[2]}""", """{"b":[2],"a":1}""", null)]
    [InlineData("""{"a":"x y\n"}""", """{"a":"x  y"}""", null)]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", "#/b is in one of them")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "#/a has 1 items, or 2")]
    [InlineData("""{"a":["x"]}""", """{"a":["y"]}""", "#/a/0: \"x\", or \"y\"")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", "#/a: 1, or \"1\"")]
    public void The_first_difference_is_named_by_its_place(string one, string other, string? expected) =>
        Assert.Equal(expected, TreeDifference.First(JsonNode.Parse(one), JsonNode.Parse(other)));

    [Theory]
    [InlineData("1.0", "1.0")]
    [InlineData("'1.0'", "\"1.0\"")]
    [InlineData("0x1F", "31")]
    [InlineData("0o17", "15")]
    [InlineData(".5", "0.5")]
    [InlineData("+3", "3")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("''", "\"\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("TRUE", "true")]
    [InlineData("!!str 1", "\"1\"")]
    [InlineData("2020-01-01", "\"2020-01-01\"")]
    public void A_scalar_is_what_the_core_schema_says(string yaml, string json) =>
        Assert.Equal($$"""{"a":{{json}}}""", TreeJson.Convert(TreeReader.Read($"a: {yaml}\n")!)!.ToJsonString());

    [Theory]
    [InlineData("a: 1\na: 2\n")] // a key twice
    [InlineData("a: &x { b: *x }\n")] // a circle
    public void What_JSON_cannot_hold_is_not_converted(string yaml) => Assert.Null(TreeJson.Convert(TreeReader.Read(yaml)!));

    private DocumentRequest Write(string name, string text)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return new DocumentRequest(name, file, _folder, DocumentRole.Positive, text.Length);
    }
}
