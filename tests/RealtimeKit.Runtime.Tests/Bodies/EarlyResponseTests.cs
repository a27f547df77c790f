using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Bodies;

/// <summary>Over HTTP/2 a server may respond before it has received the whole body. A success then does not hide a lost upload.</summary>
public sealed class EarlyResponseTests
{
    private const int SizeOfSlowStream = 400;

    private static readonly ApiOperation<NoContent> _nothing = TestApi.Operation("nothing", HttpMethod.Post, false, ApiResult.Empty("200"));

    private static readonly ApiOperation<Stream> _file = TestApi.Operation("file", HttpMethod.Post, false, ApiResult.Stream("200"));

    private static readonly ApiOperation<int> _items = TestApi.Operation(
        "items", HttpMethod.Post, false, ApiResult.Json<int>("200", static (ref Utf8JsonReader reader) => JsonReading.Int32(ref reader)));

    public enum Reading
    {
        Whole,
        Nothing,
        File,
        BlockingFile,
        Items,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Reading> Readings => [.. Enum.GetValues<Reading>()];

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task A_success_without_the_whole_body_fails_the_call(Reading reading)
    {
        int requests = 0;
        await using WebApplication server = await Http2Server.StartAsync(async context =>
        {
            requests++;
            await RespondAsync(context, reading);
        });
        using HttpClient client = Client();
        using var transport = new ApiTransport(Options(server), client);

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => CallAsync(transport, reading, new StalledStream()));

        AssertCut(exception);

