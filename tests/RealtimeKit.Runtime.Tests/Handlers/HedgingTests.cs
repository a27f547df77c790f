using System.Diagnostics;
using System.Net;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Handlers;

/// <summary>A hedging handler sends a request again while the first is still running, and takes what ends first.</summary>
public sealed class HedgingTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_success_of_the_first_request_is_the_result_although_the_second_is_not_sent()
    {
        var inner = new HeldHandler(HttpStatusCode.OK);
        using var client = new HttpClient(new HedgingHandler(inner, takesFirst: true));
        using var transport = new ApiTransport(TestApi.Options(_address), client);

        Assert.Equal(Thing.Sample, await transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));
        Assert.Equal(1, inner.Calls);
    }

    [Fact]
    public async Task A_failure_of_the_first_request_is_the_result()
    {
        var inner = new HeldHandler(HttpStatusCode.Conflict);
        using var client = new HttpClient(new HedgingHandler(inner, takesFirst: true));
        using var transport = new ApiTransport(TestApi.Options(_address), client);

        await Assert.ThrowsAsync<ApiConflictException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));
        Assert.Equal(1, inner.Calls);
    }

    [Fact]
    public async Task A_handler_that_waits_for_both_requests_does_not_wait_forever()
    {
        var inner = new HeldHandler(HttpStatusCode.OK);
        using var client = new HttpClient(new HedgingHandler(inner, takesFirst: false));
        using var transport = new ApiTransport(TestApi.Options(_address), client);

        Task call = transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation);

        await Assert.ThrowsAsync<ApiConnectionException>(() => call.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
        Assert.Equal(1, inner.Calls);
    }

    [Theory]
    [InlineData(false, 300)]
    [InlineData(true, 300)]
    [InlineData(true, 1_800)]
    public async Task A_handler_below_may_read_the_whole_response_while_the_second_request_begins(bool isPost, int milliseconds)
    {
        await using RawServer server = Responding(milliseconds);
        using var client = new HttpClient(new DelayedHedgingHandler(new ReadingHandler(new SingleSendHandler(ApiTransport.CreateHandler()))));
        using var transport = new ApiTransport(TestApi.Options(server), client);

        Assert.Equal(Thing.Sample, await transport.SendAsync(
            isPost ? TestApi.Post : TestApi.Put, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData("200 OK")]
    [InlineData("202 Accepted")]
    [InlineData("503 Service Unavailable")]
    public async Task A_handler_that_repeats_a_request_whose_response_it_has_disposed_does_not_wait(string status)
    {
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.WriteAsync(TestApi.Response(status: status));
            }
        });
        using var client = new HttpClient(new RepeatingHandler(new SingleSendHandler(ApiTransport.CreateHandler())));
        using var transport = new ApiTransport(TestApi.Options(server), client);
        long started = Stopwatch.GetTimestamp();

        await Assert.ThrowsAnyAsync<ApiException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
        Assert.Equal(1, server.Requests);
    }

    /// <summary>Starts a server that sends the headers of a response at once, and the end of its body later.</summary>
    private static RawServer Responding(int milliseconds) => RawServer.Start(async connection =>
    {
        while (await connection.ReadRequestAsync() is not null)
        {
            string response = TestApi.Response();
            await connection.WriteAsync(response[..^20]);
            await Task.Delay(milliseconds, connection.Stopping);
            await connection.WriteAsync(response[^20..]);
        }
    });

    /// <summary>A handler that responds only after it was released.</summary>
    private sealed class HeldHandler(HttpStatusCode status) : HttpMessageHandler
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Calls { get; private set; }

        public void Release() => _released.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            await _released.Task.WaitAsync(cancellationToken);
            return FakeHandler.Response(TestApi.ThingBody, status);
        }
    }

    /// <summary>Sends two requests at once. The first response takes a moment to come through the handlers.</summary>
    private sealed class HedgingHandler(HeldHandler held, bool takesFirst) : DelegatingHandler(new SingleSendHandler(held))
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task<HttpResponseMessage> first = FirstAsync(request, source.Token);
            Task<HttpResponseMessage> second = base.SendAsync(request, source.Token);
            held.Release();
            if (!takesFirst)
            {
                return (await Task.WhenAll(first, second))[0];
            }

            Task<HttpResponseMessage> winner = await Task.WhenAny(first, second);
            await source.CancelAsync();
            return await winner;
        }

        private async Task<HttpResponseMessage> FirstAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            await Task.Delay(100, CancellationToken.None);
            return response;
        }
    }

    /// <summary>Sends a second request if the first has not ended after 100 ms.</summary>
    private sealed class DelayedHedgingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task<HttpResponseMessage> first = base.SendAsync(request, source.Token);
            await Task.WhenAny(first, Task.Delay(100, cancellationToken));
            Task<HttpResponseMessage> winner = await Task.WhenAny(first, base.SendAsync(request, source.Token));
            HttpResponseMessage response = await winner;
            await source.CancelAsync();
            return response;
        }
    }

    private sealed class ReadingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response;
        }
    }

    private sealed class RepeatingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
