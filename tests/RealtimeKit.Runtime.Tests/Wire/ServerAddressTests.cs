using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Wire;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("https://{v}.example.com/", "eu", "https://eu.example.com/")]
    [InlineData("https://{v}.example.com/", "a.b", "https://a.b.example.com/")]
    [InlineData("https://{v}/", "localhost:8080", "https://localhost:8080/")]
    [InlineData("https://{v}/", "[::1]", "https://[::1]/")]
    [InlineData("https://example.com:{v}/", "8443", "https://example.com:8443/")]
    [InlineData("https://example.com/{v}/", "v2/beta", "https://example.com/v2/beta/")]
    [InlineData("https://example.com/{v}/", "", "https://example.com/")]
    [InlineData("https://example.com/{v}/", "a%20b/%C3%A9", "https://example.com/a%20b/%C3%A9/")]
    [InlineData("https://api{v}.example.com/", "", "https://api.example.com/")]
    [InlineData("{v}://example.com/", "http", "http://example.com/")]
    [InlineData("{v}://example.com/", "https", "https://example.com/")]
    [InlineData("{v}/", "https://other.example.com/v1", "https://other.example.com/v1/")]
    [InlineData("https://{v}.{v}.example.com/", "eu", "https://eu.eu.example.com/")]
    [InlineData("https://example.com/", "unused", "https://example.com/")]
    public void A_value_takes_its_place(string template, string value, string expected)
        => Assert.Equal(expected, new ServerAddress(template).With("v", value).ToUri().AbsoluteUri);

    [Theory]
    [InlineData("https://{v}.example.com/", "evil.test/")]
    [InlineData("https://{v}.example.com/", "evil.test#")]
    [InlineData("https://{v}.example.com/", "evil.test?")]
    [InlineData("https://{v}.example.com/", "evil.test\\")]
    [InlineData("https://{v}.example.com/", "user@evil.test")]
    [InlineData("https://{v}.example.com/", "evil.test%2f")]
    [InlineData("https://{v}.example.com/", "evil.test:443")]
    [InlineData("https://{v}.example.com/", "")]
    [InlineData("https://{v}.example.com/", "a b")]
    [InlineData("https://{v}.example.com/", "a\nb")]
    [InlineData("https://example.com:{v}/", "80@evil.test")]
    [InlineData("https://example.com:{v}/", "x")]
    [InlineData("https://example.com/{v}/", "a/../../b")]
    [InlineData("https://example.com/{v}/", ".")]
    [InlineData("https://example.com/{v}/", "a?b")]
    [InlineData("https://example.com/{v}/", "a#b")]
    [InlineData("https://example.com/{v}/", "%2e%2E")]
    [InlineData("https://example.com/{v}/", "a/.%2e/b")]
    [InlineData("https://example.com/{v}/", "a%2Fb")]
    [InlineData("https://example.com/{v}/", "a%5cb")]
    [InlineData("https://example.com/{v}/", "a%252e")]
    [InlineData("https://example.com/{v}/", "a%2")]
    [InlineData("https://example.com/{v}/", "a%0d%0ab")]
    [InlineData("https://example.com/{v}/", "a\\b")]
    [InlineData("{v}://example.com/", "ftp")]
    [InlineData("{v}://example.com/", "https://evil.test/")]
    [InlineData("{v}/", "file:///etc/passwd")]
    [InlineData("{v}/", "https://user:secret@example.com")]
    [InlineData("{v}/", "")]
    [InlineData("/v1/{v}", "a")]
    public void A_value_that_reaches_beyond_its_place_is_refused(string template, string value)
        => Assert.Throws<ArgumentException>(() => new ServerAddress(template).With("v", value).ToUri());

    [Fact]
    public void A_value_holds_no_further_variable() =>
        Assert.Throws<ArgumentException>(() => new ServerAddress("https://{a}.{b}.example.com/").With("a", "{b}").With("b", "eu").ToUri());

    [Fact]
    public void A_variable_is_given_one_of_its_values_and_none_is_left_out()
    {
        ServerAddress address = new ServerAddress("https://{region}.example.com/").With("region", "eu", "eu", "us");

        Assert.Equal("https://eu.example.com/", address.ToUri().AbsoluteUri);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => address.With("region", "EU", "eu", "us"));
        Assert.Equal(("region", true), (exception.ParamName, exception.Message.Contains("eu, us", StringComparison.Ordinal)));
        Assert.Throws<ArgumentNullException>("region", () => address.With("region", null!));
        Assert.Throws<ArgumentException>("region", () => new ServerAddress("https://{region}.example.com/").ToUri());
    }
}
