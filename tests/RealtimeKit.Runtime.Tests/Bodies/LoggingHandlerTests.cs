using System.Net;
using System.Text;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Bodies;

/// <summary>
/// A handler that logs the body of a request after the response. With a <see cref="SingleSendHandler"/> below it, this does not count as
/// sending.
/// </summary>
public sealed class LoggingHandlerTests
{
    private const string Done = "200 OK";

    public enum Way
    {
        Text,
        Copy,
        Stream,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<BodyKind, string> Cases => new(
        Enum.GetValues<BodyKind>(), [Done, "400 Bad Request", "429 Too Many Requests", "401 Unauthorized", "307 Temporary Redirect"]);

    public static MatrixTheoryData<BodyKind, Way, bool> Ways => new(Enum.GetValues<BodyKind>(), Enum.GetValues<Way>(), [false, true]);

    public static TheoryData<BodyKind> Kinds => [.. Enum.GetValues<BodyKind>()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_logged_body_changes_no_result(BodyKind kind, string first)
    {
        var received = new List<string>();
        await using RawServer server = Responding(first, received);
        using var handler = new LoggingHandler(new SingleSendHandler(ApiTransport.CreateHandler()), Way.Text);
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(server.Address), client);

        Exception? exception = await Record.ExceptionAsync(() => PostAsync(transport, kind));

        Assert.Equal(first.StartsWith("400", StringComparison.Ordinal), exception is ApiStatusException { StatusCode: HttpStatusCode.BadRequest, Attempts: 1 });
        Assert.Equal(first is Done || exception is not null ? 1 : 2, received.Count);
        Assert.Single(received.Distinct());
        Assert.Equal(received, handler.Logged);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_body_is_read_in_every_way_before_and_after_it_is_sent(BodyKind kind, Way way, bool isFirst)
    {
        var received = new List<string>();
        await using RawServer server = Responding(Done, received);
        using var handler = new LoggingHandler(new SingleSendHandler(ApiTransport.CreateHandler()), way) { IsFirst = isFirst };
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(server.Address), client);

        await PostAsync(transport, kind);

        Assert.Equal(Assert.Single(received), Assert.Single(handler.Logged));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_body_is_read_in_every_way_between_two_handlers_that_send_once(BodyKind kind, Way way, bool isFirst)
    {
        var received = new List<string>();
        await using RawServer server = Responding(Done, received);
        using var handler = new LoggingHandler(new SingleSendHandler(ApiTransport.CreateHandler()), way) { IsFirst = isFirst };
        using var client = new HttpClient(new SingleSendHandler(handler));
        using var transport = new ApiTransport(Options(server.Address), client);

        await PostAsync(transport, kind);

        Assert.Equal(Assert.Single(received), Assert.Single(handler.Logged));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_copy_without_options_is_not_sent_beside_the_request(BodyKind kind, string first)
    {
        var received = new List<string>();
        await using RawServer server = Responding(first, received);
        using var handler = new CopyingHandler(new SingleSendHandler(ApiTransport.CreateHandler()));
        using var client = new HttpClient(handler);
        ApiClientOptions options = Options(server.Address);
        options.Retry = new RetryOptions { MaxRetries = 0 };
        options.MaxRedirects = 0;
        options.Credential = null;
        options.AllowMissingCredential = true;
        using var transport = new ApiTransport(options, client);

        Exception? exception = await Record.ExceptionAsync(() => PostAsync(transport, kind));

        Assert.Equal(first is not Done, exception is ApiStatusException);
        Assert.Single(received);
    }

    [Fact]
    public async Task Another_request_of_a_handler_is_sent()
    {
        var received = new List<string>();
        await using RawServer server = Responding(Done, received);
        using var handler = new CopyingHandler(new SingleSendHandler(ApiTransport.CreateHandler())) { Before = new Uri(server.Address, "/token") };
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(server.Address), client);

        await PostAsync(transport, BodyKind.Json);

        Assert.Equal(2, received.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_refused_connection_has_sent_nothing(BodyKind kind)
    {
        using var port = new RefusingPort();
        using var handler = new LoggingHandler(new SingleSendHandler(ApiTransport.CreateHandler()), Way.Text);
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(port.Address), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => PostAsync(transport, kind));

        Assert.Equal((3, false, 3), (exception.Attempts, exception.RequestMayHaveBeenSent, handler.Logged.Count));
    }

    [Fact]
    public async Task A_stream_that_is_not_seekable_is_logged_instead_of_sent_only_once()
    {
        using var port = new RefusingPort();
        using var handler = new LoggingHandler(new SingleSendHandler(ApiTransport.CreateHandler()), Way.Text);
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(port.Address), client);

        ApiRequest request = TestApi.ThingRequest().StreamBody(new SlowStream(), "image/png");
        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(TestApi.Post, request, cancellationToken: Cancellation));

        // What the handler has read cannot be read again.
        Assert.Equal((1, false, 400), (exception.Attempts, exception.RequestMayHaveBeenSent, Assert.Single(handler.Logged).Length));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_body_is_still_sent_once(BodyKind kind)
    {
        var received = new List<string>();
        await using RawServer server = Responding("500 Internal Server Error", received);
        using var other = new HttpClient();
        using var handler = new LoggingHandler(new SingleSendHandler(ApiTransport.CreateHandler()), Way.Text) { Other = other };
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(server.Address), client);

        await Assert.ThrowsAnyAsync<ApiException>(() => PostAsync(transport, kind));

        Assert.Single(received);
    }

