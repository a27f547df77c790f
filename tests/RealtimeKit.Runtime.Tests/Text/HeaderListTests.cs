using System.Globalization;
using System.Net.Http.Headers;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Text;

/// <summary>A separator within quotes or angle brackets belongs to an item of a header, so that what is sent can be read.</summary>
public class HeaderListTests
{
    [Theory]
    [InlineData("a, b ,,c", "a|b|c")]
    [InlineData("\"a,b\",c", "\"a,b\"|c")]
    [InlineData("W/\"a\\\",b\", c", "W/\"a\\\",b\"|c")]
    [InlineData("<https://a/b,c>; rel=\"next, x\", <https://a/d>", "<https://a/b,c>; rel=\"next, x\"|<https://a/d>")]
    [InlineData("a<b,c>d", "a<b|c>d")]
    [InlineData("\"a,b", "\"a|b")]
    [InlineData("<a,b,\"c,d\"", "<a|b|\"c,d\"")]
    [InlineData("", "")]
    public void The_items_are_those_that_were_sent(string text, string items) =>
        Assert.Equal(items, string.Join('|', HeaderReading.Texts(Headers(text), "X")!));

    [Fact]
    public void Another_separator_is_not_read_within_quotes_either()
    {
        Assert.Equal(["\"a b\"", "c"], HeaderReading.Texts(Headers("\"a b\" c"), "X", ' '));
        Assert.Equal([1, 2], HeaderReading.List<int>(Headers("1|2"), "X", '|', static text => int.Parse(text!, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("a,\"x,y\",b,2", false)]
    [InlineData("a=\"x,y\",b=2", true)]
    public void The_members_of_an_object_can_have_them_too(string text, bool explode) => Assert.Equal(
        "{\"a\":\"\\u0022x,y\\u0022\",\"b\":2}",
        HeaderReading.SimpleObject(Headers(text), "X", explode, JsonReading.Element).GetRawText());

    private static HttpResponseHeaders Headers(string text)
    {
        HttpResponseMessage response = new();
        response.Headers.TryAddWithoutValidation("X", text);
        return response.Headers;
    }
}
