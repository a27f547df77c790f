using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Reading.Yaml;

namespace RealtimeKit.Gen.Tests.Reading;

public class YamlSpecReaderTests
{
    [Theory]
    [InlineData("null ~ Null NULL", SpecScalarKind.Null)]
    [InlineData("true True TRUE false False FALSE", SpecScalarKind.Boolean)]
    [InlineData("0 -1 +7 010 0o17 0x1F 12345678901234567890", SpecScalarKind.Integer)]
    [InlineData("3.0 1. .5 -.5e+3 1e3 6E-2 .inf -.INF +.Inf .nan .NaN", SpecScalarKind.Number)]
    [InlineData("yes no on off y n nUll 0b1 0o8 0x 1_000 1e +.nan - . 1.2.3 --1 12:30:00 2001-12-14 0.0.0.0 + -.x", SpecScalarKind.String)]
    internal void A_plain_scalar_means_what_the_core_schema_of_yaml_1_2_says(string texts, SpecScalarKind kind)
    {
        foreach (string text in texts.Split(' '))
        {
            Assert.Equal((text, kind), (text, YamlCoreSchema.KindOf(text)));
        }
    }

    [Theory]
    [InlineData("a: '3'\nb: \"true\"\nc: |-\n  null\nd: >-\n  1\n  2\n", "{a: '3', b: 'true', c: 'null', d: '1 2'}")]
    [InlineData("a: 3.0", "{a: 3.0}")]
    [InlineData("a:\nb: ''\n", "{a: null, b: ''}")]
    [InlineData("200: a\nnull: b\ntrue: c\n3.0: d\n'': e\n~: f", "{200: 'a', null: 'b', true: 'c', 3.0: 'd', : 'e', ~: 'f'}")]
    [InlineData("? a\n: b\n? c\n", "{a: 'b', c: null}")]
    [InlineData("a: x\u0085y\u2028z\nb: \"\u2029\"", "{a: 'x\u0085y\u2028z', b: '\u2029'}")]
    [InlineData("%YAML 1.2\n---\na: b\n...\n", "{a: 'b'}")]
    [InlineData("- - a\n  - b\n- {c: [d, {e: f}]}\n", "[['a', 'b'], {c: ['d', {e: 'f'}]}]")]
    [InlineData("k: {\n a: b\n}\n", "{k: {a: 'b'}}")]
    [InlineData("- &m\n  a: \"x\n   y\"\n", "[{a: 'x y'}]")]
    public void A_document_is_read(string text, string expected)
    {
        Assert.Equal(expected, SpecText.Show(SpecText.Read(text)));
    }

    [Theory]
    [InlineData("a: 1\n\t\nb: 2\u2028\n", "{a: 1, b: '2\u2028'}")]
    [InlineData("a: |+\n      \n  \nb: c\n", "{a: '\n\n', b: 'c'}")]
    [InlineData("a: |\n    \n    b\n\n  \nc: d\n", "{a: '\nb\n', c: 'd'}")]
    [InlineData("a: |\n  x\n    \n\t\nb:\n  c: |\n     \n  d: e\n", null)]
    [InlineData("{foo\n: bar, x: [y]}\n", "{foo: 'bar', x: ['y']}")]
    public void Blank_lines_and_colons_that_YamlDotNet_refuses_are_read(string text, string? expected)
    {
        SpecNode? root = SpecText.Read(text, "spec.yaml", out string[] told);
        if (expected is null)
        {
            Assert.NotEmpty(told);
            return;
        }

        Assert.Empty(told);
        Assert.Equal(expected.Replace("\\n", "\n", StringComparison.Ordinal), SpecText.Show(root));
    }

