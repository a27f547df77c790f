using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Calls;

/// <summary>A call ends although a handler, a response or the stream of an upload ignores its cancellation.</summary>
public sealed class IgnoredCancellationTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    private static readonly ApiOperation<int> _numbers = TestApi.Operation(
        "stream", HttpMethod.Get, true, ApiResult.Json<int>("200", static (ref Utf8JsonReader reader) => JsonReading.Int32(ref reader)));

    private static readonly ApiOperation<Stream> _file = TestApi.Operation("file", HttpMethod.Get, true, ApiResult.Stream("200"));

    public enum Place
    {
        Handler,
        Body,
        ErrorBody,
        OpeningOfBody,
        Upload,
        Items,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Place> Places => [.. Enum.GetValues<Place>()];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task At_the_callers_cancellation(Place place)
    {
        using var source = new CancellationTokenSource();
        using HttpClient client = Client(place, out Task hanging);
        using var transport = new ApiTransport(Options(TimeSpan.FromMinutes(1)), client);

        Task call = CallAsync(transport, place, source.Token);
        await hanging.WaitAsync(Cancellation);
        await source.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EndAsync(call));
        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task At_the_end_of_the_client(Place place)
    {
        using HttpClient client = Client(place, out Task hanging);
        var transport = new ApiTransport(Options(TimeSpan.FromMinutes(1)), client);

        Task call = CallAsync(transport, place, Cancellation);
        await hanging.WaitAsync(Cancellation);
        transport.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => EndAsync(call));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task At_the_deadline(Place place)
    {
        var time = new FakeTimeProvider();
        TimeSpan timeout = TimeSpan.FromMinutes(1);
        ApiClientOptions options = Options(timeout);
        options.TimeProvider = time;
        using HttpClient client = Client(place, out Task hanging);
        using var transport = new ApiTransport(options, client);

        Task call = CallAsync(transport, place, Cancellation);
        await hanging.WaitAsync(Cancellation);
        time.Advance(timeout);
        Exception? exception = await Record.ExceptionAsync(() => EndAsync(call));

        if (place == Place.ErrorBody)
        {
            // The status is already known and determines the exception.
            Assert.IsType<ApiServerException>(exception);
        }
        else
        {
            Assert.True(Assert.IsType<ApiTimeoutException>(exception).RequestMayHaveBeenSent);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_read_of_a_returned_file_ends_too_and_writes_nothing_afterwards(bool byCaller)
    {
        var reads = new TaskCompletionSource<Memory<byte>>();
        var end = new TaskCompletionSource();
        using var client = new HttpClient(new AsyncHandler(_ => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new LateStream(reads, end.Task)) })));
        var transport = new ApiTransport(Options(TimeSpan.FromMinutes(1)), client);
        using var source = new CancellationTokenSource();
        Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
        byte[] memory = new byte[10];

        Task read = file.ReadAsync(memory, source.Token).AsTask();
        Memory<byte> given = await reads.Task;
        if (byCaller)
        {
            await source.CancelAsync();
            Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EndAsync(read))).CancellationToken);
            await Assert.ThrowsAsync<ApiConnectionException>(() => EndAsync(file.ReadAsync(memory, Cancellation).AsTask()));
        }
        else
        {
            transport.Dispose();
            await Assert.ThrowsAsync<ObjectDisposedException>(() => EndAsync(read));
        }

        given.Span.Fill(1);
        end.SetResult();
        Assert.All(memory, static value => Assert.Equal(0, value));
        transport.Dispose();
    }

    [Fact]
    public async Task What_comes_too_late_is_disposed()
    {
        var response = new TaskCompletionSource<HttpResponseMessage>();
        var body = new DisposedStream();
        using var client = new HttpClient(new AsyncHandler(_ => response.Task));
        using var transport = new ApiTransport(Options(TimeSpan.FromMilliseconds(100)), client);

        await Assert.ThrowsAsync<ApiTimeoutException>(() => transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation));
        response.SetResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) });

        await body.Disposed.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    private static Task EndAsync(Task call) => call.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

    private static ApiClientOptions Options(TimeSpan timeout)
    {
        ApiClientOptions options = TestApi.Options(_address);
        options.AttemptTimeout = timeout;
        options.TotalTimeout = timeout;
        return options;
    }

    private static async Task CallAsync(ApiTransport transport, Place place, CancellationToken cancellationToken)
    {
        switch (place)
        {
            case Place.Upload:
                await transport.SendAsync(
                    TestApi.Post, TestApi.ThingRequest().StreamBody(new HangingStream(), "application/octet-stream"), cancellationToken: cancellationToken);
                break;
            case Place.Items:
                await foreach (int _ in transport.StreamAsync(_numbers, TestApi.ThingRequest(), cancellationToken: cancellationToken))
                {
                }

                break;
            default:
                await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: cancellationToken);
                break;
        }
    }

    private static HttpClient Client(Place place, out Task hanging)
    {
        HangingStream.Hanging.Value = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource hangs = HangingStream.Hanging.Value;
        hanging = hangs.Task;
        return new HttpClient(new AsyncHandler(async request =>
        {
            switch (place)
            {
                case Place.Handler:
                    hangs.TrySetResult();
                    await Task.Delay(Timeout.Infinite);
                    break;
                case Place.Upload:
                    await request.Content!.CopyToAsync(Stream.Null);
                    break;
            }

            HttpContent content = place == Place.OpeningOfBody ? new HangingContent(hangs) : new StreamContent(new HangingStream());
            content.Headers.Add("Content-Type", place == Place.Items ? "application/jsonl" : "application/json");
            return new HttpResponseMessage(place == Place.ErrorBody ? HttpStatusCode.InternalServerError : HttpStatusCode.OK) { Content = content };
        }));
    }

    /// <summary>A handler that ignores the token.</summary>
    private sealed class AsyncHandler(Func<HttpRequestMessage, Task<HttpResponseMessage>> respond) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => respond(request);
    }

    private sealed class HangingContent(TaskCompletionSource hangs) : HttpContent
    {
        protected override async Task<Stream> CreateContentReadStreamAsync()
        {
            hangs.TrySetResult();
            await Task.Delay(Timeout.Infinite);
            return Stream.Null;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>A stream whose reads never end, even if they are cancelled.</summary>
    private sealed class HangingStream : MemoryStream
    {
        public static AsyncLocal<TaskCompletionSource> Hanging { get; } = new();

        private readonly TaskCompletionSource _hangs = Hanging.Value!;

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _hangs.TrySetResult();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return 0;
        }
    }

    /// <summary>A stream that keeps the memory of its read, and ends the read later.</summary>
    private sealed class LateStream(TaskCompletionSource<Memory<byte>> reads, Task end) : MemoryStream
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reads.TrySetResult(buffer);
            await end;
            return buffer.Length;
        }
    }

    /// <summary>A stream with a task that completes when the stream is disposed.</summary>
    private sealed class DisposedStream : MemoryStream
    {
        private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Disposed => _disposed.Task;

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            _disposed.TrySetResult();
        }
    }
}
