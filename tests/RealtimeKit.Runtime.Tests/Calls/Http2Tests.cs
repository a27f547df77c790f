using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Calls;

/// <summary>A borrowed HttpClient may use HTTP/2 with the transport's handler.</summary>
public sealed class Http2Tests
{
    private const int RefusedStream = 7;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_go_over_HTTP_2_and_each_attempt_is_one_request()
    {
        int requests = 0;
        await using WebApplication server = await Http2Server.StartAsync(async context =>
        {
            Assert.Equal("HTTP/2", context.Request.Protocol);
            if (Interlocked.Increment(ref requests) > 20)
            {
                context.Abort();
                return;
            }

            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(TestApi.ThingBody, context.RequestAborted);
        });
        using var client = new HttpClient(ApiTransport.CreateHandler())
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var transport = new ApiTransport(TestApi.Options(new Uri(server.Urls.Single())), client);

        Thing[] things = await Task.WhenAll(Enumerable.Range(0, 20).Select(call => call % 2 == 0
            ? transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation)
            : transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation)));
        var get = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));
        int afterGet = requests;
        await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Assert.All(things, static thing => Assert.Equal("a thing", thing.Name));
        Assert.Equal((3, 23, 24), (get.Attempts, afterGet, requests));
    }

    [Theory]
    [InlineData("single send", 1, 1)]
    [InlineData("single send", 3, 1)]
    [InlineData("single send", 9, 0)]
    [InlineData("handler", 1, 0)]
    [InlineData("redirects", 1, 0)]
    [InlineData("between", 1, 0)]
    public async Task A_POST_that_the_server_reports_as_unprocessed_is_sent_again_if_only_NET_can_repeat_it(string handlers, int refusals, int expected)
    {
        int requests = 0;
        int processed = 0;
        await using WebApplication server = await Http2Server.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref requests) <= refusals)
            {
                context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(RefusedStream);
                return;
            }

            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            Interlocked.Increment(ref processed);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(TestApi.ThingBody, context.RequestAborted);
        });
        using var client = new HttpClient(Handler(handlers))
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var transport = new ApiTransport(TestApi.Options(new Uri(server.Urls.Single())), client);

        Task<Thing> call = transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation);
        if (expected == 1)
        {
            Assert.Equal("a thing", (await call).Name);
        }
        else
        {
            Assert.Equal(1, (await Assert.ThrowsAsync<ApiConnectionException>(() => call)).Attempts);
        }

        Assert.Equal(expected, processed);
    }

    [Fact]
    public async Task A_body_that_can_be_read_only_once_is_not_sent_again_to_a_server_that_has_not_processed_it()
    {
        int requests = 0;
        int processed = 0;
        await using WebApplication server = await Http2Server.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref requests) == 1)
            {
                context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(RefusedStream);
                return;
            }

            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            Interlocked.Increment(ref processed);
        });
        using var client = new HttpClient(Handler("single send"))
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var transport = new ApiTransport(TestApi.Options(new Uri(server.Urls.Single())), client);
        ApiRequest request = TestApi.ThingRequest().StreamBody(new SlowStream(), "application/octet-stream");

        await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(TestApi.Put, request, cancellationToken: Cancellation));

        Assert.Equal(0, processed);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("file")]
    [InlineData("form")]
    public async Task A_POST_is_sent_again_whole_after_a_login_that_the_server_asks_for_before_it_has_read_the_body(string kind)
    {
        byte[] file = new byte[1_000_000];
        new Random(1).NextBytes(file);
        int requests = 0;
        byte[] received = [];
        await using WebApplication server = await Http2Server.StartAsync(async context =>
        {
            Interlocked.Increment(ref requests);
            if (context.Request.Headers.Authorization.Count == 0)
            {
                context.Response.StatusCode = 401;
                context.Response.Headers.WWWAuthenticate = "Digest realm=\"r\", nonce=\"abc\", qop=\"auth\"";
                return;
            }

            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received = body.ToArray();
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(TestApi.ThingBody, context.RequestAborted);
        });
        SocketsHttpHandler sockets = ApiTransport.CreateHandler();
        sockets.Credentials = new NetworkCredential("user", "password");
        using var client = new HttpClient(new SingleSendHandler(sockets))
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var transport = new ApiTransport(TestApi.Options(new Uri(server.Urls.Single())), client);
        ApiRequest request = TestApi.ThingRequest();
        request = kind switch
        {
            "json" => request.JsonBody(Thing.Sample, ThingJson.Write),
            "file" => request.StreamBody(new MemoryStream(file), "image/png"),
            _ => request.MultipartBody([
                MultipartPart.File("f", new FileContent(new MemoryStream(file), "f")),
                MultipartPart.File("g", new FileContent(new MemoryStream(file), "g"))]),
        };

        ApiResponse<Thing> response = await transport.SendWithResponseAsync(TestApi.Post, request, cancellationToken: Cancellation);

        Assert.Equal((1, 2), (response.Attempts, requests));
        Assert.Equal(kind switch { "json" => 0, "file" => 1, _ => 2 }, Count(received, file));
    }

    private static int Count(ReadOnlySpan<byte> bytes, byte[] part)
        => bytes.IndexOf(part) is >= 0 and int start ? 1 + Count(bytes[(start + part.Length)..], part) : 0;

    private static HttpMessageHandler Handler(string kind)
    {
        SocketsHttpHandler sockets = ApiTransport.CreateHandler();
        sockets.AllowAutoRedirect = kind == "redirects";
        return kind switch
        {
            "handler" => sockets,
            "between" => new SingleSendHandler(new PassingHandler { InnerHandler = sockets }),
            _ => new SingleSendHandler(sockets),
        };
    }

    private sealed class PassingHandler : DelegatingHandler;
}