    [Fact]
    public void A_repair_moves_no_place()
    {
        var root = (SpecMapping)SpecText.Read("\uFEFFa: 1\r\n \t \r\nb: {x\r\n: 2}\r\nc: |\r\n    \r\nd: e\r\n");

        Assert.Equal("{a: 1, b: {x: 2}, c: '', d: 'e'}", SpecText.Show(root));
        foreach (SpecEntry entry in root.Entries)
        {
            Assert.Equal(entry.Key, root.Source.Text.Substring(entry.KeyPosition.Offset, entry.KeyPosition.Length));
        }

        var b = (SpecMapping)root["b"]!;
        Assert.Equal("2", root.Source.Text.Substring(b["x"]!.Position.Offset, b["x"]!.Position.Length));
        Assert.Equal((3, 2), (b["x"]!.Position.Line, b["x"]!.Position.Column));
    }

    [Fact]
    public void Every_node_and_key_has_its_place()
    {
        const string text = "a: \"\U0001F600\"\r\nbc:\r\n  - 'd' # e\r\n  - >-\r\n    f\r\n  - {g: h}\r\n";
        var root = (SpecMapping)SpecText.Read(text);
        var items = (SpecSequence)root["bc"]!;

        Assert.Equal(new SpecPosition(0, 0, 0, 0), root.Position);
        Assert.Equal(new SpecPosition(0, 1, 0, 0), root.Entries[0].KeyPosition);
        Assert.Equal(new SpecPosition(3, 4, 0, 3), root.Entries[0].Value.Position);
        Assert.Equal(new SpecPosition(9, 2, 1, 0), root.Entries[1].KeyPosition);
        Assert.Equal(new SpecPosition(16, 0, 2, 2), items.Position);
        Assert.Equal(new SpecPosition(18, 3, 2, 4), items.Items[0].Position);
        Assert.Equal(new SpecPosition(31, 0, 3, 4), items.Items[1].Position);
        Assert.Equal(new SpecPosition(text.IndexOf("{g", StringComparison.Ordinal), 1, 5, 4), items.Items[2].Position);
    }

