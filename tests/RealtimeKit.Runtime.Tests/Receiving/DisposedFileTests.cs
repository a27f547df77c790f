using System.Runtime.CompilerServices;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Receiving;

/// <summary>
/// Disposing a file frees its connection for the next request. A read beside that would take the first bytes of the next response.
/// </summary>
public sealed class DisposedFileTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 20\r\n\r\n0123456789";

    private static readonly ApiOperation<Stream> _file = TestApi.Operation("file", HttpMethod.Get, true, ApiResult.Stream("200"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> BlockingReads => ["array", "span", "byte", "copy", "scheduler"];

    [Theory]
    [MemberData(nameof(BlockingReads))]
    public async Task A_blocking_read_that_is_pending_when_its_file_is_disposed_ends_with_its_connection(string kind)
    {
        await using RawServer server = Stalling();
        using var transport = new ApiTransport(TestApi.Options(server));
        Stream file = await OpenAsync(transport);
        using var isReading = new ManualResetEventSlim();
        Task pending = Task.Factory.StartNew(
            () =>
            {
                isReading.Set();
                Read(file, kind);
            },
            Cancellation,
            TaskCreationOptions.LongRunning,
            kind == "scheduler" ? new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler : TaskScheduler.Default);
        isReading.Wait(Cancellation);
        await Task.Delay(30, Cancellation);

        await file.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => pending.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
        Assert.Equal(Thing.Sample, await transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_blocking_read_ends_when_the_client_is_disposed()
    {
        await using RawServer server = Stalling();
        var transport = new ApiTransport(TestApi.Options(server));
        await using Stream file = await OpenAsync(transport);
        Task pending = Task.Factory.StartNew(() => Read(file, "array"), Cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        transport.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => pending.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_read_that_the_caller_cancels_while_its_file_is_disposed_has_the_token_of_the_caller(bool isCancelled)
    {
        await using RawServer server = Stalling();
        using var transport = new ApiTransport(TestApi.Options(server));
        Stream file = await OpenAsync(transport);
        using var source = new CancellationTokenSource();
        Task pending = file.ReadAsync(new byte[10], source.Token).AsTask();
        if (isCancelled)
        {
            await source.CancelAsync();
        }

        await file.DisposeAsync();
        Exception? exception = await Record.ExceptionAsync(() => pending.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));

        Assert.Equal(isCancelled, exception is OperationCanceledException cancelled && cancelled.CancellationToken == source.Token);
        Assert.Equal(!isCancelled, exception is ObjectDisposedException);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_disposed_while_a_read_begins_is_freed_after_the_read(bool fails)
    {
        await using RawServer server = Stalling();
        Stream? file = null;
        using var handler = new WatchingHandler((_, _) =>
        {
            file?.Dispose();
            return file is not null && fails ? throw new InvalidOperationException("a connection that was freed") : ValueTask.CompletedTask;
        });
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(TestApi.Options(server), client);
        file = await OpenAsync(transport);

        Exception? exception = await Record.ExceptionAsync(() => file.ReadAsync(new byte[10], Cancellation).AsTask());

        Assert.IsType<ObjectDisposedException>(exception);
        WatchedStream body = Assert.Single(handler.Bodies);
        Assert.Equal((true, false), (body.IsDisposed, body.WasMisused));
    }

    [Fact]
    public async Task No_read_of_a_file_that_is_disposed_at_any_moment_runs_beside_the_disposal()
    {
        const int Files = 3000;
        int misused = 0;
        for (int i = 0; i < Files; i++)
        {
            var body = new WatchedStream(new MemoryStream(new byte[200]), static (_, _) =>
            {
                Thread.SpinWait(20);
                return ValueTask.CompletedTask;
            });
            using HttpClient client = FakeHandler.Client((_, _) => new HttpResponseMessage { Content = new StreamContent(body) });
            using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/")), client);
            Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
            int started = 0;
            Task copying = Task.Run(
                async () =>
                {
                    Volatile.Write(ref started, 1);
                    await file.CopyToAsync(Stream.Null, 1, Cancellation);
                },
                Cancellation);
            SpinWait.SpinUntil(() => Volatile.Read(ref started) == 1);
            Thread.SpinWait(i % 400);
            await file.DisposeAsync();
            Exception? exception = await Record.ExceptionAsync(() => copying);

            Assert.True(exception is null or ObjectDisposedException, $"{exception}");
            Assert.True(body.IsDisposed);
            misused += body.WasMisused ? 1 : 0;
        }

        Assert.Equal(0, misused);
    }

    [Fact]
    public async Task A_file_that_is_not_disposed_leaves_nothing_in_the_client()
    {
        await using var server = RawServer.Responding("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 4\r\n\r\nabcd"u8.ToArray());
        const int Files = 40;
        var kept = new List<WeakReference>();
        using var handler = new WatchingHandler((_, token) =>
        {
            // Lives as long as what cancels the read.
            object state = new();
            token.UnsafeRegister(static _ => { }, state);
            lock (kept)
            {
                kept.Add(new WeakReference(state));
            }

            return ValueTask.CompletedTask;
        });
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(TestApi.Options(server), client);
        using var source = new CancellationTokenSource();
        for (int i = 0; i < Files; i++)
        {
            await ReadAndForgetAsync(transport, i % 2 == 0 ? source.Token : CancellationToken.None);
        }

        handler.Bodies.Clear();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.True(kept.Count >= Files, $"{kept.Count}");
        Assert.InRange(kept.Count(static reference => reference.IsAlive), 0, Files / 4);
        GC.KeepAlive(source);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task ReadAndForgetAsync(ApiTransport transport, CancellationToken cancellationToken)
    {
        Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
        while (await file.ReadAsync(new byte[100], cancellationToken) > 0)
        {
        }
    }

    /// <summary>Opens a file and reads what the server sends of it, so that the next read is pending.</summary>
    private static async Task<Stream> OpenAsync(ApiTransport transport)
    {
        Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
        await file.ReadExactlyAsync(new byte[10], Cancellation);
        return file;
    }

    private static void Read(Stream file, string kind)
    {
        switch (kind)
        {
            case "span":
                _ = file.Read(stackalloc byte[10]);
                break;
            case "byte":
                _ = file.ReadByte();
                break;
            case "copy":
                file.CopyTo(Stream.Null);
                break;
            default:
                _ = file.Read(new byte[10], 0, 10);
                break;
        }
    }

    /// <summary>Starts a server that sends a part of each file, and all of any other response.</summary>
    private static RawServer Stalling() => RawServer.Start(static async connection =>
    {
        while (await connection.ReadRequestAsync() is { } request)
        {
            await connection.WriteAsync(request.Method == "GET" ? Head : TestApi.Response());
        }
    });

    /// <summary>Puts a stream of the test in the place of the body of each response.</summary>
    private sealed class WatchingHandler(Func<WatchedStream, CancellationToken, ValueTask> reading) : DelegatingHandler(ApiTransport.CreateHandler())
    {
        public List<WatchedStream> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            var body = new WatchedStream(await response.Content.ReadAsStreamAsync(cancellationToken), reading);
            Bodies.Add(body);
            response.Content = new StreamContent(body);
            return response;
        }
    }
}
