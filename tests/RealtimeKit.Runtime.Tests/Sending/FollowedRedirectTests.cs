using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Sending;

/// <summary>Tests what a call does after a redirect that it followed.</summary>
public sealed class FollowedRedirectTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_header_of_the_body_is_left_out_together_with_the_body(bool isParameter)
    {
        var languages = new ConcurrentQueue<string?>();
        using HttpClient client = FakeHandler.Client((request, call) =>
        {
            languages.Enqueue(request.Content?.Headers.ContentLanguage.SingleOrDefault());
            return call == 1 ? Redirect(HttpStatusCode.SeeOther, "/v4/result") : FakeHandler.Response(TestApi.ThingBody);
        });
        using var transport = new ApiTransport(Options(), client);
        ApiRequest request = TestApi.ThingRequest(Thing.Sample);
        request = isParameter ? request.Header("Content-Language", "de") : request;
        RequestOptions? options = isParameter ? null : new() { Headers = new Dictionary<string, string> { ["Content-Language"] = "de" } };

        Assert.Equal(Thing.Sample, await transport.SendAsync(TestApi.Post, request, options, Cancellation));

        Assert.Equal(["de", null], languages);
    }

    [Fact]
    public async Task A_401_of_another_origin_does_not_replace_the_token_which_it_did_not_receive()
    {
        int tokens = 0;
        using HttpClient client = FakeHandler.Client((request, _) => request.RequestUri!.Host == "api.example.com"
            ? Redirect(HttpStatusCode.TemporaryRedirect, "https://other.example.com/x")
            : FakeHandler.Response("{}", HttpStatusCode.Unauthorized));
        ApiClientOptions options = Options();
        options.Credential = new BearerTokenCredential(_ => new("token-" + Interlocked.Increment(ref tokens)));
        using var transport = new ApiTransport(options, client);

        var exception = await Assert.ThrowsAsync<ApiAuthenticationException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Assert.Equal((1, 1, false), (tokens, exception.Attempts, exception.IsRetryable));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_401_behind_a_redirect_that_a_handler_followed_rejects_no_token_because_NET_left_it_out(bool isRedirect, int expected)
    {
        int tokens = 0;
        var received = new ConcurrentQueue<string?>();
        await using var other = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                received.Enqueue(request.Header("Authorization"));
                await connection.WriteAsync("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
            }
        });
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.WriteAsync($"HTTP/1.1 302 Found\r\nLocation: {other.Address}x\r\nContent-Length: 0\r\n\r\n");
            }
        });
        ApiClientOptions options = TestApi.Options((isRedirect ? server : other).Address);
        options.Retry.MaxRetries = 1;
        options.Credential = new BearerTokenCredential(_ => new("token-" + Interlocked.Increment(ref tokens)));
        using var client = new HttpClient();
        using var transport = new ApiTransport(options, client);

        var exception = await Assert.ThrowsAsync<ApiAuthenticationException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Assert.Equal((expected, !isRedirect), (exception.Attempts, exception.IsRetryable));
        Assert.Equal(isRedirect ? [null] : ["Bearer token-1", "Bearer token-2"], received);
        Assert.Equal(isRedirect ? 1 : 3, tokens);
    }

    [Theory]
    [InlineData(301, 503, true)]
    [InlineData(302, 429, true)]
    [InlineData(303, 503, true)]
    [InlineData(303, 401, true)]
    [InlineData(303, 409, true)]
    [InlineData(301, 503, false)]
    [InlineData(302, 429, false)]
    [InlineData(303, 503, false)]
    [InlineData(303, 401, false)]
    [InlineData(303, 409, false)]
    public async Task A_post_that_was_answered_with_a_redirect_is_not_repeated_whatever_the_page_behind_it_answers(int redirect, int status, bool byTransport)
    {
        int tokens = 0;
        var methods = new ConcurrentQueue<string>();
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                methods.Enqueue(request.Method);
                await connection.WriteAsync(request.Method == "POST"
                    ? $"HTTP/1.1 {redirect} R\r\nLocation: /v4/result\r\nContent-Length: 0\r\n\r\n"
                    : $"HTTP/1.1 {status} S\r\nRetry-After: 0\r\nX-Should-Retry: true\r\nContent-Length: 0\r\n\r\n");
            }
        });
        ApiClientOptions options = TestApi.Options(server.Address);
        options.MaxRedirects = byTransport ? 5 : 0;
        options.Retry.OverrideHeader = "X-Should-Retry";
        options.Credential = new BearerTokenCredential(_ => new("token-" + Interlocked.Increment(ref tokens)));
        using var client = new HttpClient();
        using ApiTransport transport = byTransport ? new(options) : new(options, client);

        var exception = await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));

        Assert.Equal(["POST", "GET"], methods);
        Assert.Equal((status, 1, false), ((int)exception.StatusCode, exception.Attempts, exception.IsRetryable));
    }

    [Fact]
    public async Task A_token_that_cannot_be_obtained_after_a_redirect_does_not_deny_the_request_before_it()
    {
        var time = new FakeTimeProvider();
        int tokens = 0;
        using HttpClient client = FakeHandler.Client((_, _) =>
        {
            time.Advance(TimeSpan.FromMinutes(2));
            return Redirect(HttpStatusCode.SeeOther, "/v4/result");
        });
        ApiClientOptions options = Options();
        options.TimeProvider = time;
        options.AttemptTimeout = TimeSpan.FromHours(1);
        options.TotalTimeout = TimeSpan.FromHours(1);
        options.Credential = new BearerTokenCredential(
            _ => ++tokens == 1 ? new("token") : throw new IOException("gone"), refreshAfter: TimeSpan.FromMinutes(1), timeProvider: time);
        using var transport = new ApiTransport(options, client);

        var exception = await Assert.ThrowsAsync<ApiCredentialException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));

        Assert.Equal(1, exception.Attempts);
        Assert.Contains("was not sent again", exception.Message, StringComparison.Ordinal);
    }

    private static ApiClientOptions Options()
    {
        ApiClientOptions options = TestApi.Options(_address);
        options.MaxRedirects = 5;
        return options;
    }

    private static HttpResponseMessage Redirect(HttpStatusCode status, string location)
    {
        HttpResponseMessage response = FakeHandler.Response("", status);
        response.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);
        return response;
    }
}
