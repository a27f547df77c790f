using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Sending;

/// <summary>A header of a call is sent as it is, even if .NET's own parser of this header refuses it. Some servers use other formats.</summary>
public sealed class HeaderFormatTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("If-Match", "1")]
    [InlineData("If-None-Match", "abc, def")]
    [InlineData("If-Range", "1")]
    [InlineData("If-Modified-Since", "2024-02-29")]
    [InlineData("Range", "0-5")]
    [InlineData("Cache-Control", "max age=")]
    [InlineData("User-Agent", "My App (1")]
    [InlineData("Authorization", "a:b=")]
    [InlineData("Accept-Language", "en_GB;")]
    [InlineData("Date", "today")]
    [InlineData("Content-Language", "en_GB;")]
    [InlineData("Referer", "x y")]
    [InlineData("Referer", "\"a\"")]
    [InlineData("Accept-Language", "a,b")]
    [InlineData("Accept-Charset", "a,b")]
    [InlineData("Cache-Control", "no-cache,no-store")]
    [InlineData("Pragma", "a,b")]
    [InlineData("If-Match", "\"a\",\"b\"")]
    [InlineData("Date", "Sun, 6 Nov 1994 08:49:37 GMT")]
    [InlineData("If-Match", "")]
    [InlineData("X-Empty", "")]
    public async Task A_header_is_sent_as_the_caller_gives_it(string name, string value)
    {
        Assert.Equal(value, await SentAsync(TestApi.ThingRequest(Thing.Sample).Header(name, value), null, name));
        Assert.Equal(value, await SentAsync(TestApi.ThingRequest(Thing.Sample), new() { Headers = new Dictionary<string, string> { [name] = value } }, name));
    }

    [Theory]
    [InlineData("Connection", "a b")]
    [InlineData("Expect", "a b")]
    [InlineData("Host", "a b")]
    [InlineData("Content-Type", "text")]
    public async Task A_header_that_the_platform_acts_on_needs_its_format(string name, string value)
        => Assert.Equal(name, (await Assert.ThrowsAsync<ArgumentException>(
            () => SentAsync(TestApi.ThingRequest(Thing.Sample).Header(name, value), null, name))).ParamName);

    [Fact]
    public async Task A_key_for_the_authorization_header_can_be_any_text_of_headers()
    {
        var credential = new ApiKeyCredential("Authorization", ApiKeyLocation.Header, "a:YWJj/==");

        Assert.Equal("a:YWJj/==", await SentAsync(TestApi.ThingRequest(Thing.Sample), new() { Credential = credential }, "Authorization"));
    }

    [Theory]
    [InlineData("me (v1")]
    [InlineData("a;b")]
    [InlineData("My App; 1")]
    [InlineData("Mozilla/5.0 (X; Y) foo/1.0 [bar]")]
    public async Task A_user_agent_is_sent_as_the_options_give_it(string text)
    {
        string? sent = null;
        await using var server = RawServer.Start(async connection =>
        {
            sent = (await connection.ReadRequestAsync())?.Header("User-Agent");
            await connection.WriteAsync(TestApi.Response());
        });
        ApiClientOptions options = TestApi.Options(server.Address);
        options.UserAgent = text;
        using var transport = new ApiTransport(options);

        await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation);

        Assert.Equal(text, sent);
    }

    private static async Task<string?> SentAsync(ApiRequest request, RequestOptions? options, string header)
    {
        string? sent = null;
        await using var server = RawServer.Start(async connection =>
        {
            sent = (await connection.ReadRequestAsync())?.Header(header);
            await connection.WriteAsync(TestApi.Response());
        });
        using var transport = new ApiTransport(TestApi.Options(server.Address));
        await transport.SendAsync(TestApi.Put, request, options, Cancellation);
        return sent;
    }
}
