using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Time.Testing;
using Polly;
using RealtimeKit.Extensions.DependencyInjection;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Handlers;

/// <summary>A time limit of a handler is a timeout of the attempt, also below a handler that would repeat the request.</summary>
public sealed class HandlerTimeoutTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromMilliseconds(250);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("standard handler")]
    [InlineData("retry above timeout")]
    [InlineData("handler that cancels")]
    [InlineData("repeating handler above one that cancels")]
    public async Task A_time_limit_in_a_registered_client_is_retried_by_the_transport_only(string kind)
    {
        await using RawServer server = Silent();
        var services = new ServiceCollection();
        IHttpClientBuilder builder = services.AddApiClient<ThingsClient, ThingsClientOptions>(options =>
        {
            options.BaseAddress = server.Address;
            options.Tenant = "t";
            options.Retry = new RetryOptions { BaseDelay = TimeSpan.Zero, BudgetReserve = 100 };
        });
        switch (kind)
        {
            case "standard handler":
                builder.AddStandardResilienceHandler(static options =>
                {
                    options.Retry.Delay = TimeSpan.Zero;
                    options.AttemptTimeout.Timeout = _limit;
                });
                break;
            case "retry above timeout":
                builder.AddResilienceHandler("x", static pipeline => pipeline.AddRetry(Retry()).AddTimeout(_limit));
                break;
            case "handler that cancels":
                builder.AddHttpMessageHandler(static () => new CancellingHandler());
                break;
            default:
                builder.AddHttpMessageHandler(static () => new RepeatingHandler()).AddHttpMessageHandler(static () => new CancellingHandler());
                break;
        }

        using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ThingsClient>();
        await RequireTimeoutAsync(server, operation => client.SendAsync(operation, Cancellation));
    }

    [Theory]
    [InlineData("pipeline")]
    [InlineData("repeating handler above one that cancels")]
    [InlineData("one that cancels between two")]
    public async Task So_is_one_in_a_borrowed_client(string kind)
    {
        await using RawServer server = Silent();
        var single = new SingleSendHandler(ApiTransport.CreateHandler());
        HttpMessageHandler handler = kind switch
        {
            "pipeline" => new ResilienceHandler(new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(Retry()).AddTimeout(_limit).Build())
            {
                InnerHandler = single,
            },
            "one that cancels between two" => new SingleSendHandler(new CancellingHandler { InnerHandler = single }),
            _ => new RepeatingHandler { InnerHandler = new CancellingHandler { InnerHandler = single } },
        };
        using var http = new HttpClient(handler);
        using var transport = new ApiTransport(TestApi.Options(server), http);

        await RequireTimeoutAsync(server, operation => transport.SendAsync(
            operation,
            operation.Method == HttpMethod.Post ? TestApi.ThingRequest(Thing.Sample) : TestApi.ThingRequest(),
            cancellationToken: Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_whose_requests_are_all_cancelled_retries_none(bool isRepeating)
    {
        await using RawServer server = Silent();
        HttpMessageHandler inner = new SingleSendHandler(ApiTransport.CreateHandler());
        using var http = new HttpClient(new SingleSendHandler(isRepeating ? new RepeatingHandler { InnerHandler = inner } : inner));
        using var transport = new ApiTransport(TestApi.Options(server), http);

        Task<Thing> call = transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation);
        await server.UntilAsync(static server => server.Requests == 1);
        http.CancelPendingRequests();

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => call);
        Assert.Equal((1, 1, true), (server.Requests, exception.Attempts, exception.RequestMayHaveBeenSent));
        Assert.Contains("neither the caller nor a deadline cancelled the request", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeout_of_the_client_is_its_own_although_a_handler_repeats_the_request()
    {
        await using RawServer server = Silent();
        using var http = new HttpClient(new RepeatingHandler { InnerHandler = new SingleSendHandler(ApiTransport.CreateHandler()) }) { Timeout = _limit };
        using var transport = new ApiTransport(TestApi.Options(server), http);

        await RequireTimeoutAsync(server, operation => transport.SendAsync(operation, TestApi.ThingRequest(), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_cancellation_by_the_stream_of_an_upload_is_no_time_limit()
    {
        await using RawServer server = Silent();
        using var http = new HttpClient(new SingleSendHandler(new SingleSendHandler(ApiTransport.CreateHandler())));
        using var transport = new ApiTransport(TestApi.Options(server), http);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(
            TestApi.Put,
            TestApi.ThingRequest().StreamBody(new CancelledStream(), "image/png"),
            cancellationToken: Cancellation));
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public async Task What_ended_a_request_that_a_handler_repeats_is_an_exception_of_the_table()
    {
        using var http = new HttpClient(new RepeatingHandler
        {
            InnerHandler = new SingleSendHandler(new FakeHandler(static (_, _) => throw new NotSupportedException("own"))),
        });
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/v4/")), http);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));
        Assert.Contains("a handler of the HttpClient threw an exception", exception.Message, StringComparison.Ordinal);
        Assert.Contains("own", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_short_time_is_written_without_an_exponent()
    {
        var time = new FakeTimeProvider();
        using HttpClient http = FakeHandler.Client((_, _) =>
        {
            time.Advance(TimeSpan.FromTicks(998));
            throw new TimeoutException();
        });
        ApiClientOptions options = TestApi.Options(new Uri("https://api.example.com/v4/"));
        options.TimeProvider = time;
        options.Retry.BaseDelay = TimeSpan.FromTicks(998);
        Assert.Contains("0.0000998–", options.ToString(), StringComparison.Ordinal);
        using var transport = new ApiTransport(options, http);

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));
        Assert.Contains("within 0.0000998 s, when", exception.Message, StringComparison.Ordinal);
    }

    private static async Task RequireTimeoutAsync(RawServer server, Func<ApiOperation<Thing>, Task<Thing>> send)
    {
        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => send(TestApi.Get));
        Assert.Equal((3, true), (exception.Attempts, exception.IsRetryable));
        Require(exception);

        // On a busy machine, the time of an attempt may be over before its request has arrived.
        int before = server.Requests;
        Assert.InRange(before, 1, 3);

        exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => send(TestApi.Post));
        Assert.Equal((1, false), (exception.Attempts, exception.IsRetryable));
        Require(exception);
        Assert.InRange(server.Requests, before, before + 1);

        static void Require(ApiTimeoutException exception)
        {
            Assert.Equal((ApiTimeoutKind.Attempt, true), (exception.Kind, exception.RequestMayHaveBeenSent));
            Assert.InRange(exception.Timeout, _limit / 2, TimeSpan.FromSeconds(25));
            Assert.Contains("when a timeout of the HttpClient or a handler passed", exception.Message, StringComparison.Ordinal);
        }
    }

    private static HttpRetryStrategyOptions Retry() => new() { Delay = TimeSpan.Zero };

    /// <summary>A server that never responds.</summary>
    private static RawServer Silent() => RawServer.Start(static async connection =>
    {
        await connection.ReadRequestAsync();
        await connection.StallAsync();
    });

    /// <summary>Has a time limit, and does not say so.</summary>
    private sealed class CancellingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(_limit);
            return await base.SendAsync(request, limit.Token);
        }
    }

    private sealed class RepeatingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (Exception)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }

    private sealed class CancelledStream() : MemoryStream(new byte[10])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => throw new OperationCanceledException(new CancellationToken(canceled: true));
    }
}
