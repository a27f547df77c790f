using System.Net;
using System.Text;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Sending;

/// <summary>Tests the requests that a handler receives.</summary>
public sealed class RequestWriterTests
{
    [Fact]
    public async Task The_request_says_what_it_understands_before_the_operation_does()
    {
        Assert.Equal("application/json", (await SentAsync(TestApi.ThingRequest())).Headers.Accept.ToString());
        Assert.Equal("text/csv", (await SentAsync(TestApi.ThingRequest().Accept("text/csv"))).Headers.Accept.ToString());
    }

    [Fact]
    public async Task The_borrowed_client_decides_the_version()
    {
        HttpRequestMessage sent = await SentAsync(TestApi.ThingRequest(), configure: static client =>
        {
            client.DefaultRequestVersion = HttpVersion.Version20;
            client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        });

        Assert.Equal((HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact), (sent.Version, sent.VersionPolicy));
    }

    [Fact]
    public async Task A_call_s_headers_are_sent_beside_those_of_its_parameters()
    {
        HttpRequestMessage sent =
            await SentAsync(TestApi.ThingRequest().Header("X-One", "1"), new RequestOptions { Headers = new Dictionary<string, string> { ["X-Two"] = "2" } });

        Assert.Equal(("1", "2"), (sent.Headers.GetValues("X-One").Single(), sent.Headers.GetValues("X-Two").Single()));
    }

    [Fact]
    public async Task A_call_s_key_takes_the_place_of_a_header_of_its_name()
    {
        HttpRequestMessage sent = await SentAsync(TestApi.ThingRequest().Header("Idempotency-Key", "parameter"), new RequestOptions { IdempotencyKey = "own" });

        Assert.Equal(["own"], sent.Headers.GetValues("Idempotency-Key"));
    }

    [Fact]
    public async Task There_is_no_header_of_cookies_without_cookies()
    {
        Assert.False((await SentAsync(TestApi.ThingRequest())).Headers.Contains("Cookie"));
        Assert.Equal("a=1", (await SentAsync(TestApi.ThingRequest().Cookie("a", 1))).Headers.GetValues("Cookie").Single());
        var key = new ApiKeyCredential("k", ApiKeyLocation.Cookie, "2");
        Assert.Equal("k=2", (await SentAsync(TestApi.ThingRequest(), new RequestOptions { Credential = key })).Headers.GetValues("Cookie").Single());
        Assert.Equal(
            "a=1; k=2", (await SentAsync(TestApi.ThingRequest().Cookie("a", 1), new RequestOptions { Credential = key })).Headers.GetValues("Cookie").Single());
    }

    [Fact]
    public async Task A_key_in_the_query_comes_after_what_is_there()
    {
        var key = new RequestOptions { Credential = new ApiKeyCredential("k", ApiKeyLocation.Query, "2") };

        Assert.Equal("?k=2", (await SentAsync(TestApi.ThingRequest(), key)).RequestUri!.Query);
        Assert.Equal("?a=1&k=2", (await SentAsync(TestApi.ThingRequest().Query("a", 1), key)).RequestUri!.Query);
        Assert.Equal("?a=%26&k=2", (await SentAsync(TestApi.ThingRequest().Query("a", "&"), key)).RequestUri!.Query);
    }

    [Fact]
    public async Task A_redirect_with_an_empty_query_gets_the_key_and_no_more()
    {
        string? query = null;
        ApiClientOptions options = Options();
        options.MaxRedirects = 1;
        options.Credential = new ApiKeyCredential("k", ApiKeyLocation.Query, "2");
        using HttpClient client = FakeHandler.Client((request, call) =>
        {
            query = request.RequestUri!.Query;
            return call == 2
                ? FakeHandler.Response(TestApi.ThingBody)
                : new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri("/elsewhere?", UriKind.Relative) } };
        });
        using var transport = new ApiTransport(options, client);

        await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("?k=2", query);
    }

    [Fact]
    public async Task A_header_about_the_body_goes_with_the_body_and_takes_the_place_of_its_own()
    {
        var options =
            new RequestOptions { Headers = new Dictionary<string, string> { ["Content-Language"] = "de", ["Content-Type"] = "application/merge-patch+json" } };

        HttpRequestMessage sent = await SentAsync(TestApi.ThingRequest(Thing.Sample), options, TestApi.Put);

        Assert.Equal(["de"], sent.Content!.Headers.ContentLanguage);
        Assert.Equal("application/merge-patch+json", Assert.Single(sent.Content.Headers.GetValues("Content-Type")));
    }

    [Theory]
    [InlineData("Content-Language", "hush", false)]
    [InlineData("Content-Type", "not a type", true)]
    [InlineData("Expect", "hush hush", false)]
    public async Task A_header_that_the_platform_does_not_take_there_is_refused_by_its_name_and_not_by_its_value(string name, string value, bool hasBody)
    {
        var options = new RequestOptions { Headers = new Dictionary<string, string> { [name] = value } };

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            SentAsync(hasBody ? TestApi.ThingRequest(Thing.Sample) : TestApi.ThingRequest(), options, hasBody ? TestApi.Put : TestApi.Get));

        Assert.Equal(name, exception.ParamName);
        Assert.DoesNotContain(value, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_that_the_server_echoes_is_not_shown()
    {
        using HttpClient client = FakeHandler.Client(static (request, _) =>
            FakeHandler.Response($$"""{"error":"no such key {{request.Headers.GetValues("X-Key").Single()}}"}""", HttpStatusCode.Forbidden));
        using var transport = new ApiTransport(Options(), client);

        ApiPermissionException exception = await Assert.ThrowsAsync<ApiPermissionException>(() => transport.SendAsync(
            TestApi.Get, TestApi.ThingRequest(), new RequestOptions { Credential = new ApiKeyCredential("X-Key", ApiKeyLocation.Header, "hush-hush") },
                TestContext.Current.CancellationToken));

        Assert.Contains("no such key", exception.BodySnippet, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", exception + exception.BodySnippet + exception.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirecting_response_is_disposed_before_the_next_request()
    {
        var content = new WatchedContent();
        bool wasDisposed = false;
        ApiClientOptions options = Options();
        options.MaxRedirects = 1;
        using HttpClient client = FakeHandler.Client((_, call) =>
        {
            wasDisposed |= call == 2 && content.IsDisposed;
            return call == 2
                ? FakeHandler.Response(TestApi.ThingBody)
                : new HttpResponseMessage(HttpStatusCode.Found) { Content = content, Headers = { Location = new Uri("/elsewhere", UriKind.Relative) } };
        });
        using var transport = new ApiTransport(options, client);

        await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(wasDisposed);
    }

    private static ApiClientOptions Options() => new() { BaseAddress = new Uri("https://api.example.com/v4/") };

    private static async Task<HttpRequestMessage> SentAsync(
        ApiRequest request, RequestOptions? options = null, ApiOperation<Thing>? operation = null, Action<HttpClient>? configure = null)
    {
        HttpRequestMessage? sent = null;
        using HttpClient client = FakeHandler.Client((message, _) =>
        {
            sent = message;
            return FakeHandler.Response(TestApi.ThingBody);
        });
        configure?.Invoke(client);
        using var transport = new ApiTransport(Options(), client);
        await transport.SendAsync(operation ?? TestApi.Get, request, options, TestContext.Current.CancellationToken);
        return sent!;
    }

    private sealed class WatchedContent() : ByteArrayContent(Encoding.UTF8.GetBytes("moved"))
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
