using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Tests.Corpus;

public class TreeReaderTests
{
    [Theory]
    [InlineData("{\"a\": {\"b\": [1, \"x\"]}}")]
    [InlineData("\uFEFF{\"a\": {\"b\": [1, \"x\"]}}")]
    [InlineData("{a: {b: [1, x]}}")]
    [InlineData("a:\r\n  b:\r\n  - 1\r\n  - x\r\n")]
    [InlineData("a: {b: &list [1, &text x]}\n")]
    public void Json_and_yaml_give_one_tree(string text)
    {
        TreeNode list = TreeReader.Read(text)!["a"]!["b"]!;

        Assert.Equal(["1", "x"], list.Entries.Select(static entry => entry.Value.Text));
    }

    [Fact]
    public void An_alias_is_the_node_itself()
    {
        TreeNode root = TreeReader.Read("a: &anchor {b: c}\nd: *anchor")!;

        Assert.Same(root["a"], root["d"]);
    }

    [Fact]
    public void A_literal_block_may_begin_with_a_line_of_blanks() =>
        Assert.Equal("\nText\n  \nMore", TreeReader.Read("a: |-\n    \n    Text\n      \n    More\n")?["a"]?.Text);

    [Theory]
    [InlineData("a: &anchor {b: c}\nd: *anchor", true)]
    [InlineData("a: &anchor c\nd: *anchor", false)]
    [InlineData("a: {b: c}\nd: {b: c}", false)]
    public void A_node_at_two_places_is_known(string text, bool isShared) =>
        Assert.Equal(isShared, TreeReader.Read(text)!.HasSharedNodes());

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("- ")]
    [InlineData("{a: ")]
    public void A_text_that_is_too_deep_is_not_read(string opening) =>
        Assert.Null(TreeReader.Read(string.Concat(Enumerable.Repeat(opening, 100_000))));

    [Fact]
    public void A_text_that_is_neither_is_not_read() => Assert.Null(TreeReader.Read("a: [b"));
}
