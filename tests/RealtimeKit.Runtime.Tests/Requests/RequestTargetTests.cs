using RealtimeKit.Runtime.Addresses;
using RealtimeKit.Runtime.Requests;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Requests;

public sealed class RequestTargetTests
{
    [Theory]
    [InlineData("https://a.example/api", "https://a.example/api/things?x=1")]
    [InlineData("https://a.example/api/", "https://a.example/api/things?x=1")]
    [InlineData("https://a.example", "https://a.example/things?x=1")]
    [InlineData("https://a.example/api?key=2", "https://a.example/api/things?key=2&x=1")]
    [InlineData("https://a.example/api?", "https://a.example/api/things?x=1")]
    [InlineData("https://a.example/api??key=2", "https://a.example/api/things??key=2&x=1")]
    public void Server_path_and_query_are_put_together(string server, string target)
        => Assert.Equal(target, Build(server, new ApiRequest($"/things").Query("x", 1)));

    [Theory]
    [InlineData("https://a.example/api", "https://a.example/api")]
    [InlineData("https://a.example/api/", "https://a.example/api/")]
    [InlineData("https://a.example/api?key=2", "https://a.example/api?key=2")]
    [InlineData("https://a.example/api?", "https://a.example/api")]
    public void Without_path_and_query_it_is_the_server(string server, string target)
        => Assert.Equal(target, Build(server, new ApiRequest($"")));

    [Theory]
    [InlineData("a#b")]
    [InlineData("a/%2e%2e/b")]
    [InlineData("a\\b")]
    public void A_path_that_would_arrive_otherwise_is_refused(string path)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Build("https://a.example/api", Literal(path)));
        Assert.Equal("path", exception.ParamName);
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("ftp://a.example")]
    [InlineData("https://user@a.example")]
    [InlineData("https://user:password@a.example")]
    [InlineData("https://a.example/#part")]
    [InlineData("http://a.example")]
    public void A_server_is_absolute_https_and_nothing_more(string server)
    {
        ArgumentException exception =
            Assert.Throws<ArgumentException>(() => ServerUri.Require(new Uri(server, UriKind.RelativeOrAbsolute), allowPlainHttp: false, "theServer"));
        Assert.Equal("theServer", exception.ParamName);
        Assert.DoesNotContain("password", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_needs_permission_except_to_the_machine_itself()
    {
        ServerUri.Require(new Uri("http://a.example"), allowPlainHttp: true, "server");
        ServerUri.Require(new Uri("http://127.0.0.1"), allowPlainHttp: false, "server");
    }

    [Theory]
    [InlineData("http://a.example", "server")]
    [InlineData("https://user@a.example", "server")]
    [InlineData("https://[", null)]
    public void The_server_of_an_operation_is_held_to_the_same(string server, string? parameter)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Build("https://a.example", new ApiRequest($"x").Server(server)));
        Assert.Equal(parameter, exception.ParamName);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_url_that_is_too_long_for_the_platform_is_refused_as_a_request_that_cannot_be_sent(bool isPath)
    {
        string value = new('x', 70_000);
        ApiRequest request = isPath ? Literal(value) : new ApiRequest($"x").Query("q", value);
        if (Environment.Version.Major < 10)
        {
            Assert.Equal("path", Assert.Throws<ArgumentException>(() => Build("https://a.example", request)).ParamName);
        }
        else
        {
            Assert.EndsWith(value, Build("https://a.example", request), StringComparison.Ordinal);
        }
    }

    private static string Build(string server, ApiRequest request) => RequestTarget.Build(new Uri(server), request, allowPlainHttp: false).AbsoluteUri;

    /// <summary>Returns a request with a path that is not encoded, as in a template.</summary>
    private static ApiRequest Literal(string text)
    {
        var path = new ApiPath(text.Length, 0);
        path.AppendLiteral(text);
        return new ApiRequest(path);
    }
}
