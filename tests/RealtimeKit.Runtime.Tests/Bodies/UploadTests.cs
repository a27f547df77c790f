using System.Net;
using System.Text;
using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Bodies;

/// <summary>An upload is received completely or the call fails, with any number of attempts and any handler.</summary>
public sealed class UploadTests
{
    private const int Size = 50_000;

    public enum Kind
    {
        Stream,
        Multipart,
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_another_call_is_sending_is_refused_because_the_calls_would_share_its_bytes(bool isSeekable)
    {
        var bodies = new List<int>();
        await using RawServer server = Server(bodies, static _ => TestApi.Response());
        using var transport = new ApiTransport(TestApi.Options(server));
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stream = new HeldStream(new byte[Size], isSeekable, started, go.Task);
        ApiRequest early = TestApi.ThingRequest().StreamBody(stream, "application/octet-stream");

        Task<Thing> first = transport.SendAsync(
            TestApi.Put,
            TestApi.ThingRequest().StreamBody(stream, "application/octet-stream"),
            cancellationToken: TestContext.Current.CancellationToken);
        await started.Task;
        Assert.Throws<ArgumentException>(() => TestApi.ThingRequest().StreamBody(stream, "application/octet-stream"));
        var second = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Put, early, cancellationToken: TestContext.Current.CancellationToken));
        go.SetResult();
        await first;

