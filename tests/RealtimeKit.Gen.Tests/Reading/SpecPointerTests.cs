using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Reading;

public class SpecPointerTests
{
    // The document and the values of RFC 6901 §5 and §6, and of what it leaves open.
    private const string Document = """
        {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8, "é": {"": 9}}
        """;

    [Theory]
    [InlineData("/foo", "['bar', 'baz']")]
    [InlineData("/foo/0", "'bar'")]
    [InlineData("/foo/1", "'baz'")]
    [InlineData("/", "0")]
    [InlineData("/a~1b", "1")]
    [InlineData("/c%d", "2")]
    [InlineData("/e^f", "3")]
    [InlineData("/i\\j", "5")]
    [InlineData("/k\"l", "6")]
    [InlineData("/ ", "7")]
    [InlineData("/m~0n", "8")]
    [InlineData("/é/", "9")]
    [InlineData("#/a~1b", "1")]
    [InlineData("#/c%25d", "2")]
    [InlineData("#/e%5Ef", "3")]
    [InlineData("#/%20", "7")]
    [InlineData("#/%C3%A9/", "9")]
    [InlineData("#/m%7E0n", "8")]
    [InlineData("#/a%2Fb", "nothing")]
    [InlineData("/foo/2", "nothing")]
    [InlineData("/foo/-", "nothing")]
    [InlineData("/foo/01", "nothing")]
    [InlineData("/foo/+1", "nothing")]
    [InlineData("/foo/0/x", "nothing")]
    [InlineData("/foo/99999999999", "nothing")]
    [InlineData("foo", "nothing")]
    [InlineData("#foo", "nothing")]
    [InlineData("/nothing", "nothing")]
    public void A_pointer_points_at_its_node_or_at_nothing(string pointer, string expected)
    {
        Assert.Equal(expected, SpecText.Show(SpecPointer.Evaluate(SpecText.Read(Document), pointer)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    public void An_empty_pointer_points_at_the_root(string pointer)
    {
        SpecNode root = SpecText.Read(Document);

        Assert.Same(root, SpecPointer.Evaluate(root, pointer));
    }

    [Theory]
    [InlineData("a/b~c", "a~1b~0c")]
    [InlineData("~1", "~01")]
    [InlineData("plain", "plain")]
    public void A_key_is_escaped_and_comes_back(string key, string escaped)
    {
        Assert.Equal(escaped, SpecPointer.Escape(key));
        Assert.Equal(key, SpecPointer.Unescape(escaped));
    }
}
