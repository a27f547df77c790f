using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Bodies;

/// <summary>
/// A handler that logs or replaces bodies reads them before or after they are sent. What counts is what the innermost handler sends, which a
/// <see cref="SingleSendHandler"/> sees.
/// </summary>
public sealed class ReadingHandlerTests
{
    private const int Size = 8_000_000;

    public enum Kind
    {
        None,
        Read,
        Replace,
        Copy,
        Nested,
        After,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Kind> Kinds => [.. Enum.GetValues<Kind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_success_without_the_whole_body_fails_the_call(Kind kind)
    {
        await using WebApplication server = await Http2Server.StartAsync(static context => RespondAsync(context));
        using HttpClient client = Client(kind, HttpVersion.Version20);
        using var transport = new ApiTransport(Options(new Uri(server.Urls.Single())), client);

        ApiException exception = await Assert.ThrowsAnyAsync<ApiException>(() => PostAsync(transport, new MemoryStream(new byte[Size])));

        // The platform does not always notice that the server reads no more. The deadline ends the call in this case.
        Assert.True(
            exception is ApiTimeoutException { RequestMayHaveBeenSent: true }
                || (exception is ApiConnectionException { RequestMayHaveBeenSent: true } && exception.Message.Contains("whole body", StringComparison.Ordinal)),
            $"{exception}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_body_is_sent_with_its_headers(Kind kind)
    {
        foreach (bool isSeekable in (bool[])[true, false])
        {
            string received = "";
            await using WebApplication server = await Http2Server.StartAsync(async context =>
            {
                var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                received = string.Create(CultureInfo.InvariantCulture, $"{context.Request.ContentType} {context.Request.ContentLength} {body.Length}");
                await RespondAsync(context);
            });
            using HttpClient client = Client(kind, HttpVersion.Version20);
            using var transport = new ApiTransport(Options(new Uri(server.Urls.Single())), client);

            Task<Thing> call = PostAsync(transport, isSeekable ? new MemoryStream(new byte[400]) : new SlowStream());
            if (kind == Kind.After && !isSeekable)
            {
                // What was sent cannot be read again.
                await Assert.ThrowsAsync<ApiConnectionException>(() => call);
            }

            await (kind == Kind.After && !isSeekable ? Task.CompletedTask : call);
            Assert.Equal(isSeekable || kind is not (Kind.None or Kind.After) ? "image/png 400 400" : "image/png  400", received);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_refused_connection_has_sent_nothing(Kind kind)
    {
        using var port = new RefusingPort();
        using HttpClient client = Client(kind, HttpVersion.Version11);
        using var transport = new ApiTransport(Options(port.Address), client);

        var seekable = await Assert.ThrowsAsync<ApiConnectionException>(() => PostAsync(transport, new MemoryStream(new byte[400])));
        var once = await Assert.ThrowsAsync<ApiConnectionException>(() => PostAsync(transport, new SlowStream()));

        Assert.Equal((3, false), (seekable.Attempts, seekable.RequestMayHaveBeenSent));

        // What the handler has read cannot be read again.
        Assert.Equal((kind is Kind.None or Kind.After ? 3 : 1, false), (once.Attempts, once.RequestMayHaveBeenSent));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_redirect_to_a_GET_before_the_body_was_asked_for_is_the_result(Kind kind)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            if (await connection.ReadRequestAsync(readBody: false) is not null)
            {
                await connection.WriteAsync("HTTP/1.1 303 See Other\r\nLocation: /next\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
        });
        using HttpClient client = Client(kind, HttpVersion.Version11, TimeSpan.FromMinutes(5));
        client.DefaultRequestHeaders.ExpectContinue = true;
        ApiClientOptions options = Options(server.Address);
        options.MaxRedirects = 1;
        using var transport = new ApiTransport(options, client);

        var exception = await Assert.ThrowsAnyAsync<ApiStatusException>(() => PostAsync(transport, new MemoryStream(new byte[400])));

        Assert.Equal(HttpStatusCode.SeeOther, exception.StatusCode);
    }

    [Fact]
    public async Task An_upload_that_a_handler_reads_after_an_early_success_is_complete()
    {
        var received = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebApplication server = await Http2Server.StartAsync(async context =>
        {
            await RespondAsync(context);
            await context.Response.CompleteAsync();
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received.SetResult(body.Length);
        });
        using HttpClient client = Client(Kind.After, HttpVersion.Version20);
        using var transport = new ApiTransport(Options(new Uri(server.Urls.Single())), client);

        await PostAsync(transport, new SlowFile());

        Assert.Equal(400, await received.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
    }

    [Fact]
    public async Task A_handler_can_read_the_body_after_it_was_sent()
    {
        using HttpClient client = new(new AfterwardsHandler(new SingleSendHandler(new FakeHandler(static (_, _) => FakeHandler.Response(TestApi.ThingBody)))));
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/")), client);

        await PostAsync(transport, new MemoryStream(new byte[400]));
    }

    private static Task<Thing> PostAsync(ApiTransport transport, Stream body)
        => transport.SendAsync(TestApi.Post, TestApi.ThingRequest().StreamBody(body, "image/png"), cancellationToken: Cancellation);

    private static Task RespondAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(TestApi.ThingBody, context.RequestAborted);
    }

    private static ApiClientOptions Options(Uri address)
    {
        ApiClientOptions options = TestApi.Options(address);
        options.AttemptTimeout = TimeSpan.FromSeconds(8);
        options.TotalTimeout = TimeSpan.FromSeconds(8);
        return options;
    }

    private static HttpClient Client(Kind kind, Version version, TimeSpan? expect = null)
    {
        SocketsHttpHandler platform = ApiTransport.CreateHandler();
        platform.Expect100ContinueTimeout = expect ?? platform.Expect100ContinueTimeout;
        HttpMessageHandler handler = new SingleSendHandler(platform);
        handler = kind switch
        {
            Kind.None => handler,
            Kind.Nested => new ReadingHandler(new SingleSendHandler(new ReadingHandler(handler, Kind.Read)), Kind.Read),
            _ => new ReadingHandler(handler, kind),
        };
        return new HttpClient(handler) { DefaultRequestVersion = version, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
    }

    private sealed class ReadingHandler(HttpMessageHandler inner, Kind kind) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (kind == Kind.After)
            {
                HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                _ = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
                return response;
            }

            byte[] bytes = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            if (kind == Kind.Read || request.Content is null)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = request.Content.Headers.ContentType;
            if (kind == Kind.Replace)
            {
                request.Content = content;
                return await base.SendAsync(request, cancellationToken);
            }

            var copy = new HttpRequestMessage(request.Method, request.RequestUri)
            {
                Content = content,
                Version = request.Version,
                VersionPolicy = request.VersionPolicy,
            };
            copy.Headers.ExpectContinue = request.Headers.ExpectContinue;
            foreach ((string key, object? value) in request.Options)
            {
                copy.Options.Set(new HttpRequestOptionsKey<object?>(key), value);
            }

            return await base.SendAsync(copy, cancellationToken);
        }
    }

    /// <summary>A seekable stream that is read slowly.</summary>
    private sealed class SlowFile() : MemoryStream(new byte[400])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(10, cancellationToken);
            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, 8)], cancellationToken);
        }
    }

    private sealed class AfterwardsHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpContent content = request.Content!;
            _ = await content.ReadAsByteArrayAsync(cancellationToken);
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            Assert.Same(content, request.Content);
            Assert.Equal(400, (await request.Content!.ReadAsByteArrayAsync(cancellationToken)).Length);
            return response;
        }
    }
}