        Assert.Contains("is being sent by another call", second.Message, StringComparison.Ordinal);
        Assert.True(Assert.Single(bodies, static received => received > 0) >= Size);
        Assert.NotNull(TestApi.ThingRequest().StreamBody(stream, "application/octet-stream"));
    }

    [Fact]
    public async Task A_stream_that_returns_a_negative_number_of_bytes_is_no_complete_upload()
    {
        var bodies = new List<int>();
        await using RawServer server = Server(bodies, static _ => TestApi.Response());
        using var transport = new ApiTransport(TestApi.Options(server));

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(
            TestApi.Put, TestApi.ThingRequest().StreamBody(new NegativeStream(), "text/plain"), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("impossible number of bytes", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(307, Kind.Stream, false)]
    [InlineData(308, Kind.Stream, false)]
    [InlineData(307, Kind.Multipart, false)]
    [InlineData(307, Kind.Stream, true)]
    [InlineData(308, Kind.Multipart, true)]
    public async Task A_redirect_is_followed_only_with_a_body_that_can_be_read_again(int status, Kind kind, bool isSeekable)
    {
        var bodies = new List<int>();
        await using RawServer server = Server(bodies, count => count == 1
            ? $"HTTP/1.1 {status} Moved\r\nLocation: /v4/elsewhere\r\nContent-Length: 0\r\n\r\n"
            : TestApi.Response());
        ApiClientOptions options = TestApi.Options(server);
        options.MaxRedirects = 5;
        using var transport = new ApiTransport(options);

        Exception? exception = await Record.ExceptionAsync(() => transport.SendAsync(
            TestApi.Put, Request(kind, Stream(isSeekable)), cancellationToken: TestContext.Current.CancellationToken));

        if (isSeekable)
        {
            Assert.Null(exception);
            Assert.Equal(2, bodies.Count);
        }
        else
        {
            Assert.True(exception is ApiStatusException { StatusCode: var result } && (int)result == status, $"{exception}");
            Assert.Single(bodies);
        }

        Assert.All(bodies, static received => Assert.True(received >= Size));
    }

    [Theory]
    [InlineData("503 Unavailable", Kind.Stream, false, false)]
    [InlineData("503 Unavailable", Kind.Stream, false, true)]
    [InlineData("503 Unavailable", Kind.Multipart, false, true)]
    [InlineData("503 Unavailable", Kind.Stream, true, true)]
    [InlineData("401 Unauthorized", Kind.Stream, false, false)]
    [InlineData("401 Unauthorized", Kind.Multipart, false, true)]
    [InlineData("401 Unauthorized", Kind.Stream, true, true)]
    public async Task A_body_that_cannot_be_read_again_is_sent_once_whatever_wraps_it(string status, Kind kind, bool isSeekable, bool isWrapped)
    {
        var bodies = new List<int>();
        await using RawServer server = Server(bodies, count => count == 1 ? TestApi.Response("{}", status) : TestApi.Response());
        int asked = 0;
        ApiClientOptions options = TestApi.Options(server);
        options.Credential = new BearerTokenCredential(_ => ValueTask.FromResult($"token-{++asked}"));
        using var client = new HttpClient(isWrapped ? new WrappingHandler(ApiTransport.CreateHandler()) : ApiTransport.CreateHandler());
        using var transport = new ApiTransport(options, client);

        Exception? exception = await Record.ExceptionAsync(() => transport.SendAsync(
            TestApi.Put, Request(kind, Stream(isSeekable)), cancellationToken: TestContext.Current.CancellationToken));

        if (isSeekable)
        {
            Assert.Null(exception);
            Assert.Equal(2, bodies.Count);
        }
        else
        {
            Assert.IsAssignableFrom<ApiStatusException>(exception);
            Assert.Single(bodies);
        }

        Assert.All(bodies, static received => Assert.True(received >= Size));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    [InlineData(1, false)]
    public async Task A_stream_that_does_not_hold_what_it_declared_is_an_error_whatever_wraps_it(int difference, bool isWrapped)
    {
        var bodies = new List<int>();
        await using RawServer server = Server(bodies, static _ => TestApi.Response());
        using var client = new HttpClient(isWrapped ? new WrappingHandler(ApiTransport.CreateHandler()) : ApiTransport.CreateHandler());
        using var transport = new ApiTransport(TestApi.Options(server), client);
        using var stream = new LyingStream(Size, difference);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(
            TestApi.Put, Request(Kind.Stream, stream), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Empty(bodies);
        Assert.Equal(1, exception.Attempts);
        Assert.Contains("declared", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_read_of_a_stream_after_the_call_has_returned()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync(readBody: false);
            await connection.WriteAsync(TestApi.Response());
            await connection.StallAsync();
        });
        using var transport = new ApiTransport(TestApi.Options(server));
        using var stream = new EndlessStream();

        await Record.ExceptionAsync(() => transport.SendAsync(
            TestApi.Put, Request(Kind.Stream, stream), cancellationToken: TestContext.Current.CancellationToken));

        int reads = stream.Reads;
        await using var other = RawServer.Responding(Encoding.ASCII.GetBytes(TestApi.Response()));
        using var next = new ApiTransport(TestApi.Options(other));
        for (int i = 0; i < 20; i++)
        {
            await next.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.Equal(reads, stream.Reads);
    }

    [Fact]
    public async Task No_read_begins_after_the_call_has_returned_although_a_handler_reads_the_body_and_the_stream_ignores_its_cancellation()
    {
        await using var server = RawServer.Responding(Encoding.ASCII.GetBytes(TestApi.Response()));
        using var client = new HttpClient(new ReadingHandler(ApiTransport.CreateHandler()));
        using var transport = new ApiTransport(TestApi.Options(server), client);
        using var stream = new IgnorantStream(500);
        using var source = new CancellationTokenSource();

        Task call = transport.SendAsync(TestApi.Post, Request(Kind.Stream, stream), cancellationToken: source.Token);
        await stream.Started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        int reads = stream.Reads;
        await Task.Delay(100, TestContext.Current.CancellationToken);

        Assert.Equal(reads, stream.Reads);

        // The stream is free for another call.
        await transport.SendAsync(TestApi.Post, Request(Kind.Stream, stream), cancellationToken: TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_attempt_waits_until_the_one_before_has_stopped_reading()
    {
        using var stream = new SlowStream(4);
        using var body = new StreamedBody(stream, "application/octet-stream");
        using var first = new MemoryStream();
        using var second = new MemoryStream();

        Task earlier = body.WriteAsync(first, TestContext.Current.CancellationToken);
        Task later = body.WriteAsync(second, TestContext.Current.CancellationToken);
        stream.Release();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => earlier);
        await later;
        Assert.Equal([0, 1, 2, 3], second.ToArray());
        Assert.Equal(1, stream.MostReadersAtOnce);
    }

    [Fact]
    public void Two_parts_cannot_share_a_stream_that_is_read_once()
    {
        using Stream stream = Stream(isSeekable: false);
        MultipartPart[] parts = [MultipartPart.File("a", new FileContent(stream, "a.bin")), MultipartPart.File("b", new FileContent(stream, "b.bin"))];

        var exception = Assert.Throws<ArgumentException>(() => TestApi.ThingRequest().MultipartBody(parts));

        Assert.Contains("'b'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_parts_can_share_a_stream_that_can_seek()
    {
        var bodies = new List<int>();
        await using RawServer server = Server(bodies, static _ => TestApi.Response());
        using var transport = new ApiTransport(TestApi.Options(server));
        using Stream stream = Stream(isSeekable: true);
        var file = new FileContent(stream, "a.bin");

        await transport.SendAsync(
            TestApi.Put, TestApi.ThingRequest()
                .MultipartBody(MultipartPart.File("a", file), MultipartPart.File("b", file)), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(Assert.Single(bodies) > 2 * Size);
    }

    [Fact]
    public void A_stream_that_cannot_be_read_is_refused_before_anything_is_sent()
    {
        var disposed = new MemoryStream();
        disposed.Dispose();
        using var broken = new BrokenStream();

        foreach (Stream stream in new Stream[] { disposed, broken })
        {
            foreach (Kind kind in Enum.GetValues<Kind>())
            {
                Assert.Throws<ArgumentException>(() => Request(kind, stream));
            }
        }
    }

    private static RawServer Server(List<int> bodies, Func<int, string> respond) => RawServer.Start(async connection =>
    {
        while (await connection.ReadRequestAsync() is { Body: not null } request)
        {
            int count;
            lock (bodies)
            {
                bodies.Add(request.Body.Length);
                count = bodies.Count;
            }

            await connection.WriteAsync(respond(count));
        }
    });

    private static ApiRequest Request(Kind kind, Stream stream) => kind == Kind.Stream
        ? TestApi.ThingRequest().StreamBody(stream, "application/octet-stream")
        : TestApi.ThingRequest().MultipartBody(MultipartPart.File("file", new FileContent(stream, "a.bin")));

    private static Stream Stream(bool isSeekable) => isSeekable ? new MemoryStream(new byte[Size]) : new ForwardStream(new byte[Size]);

    /// <summary>Wraps the content of the request, as a handler that compresses does.</summary>
    private sealed class WrappingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Content = request.Content is { } content ? new Wrapper(content) : null;
            return base.SendAsync(request, cancellationToken);
        }

        private sealed class Wrapper(HttpContent inner) : HttpContent
        {
            protected override Task SerializeToStreamAsync(System.IO.Stream stream, TransportContext? context) => inner.CopyToAsync(stream);

            protected override bool TryComputeLength(out long length)
            {
                length = 0;
                return false;
            }
        }
    }

    /// <summary>A handler that reads the body into memory, as one that logs it does.</summary>
    private sealed class ReadingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A stream that is read slowly, byte by byte, and ignores its cancellation.</summary>
    private sealed class IgnorantStream(int size) : MemoryStream(new byte[size])
    {
        private int _reads;

        public int Reads => Volatile.Read(ref _reads);

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Interlocked.Increment(ref _reads) == 3)
            {
                Started.SetResult();
            }

            await Task.Delay(5, CancellationToken.None);
            return await base.ReadAsync(buffer[..1], CancellationToken.None);
        }
    }

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    /// <summary>A stream whose length differs from the number of its bytes.</summary>
    private sealed class LyingStream(int declared, int difference) : MemoryStream(new byte[declared + difference])
    {
        public override long Length => declared;
    }

    private sealed class NegativeStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(-1);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override long Length => throw new IOException("The file is gone.");
    }

    private sealed class EndlessStream : MemoryStream
    {
        private int _reads;

        public int Reads => Volatile.Read(ref _reads);

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _reads);
            return new(buffer.Length);
        }
    }

    /// <summary>A stream that returns one byte per read. The first read waits and ignores its cancellation token.</summary>
    private sealed class SlowStream(int size) : MemoryStream(Enumerable.Range(0, size).Select(static i => (byte)i).ToArray())
    {
        private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _readers;

        public int MostReadersAtOnce { get; private set; }

        public void Release() => _release.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            MostReadersAtOnce = Math.Max(MostReadersAtOnce, Interlocked.Increment(ref _readers));
            await _release.Task;
            Interlocked.Decrement(ref _readers);
            return Read(buffer.Span[..1]);
        }
    }

    /// <summary>A stream whose first read waits.</summary>
    private sealed class HeldStream(byte[] bytes, bool isSeekable, TaskCompletionSource started, Task go) : MemoryStream(bytes)
    {
        public override bool CanSeek => isSeekable;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            started.TrySetResult();
            await go.WaitAsync(cancellationToken);
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
