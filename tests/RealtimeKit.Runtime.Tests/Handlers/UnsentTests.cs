using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Testing;

namespace RealtimeKit.Runtime.Tests.Handlers;

/// <summary>That nothing was sent is known only from the connection itself. An exception of another handler does not prove it.</summary>
public sealed class UnsentTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, HttpRequestError> Claims =>
        new MatrixTheoryData<string, HttpRequestError>(
            ["replaced", "copied", "emptied"],
            [
                HttpRequestError.ConnectionError, HttpRequestError.NameResolutionError,
                HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError,
            ]);

    [Fact]
    public async Task A_server_of_another_protocol_has_sent_no_valid_response_but_may_have_received_the_request()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("220 smtp.example.com ready\r\n");
        });
        using var transport = new ApiTransport(TestApi.Options(server));

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));

        Assert.EndsWith("failed: no valid HTTP response was received.", exception.Message, StringComparison.Ordinal);
        Assert.Equal((1, true), (exception.Attempts, exception.RequestMayHaveBeenSent));
    }

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task A_handler_that_sent_another_body_and_then_claims_that_there_was_no_connection_sends_once(string kind, HttpRequestError error)
    {
        foreach (string place in (string[])["alone", "above", "below"])
        {
            var inner = new FakeHandler(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
            HttpMessageHandler handler = place switch
            {
                "alone" => new ClaimingHandler(inner, kind, error),
                "above" => new SingleSendHandler(new ClaimingHandler(inner, kind, error)),
                _ => new ClaimingHandler(new SingleSendHandler(inner), kind, error),
            };
            using var client = new HttpClient(handler);
            using var transport = new ApiTransport(TestApi.Options(_address), client);

            var exception = await Assert.ThrowsAsync<ApiConnectionException>(
                () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));

            Assert.Equal((1, 1, true, false), (inner.Calls, exception.Attempts, exception.RequestMayHaveBeenSent, exception.IsRetryable));
        }
    }

    [Fact]
    public async Task Over_a_borrowed_client_a_refused_connection_proves_nothing()
    {
        using var client = new HttpClient(new SocketsHttpHandler());

        ApiConnectionException exception = await PostAsync(client, FreePort());

        Assert.Equal((1, true, false), (exception.Attempts, exception.RequestMayHaveBeenSent, exception.IsRetryable));
    }

    [Theory]
    [InlineData("sockets")]
    [InlineData("own handler")]
    [InlineData("own connections")]
    public async Task A_refused_connection_that_was_seen_directly_proves_that_nothing_was_sent(string kind)
    {
        using HttpClient? client = kind == "own connections" ? null
            : new HttpClient(new SingleSendHandler(kind == "sockets" ? new SocketsHttpHandler() : ApiTransport.CreateHandler()));

        ApiConnectionException exception = await PostAsync(client, FreePort());

        Assert.Equal((3, false, true), (exception.Attempts, exception.RequestMayHaveBeenSent, exception.IsRetryable));
    }

    [Theory]
    [InlineData("", 3, false)]
    [InlineData("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", 3, false)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", 3, false)]
    [InlineData("HTTP/1.1 20", 1, true)]
    public async Task A_proxy_that_opens_no_tunnel_proves_that_nothing_was_sent(string answer, int attempts, bool mayHaveBeenSent)
    {
        await using var proxy = RawServer.Start(async connection =>
        {
            Assert.Equal("CONNECT", (await connection.ReadRequestAsync())?.Method);
            await connection.WriteAsync(answer);
        });
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.Proxy = new WebProxy($"http://127.0.0.1:{proxy.Port}");
        using var client = new HttpClient(new SingleSendHandler(handler));
        using var transport = new ApiTransport(TestApi.Options(_address), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));

        Assert.Equal((attempts, mayHaveBeenSent), (exception.Attempts, exception.RequestMayHaveBeenSent));
        Assert.Equal(attempts, proxy.Requests);
    }

    [Fact]
    public async Task A_connection_that_ends_within_a_tunnel_may_have_sent_the_request()
    {
        int requests = 0;
        await using var server = RawServer.Start(
            async connection =>
            {
                while (await connection.ReadRequestAsync() is not null && Interlocked.Increment(ref requests) == 1)
                {
                    await connection.WriteAsync(TestApi.Response());
                }

                connection.Reset();
            },
            useTls: true);
        await using var proxy = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\n\r\n");
            await connection.TunnelAsync(server.Port);
        });
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.Proxy = new WebProxy($"http://127.0.0.1:{proxy.Port}");
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        using var client = new HttpClient(new SingleSendHandler(handler));
        using var transport = new ApiTransport(TestApi.Options(_address), client);

        Thing thing = await transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation);
        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));

        Assert.Equal(Thing.Sample, thing);
        Assert.Equal((1, true, 2), (exception.Attempts, exception.RequestMayHaveBeenSent, requests));
    }

    [Fact]
    public async Task A_registered_client_knows_that_nothing_was_sent()
    {
        int port = FreePort();
        var services = new ServiceCollection();
        services.AddApiClient<ThingsClient, ThingsClientOptions>(options =>
        {
            options.Tenant = "t";
            options.BaseAddress = new Uri($"http://127.0.0.1:{port}/");
            options.Retry = new RetryOptions { BaseDelay = TimeSpan.Zero };
        });
        using ServiceProvider provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => provider.GetRequiredService<ThingsClient>().SendAsync(TestApi.Post, Cancellation));

        Assert.Equal((3, false), (exception.Attempts, exception.RequestMayHaveBeenSent));
    }

    [Fact]
    public async Task A_handler_that_followed_a_redirect_before_it_could_not_connect_has_sent_the_request()
    {
        int dead = FreePort();
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.WriteAsync($"HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:{dead}/\r\nContent-Length: 0\r\n\r\n");
            }
        });
        using var client = new HttpClient(new ReplacingHandler(new SingleSendHandler(new SocketsHttpHandler())));
        using var transport = new ApiTransport(TestApi.Options(server), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));

        Assert.Equal((1, 1, true), (server.Requests, exception.Attempts, exception.RequestMayHaveBeenSent));
    }

    [Fact]
    public async Task An_injected_refusal_is_one_that_was_not_sent()
    {
        StubHandler stub = new StubHandler().Respond(HttpMethod.Post, "things/{id}", TestApi.ThingBody);
        using var client = new HttpClient(new FaultInjectionHandler(1, 1, InjectedFault.ConnectionRefused) { InnerHandler = stub });
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/")), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));

        Assert.Equal((3, false), (exception.Attempts, exception.RequestMayHaveBeenSent));
    }

    private static async Task<ApiConnectionException> PostAsync(HttpClient? client, int port)
    {
        using var transport = new ApiTransport(TestApi.Options(new Uri($"http://127.0.0.1:{port}/")), client);
        return await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));
    }

    /// <summary>Returns a port without a listener.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A handler that sends something else than the body of the call, and then claims that there was no connection.</summary>
    private sealed class ClaimingHandler(HttpMessageHandler inner, string kind, HttpRequestError error) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpRequestMessage sent = kind == "copied" ? new HttpRequestMessage(request.Method, request.RequestUri) : request;
            sent.Content = kind == "emptied" ? null : new StringContent("own");
            (await base.SendAsync(sent, cancellationToken)).Dispose();
            throw new HttpRequestException(error, "claimed");
        }
    }

    private sealed class ReplacingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content = new StringContent("own");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
