using System.Net;
using System.Net.Http.Headers;
using System.Text;
using RealtimeKit.Runtime.Handlers;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Handlers;

/// <summary>
/// Handlers that send other requests beside that of a call, without its options. One with the body of the call is a copy, which must not be sent,
/// wherever it goes. All others are requests of their own.
/// </summary>
public sealed class CopiedRequestTests
{
    public enum Kind
    {
        Json,
        File,
        Once,
        Form,
        Nothing,
    }

    public enum Way
    {
        Address,
        Query,
        Resolved,
        Synchronous,
    }

    public enum Length
    {
        Other,
        Same,
        Unknown,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<Kind, Way, bool> Copies => new(Enum.GetValues<Kind>(), Enum.GetValues<Way>(), [false, true]);

    public static TheoryData<Kind> Kinds => [.. Enum.GetValues<Kind>()];

    public static MatrixTheoryData<Kind, Length> Others => new(Enum.GetValues<Kind>(), Enum.GetValues<Length>());

    [Theory]
    [MemberData(nameof(Copies))]
    public async Task A_copy_is_not_sent_wherever_it_goes(Kind kind, Way way, bool breaks)
    {
        var received = new List<string>();
        await using RawServer server = Responding("503 Service Unavailable", received, breaks);
        await using RawServer second = Responding("200 OK", received);
        HttpMessageHandler inner = new SingleSendHandler(ApiTransport.CreateHandler());
        if (way is Way.Query or Way.Resolved)
        {
            inner = new AddressHandler(inner, server.Port, keeps: way == Way.Query);
        }

        using var client = new HttpClient(new RepeatingHandler(inner)
        {
            Port = way == Way.Address ? second.Port : null,
            IsSynchronous = way == Way.Synchronous,
        });
        using var transport = new ApiTransport(Options(way == Way.Resolved ? new Uri("http://127.0.0.2:1/v4/") : server.Address), client);

        Exception? exception = await Record.ExceptionAsync(() => SendAsync(transport, TestApi.Post, kind));

        Assert.Single(received);
        Assert.True(breaks ? exception is ApiConnectionException : exception is ApiServerException, $"{exception}");
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_request_with_another_body_is_sent_before_and_after_the_call(Kind kind, Length length)
    {
        var received = new List<string>();
        await using RawServer server = Responding("404 Not Found", received);
        using var client = new HttpClient(new LoginHandler(new SingleSendHandler(ApiTransport.CreateHandler()), length));
        using var transport = new ApiTransport(Options(server.Address), client);

        Assert.Equal(Thing.Sample, await SendAsync(transport, TestApi.Post, kind));

        Assert.Equal([true, false, true], received.Select(static body => body.StartsWith("login", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_body_that_cannot_be_a_copy_is_not_read_into_memory(Kind kind)
    {
        var received = new List<string>();
        await using RawServer server = Responding("200 OK", received);
        var other = new UnknownContent(new byte[400]) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } };
        using var client = new HttpClient(new OtherHandler(new SingleSendHandler(ApiTransport.CreateHandler()), other));
        using var transport = new ApiTransport(Options(server.Address), client);

        Assert.Equal(Thing.Sample, await SendAsync(transport, TestApi.Post, kind));

        Assert.Equal((2, false), (received.Count, other.IsInMemory));
    }

    [Theory]
    [InlineData(Kind.Json)]
    [InlineData(Kind.File)]
    [InlineData(Kind.Nothing)]
    public async Task A_copy_of_a_request_that_may_be_repeated_is_a_request_of_its_own(Kind kind)
    {
        var received = new List<string>();
        await using RawServer server = Responding("503 Service Unavailable", received);
        using var client = new HttpClient(new RepeatingHandler(new SingleSendHandler(ApiTransport.CreateHandler())));
        using var transport = new ApiTransport(Options(server.Address), client);

        Assert.Equal(Thing.Sample, await SendAsync(transport, TestApi.Put, kind));

        Assert.Equal(2, received.Count);
        Assert.Single(received.Distinct());
    }

    [Theory]
    [InlineData(Kind.Json)]
    [InlineData(Kind.Nothing)]
    public async Task What_a_call_has_started_sends_requests_of_its_own_when_the_call_has_ended(Kind kind)
    {
        var received = new List<string>();
        await using RawServer server = Responding("200 OK", received);
        using var handler = new StartingHandler(new SingleSendHandler(ApiTransport.CreateHandler()));
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(server.Address), client);

        await SendAsync(transport, TestApi.Post, kind);
        handler.Released.SetResult();
        await handler.Started!.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);

        Assert.Equal(2, received.Count);
        Assert.Single(received.Distinct());
    }

    [Theory]
    [InlineData(Kind.Json)]
    [InlineData(Kind.File)]
    [InlineData(Kind.Nothing)]
    public async Task A_handler_that_outlasts_the_call_sends_no_copy(Kind kind)
    {
        var received = new List<string>();
        await using RawServer server = Responding("503 Service Unavailable", received);
        using var handler = new RepeatingHandler(new SingleSendHandler(ApiTransport.CreateHandler())) { Released = new TaskCompletionSource() };
        using var client = new HttpClient(handler);
        ApiClientOptions options = Options(server.Address);
        options.AttemptTimeout = TimeSpan.FromSeconds(1);
        using var transport = new ApiTransport(options, client);

        await Assert.ThrowsAsync<ApiTimeoutException>(() => SendAsync(transport, TestApi.Post, kind));
        handler.Released.SetResult();
        await Assert.ThrowsAnyAsync<Exception>(() => handler.Repeated.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));

        Assert.Single(received);
    }

