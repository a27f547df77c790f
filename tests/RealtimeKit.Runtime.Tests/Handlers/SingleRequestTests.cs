using System.Net;
using System.Text;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Handlers;

/// <summary>Counts requests at the server: an attempt is one request, although the platform repeats requests without a body.</summary>
public sealed class SingleRequestTests
{
    private static readonly Dictionary<string, Func<RawConnection, Task>> _endings = new()
    {
        ["closes without a byte"] = static _ => Task.CompletedTask,
        ["resets"] = static connection =>
        {
            connection.Reset();
            return Task.CompletedTask;
        },
        ["closes within the status line"] = static connection => connection.WriteAsync("HTTP/1.1 20"),
        ["closes after an informational response"] = static connection => connection.WriteAsync("HTTP/1.1 103 Early Hints\r\n\r\n"),
    };

    private static readonly string[] _methods = ["GET", "HEAD", "OPTIONS", "DELETE", "POST", "PUT", "PATCH", "QUERY"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("own", false)]
    [InlineData("own handler, borrowed", false)]
    [InlineData("own handler, borrowed", true)]
    public async Task Every_attempt_over_the_transports_own_handler_is_one_request(string kind, bool useTls)
    {
        var counts = new List<string>();
        foreach ((string ending, Func<RawConnection, Task> end) in _endings)
        {
            foreach (string method in _methods)
            {
                foreach ((bool hasBody, bool isIdempotent) in new[] { (false, true), (false, false), (true, true), (true, false) })
                {
                    int requests = await CountAsync(kind, end, method, hasBody, isIdempotent, useTls);
                    if (requests != (isIdempotent ? 3 : 1))
                    {
                        counts.Add($"{method}, {(hasBody ? "body" : "no body")}, {(isIdempotent ? "" : "not ")}idempotent, {ending}: {requests}");
                    }
                }
            }
        }

        Assert.True(counts.Count == 0, string.Join("\n", counts));
        Proof.Report($"{_endings.Count * _methods.Length * 4} failed calls over a client of kind '{kind}'{(useTls ? " with TLS" : "")}: "
            + "3 requests with 2 retries, 1 where not idempotent");
    }