        // On a busy machine the deadline can pass before the server has started the request.
        Assert.InRange(requests, 0, 1);
    }

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task A_success_that_comes_early_waits_for_the_rest_of_the_body(Reading reading)
    {
        var received = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebApplication server = await Http2Server.StartAsync(async context =>
        {
            await RespondAsync(context, reading);
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received.SetResult(body.Length);
        });
        using HttpClient client = Client();
        using var transport = new ApiTransport(Options(server), client);

        await CallAsync(transport, reading, new SlowStream());

        Assert.Equal(SizeOfSlowStream, await received.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
    }

    [Fact]
    public async Task A_server_may_ignore_small_bodies()
    {
        await using WebApplication server = await Http2Server.StartAsync(static context => RespondAsync(context, Reading.Whole));
        using HttpClient client = Client();
        using var transport = new ApiTransport(TestApi.Options(new Uri(server.Urls.Single())), client);

        // The end of a response and the end of its request are a race.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 6000),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
            async (_, token) => Assert.Equal(
                Thing.Sample,
                await transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: token)));
    }

    [Fact]
    public async Task A_success_before_the_body_was_asked_for_fails_the_call()
    {
        await using WebApplication server = await Http2Server.StartAsync(static context => RespondAsync(context, Reading.Whole));
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.Expect100ContinueTimeout = TimeSpan.FromMinutes(5);
        using var client = new HttpClient(handler)
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var transport = new ApiTransport(Options(server), client);

        // If the platform begins to send after all, this is more than the server takes without reading.
        AssertCut(await Assert.ThrowsAnyAsync<ApiException>(() => CallAsync(transport, Reading.Whole, new MemoryStream(new byte[4_000_000]))));
    }

    [Fact]
    public async Task A_redirect_to_a_GET_that_comes_early_waits_for_the_rest_of_the_body()
    {
        var received = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebApplication server = await Http2Server.StartAsync(async context =>
        {
            if (context.Request.Method == "GET")
            {
                await RespondAsync(context, Reading.Whole);
                return;
            }

            context.Response.StatusCode = 303;
            context.Response.Headers.Location = "/v4/done";
            await context.Response.CompleteAsync();
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            received.SetResult(body.Length);
        });
        ApiClientOptions options = Options(server);
        options.MaxRedirects = 1;
        using HttpClient client = Client();
        using var transport = new ApiTransport(options, client);

        await CallAsync(transport, Reading.Whole, new SlowStream());

        Assert.Equal(SizeOfSlowStream, await received.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
    }

    [Fact]
    public async Task An_upload_that_still_waits_for_an_earlier_one_does_not_stop_a_later_one()
    {
        for (int i = 0; i < 10; i++)
        {
            int requests = 0;
            var upload = new GatedStream();
            await using WebApplication server = await Http2Server.StartAsync(async context =>
            {
                if (context.Request.Method == "GET")
                {
                    return;
                }

                bool isLast = Interlocked.Increment(ref requests) == 3;
                if (isLast)
                {
                    upload.Open();
                }
                else
                {
                    context.Response.StatusCode = 429;
                    context.Response.Headers.RetryAfter = "0";
                    await context.Response.CompleteAsync();
                }

                await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
                await (isLast ? RespondAsync(context, Reading.Whole) : Task.CompletedTask);
            });
            using HttpClient client = Client();
            using var transport = new ApiTransport(Options(server), client);

            Task call = CallAsync(transport, Reading.Whole, upload);
            while (!call.IsCompleted)
            {
                // The platform keeps the head of a request with a body until something else is sent.
                (await client.GetAsync(new Uri(server.Urls.Single()), Cancellation)).Dispose();
                await Task.Delay(5, Cancellation);
            }

            await call;
            Assert.Equal(3, requests);
        }
    }

    [Fact]
    public async Task An_error_that_comes_early_is_the_result()
    {
        await using WebApplication server = await Http2Server.StartAsync(static context =>
        {
            context.Response.StatusCode = 409;
            return context.Response.CompleteAsync();
        });
        using HttpClient client = Client();
        using var transport = new ApiTransport(Options(server), client);

        await Assert.ThrowsAsync<ApiConflictException>(() => CallAsync(transport, Reading.Whole, new SlowStream()));
    }

    /// <summary>The platform does not always notice that the server reads no more. The deadline ends the call in this case.</summary>
    private static void AssertCut(ApiException exception) => Assert.True(
        exception is ApiTimeoutException { RequestMayHaveBeenSent: true }
            || (exception is ApiConnectionException { RequestMayHaveBeenSent: true } && exception.Message.Contains("whole body", StringComparison.Ordinal)),
        $"{exception}");

    private static async Task CallAsync(ApiTransport transport, Reading reading, Stream upload)
    {
        ApiRequest request = TestApi.ThingRequest().StreamBody(upload, "application/octet-stream");
        switch (reading)
        {
            case Reading.Whole:
                await transport.SendAsync(TestApi.Post, request, cancellationToken: Cancellation);
                break;
            case Reading.Nothing:
                await transport.SendAsync(_nothing, request, cancellationToken: Cancellation);
                break;
            case Reading.Items:
                await foreach (int _ in transport.StreamAsync(_items, request, cancellationToken: Cancellation))
                {
                }

                break;
            default:
                await using (Stream file = await transport.SendAsync(_file, request, cancellationToken: Cancellation))
                {
                    await (reading == Reading.File ? file.CopyToAsync(Stream.Null, Cancellation) : Task.Run(() => file.CopyTo(Stream.Null), Cancellation));
                }

                break;
        }
    }

    private static async Task RespondAsync(HttpContext context, Reading reading)
    {
        context.Response.ContentType = reading == Reading.Items ? "application/jsonl" : "application/json";
        await context.Response.WriteAsync(reading == Reading.Items ? "1\n" : TestApi.ThingBody, context.RequestAborted);
        await context.Response.CompleteAsync();
    }

    private static ApiClientOptions Options(WebApplication server)
    {
        ApiClientOptions options = TestApi.Options(new Uri(server.Urls.Single()));
        options.AttemptTimeout = TimeSpan.FromSeconds(8);
        options.TotalTimeout = TimeSpan.FromSeconds(8);
        return options;
    }

    private static HttpClient Client() => new(ApiTransport.CreateHandler())
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>A stream that returns a few bytes, and then none until it is cancelled.</summary>
    private sealed class StalledStream : MemoryStream
    {
        private int _reads;

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_reads++ > 0)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return 8;
        }
    }

    /// <summary>A stream whose second read ends only some time after it was opened, also if it is cancelled.</summary>
    private sealed class GatedStream() : MemoryStream(new byte[100_000])
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _open.TrySetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 0)
            {
                await _open.Task;
                await Task.Delay(20, CancellationToken.None);
            }

            return await base.ReadAsync(buffer, CancellationToken.None);
        }
    }
}
