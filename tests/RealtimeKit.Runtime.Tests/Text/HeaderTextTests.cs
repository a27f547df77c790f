using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Tests.Text;

public sealed class HeaderTextTests
{
    [Fact]
    public void A_name_is_a_token_of_the_standard_and_no_other_character()
    {
        const string Others = "!#$%&'*+-.^_`|~";
        for (int code = char.MinValue; code <= char.MaxValue; code++)
        {
            char character = (char)code;
            Assert.Equal(char.IsAsciiLetterOrDigit(character) || Others.Contains(character, StringComparison.Ordinal), HeaderText.IsToken("a" + character));
        }

        Assert.False(HeaderText.IsToken(""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("Content-Length")]
    [InlineData("transfer-ENCODING")]
    public void A_name_that_is_none_or_says_where_a_message_ends_is_refused(string name)
        => Assert.Equal("theName", Assert.Throws<ArgumentException>(() => HeaderText.RequireToken(name, "theName")).ParamName);

    [Fact]
    public void No_name_and_no_value_are_refused_by_the_argument_s_name()
    {
        Assert.Equal("theName", Assert.Throws<ArgumentNullException>(() => HeaderText.RequireToken(null!, "theName")).ParamName);
        Assert.Equal("theValue", Assert.Throws<ArgumentNullException>(() => HeaderText.RequireValue("X", null!, "theValue")).ParamName);
    }

    [Fact]
    public void A_value_is_visible_ascii_with_blanks_and_tabs_at_every_position()
    {
        // Tests all characters at the beginning of the first plane, where the limits are, and every hundredth after that.
        for (int code = char.MinValue; code <= char.MaxValue; code += code < 0x200 ? 1 : 101)
        {
            char character = (char)code;
            foreach (string value in (string[])[$"{character}", $"\t{character}", $"a\tb{character}c\t", $"{character}\t"])
            {
                if (character is '\t' or (>= ' ' and <= '~'))
                {
                    HeaderText.RequireValue("X", value, "theValue");
                }
                else
                {
                    ArgumentException exception = Assert.Throws<ArgumentException>(() => HeaderText.RequireValue("X", value, "theValue"));
                    Assert.StartsWith($"The value of the header 'X' contains U+{code:X4},", exception.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("text/plain; charset=utf-8", true)]
    [InlineData("text", false)]
    [InlineData("", false)]
    [InlineData("text/plain\r\nX: y", false)]
    public void A_content_type_is_a_media_type(string mediaType, bool isOne)
    {
        ArgumentException? refusal = Record.Exception(() => HeaderText.RequireMediaType(mediaType, "theType")) as ArgumentException;
        Assert.Equal(isOne ? null : "theType", refusal?.ParamName);
        Assert.Equal(mediaType.Contains('\r', StringComparison.Ordinal),
            refusal?.Message.StartsWith("The value of the header 'Content-Type' contains U+000D", StringComparison.Ordinal) ?? false);
    }
}