    [Theory]
    [InlineData("a: [b\n", "RTK0001 (1,4)")]
    [InlineData("a: b\n c: d\n", "RTK0001 (2,2)")]
    [InlineData("a: 'b' c\n", "RTK0001 (1,6)")]
    [InlineData("a: 1\n---\nb: 2\n", "RTK0001 (2,1): A second YAML document starts here, but an OpenAPI description must be one document")]
    [InlineData("# nothing\n", "RTK0001 (1,1): The text contains no YAML document: it is empty or has only comments")]
    [InlineData("? [a]\n: b\n", "RTK0001 (1,3): A key must be a scalar, but this one is a sequence")]
    [InlineData("{a: b}: c\n", "RTK0001 (1,1): A key must be a scalar, but this one is a mapping")]
    [InlineData("- &x [1]\n- *x : 2\n", "RTK0001 (2,3): A key must be a scalar, but '*x' is a collection")]
    [InlineData("a:\n  : x\n  : y\n", "RTK0001 (2,4): An empty key is not supported here; write it as ''")]
    [InlineData("a: }\n", "RTK0001 (1,4)")]
    [InlineData("a: !<b\n", "RTK0001 (1,4)")]
    [InlineData("%TAG !e!\n---\na: b\n", "RTK0001 (1,1)")]
    public void Malformed_yaml_is_refused_at_its_place(string text, string expected)
    {
        Assert.Null(SpecText.Read(text, "spec.yaml", out string[] told));
        Assert.StartsWith(expected, Assert.Single(told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:\n-\t- b\n", 2, "A tab cannot indent a block mapping or sequence; use spaces")]
    [InlineData("- \tb: c\n", 3, "A tab cannot indent a block mapping or sequence; use spaces")]
    [InlineData("a: \"b\n\tc\"\n", 1, "A line of a quoted scalar must be indented, by spaces, further than the block that it is part of")]
    [InlineData("- &m\n  a: 'b\n  \n c'\n", 2, "A line of a quoted scalar must be indented, by spaces, further than the block that it is part of")]
    [InlineData("- [\n\tb\n  ]\n", 1, "A line of a flow collection must be indented, by spaces, further than the block that it is part of")]
    [InlineData("%YAML 1.2#x\n---\na: b\n", 10, "Expected the end of the line after the version of the %YAML directive")]
    [InlineData("# a\n%FOO\na: b\n", 1, "Expected '---' after the directives, before the document")]
    [InlineData("a: b\r\nc: d\u0001", 5, "The character U+0001 is not allowed in YAML; write it as an escape in double quotes")]
    [InlineData("a: b\n# c\0\n", 4, "The character U+0000 is not allowed in YAML; write it as an escape in double quotes")]
    public void What_YamlDotNet_lets_pass_and_yaml_forbids_is_refused(string text, int column, string message)
    {
        Assert.Null(SpecText.Read(text, "spec.yaml", out string[] told));
        Assert.Matches($"^RTK0001 \\(\\d,{column}\\): ", Assert.Single(told));
        Assert.EndsWith(message, told[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- !!str 1\n- !!int '2'\n- !!float 3\n- ! 4\n- !!null ''\n- !!bool \"true\"\n- !!str\n", "['1', 2, 3, '4', null, true, '']")]
    [InlineData("!!map\na: !!seq [1]\n", "{a: [1]}")]
    public void The_tags_of_the_core_schema_take_effect(string text, string expected)
    {
        Assert.Equal(expected, SpecText.Show(SpecText.Read(text)));
    }

    [Theory]
    [InlineData("a: !!int b")]
    [InlineData("a: !!map b")]
    [InlineData("a: !!seq {}")]
    [InlineData("a: !!str []")]
    public void A_tag_that_contradicts_its_node_is_refused(string text)
    {
        Assert.Null(SpecText.Read(text, "spec.yaml", out string[] told));
        Assert.Matches("^RTK0001 \\(1,4\\): This value does not match its tag '!![a-z]+'$", Assert.Single(told));
    }

    [Fact]
    public void Any_other_tag_is_ignored_and_reported()
    {
        SpecNode? root = SpecText.Read("a: !mine 1\nb: !!timestamp 2001-01-01\n", "spec.yaml", out string[] told);

        Assert.Equal("{a: 1, b: '2001-01-01'}", SpecText.Show(root));
        Assert.Equal(
            [
                "RTK0007 (1,4): The tag '!mine' has no meaning in an OpenAPI document and is ignored",
                "RTK0007 (2,4): The tag 'tag:yaml.org,2002:timestamp' has no meaning in an OpenAPI document and is ignored",
            ],
            told);
    }

    [Fact]
    public void An_alias_shares_the_anchored_node()
    {
        var root = (SpecMapping)SpecText.Read("a: &x {b: &y c}\nd: *x\n*y : e\n&z f: *z\n");

        Assert.Equal("{a: {b: 'c'}, d: {b: 'c'}, c: 'e', f: 'f'}", SpecText.Show(root));
        Assert.Same(root["a"], root["d"]);
        Assert.Equal(7, root.Weight);
    }

    [Theory]
    [InlineData("a: *x", "RTK0005 (1,4): The alias '*x' cannot be followed: there is no anchor with this name before it")]
    [InlineData("a: &x\n  b: [*x]\n", "RTK0005 (2,7): The alias '*x' cannot be followed: it is inside the node that it refers to")]
    [InlineData("*x : a", "RTK0005 (1,1): The alias '*x' cannot be followed: there is no anchor with this name before it")]
    public void An_alias_without_an_anchor_is_refused(string text, string expected)
    {
        Assert.Null(SpecText.Read(text, "spec.yaml", out string[] told));
        Assert.Equal([expected], told);
    }

    [Fact]
    public void Keys_are_one_if_their_texts_are()
    {
        SpecText.Read("200: a\n'200': b\n", "spec.yaml", out string[] told);

        Assert.Equal(["RTK0003 (2,1): The key '200' occurs twice in one mapping (first on line 1); only the first is read"], told);
    }
}
