using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Addresses;

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
    [InlineData("https://api.example.com{v}", "/v1", "https://api.example.com/v1/")]
    [InlineData("https://api.example.com{v}/", "", "https://api.example.com/")]
    [InlineData("https://api.example.com:8443{v}", "/v1", "https://api.example.com:8443/v1/")]
    [InlineData("https://api.{v}/", "example.com", "https://api.example.com/")]
    [InlineData("https://api.{v}.example.com:444/x", "eu-1", "https://api.eu-1.example.com:444/x/")]
    public void A_value_takes_its_place(string template, string value, string expected)
        => Assert.Equal(expected, new ServerAddress(template).With("v", value, declared: null).ToUri().AbsoluteUri);

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
    [InlineData("https://{v}.example.com/", "[2001:db8::bad]")]
    [InlineData("https://{v}.example.com/", "[::1]")]
    [InlineData("https://{v}.example.com/", "a.")]
    [InlineData("https://{v}.example.com/", ".a")]
    [InlineData("https://{v}.example.com/", "a..b")]
    [InlineData("https://api.example.com{v}", ".evil.test")]
    [InlineData("https://api.example.com{v}", "evil")]
    [InlineData("https://api.example.com{v}/", "-evil.test")]
    [InlineData("https://api.example.com{v}", ":81")]
    [InlineData("https://api.example.com{v}", "@evil.test")]
    [InlineData("https://api.example.com:44{v}", "3")]
    [InlineData("https://api.example.com{v}", "/../x")]
    [InlineData("https://example.com/.{v}/", ".")]
    [InlineData("https://example.com/.{v}/", "")]
    [InlineData("https://{v}/", "127.1")]
    [InlineData("https://{v}/", "example.com:0")]
    [InlineData("https://{v}/", "example.com:99999")]
    [InlineData("https://{v}/", "a:b@evil.test")]
    [InlineData("https://0x7f.{v}/", "1")]
    [InlineData("https://example.com:{v}/", "99999")]
    [InlineData("https://example.com:{v}/", "")]
    public void A_value_that_reaches_beyond_its_place_is_refused(string template, string value)
        => Assert.Throws<ArgumentException>(() => new ServerAddress(template).With("v", value, declared: null).ToUri());

    [Theory]
    [InlineData("https://api{v}/", ".example.com", "https://api.example.com/")]
    [InlineData("https://api.example.com{v}/", ":8443", "https://api.example.com:8443/")]
    [InlineData("https://api.example.com{v}/", "v1", "https://api.example.comv1/")]
    [InlineData("https://api{v}.example.com/", "-test", "https://api-test.example.com/")]
    public void What_the_document_declares_is_accepted_as_it_is(string template, string declared, string expected)
    {
        Assert.Equal(expected, new ServerAddress(template).With("v", declared, declared).ToUri().AbsoluteUri);
        Assert.Equal(expected, new ServerAddress(template).With("v", declared, null, declared, "another").ToUri().AbsoluteUri);
    }

    [Fact]
    public void No_value_leads_to_another_server()
    {
        string[] templates = Templates().ToArray();
        string[] parts = ["a", "B", "9", "-", ".", "..", "/", "//", "\\", ":", "@", "?", "#", "%2e", "%2f", "%5c", "%00", "[", "]", "::1", "evil.test",
            ".evil.test", "evil.test:81", "user:x@", " ", "\t", "\n", "é", "。", "\u200b", "0x7f", "127.1", "{v}", "xn--", "~", "_", ";", "&", "="];
        int values = Proof.Count(40_000, 1_000_000);
        Random random = Proof.Random();
        int built = 0;
        for (int i = 0; i < values; i++)
        {
            string template = templates[i % templates.Length];
            string value = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => parts[random.Next(parts.Length)]));
            Uri expected = new(template.Replace("{v}", "", StringComparison.Ordinal).Replace("//.", "//", StringComparison.Ordinal));
            try
            {
                Uri address = new ServerAddress(template).With("v", value, null).ToUri();
                built++;
                Assert.True(
                    address.Scheme == expected.Scheme && address.Port == expected.Port && address.UserInfo.Length == 0
                        && (address.Host == expected.Host
                            || (template.Contains("//{v}.", StringComparison.Ordinal) && address.Host.EndsWith("." + expected.Host, StringComparison.Ordinal))),
                    $"{template} with '{value}' is {address}");
            }
            catch (ArgumentException)
            {
                // A value that is rejected is always safe.
            }
        }

        Proof.Report($"{values} values in {templates.Length} templates, {built} addresses, 0 escapes");
        Assert.True(built > values / 20);
    }

    /// <summary>Over two hundred templates: hosts, ports and paths, with the variable as a label, behind the host and in the path.</summary>
    private static IEnumerable<string> Templates() =>
        from host in (string[])["example.com", "api.example.com", "a-b.example.co.uk", "localhost", "127.0.0.1", "x.test"]
        from port in (string[])["", ":444"]
        from scheme in (string[])["https", "http"]
        from shape in (string[])["{0}://{{v}}.{1}{2}/", "{0}://{{v}}.{1}{2}/v1", "{0}://{1}{2}{{v}}", "{0}://{1}{2}{{v}}/", "{0}://{1}{2}{{v}}/v1",
            "{0}://{1}{2}/{{v}}", "{0}://{1}{2}/{{v}}/", "{0}://{1}{2}/a/{{v}}/b", "{0}://{1}{2}/a-{{v}}/", "{0}://{1}{2}/a.{{v}}.b"]
        where !shape.Contains("}}.{1}", StringComparison.Ordinal) || host != "127.0.0.1"
        select string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, scheme, host, port);

    [Fact]
    public void A_value_holds_no_further_variable() =>
        Assert.Throws<ArgumentException>(() => new ServerAddress("https://{a}.{b}.example.com/").With("a", "{b}", null).With("b", "eu", null).ToUri());

    [Fact]
    public void A_variable_is_given_one_of_its_values_and_none_is_left_out()
    {
        ServerAddress address = new ServerAddress("https://{region}.example.com/").With("region", "eu", "eu", "eu", "us");

        Assert.Equal("https://eu.example.com/", address.ToUri().AbsoluteUri);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => address.With("region", "EU", "eu", "eu", "us"));
        Assert.Equal(("region", true), (exception.ParamName, exception.Message.Contains("eu, us", StringComparison.Ordinal)));
        Assert.Throws<ArgumentNullException>("region", () => address.With("region", null!, null));
        Assert.Throws<ArgumentException>("region", () => new ServerAddress("https://{region}.example.com/").ToUri());
    }
}
