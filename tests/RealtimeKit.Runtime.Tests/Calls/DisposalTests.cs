using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Calls;

/// <summary>Disposing a client ends its calls at once and with one exception, in whatever state they are.</summary>
public sealed class DisposalTests
{
    private static readonly ApiOperation<int> _numbers = TestApi.Operation(
        "stream", HttpMethod.Get, true, ApiResult.Json<int>("200", static (ref Utf8JsonReader reader) => JsonReading.Int32(ref reader)));

    private static readonly ApiOperation<Stream> _file = TestApi.Operation("file", HttpMethod.Get, true, ApiResult.Stream("200"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", true)]
    [InlineData("", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{", false)]
    [InlineData("HTTP/1.1 500 X\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{", true)]
    [InlineData("HTTP/1.1 500 X\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{", false)]
    [InlineData("HTTP/1.1 503 X\r\nRetry-After: 50\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 503 X\r\nRetry-After: 50\r\nContent-Length: 0\r\n\r\n", false)]
    public async Task A_call_ends_at_once_whatever_it_waits_for(string response, bool isOwn)
    {
        await using RawServer server = Stalling(response);
        using HttpClient? client = isOwn ? null : new HttpClient();
        var transport = new ApiTransport(TestApi.Options(server), client);

        Task<Thing> call = transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation);

        await EndsAsync(transport, call, server);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wait_for_a_token_ends_at_once(bool isOwn)
    {
        await using RawServer server = Stalling("");
        using HttpClient? client = isOwn ? null : new HttpClient();
        ApiClientOptions options = TestApi.Options(server);
        options.Credential = new BearerTokenCredential(static async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "never";
        });
        var transport = new ApiTransport(options, client);

        Task<Thing> call = transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation);

        await EndsAsync(transport, call, null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_loop_over_items_ends_at_once(bool isOwn)
    {
        await using RawServer server = Stalling("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n");
        using HttpClient? client = isOwn ? null : new HttpClient();
        var transport = new ApiTransport(TestApi.Options(server), client);
        await using IAsyncEnumerator<int> items = transport.StreamAsync(_numbers, TestApi.ThingRequest(), cancellationToken: Cancellation)
            .GetAsyncEnumerator(Cancellation);
        Assert.True(await items.MoveNextAsync());

        await EndsAsync(transport, items.MoveNextAsync().AsTask(), server);
    }

    [Fact]
    public async Task Received_items_are_not_returned_after_the_transport_is_disposed()
    {
        await using RawServer server = Stalling("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\ndata: 2\n\n");
        var transport = new ApiTransport(TestApi.Options(server));
        await using IAsyncEnumerator<int> items = transport.StreamAsync(_numbers, TestApi.ThingRequest(), cancellationToken: Cancellation)
            .GetAsyncEnumerator(Cancellation);
        Assert.True(await items.MoveNextAsync());
        transport.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await items.MoveNextAsync());
    }

    [Fact]
    public async Task Received_items_are_not_returned_after_the_caller_has_cancelled()
    {
        await using RawServer server = Stalling("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\ndata: 2\n\n");
        using var source = new CancellationTokenSource();
        using var transport = new ApiTransport(TestApi.Options(server));
        await using IAsyncEnumerator<int> items = transport.StreamAsync(_numbers, TestApi.ThingRequest(), cancellationToken: CancellationToken.None)
            .GetAsyncEnumerator(source.Token);
        Assert.True(await items.MoveNextAsync());
        await source.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await items.MoveNextAsync());
        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public async Task The_reads_of_a_file_end_at_once(bool isOwn, bool withToken)
    {
        await using RawServer server = Stalling("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc");
        using HttpClient? client = isOwn ? null : new HttpClient();
        var transport = new ApiTransport(TestApi.Options(server), client);
        await using Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
        byte[] buffer = new byte[10];
        Assert.Equal(3, await file.ReadAsync(buffer, Cancellation));

        await EndsAsync(transport, file.ReadAsync(buffer, withToken ? Cancellation : CancellationToken.None).AsTask(), server);
        Assert.Throws<ObjectDisposedException>(() => file.Read(buffer));
    }

    [Fact]
    public async Task What_the_caller_cancelled_first_is_cancelled()
    {
        await using RawServer server = Stalling("");
        using var source = new CancellationTokenSource();
        var transport = new ApiTransport(TestApi.Options(server));
        Task<Thing> call = transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: source.Token);
        await source.CancelAsync();
        transport.Dispose();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_handler_that_throws_when_it_is_cancelled_leaves_no_unobserved_exception()
    {
        var unobserved = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs e) => unobserved.Enqueue(e.Exception);
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            using var client = new HttpClient(new ThrowsWhenCancelled());
            var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/v4/")), client);
            Task<Thing> call = transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation);
            transport.Dispose();
            await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
            for (int i = 0; i < 5; i++)
            {
                await Task.Delay(20, Cancellation);
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.DoesNotContain(unobserved, static exception => exception.ToString().Contains(nameof(ThrowsWhenCancelled), StringComparison.Ordinal));
    }

    private sealed class ThrowsWhenCancelled : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using CancellationTokenRegistration registration =
                cancellationToken.Register(static () => throw new InvalidOperationException(nameof(ThrowsWhenCancelled)));
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }

    private static async Task EndsAsync(ApiTransport transport, Task call, RawServer? server)
    {
        await (server?.UntilAsync(static server => server.Requests > 0) ?? Task.CompletedTask);

        // No event shows that the call has begun to wait.
        await Task.Delay(100, Cancellation);
        Assert.False(call.IsCompleted);
        transport.Dispose();

        // The deadline of an attempt is later, at 30 s.
        await Assert.ThrowsAsync<ObjectDisposedException>(() => call.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
    }

    private static RawServer Stalling(string response) => RawServer.Start(async connection =>
    {
        await connection.ReadRequestAsync();
        await connection.WriteAsync(response);
        await connection.StallAsync();
    });
}
