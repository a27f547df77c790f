using System.Text;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Tests.Text;

public sealed class PercentEncodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("aZ09-._~", "aZ09-._~")]
    [InlineData("a b", "a%20b")]
    [InlineData("/?#[]@!$&'()*+,;=:", "%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A")]
    [InlineData("%20", "%2520")]
    [InlineData("äö", "%C3%A4%C3%B6")]
    [InlineData("a€b", "a%E2%82%ACb")]
    [InlineData("\U0001F600x", "%F0%9F%98%80x")]
    [InlineData("\0\t\u007f", "%00%09%7F")]
    public void What_is_not_unreserved_is_encoded_as_utf8(string text, string encoded) => Assert.Equal(encoded, PercentEncoding.Encode(text));

    [Theory]
    [InlineData("/?[]@!$&'()*+,;=:", "/?[]@!$&'()*+,;=:")]
    [InlineData("#", "%23")]
    [InlineData("a%20b", "a%20b")]
    [InlineData("%aF%Fa", "%aF%Fa")]
    [InlineData("%2", "%252")]
    [InlineData("%", "%25")]
    [InlineData("%2G", "%252G")]
    [InlineData("%G2", "%25G2")]
    [InlineData("a b c", "a%20b%20c")]
    [InlineData("\U0001F600\U0001F600%41", "%F0%9F%98%80%F0%9F%98%80%41")]
    [InlineData("ä", "%C3%A4")]
    public void Where_reserved_characters_are_allowed_they_and_what_is_encoded_stay(string text, string encoded)
    {
        var builder = new StringBuilder();
        PercentEncoding.Append(builder, text, ReservedText.PlainInPath);
        Assert.Equal(encoded, builder.ToString());
    }

    [Theory]
    [InlineData("PlainInQuery", "/?[]@!$%26'()*+,;=:")]
    [InlineData("PlainInForm", "/?[]@!$%26'()*%2B,;=:")]
    public void In_a_query_and_in_a_form_a_value_cannot_end(string reserved, string encoded)
    {
        var builder = new StringBuilder();
        PercentEncoding.Append(builder, "/?[]@!$&'()*+,;=:", Enum.Parse<ReservedText>(reserved));
        Assert.Equal(encoded, builder.ToString());
    }

    [Theory]
    [InlineData(0xD83D, false)]
    [InlineData(0xD83D, true)]
    [InlineData(0xDE00, false)]
    [InlineData(0xDE00, true)]
    public void Half_a_surrogate_pair_is_refused(int half, bool allowReserved)
    {
        ReservedText reserved = allowReserved ? ReservedText.PlainInPath : ReservedText.Encoded;
        foreach (string text in (string[])[$"{(char)half}", $"a{(char)half}b"])
        {
            Assert.Throws<ArgumentException>(() => PercentEncoding.Append(new StringBuilder(), text, reserved));
        }
    }
}
