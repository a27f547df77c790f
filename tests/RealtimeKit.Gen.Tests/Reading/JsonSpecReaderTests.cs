using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Reading;

public class JsonSpecReaderTests
{
    [Theory]
    [InlineData("{", "RTK0001 (1,2): Expected a property name in double quotes or '}', but found the end of the text")]
    [InlineData("{\"a\"", "RTK0001 (1,5): Expected ':' after the property name, but found the end of the text")]
    [InlineData("{\"a\" 1}", "RTK0001 (1,6): Expected ':' after the property name, but found '1'")]
    [InlineData("{\"a\":1,}", "RTK0001 (1,7): Nothing follows this ',' before the '}'; JSON has no trailing commas")]
    [InlineData("{\"a\":1 \"b\":2}", "RTK0001 (1,8): Expected ',' or '}', but found '\"'")]
    [InlineData("{\"a\":1]", "RTK0001 (1,7): Expected ',' or '}', but found ']'")]
    [InlineData("[1,]", "RTK0001 (1,3): Nothing follows this ',' before the ']'; JSON has no trailing commas")]
    [InlineData("[1 2]", "RTK0001 (1,4): Expected ',' or ']', but found '2'")]
    [InlineData("{\r\n  \"a\": tru\r\n}", "RTK0001 (2,8): Expected 'true', but found 't'")]
    [InlineData("[\r\r\n\n  'a']", "RTK0001 (4,3): Expected straight double quotes (\"), but found '")]
    [InlineData("{} {}", "RTK0001 (1,4): Expected nothing after the document, but found '{'")]
    [InlineData("[01]", "RTK0001 (1,3): Expected no digit after the leading zero of a number, but found '1'")]
    [InlineData("[-]", "RTK0001 (1,3): Expected a digit, but found ']'")]
    [InlineData("[1.]", "RTK0001 (1,4): Expected a digit after the point, but found ']'")]
    [InlineData("[1e+]", "RTK0001 (1,5): Expected a digit of the exponent, but found ']'")]
    [InlineData("[.5]", "RTK0001 (1,2): Expected a value, but found '.'")]
    [InlineData("[\"a", "RTK0001 (1,2): The string that starts here has no closing '\"'")]
    [InlineData("[\"a\n\"]", "RTK0001 (1,4): Expected '\"' before the end of the line")]
    [InlineData("[\"a\tb\"]", "RTK0001 (1,4): Expected the character U+0009 to be written as an escape")]
    [InlineData("[\"a\\x\"]", "RTK0001 (1,4): Expected one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")]
    [InlineData("[\"\\u12g4\"]", "RTK0001 (1,3): Expected four hexadecimal digits after '\\u'")]
    [InlineData("[\"\\", "RTK0001 (1,3): Expected one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")]
    [InlineData("// no\n{}", "RTK0001 (1,1): JSON has no comments; remove this one")]
    [InlineData("\0", "RTK0001 (1,1): Expected a value, but found the character U+0000")]
    public void A_fault_is_reported_at_its_place_with_what_was_expected(string text, string expected)
    {
        Assert.Null(SpecText.Read(text, "spec.json", out string[] told));
        Assert.Equal([expected], told);
    }

    [Fact]
    public void Escapes_are_undone_and_surrogates_kept_even_alone()
    {
        var root = (SpecMapping)SpecText.Read("""{"\u0061\"\\\/\b\f\n\r\t": "x\ud83d\ude00\ud800y", "plain": "é"}""", "spec.json");

        Assert.Equal("a\"\\/\b\f\n\r\t", root.Entries[0].Key);
        Assert.Equal("x\U0001F600\ud800y", ((SpecScalar)root.Entries[0].Value).Text);
        Assert.Equal("é", ((SpecScalar)root["plain"]!).Text);
    }

    [Theory]
    [InlineData("0", SpecScalarKind.Integer)]
    [InlineData("-12", SpecScalarKind.Integer)]
    [InlineData("123456789012345678901234567890", SpecScalarKind.Integer)]
    [InlineData("1.50", SpecScalarKind.Number)]
    [InlineData("1e400", SpecScalarKind.Number)]
    [InlineData("-0.0E-7", SpecScalarKind.Number)]
    internal void A_number_keeps_its_text(string text, SpecScalarKind kind)
    {
        var scalar = (SpecScalar)SpecText.Read(text, "spec.json");

        Assert.Equal((text, kind), (scalar.Text, scalar.Kind));
    }

    [Fact]
    public void Every_node_and_key_has_its_place()
    {
        var root = (SpecMapping)SpecText.Read("{\r\n  \"ab\": [1,\n \"x\\ny\"]\r}", "spec.json");
        var items = (SpecSequence)root["ab"]!;

        Assert.Equal(new SpecPosition(0, 1, 0, 0), root.Position);
        Assert.Equal(new SpecPosition(5, 4, 1, 2), root.Entries[0].KeyPosition);
        Assert.Equal(new SpecPosition(11, 1, 1, 8), items.Position);
        Assert.Equal(new SpecPosition(12, 1, 1, 9), items.Items[0].Position);
        Assert.Equal(new SpecPosition(16, 6, 2, 1), items.Items[1].Position);
    }

    [Fact]
    public void Of_a_key_that_occurs_twice_the_first_is_read_and_the_others_are_reported()
    {
        SpecNode? root = SpecText.Read("{\"a\": {\"a\": 1},\n\"b\": 2, \"a\": 3,\n\"a\": 4}", "spec.json", out string[] told);

        Assert.Equal("{a: {a: 1}, b: 2}", SpecText.Show(root));
        Assert.Equal(
            [
                "RTK0003 (2,9): The key 'a' occurs twice in one mapping (first on line 1); only the first is read",
                "RTK0003 (3,1): The key 'a' occurs twice in one mapping (first on line 1); only the first is read",
            ],
            told);
    }

    [Fact]
    public void Equal_short_texts_are_one_string()
    {
        var root = (SpecSequence)SpecText.Read("[\"abc\", {\"abc\": \"abc\"}]", "spec.json");

        Assert.Same(((SpecScalar)root.Items[0]).Text, ((SpecMapping)root.Items[1]).Entries[0].Key);
    }

    [Fact]
    public void A_walk_would_visit_as_many_nodes_as_the_weight_says()
    {
        Assert.Equal(6, SpecText.Read("{\"a\": [1, 2], \"b\": {}, \"c\": null}", "spec.json").Weight);
    }
}
