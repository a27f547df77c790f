using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
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

    /// <summary>Text that is no list of single values in JSON is not JSON: IPv6 addresses, for example.</summary>
    [Theory]
    [InlineData("[\"a\", \"b,c\"]", "a|b,c")]
    [InlineData(" [\"\\u00fc\\\"\", 1.50, true, \"\"] ", "ü\"|1.50|true|")]
    [InlineData("[]", "")]
    [InlineData("[::1], [::2]", "[::1]|[::2]")]
    [InlineData("[\"a\"", "[\"a\"")]
    [InlineData("[\"a\"], b", "[\"a\"]|b")]
    [InlineData("[\"a\", null]", "[\"a\"|null]")]
    [InlineData("[[1], 2]", "[[1]|2]")]
    [InlineData("[{}]", "[{}]")]
    [InlineData("[\"\\uD800\"]", "[\"\\uD800\"]")]
    public void A_list_in_JSON_has_the_items_of_the_JSON(string text, string items)
    {
        IReadOnlyList<string> texts = HeaderReading.Texts(Headers(text), "X")!;

        Assert.Equal((items, items.Length == 0 ? 0 : items.Count(static c => c == '|') + 1), (string.Join('|', texts), texts.Count));
        Assert.Equal(texts, HeaderReading.ListRef(Headers(text), "X", static item => item)!);
    }

    [Fact]
    public void Each_header_of_the_same_name_can_be_JSON()
    {
        HttpResponseHeaders headers = Headers("[1, 2]");
        headers.TryAddWithoutValidation("X", "3,4");
        headers.TryAddWithoutValidation("X", "[\"5\"]");

        Assert.Equal([1, 2, 3, 4, 5], HeaderReading.List(headers, "X", static text => HeaderReading.Value<int>(text))!);
        Assert.Equal([1, 2, 3, 4, 5], HeaderReading.SimpleList<List<int>>(headers, "X", ',', Read));

        static List<int> Read(ref Utf8JsonReader reader) => [.. JsonElement.ParseValue(ref reader).EnumerateArray().Select(static item => item.GetInt32())];
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