    private static Task<Thing> SendAsync(ApiTransport transport, ApiOperation<Thing> operation, Kind kind)
    {
        ApiRequest request = TestApi.ThingRequest();
        request = kind switch
        {
            Kind.Json => request.JsonBody(Thing.Sample, ThingJson.Write),
            Kind.File => request.StreamBody(new MemoryStream(new byte[400]), "image/png"),
            Kind.Once => request.StreamBody(new SlowStream(), "image/png"),
            Kind.Form => request.MultipartBody(
                [MultipartPart.Field("a", "text"), MultipartPart.File("f", new FileContent(new MemoryStream(new byte[400]), "f"))]),
            _ => request,
        };
        return transport.SendAsync(operation, request, cancellationToken: Cancellation);
    }

    private static ApiClientOptions Options(Uri address)
    {
        ApiClientOptions options = TestApi.Options(address);
        options.Retry.MaxRetries = 0;
        return options;
    }

    /// <summary>Starts a server with a status, or none, for the first request, whose next responses are successes.</summary>
    private static RawServer Responding(string first, List<string> received, bool breaks = false) => RawServer.Start(async connection =>
    {
        while (await connection.ReadRequestAsync() is { } request)
        {
            received.Add(request.BodyText);
            if (breaks && received.Count == 1)
            {
                return;
            }

            await connection.WriteAsync(TestApi.Response(status: received.Count == 1 ? first : "200 OK"));
        }
    });

    private static HttpRequestMessage Copy(HttpRequestMessage request, byte[] body, int? port = null)
    {
        var copy = new HttpRequestMessage(request.Method, new UriBuilder(request.RequestUri!) { Port = port ?? request.RequestUri!.Port }.Uri)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = request.Content!.Headers.ContentType } },
        };
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            copy.Headers.Add(name, values);
        }

        return copy;
    }

    /// <summary>Sends a copy of a request that failed, without its options.</summary>
    private sealed class RepeatingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        /// <summary>Gets the port of another server to which the copy is sent, or null.</summary>
        public int? Port { get; init; }

        public bool IsSynchronous { get; init; }

        /// <summary>Gets what the copy waits for, or null.</summary>
        public TaskCompletionSource? Released { get; init; }

        public TaskCompletionSource<HttpResponseMessage> Repeated { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            try
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return response;
                }
            }
            catch (HttpRequestException)
            {
                // The copy may have more luck.
            }

            if (Released is not null)
            {
                await Released.Task;
            }

            HttpRequestMessage copy = Copy(request, body, Port);
            try
            {
                HttpResponseMessage repeated = IsSynchronous
                    ? await Task.Run(() => base.Send(copy, CancellationToken.None), CancellationToken.None)
                    : await base.SendAsync(copy, CancellationToken.None);
                Repeated.SetResult(repeated);
                return repeated;
            }
            catch (Exception exception)
            {
                Repeated.SetException(exception);
                throw;
            }
        }
    }

    /// <summary>Adds the time to the query of a request, or changes the address of a name and restores it afterwards.</summary>
    private sealed class AddressHandler(HttpMessageHandler inner, int port, bool keeps) : DelegatingHandler(inner)
    {
        private int _time;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Uri address = request.RequestUri!;
            request.RequestUri = new UriBuilder(address) { Host = "127.0.0.1", Port = port, Query = keeps ? $"time={++_time}" : "" }.Uri;
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                request.RequestUri = keeps ? request.RequestUri : address;
            }
        }
    }

    /// <summary>Sends another request to the same address before and after each, as to an address for all operations.</summary>
    private sealed class LoginHandler(HttpMessageHandler inner, Length length) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            long? size = request.Content!.Headers.ContentLength;
            MediaTypeHeaderValue? mediaType = length == Length.Same ? request.Content.Headers.ContentType : new MediaTypeHeaderValue("application/json");
            using HttpResponseMessage login = await LoginAsync();
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            using HttpResponseMessage logout = await LoginAsync();
            return response;

            async Task<HttpResponseMessage> LoginAsync()
            {
                byte[] body = Encoding.UTF8.GetBytes("login".PadRight(length == Length.Same && size > 5 && IsInMemory(request) ? (int)size : 7));
                HttpContent content = length == Length.Unknown ? new UnknownContent(body) : new ByteArrayContent(body);
                content.Headers.ContentType = body.Length == size ? mediaType : new MediaTypeHeaderValue("application/json");
                using var other = new HttpRequestMessage(request.Method, request.RequestUri) { Content = content };
                return await base.SendAsync(other, cancellationToken);
            }
        }

        private static bool IsInMemory(HttpRequestMessage request) => request.Content!.Headers.ContentType?.MediaType == "application/json";
    }

    /// <summary>Sends another content to the same address before each request.</summary>
    private sealed class OtherHandler(HttpMessageHandler inner, HttpContent content) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var other = new HttpRequestMessage(request.Method, request.RequestUri) { Content = content };
            using HttpResponseMessage response = await base.SendAsync(other, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Starts a task that sends the request again later, without its options.</summary>
    private sealed class StartingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public TaskCompletionSource Released { get; } = new();

        public Task? Started { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            HttpRequestMessage copy = Copy(request, body);
            Started = Task.Run(
                async () =>
                {
                    await Released.Task;
                    using HttpResponseMessage response = await base.SendAsync(copy, CancellationToken.None);
                    response.EnsureSuccessStatusCode();
                },
                CancellationToken.None);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A content without a length.</summary>
    private sealed class UnknownContent(byte[] body) : HttpContent
    {
        public bool IsInMemory { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            IsInMemory |= ConnectionStream.IsBuffer(stream);
            return stream.WriteAsync(body).AsTask();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
