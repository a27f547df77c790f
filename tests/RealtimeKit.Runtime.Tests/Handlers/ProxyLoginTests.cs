using System.Net;
using System.Text;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Handlers;

/// <summary>A proxy for plain http that asks for a login has not sent the request on. The request with the login is not a repetition.</summary>
public sealed class ProxyLoginTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("json", true)]
    [InlineData("stream", true)]
    [InlineData("none", true)]
    [InlineData("json", false)]
    [InlineData("stream", false)]
    public async Task A_post_is_sent_again_with_the_login(string body, bool keepsAlive)
    {
        var bodies = new List<string>();
        await using var proxy = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                bodies.Add($"{request.Header("Proxy-Authorization") is not null}:{Encoding.UTF8.GetString(request.Body ?? [])}");
                if (request.Header("Proxy-Authorization") is null)
                {
                    await connection.WriteAsync(Login(keepsAlive));
                    if (!keepsAlive)
                    {
                        return;
                    }

                    continue;
                }

                await connection.WriteAsync(TestApi.Response());
            }
        });
        using HttpClient client = Client(proxy);
        using var transport = new ApiTransport(Options(), client);
        ApiRequest request = body switch
        {
            "json" => TestApi.ThingRequest(Thing.Sample),
            "stream" => TestApi.ThingRequest().StreamBody(new MemoryStream("content"u8.ToArray()), "text/plain"),
            _ => TestApi.ThingRequest(),
        };

        ApiResponse<Thing> response = await transport.SendWithResponseAsync(TestApi.Post, request, cancellationToken: Cancellation);

        Assert.Equal((Thing.Sample, 1), (response.Value, response.Attempts));
        Assert.Equal(2, bodies.Count);
        Assert.Equal(("False", "True"), (bodies[0].Split(':')[0], bodies[1].Split(':')[0]));
        Assert.Equal(bodies[0][5..], bodies[1][4..]);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_read_again_is_not_sent_again()
    {
        await using var proxy = RawServer.Start(static async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.WriteAsync(Login(keepsAlive: true));
            }
        });
        using HttpClient client = Client(proxy);
        using var transport = new ApiTransport(Options(), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(
            TestApi.Post, TestApi.ThingRequest().StreamBody(new SlowStream(), "text/plain"), cancellationToken: Cancellation));

        Assert.Contains("the login of a proxy", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{")]
    [InlineData("")]
    public async Task A_post_that_was_sent_with_the_login_is_sent_once(string response)
    {
        await using var proxy = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                if (request.Header("Proxy-Authorization") is not null)
                {
                    await connection.WriteAsync(response);
                    return;
                }

                await connection.WriteAsync(Login(keepsAlive: true));
            }
        });
        using HttpClient client = Client(proxy);
        using var transport = new ApiTransport(Options(), client);

        await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));

        Assert.Equal(2, proxy.Requests);
    }

    [Fact]
    public async Task A_login_for_the_call_of_a_handler_does_not_allow_the_request_of_that_handler_again()
    {
        await using var proxy = RawServer.Start(static async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                await connection.WriteAsync(request.Header("Proxy-Authorization") is null ? Login(keepsAlive: true) : TestApi.Response());
            }
        });
        using HttpClient inner = Client(proxy);
        using var innerTransport = new ApiTransport(Options(), inner);
        int sent = 0;
        var repeating = new RepeatingHandler(
            () => innerTransport.SendAsync(TestApi.Put, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation),
            new FakeHandler((_, _) =>
            {
                sent++;
                return FakeHandler.Response("{}", HttpStatusCode.BadGateway);
            }));
        using var client = new HttpClient(repeating);
        using var transport = new ApiTransport(Options(), client);

        await Assert.ThrowsAnyAsync<ApiException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));

        Assert.Equal(1, sent);
    }

    /// <summary>A handler that calls another server, as for a token, and repeats each request.</summary>
    private sealed class RepeatingHandler(Func<Task> before, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await before();
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private static string Login(bool keepsAlive)
        => "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n"
            + (keepsAlive ? "\r\n" : "Connection: close\r\n\r\n");

    private static ApiClientOptions Options()
    {
        ApiClientOptions options = TestApi.Options(new Uri("http://api.example.com/v4/"));
        options.AllowPlainHttp = true;
        return options;
    }

    private static HttpClient Client(RawServer proxy)
    {
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.Proxy = new WebProxy(new Uri(proxy.Address, "/")) { Credentials = new NetworkCredential("user", "password") };
        return new HttpClient(handler);
    }
}
