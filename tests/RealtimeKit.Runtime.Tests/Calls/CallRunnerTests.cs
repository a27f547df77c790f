using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Calls;

public sealed class CallRunnerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_that_is_cancelled_already_requests_neither_a_token_nor_the_server()
    {
        var caller = new AsyncLocal<string?>();
        var callers = new ConcurrentQueue<string?>();
        ApiClientOptions options = Options("https://cancelled.example.com");
        options.Credential = new BearerTokenCredential(_ =>
        {
            callers.Enqueue(caller.Value);
            return ValueTask.FromResult("token");
        });
        var handler = new FakeHandler(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(options, client);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        caller.Value = "cancelled";
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: source.Token));

        // A token is requested in the background. The next call would wait for the request that the first call started.
        caller.Value = "next";
        await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal(["next"], callers);
        Assert.Equal(1, handler.Calls);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_is_sent_ends_with_the_callers_token()
    {
        using var source = new CancellationTokenSource();
        using HttpClient client = FakeHandler.Client((_, _) =>
        {
            source.Cancel();
            throw new TaskCanceledException();
        });
        using var transport = new ApiTransport(Options("https://cancelled.example.com"), client);

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: source.Token));

        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Theory]
    [InlineData(typeof(NotSupportedException))]
    [InlineData(typeof(SocketException))]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(ArgumentException))]
    [InlineData(typeof(UriFormatException))]
    [InlineData(typeof(Exception))]
    public async Task Whatever_else_than_a_timeout_a_handler_below_throws_is_a_failed_connection(Type thrown)
    {
        using HttpClient client = FakeHandler.Client((_, _) => throw (Exception)Activator.CreateInstance(thrown)!);
        using var transport = new ApiTransport(Options("https://fault.example.com"), client);

        var exception =
            await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Assert.IsType(thrown, exception.InnerException?.InnerException);
        Assert.Equal((1, true), (exception.Attempts, exception.RequestMayHaveBeenSent));
    }

    [Fact]
    public async Task Attempts_are_counted_and_one_without_a_credential_is_none()
    {
        ApiClientOptions options = Options("https://attempts.example.com");
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response("{}", HttpStatusCode.BadGateway));
        using (var transport = new ApiTransport(options, client))
        {
            ApiServerException exception = await Assert.ThrowsAsync<ApiServerException>(
                () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), new RequestOptions { MaxRetries = 2 }, Cancellation));
            Assert.Equal((3, true), (exception.Attempts, exception.IsRetryable));
        }

        ApiClientOptions without = Options("https://attempts.example.com");
        without.Credential = new BearerTokenCredential(static _ => throw new InvalidOperationException());
        using (var transport = new ApiTransport(without, client))
        {
            ApiCredentialException exception = await Assert.ThrowsAsync<ApiCredentialException>(
                () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));
            Assert.Equal(0, exception.Attempts);
        }
    }

    [Fact]
    public async Task A_call_that_is_over_has_given_its_body_back()
    {
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var transport = new ApiTransport(Options("https://over.example.com"), client);
        ApiRequest request = TestApi.ThingRequest(Thing.Sample);
        await transport.SendAsync(TestApi.Put, request, cancellationToken: Cancellation);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => request.Body!.WriteAsync(Stream.Null, Cancellation));
    }

    [Fact]
    public async Task A_success_is_recorded_with_its_status_and_a_failure_with_its_kind()
    {
        using var activities = new RecordedActivities();
        using HttpClient client =
            FakeHandler.Client(static (_, call) => call == 1 ? FakeHandler.Response(TestApi.ThingBody) : throw new HttpRequestException());
        using var transport = new ApiTransport(Options("https://told.example.com"), client);
        await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation);
        await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Activity[] told = activities.Of("told.example.com");
        Assert.Equal([200, null], told.Select(static activity => activity.GetTagItem("http.response.status_code")));
        Assert.Equal([null, "RealtimeKit.Runtime.ApiConnectionException"], told.Select(static activity => activity.GetTagItem("error.type")));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error], told.Select(static activity => activity.Status));
    }

    private static ApiClientOptions Options(string address) => new() { BaseAddress = new Uri(address), Retry = new RetryOptions { BaseDelay = TimeSpan.Zero } };
}
