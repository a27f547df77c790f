using RealtimeKit.Runtime.Addresses;

namespace RealtimeKit.Runtime.Tests.Addresses;

public sealed class OriginTests
{
    [Theory]
    [InlineData("https://api.example.com/a?b", "https://api.example.com:443")]
    [InlineData("HTTPS://API.Example.COM:8443", "https://api.example.com:8443")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example:443")]
    [InlineData("https://BÜCHER.example", "https://xn--bcher-kva.example:443")]
    [InlineData("https://xn--bcher-kva.example", "https://xn--bcher-kva.example:443")]
    [InlineData("https://[2001:DB8::1]:444/", "https://2001:db8::1:444")]
    [InlineData("https://127.1/", "https://127.0.0.1:443")]
    public void One_host_has_one_origin_however_it_is_written(string address, string origin)
        => Assert.Equal(origin, Origin.Of(new Uri(address)).ToString());

    // The platform resolves names below localhost through DNS, so their address is unknown here.
    [Theory]
    [InlineData("http://localhost", true)]
    [InlineData("http://a.localhost", false)]
    [InlineData("http://localhost.", false)]
    [InlineData("http://0x7f.1", true)]
    [InlineData("http://[::ffff:127.0.0.1]", true)]
    [InlineData("http://[::ffff:10.0.0.1]", false)]
    [InlineData("http://127.0.0.1", true)]
    [InlineData("http://127.8.9.1", true)]
    [InlineData("http://[::1]", true)]
    [InlineData("http://localhost.example", false)]
    [InlineData("http://notlocalhost", false)]
    [InlineData("http://127.0.0.1.example", false)]
    [InlineData("http://[2001:db8::1]", false)]
    [InlineData("http://0.0.0.0", false)]
    [InlineData("https://example.com", true)]
    public void A_secret_may_be_sent_by_https_or_within_the_machine(string address, bool isPrivate)
        => Assert.Equal(isPrivate, Origin.Of(new Uri(address)).IsPrivate);

    [Fact]
    public void A_host_that_cannot_be_spelled_is_refused_when_the_client_is_built()
    {
        var address = new Uri("https://é-/");

        Assert.Equal("BaseAddress", Assert.Throws<ArgumentException>(() => new ApiTransport(new ApiClientOptions { BaseAddress = address })).ParamName);
        Assert.Equal("TrustedOrigins",
            Assert.Throws<ArgumentException>(
                () => new ApiTransport(new ApiClientOptions { BaseAddress = new("https://a.example"), TrustedOrigins = { address } })).ParamName);
    }

    [Theory]
    [InlineData("https://é-/")]
    [InlineData("/relative")]
    public void Options_that_no_client_takes_show_themselves_all_the_same(string address)
        => Assert.Contains("no address",
            new ApiClientOptions { BaseAddress = new Uri(address, address[0] == '/' ? UriKind.Relative : UriKind.Absolute) }.ToString(),
            StringComparison.Ordinal);

    [Fact]
    public void The_options_show_the_origin_and_nothing_of_the_rest_of_the_address()
        => Assert.Contains("https://api.example.com:443,", new TestOptions { BaseAddress = new Uri("https://api.example.com/secret?key=hush") }.ToString(),
            StringComparison.Ordinal);

    private sealed class TestOptions : ApiClientOptions;
}