    private static Task PostAsync(ApiTransport transport, BodyKind kind)
        => transport.SendAsync(TestApi.Post, TestApi.RequestWith(kind), cancellationToken: Cancellation);

    private static ApiClientOptions Options(Uri address)
    {
        int tokens = 0;
        ApiClientOptions options = TestApi.Options(address);
        options.MaxRedirects = 1;
        options.Credential = new BearerTokenCredential(_ => ValueTask.FromResult($"token{Interlocked.Increment(ref tokens)}"));
        return options;
    }

    /// <summary>Starts a server with a first response, whose next one is a success.</summary>
    private static RawServer Responding(string first, List<string> received) => RawServer.Start(async connection =>
    {
        while (await connection.ReadRequestAsync() is { } request)
        {
            received.Add(request.BodyText);
            await connection.WriteAsync(TestApi.Response(status: received.Count == 1 ? first : Done, headers: "Retry-After: 0\r\nLocation: /v4/next\r\n"));
        }
    });

    /// <summary>Sends a copy of a request that failed, without its options.</summary>
    private sealed class CopyingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        /// <summary>Gets the address of a request that precedes each, or null.</summary>
        public Uri? Before { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Before is not null)
            {
                using var before = new HttpRequestMessage(HttpMethod.Post, Before);
                using HttpResponseMessage token = await base.SendAsync(before, cancellationToken);
            }

            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            var copy = new HttpRequestMessage(request.Method, request.RequestUri)
            {
                Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancellationToken)),
            };
            return await base.SendAsync(copy, cancellationToken);
        }
    }

    private sealed class LoggingHandler(HttpMessageHandler inner, Way way) : DelegatingHandler(inner)
    {
        public List<string> Logged { get; } = [];

        /// <summary>Gets another client, which sends the body again.</summary>
        public HttpClient? Other { get; init; }

        /// <summary>Gets whether the body is read before it is sent, and not afterwards.</summary>
        public bool IsFirst { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsFirst)
            {
                await LogAsync(request.Content!, cancellationToken);
                return await base.SendAsync(request, cancellationToken);
            }

            try
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                if (Other is not null)
                {
                    return await Other.PostAsync(request.RequestUri, request.Content, cancellationToken);
                }

                await LogAsync(request.Content!, cancellationToken);
                return response;
            }
            catch (HttpRequestException)
            {
                await LogAsync(request.Content!, cancellationToken);
                throw;
            }
        }

        private async Task LogAsync(HttpContent content, CancellationToken cancellationToken)
        {
            var copy = new MemoryStream();
            switch (way)
            {
                case Way.Text:
                    Logged.Add(await content.ReadAsStringAsync(cancellationToken));
                    return;
                case Way.Copy:
                    await content.CopyToAsync(copy, cancellationToken);
                    break;
                default:
                    await (await content.ReadAsStreamAsync(cancellationToken)).CopyToAsync(copy, cancellationToken);
                    break;
            }

            Logged.Add(Encoding.UTF8.GetString(copy.ToArray()));
        }
    }
}
