using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Handlers;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Calls;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"da")]
    public async Task An_attempt_ends_at_its_deadline_wherever_the_response_stalls(string sent)
    {
        var time = new FakeTimeProvider();
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(sent);
            await connection.StallAsync();
        });
        ApiClientOptions options = TestApi.Options(server);
        options.TimeProvider = time;
        using var transport = new ApiTransport(options);

        Task<Thing> call = transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken);
        await time.AdvanceUntilAsync(call, TimeSpan.FromSeconds(1));

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
        Assert.Equal(ApiTimeoutKind.Attempt, exception.Kind);
        Assert.Equal(TimeSpan.FromSeconds(30), exception.Timeout);
        Assert.True(exception.RequestMayHaveBeenSent);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task A_call_ends_at_its_total_deadline_however_many_attempts_fit()
    {
        var time = new FakeTimeProvider();
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.StallAsync();
        });
        ApiClientOptions options = TestApi.Options(server);
        options.TimeProvider = time;
        options.Retry = new RetryOptions { MaxRetries = 10, BaseDelay = TimeSpan.Zero, BudgetReserve = 100 };
        using var transport = new ApiTransport(options);

        Task<Thing> call = transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        int[] seconds = [30, 30, 30, 10];
        for (int attempt = 1; attempt <= seconds.Length; attempt++)
        {
            await server.UntilAsync(server => server.Requests == attempt);
            Assert.False(call.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(seconds[attempt - 1]));
        }

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
        Assert.Equal(ApiTimeoutKind.Total, exception.Kind);
        Assert.Equal(TimeSpan.FromSeconds(100), exception.Timeout);
        Assert.Equal(4, exception.Attempts);
    }

    [Fact]
    public async Task A_total_deadline_ends_an_attempt_that_would_have_longer()
    {
        var time = new FakeTimeProvider();
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.StallAsync();
        });
        ApiClientOptions options = TestApi.Options(server);
        options.TimeProvider = time;
        options.AttemptTimeout = TimeSpan.FromHours(20);
        using var transport = new ApiTransport(options);

        DateTimeOffset started = time.GetUtcNow();
        Task<Thing> call = transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        await time.AdvanceUntilAsync(call, TimeSpan.FromSeconds(10));

        Assert.Equal(ApiTimeoutKind.Total, (await Assert.ThrowsAsync<ApiTimeoutException>(() => call)).Kind);
        Assert.InRange(time.GetUtcNow() - started, TimeSpan.FromSeconds(100), TimeSpan.FromHours(10));
    }

    [Fact]
    public async Task A_slow_trickle_does_not_keep_a_call_alive()
    {
        var time = new FakeTimeProvider();
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n");
            while (true)
            {
                await connection.WriteAsync(" ");
                time.Advance(TimeSpan.FromMilliseconds(20));
            }
        });
        ApiClientOptions options = TestApi.Options(server);
        options.TimeProvider = time;
        options.AttemptTimeout = TimeSpan.FromMilliseconds(200);
        options.Retry = new RetryOptions { MaxRetries = 0 };
        using var transport = new ApiTransport(options);

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.Equal("8c0ffee-FRA", exception.RequestId ?? "8c0ffee-FRA");
    }

    [Fact]
    public async Task A_connect_that_takes_too_long_is_known_not_to_have_sent_anything()
    {
        using var unreachable = new FullListener();
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.ConnectCallback = new ConnectionOpener(TimeSpan.FromMilliseconds(50)).OpenAsync;
        using var client = new HttpClient(new SingleSendHandler(handler));
        using var transport = new ApiTransport(TestApi.Options(unreachable.Address), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.False(exception.RequestMayHaveBeenSent);
        Assert.Equal(3, exception.Attempts);
    }

    [Fact]
    public async Task A_deadline_that_passes_does_not_show_whether_the_request_was_sent()
    {
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.ConnectCallback = static async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        };
        using var client = new HttpClient(handler);
        ApiClientOptions options = TestApi.Options(new Uri("https://api.example.com/"));
        options.AttemptTimeout = TimeSpan.FromMilliseconds(50);
        using var transport = new ApiTransport(options, client);

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.True(exception.RequestMayHaveBeenSent);
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task The_timeout_of_a_borrowed_client_is_reported_as_a_timeout()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.StallAsync();
        });
        using var client = new HttpClient(ApiTransport.CreateHandler()) { Timeout = TimeSpan.FromMilliseconds(100) };
        ApiClientOptions options = TestApi.Options(server);
        options.Retry = new RetryOptions { MaxRetries = 0 };
        using var transport = new ApiTransport(options, client);

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.True(exception.Timeout < options.AttemptTimeout, exception.Message);
        Assert.Contains("a timeout of the HttpClient", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_cancels_gets_their_own_token_back()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.StallAsync();
        });
        using var transport = new ApiTransport(TestApi.Options(server));
        using var source = new CancellationTokenSource();
        Task<Thing> call = transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: source.Token);
        await server.UntilAsync(static server => server.Requests > 0);
        await source.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, exception.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: source.Token));
        Assert.Equal(1, server.Requests);
    }
}
