using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Receiving;

/// <summary>
/// A read that ignores its cancellation, such as one of a stream of a handler that shows progress, is no longer waited for. It still reads
/// from the connection, which may be used again only after it.
/// </summary>
public sealed class AbandonedReadTests
{
    private const int Half = 10;

    private static readonly ApiOperation<Stream> _file = TestApi.Operation("file", HttpMethod.Get, true, ApiResult.Stream("200"));

    private static readonly ApiOperation<int> _numbers = TestApi.Operation(
        "stream", HttpMethod.Get, true, ApiResult.Json<int>("200", static (ref Utf8JsonReader reader) => JsonReading.Int32(ref reader)));

    public enum Ending
    {
        DisposedFile,
        CancelledFile,
        CancelledCall,
        CancelledError,
        CancelledItems,
    }

    public enum Reading
    {
        Blocking,
        WithoutToken,
        NotAwaited,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<Ending, Reading> Cases => new(Enum.GetValues<Ending>(), [Reading.Blocking, Reading.WithoutToken]);

    public static TheoryData<Ending> Endings => [.. Enum.GetValues<Ending>()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_response_is_freed_after_the_read_and_the_next_call_gets_its_own(Ending ending, Reading reading)
    {
        var rest = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = Stalling(ending, rest.Task);
        using var handler = new ProgressHandler(ApiTransport.CreateHandler(), reading);
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(server), client);

        await AbandonAsync(transport, handler, ending);
        await Task.Delay(50, Cancellation);
        bool wasFreedEarly = handler.Body!.IsDisposed.Task.IsCompleted;
        rest.SetResult();
        await handler.Body.IsDisposed.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        Thing thing = await transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation);

        Assert.Equal((false, Thing.Sample), (wasFreedEarly, thing));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_read_ends_with_the_connection_if_that_is_known(Ending ending, Reading reading)
    {
        await using RawServer server = Stalling(ending, new TaskCompletionSource().Task);
        using var handler = new ProgressHandler(new SingleSendHandler(ApiTransport.CreateHandler()), reading);
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(server), client);

        await AbandonAsync(transport, handler, ending);

        await handler.Body!.IsDisposed.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        Assert.Equal(Thing.Sample, await transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task A_read_that_the_handler_itself_no_longer_waits_for_ends_with_its_connection(Ending ending)
    {
        var rest = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = Stalling(ending, rest.Task);
        using var handler = new ProgressHandler(ApiTransport.CreateHandler(), Reading.NotAwaited);
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(server), client);

        await AbandonAsync(transport, handler, ending);
        await handler.Body!.IsDisposed.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        await Task.Delay(50, Cancellation);
        rest.SetResult();
        await Task.Delay(50, Cancellation);

        Assert.Equal(Thing.Sample, await transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));
        Assert.Equal(2, server.Connections);
    }

    private static ApiClientOptions Options(RawServer server)
    {
        ApiClientOptions options = TestApi.Options(server);
        options.AttemptTimeout = TimeSpan.FromSeconds(20);
        options.Retry.MaxRetries = 0;
        return options;
    }

    /// <summary>Ends a call or the use of its file while a read is pending.</summary>
    private static async Task AbandonAsync(ApiTransport transport, ProgressHandler handler, Ending ending)
    {
        using var source = new CancellationTokenSource();
        Stream? file = null;
        Task pending = ending switch
        {
            Ending.CancelledCall or Ending.CancelledError => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: source.Token),
            Ending.CancelledItems => EnumerateAsync(transport, source.Token),
            _ => ReadAsync(file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation), source.Token),
        };
        await handler.IsStalled.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        await Task.Delay(50, Cancellation);
        if (ending == Ending.DisposedFile)
        {
            await file!.DisposeAsync();
            await Assert.ThrowsAsync<ObjectDisposedException>(() => pending.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
            return;
        }

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
        await (file?.DisposeAsync() ?? default);
    }

    private static async Task ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        await file.ReadExactlyAsync(new byte[Half], cancellationToken);
        _ = await file.ReadAsync(new byte[Half], cancellationToken);
    }

    private static async Task EnumerateAsync(ApiTransport transport, CancellationToken cancellationToken)
    {
        await foreach (int _ in transport.StreamAsync(_numbers, TestApi.ThingRequest(), cancellationToken: cancellationToken))
        {
        }
    }

    /// <summary>Starts a server that sends the second half of each response to a GET later.</summary>
    private static RawServer Stalling(Ending ending, Task rest)
    {
        string status = ending == Ending.CancelledError ? "500 Internal Server Error" : "200 OK";
        string contentType = ending == Ending.CancelledItems ? "application/jsonl" : "application/json";
        string response = TestApi.Response(new string(' ', 2 * Half), status, contentType);
        return RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                if (request.Method == "GET")
                {
                    await connection.WriteAsync(response[..^Half]);
                    await rest.WaitAsync(connection.Stopping);
                    await connection.WriteAsync(response[^Half..]);
                }
                else
                {
                    await connection.WriteAsync(TestApi.Response());
                }
            }
        });
    }

    private sealed class ProgressHandler(HttpMessageHandler inner, Reading reading) : DelegatingHandler(inner)
    {
        public TaskCompletionSource IsStalled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ProgressStream? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Get)
            {
                HttpContent content = response.Content;
                Body = new ProgressStream(await content.ReadAsStreamAsync(cancellationToken), IsStalled, reading);
                response.Content = new StreamContent(Body);
                response.Content.Headers.ContentType = content.Headers.ContentType;
            }

            return response;
        }
    }

    /// <summary>A stream that counts what is read. Its reads are those of another stream, but cannot be cancelled.</summary>
    private sealed class ProgressStream(Stream inner, TaskCompletionSource isStalled, Reading reading) : MemoryStream
    {
        private int _total;

        public TaskCompletionSource IsDisposed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_total == Half)
            {
                isStalled.TrySetResult();
            }

            Task<int> running = reading == Reading.Blocking
                ? Task.Run(() => inner.Read(buffer.Span), CancellationToken.None)
                : inner.ReadAsync(buffer, CancellationToken.None).AsTask();
            int count = await running.WaitAsync(reading == Reading.NotAwaited ? cancellationToken : CancellationToken.None);
            _total += count;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            IsDisposed.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
