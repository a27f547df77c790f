using System.Net;
using RealtimeKit.Runtime.Sending;

namespace RealtimeKit.Runtime.Tests.Sending;

public sealed class RedirectRuleTests
{
    private static readonly Uri _home = new("https://api.example.com/v4/things");

    [Theory]
    [InlineData(301, "POST", "GET", false)]
    [InlineData(302, "POST", "GET", false)]
    [InlineData(303, "POST", "GET", false)]
    [InlineData(307, "POST", "POST", true)]
    [InlineData(308, "POST", "POST", true)]
    [InlineData(301, "PUT", "PUT", true)]
    [InlineData(302, "PUT", "PUT", true)]
    [InlineData(303, "PUT", "GET", false)]
    [InlineData(307, "PUT", "PUT", true)]
    [InlineData(303, "HEAD", "HEAD", true)]
    [InlineData(303, "GET", "GET", false)]
    [InlineData(301, "DELETE", "DELETE", true)]
    public void Within_an_origin_the_status_and_the_method_decide(int status, string method, string then, bool sendsBody)
    {
        RedirectHop? next = Next(status, "/elsewhere", new RedirectHop(_home, new HttpMethod(method), SendsBody: true, HasCrossed: false));
        Assert.Equal(new RedirectHop(new Uri("https://api.example.com/elsewhere"), new HttpMethod(then), sendsBody, HasCrossed: false), next);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(300)]
    [InlineData(304)]
    [InlineData(305)]
    [InlineData(306)]
    [InlineData(400)]
    public void Other_statuses_are_no_redirects(int status) => Assert.Null(Next(status, "/elsewhere", Hop()));

    [Theory]
    [InlineData(null)]
    [InlineData("ftp://api.example.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user@api.example.com/x")]
    [InlineData("https://user:password@api.example.com/x")]
    [InlineData("http://api.example.com/v4/things")]
    [InlineData("http://127.0.0.1/x")]
    public void A_redirect_without_an_allowed_address_is_not_followed(string? location) => Assert.Null(Next(302, location, Hop()));

    [Fact]
    public void From_plain_http_a_redirect_may_lead_to_http_and_to_https()
    {
        RedirectHop hop = Hop() with { Target = new Uri("http://127.0.0.1/a") };
        Assert.Equal("http://127.0.0.1/b", Next(302, "/b", hop)!.Value.Target.AbsoluteUri);
        Assert.Equal("https://127.0.0.1/b", Next(302, "https://127.0.0.1/b", hop)!.Value.Target.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://api.example.com:443/x", false)]
    [InlineData("https://API.example.com/x", false)]
    [InlineData("https://api.example.com:444/x", true)]
    [InlineData("https://example.com/x", true)]
    [InlineData("//evil.example/x", true)]
    public void An_origin_is_scheme_host_and_port(string location, bool crosses)
        => Assert.Equal(crosses, Next(302, location, Hop())!.Value.HasCrossed);

    [Fact]
    public void A_request_that_left_its_origin_is_never_trusted_again()
        => Assert.True(Next(302, "/back", Hop() with { HasCrossed = true })!.Value.HasCrossed);

    [Theory]
    [InlineData(307, "PUT", true, true, false)]
    [InlineData(307, "PUT", false, true, true)]
    [InlineData(307, "PUT", true, false, true)]
    [InlineData(303, "PUT", true, true, true)]
    [InlineData(302, "POST", true, true, true)]
    [InlineData(302, "PUT", true, true, false)]
    public void A_body_does_not_cross_and_neither_does_a_method_that_needs_it(int status, string method, bool hasBody, bool sendsBody, bool follows)
        => Assert.Equal(
            follows, Next(status, "https://evil.example/x", new RedirectHop(_home, new HttpMethod(method), sendsBody, HasCrossed: false), hasBody) is not null);

    [Fact]
    public void A_body_that_was_left_behind_stays_behind()
        => Assert.False(Next(307, "/x", Hop() with { SendsBody = false })!.Value.SendsBody);

    private static RedirectHop Hop() => new(_home, HttpMethod.Get, SendsBody: true, HasCrossed: false);

    [Theory]
    [InlineData(307, "POST", false)]
    [InlineData(308, "PUT", false)]
    [InlineData(301, "PUT", false)]
    [InlineData(303, "POST", true)]
    public void A_body_that_cannot_be_read_again_follows_no_redirect_that_keeps_it(int status, string method, bool follows)
        => Assert.Equal(follows, Next(status, "/x", Hop() with { Method = new HttpMethod(method) }, hasBody: true, canSendBody: false) is not null);

    private static RedirectHop? Next(int status, string? location, RedirectHop hop, bool hasBody = false, bool canSendBody = true)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute);
        return RedirectRule.Next(hop, response, hasBody, canSendBody);
    }
}
