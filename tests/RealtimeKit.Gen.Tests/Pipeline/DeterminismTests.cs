using System.Globalization;
using System.Text.Json.Nodes;
using RealtimeKit.Gen.Testing.Trees;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Pipeline;

/// <summary>The output depends only on the meaning of the document and on the options.</summary>
public class DeterminismTests
{
    private static readonly IReadOnlyDictionary<string, string> _expected = GeneratorRunner.Run(DeterminismSpec.Yaml).Sources;

    [Fact]
    public void There_is_something_to_compare() => Assert.NotEmpty(_expected);

    [Fact]
    public void Two_runs_give_the_same_bytes() => AssertSame(GeneratorRunner.Run(DeterminismSpec.Yaml).Sources);

    [Theory]
    [InlineData("tr-TR")] // i and İ
    [InlineData("az-Latn-AZ")]
    [InlineData("fi-FI")] // U+2212 for a minus
    [InlineData("sv-SE")]
    [InlineData("ar-SA")] // another calendar, and marks around numbers
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    [InlineData("de-DE")] // 1,5
    [InlineData("hu-HU")] // "cs" sorts as one letter
    public void The_culture_has_no_effect(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture, predefinedOnly: true);
            AssertSame(GeneratorRunner.Run(DeterminismSpec.Yaml).Sources);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_have_no_effect(string lineEnd) =>
        AssertSame(GeneratorRunner.Run(DeterminismSpec.Yaml.ReplaceLineEndings(lineEnd)).Sources);

    [Fact]
    public void A_byte_order_mark_has_no_effect() =>
        AssertSame(GeneratorRunner.Run("\uFEFF" + DeterminismSpec.Yaml).Sources);

    [Fact]
    public void Yaml_and_json_of_one_document_give_the_same_bytes() =>
        AssertSame(GeneratorRunner.Run(TreeJson.FromYaml(DeterminismSpec.Yaml), path: "/project/api.json").Sources);

    [Fact]
    public void The_folder_of_the_project_has_no_effect() =>
        AssertSame(GeneratorRunner.Run(DeterminismSpec.Yaml, path: "/somewhere/else/api.yaml").Sources);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_order_of_keys_has_no_effect(int seed)
    {
        string shuffled = KeyShuffle.Apply(JsonNode.Parse(TreeJson.FromYaml(DeterminismSpec.Yaml))!, seed).ToJsonString();

        AssertSame(GeneratorRunner.Run(shuffled).Sources);
    }

    [Fact]
    public void Emitted_lines_end_with_a_line_feed_alone() => Assert.All(_expected.Values, static source =>
    {
        Assert.DoesNotContain('\r', source);
        Assert.EndsWith("\n", source);
    });

    /// <summary>Fails with the first line that differs, instead of two whole clients.</summary>
    private static void AssertSame(IReadOnlyDictionary<string, string> sources)
    {
        Assert.Equal(_expected.Keys, sources.Keys);
        foreach ((string hint, string expected) in _expected)
        {
            string? difference = expected.Split('\n')
                .Zip(sources[hint].Split('\n'))
                .Where(static lines => lines.First != lines.Second)
                .Select(static lines => $"«{lines.First}» became «{lines.Second}»")
                .FirstOrDefault();
            Assert.True(difference is null, $"{hint}: {difference}");
            Assert.Equal(expected.Length, sources[hint].Length);
        }
    }
}