    [Fact]
    public async Task Over_a_foreign_handler_only_idempotent_requests_without_a_body_are_repeated_by_the_platform()
    {
        var repeated = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((string ending, Func<RawConnection, Task> end) in _endings)
        {
            foreach (string method in _methods)
            {
                foreach ((bool hasBody, bool isIdempotent) in new[] { (false, true), (false, false), (true, true), (true, false) })
                {
                    int requests = await CountAsync("foreign", end, method, hasBody, isIdempotent, useTls: false);
                    if (requests != (isIdempotent ? 3 : 1))
                    {
                        Assert.True(isIdempotent && !hasBody, $"{method} {ending}: {requests}");
                        repeated.Add(method);
                        Proof.Report($"{method}, {ending}: {requests} requests for 3 attempts");
                    }
                }
            }
        }

        Assert.Equal(["DELETE", "GET", "HEAD", "OPTIONS", "QUERY"], repeated);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_is_closed_between_calls_costs_no_attempt(bool useTls)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(TestApi.Response());
        }, useTls);
        using HttpClient client = Client("own handler, borrowed");
        using var transport = new ApiTransport(TestApi.Options(server), client);
        for (int call = 0; call < 20; call++)
        {
            ApiResponse<Thing> response =
                await transport.SendWithResponseAsync(call % 2 == 0 ? TestApi.Get : TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation);
            Assert.Equal(1, response.Attempts);
            await server.UntilAsync(static server => server.OpenConnections == 0);
        }

        Assert.Equal(20, server.Requests);
    }

    [Fact]
    public async Task A_kept_alive_connection_closed_on_the_next_request_costs_one_attempt()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(TestApi.Response());
            await connection.ReadRequestAsync();
        });
        using var transport = new ApiTransport(TestApi.Options(server));
        await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation);

        ApiResponse<Thing> response = await transport.SendWithResponseAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation);

        Assert.Equal(2, response.Attempts);
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task What_closed_without_a_byte_is_a_connection_failure_that_may_have_been_sent()
    {
        await using var server = RawServer.Start(static connection => connection.ReadRequestAsync());
        using var transport = new ApiTransport(TestApi.Options(server));

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Assert.True(exception.RequestMayHaveBeenSent);
        Assert.Equal(3, exception.Attempts);
        Assert.Contains("the connection ended before the response was complete", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Headers_beyond_the_limit_are_requested_once_and_the_message_names_the_limit(bool isOneHeader)
    {
        string headers = isOneHeader ? $"X: {new string('x', 100_000)}\r\n" : string.Concat(Enumerable.Repeat("X: " + new string('x', 1000) + "\r\n", 100));
        await using var server = RawServer.Responding(Encoding.ASCII.GetBytes(TestApi.Response(headers: headers)));
        using var transport = new ApiTransport(TestApi.Options(server));

        var exception =
            await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Assert.Equal((1, 1, false, true), (server.Requests, exception.Attempts, exception.IsRetryable, exception.RequestMayHaveBeenSent));
        Assert.Contains("65536 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_that_ends_with_its_connection_is_read_while_the_body_is_still_sent()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync(readBody: false);
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + TestApi.ThingBody);
            await connection.ReadMoreAsync();
            connection.HalfClose();
            await connection.StallAsync();
        });
        using var transport = new ApiTransport(TestApi.Options(server));
        ApiRequest request = TestApi.ThingRequest().StreamBody(new SlowStream(), "application/octet-stream");

        Thing thing = await transport.SendAsync(TestApi.Put, request, cancellationToken: Cancellation);

        Assert.Equal("a thing", thing.Name);
    }

    [Fact]
    public async Task A_proxy_that_closes_without_a_byte_gets_one_request_per_attempt()
    {
        await using var proxy = RawServer.Start(static connection => connection.ReadRequestAsync());
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.Proxy = new WebProxy(new Uri(proxy.Address, "/"));
        using var client = new HttpClient(handler);
        ApiClientOptions options = TestApi.Options(new Uri("http://api.example.com/v4/"));
        options.AllowPlainHttp = true;
        using var transport = new ApiTransport(options, client);

        await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Assert.Equal(3, proxy.Requests);
    }

    [Fact]
    public async Task A_tunnel_that_a_proxy_does_not_open_proves_that_nothing_was_sent()
    {
        await using var proxy = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();

            // Without "close", the next attempt could reuse the connection just before the proxy closes it.
            await connection.WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.Proxy = new WebProxy(new Uri(proxy.Address, "/"));
        using var client = new HttpClient(new SingleSendHandler(handler));
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/v4/")), client);

        var exception =
            await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Assert.Equal((false, 3), (exception.RequestMayHaveBeenSent, exception.Attempts));
    }

    [Fact]
    public async Task A_call_without_await_is_one_request_too()
    {
        await using var server = RawServer.Start(static connection => connection.ReadRequestAsync());
        using HttpClient client = Client("own handler, borrowed");

        Assert.Throws<HttpRequestException>(() => client.Send(new HttpRequestMessage(HttpMethod.Get, server.Address), Cancellation));

        Assert.Equal(1, server.Requests);
    }

    private static async Task<int> CountAsync(string kind, Func<RawConnection, Task> end, string method, bool hasBody, bool isIdempotent, bool useTls)
    {
        await using var server = RawServer.Start(async connection =>
        {
            if (await connection.ReadRequestAsync() is not null)
            {
                await end(connection);
            }
        }, useTls);
        using HttpClient? client = kind == "own" ? null : Client(kind);
        using var transport = new ApiTransport(TestApi.Options(server), client);
        ApiOperation<NoContent> operation = TestApi.Operation("call", new HttpMethod(method), isIdempotent, ApiResult.Empty("200"));
        ApiRequest request = TestApi.ThingRequest();
        if (hasBody)
        {
            request.StreamBody(new MemoryStream(Encoding.UTF8.GetBytes("body")), "text/plain");
        }

        await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(operation, request, cancellationToken: Cancellation));
        return server.Requests;
    }

    private static HttpClient Client(string kind)
    {
        SocketsHttpHandler handler = kind == "foreign" ? new SocketsHttpHandler() : ApiTransport.CreateHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        return new HttpClient(handler);
    }
}
