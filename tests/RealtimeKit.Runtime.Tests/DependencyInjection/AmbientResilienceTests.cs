using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Polly;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;
using RealtimeKit.Testing;

namespace RealtimeKit.Runtime.Tests.DependencyInjection;

/// <summary>The resilience handlers of the platform below a client do not change its number of retries.</summary>
public sealed class AmbientResilienceTests
{
    private static readonly ApiOperation<Thing>[] _operations = [TestApi.Get, TestApi.Put, TestApi.Post];

    [Fact]
    public async Task A_resilience_handler_meant_for_every_client_is_left_out_of_this_one()
    {
        StubHandler stub = Stub(HttpStatusCode.ServiceUnavailable);
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(static builder => builder.AddStandardResilienceHandler());
        services.AddHttpClient("another");
        Add(services, stub);
        using ServiceProvider provider = services.BuildServiceProvider();
        var handlers = provider.GetRequiredService<IHttpMessageHandlerFactory>();

        // The defaults apply to other clients, so their absence here is an effect of the registration.
        Assert.Contains(Chain(handlers.CreateHandler("another")), static handler => handler is ResilienceHandler);
        Assert.DoesNotContain(Chain(handlers.CreateHandler(typeof(ThingsClient).FullName!)), static handler => handler is ResilienceHandler);

        await RequireOwnRetriesAsync(provider.GetRequiredService<ThingsClient>(), stub);
    }

    [Fact]
    public async Task A_resilience_handler_added_to_the_client_itself_sends_each_attempt_once()
    {
        StubHandler stub = Stub(HttpStatusCode.ServiceUnavailable);
        var services = new ServiceCollection();
        Add(services, stub).AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.Zero);
        using ServiceProvider provider = services.BuildServiceProvider();

        await RequireOwnRetriesAsync(provider.GetRequiredService<ThingsClient>(), stub);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_resilience_handler_with_its_own_settings_neither_waits_nor_logs_a_failure(bool isHedging)
    {
        // The default settings of the platform: a second request after two seconds. The clock stands still, so a wait would never
        // end.
        StubHandler stub = Stub(HttpStatusCode.InternalServerError);
        var log = new WarningLog();
        var services = new ServiceCollection();
        services.AddLogging(builder => builder.AddProvider(log));
        services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        IHttpClientBuilder builder = Add(services, stub);
        if (isHedging)
        {
            builder.AddStandardHedgingHandler();
        }
        else
        {
            builder.AddStandardResilienceHandler();
        }

        using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ThingsClient>();

        var exception = await Assert.ThrowsAsync<ApiServerException>(() => client.SendAsync(TestApi.Post, TestContext.Current.CancellationToken));
        Assert.Single(stub.Requests);

        // The response is complete, including its body.
        Assert.NotEmpty(exception.BodySnippet ?? "");
        Assert.Empty(log.Lines);
        await RequireOwnRetriesAsync(client, stub);
    }

    [Fact]
    public async Task A_hedging_handler_sends_each_attempt_once()
    {
        // The response is sent only after the time of the second request.
        var second = new TaskCompletionSource();
        StubHandler stub = Stub(HttpStatusCode.OK);
        var services = new ServiceCollection();
        IHttpClientBuilder builder = Add(services, new Gate(second.Task) { InnerHandler = stub });
        builder.AddStandardHedgingHandler().Configure(options =>
        {
            options.Hedging.Delay = TimeSpan.FromMilliseconds(1);
            options.Hedging.OnHedging = _ =>
            {
                second.TrySetResult();
                return default;
            };
        });
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(Thing.Sample, await provider.GetRequiredService<ThingsClient>().SendAsync(TestApi.Post, TestContext.Current.CancellationToken));
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.ResponseEnded)]
    public async Task A_broken_connection_is_reported_as_such_and_not_as_the_retry_that_was_not_made(HttpRequestError error)
    {
        int sent = 0;
        var services = new ServiceCollection();
        Add(services, new FakeHandler((_, _) =>
        {
            sent++;
            throw new HttpRequestException(error, "broken");
        })).AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.Zero);
        using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ThingsClient>();

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync(TestApi.Get, TestContext.Current.CancellationToken));
        Assert.Equal((3, 3), (sent, exception.Attempts));
        Assert.Equal(error, Assert.IsType<HttpRequestException>(exception.InnerException).HttpRequestError);

        // The fake reads the body, so the request may have reached the server before the connection broke.
        sent = 0;
        await Assert.ThrowsAsync<ApiConnectionException>(() => client.SendAsync(TestApi.Post, TestContext.Current.CancellationToken));
        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task The_time_limit_of_a_handler_below_is_a_timeout()
    {
        StubHandler stub = Stub(HttpStatusCode.OK);
        var services = new ServiceCollection();
        Add(services, new Gate(new TaskCompletionSource().Task) { InnerHandler = stub })
            .AddResilienceHandler("impatient", static pipeline => pipeline.AddTimeout(TimeSpan.FromMilliseconds(20)));
        using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ThingsClient>();

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.SendAsync(TestApi.Get, TestContext.Current.CancellationToken));
        Assert.Equal((3, ApiTimeoutKind.Attempt), (exception.Attempts, exception.Kind));
        Assert.Contains("when a timeout of the HttpClient or a handler passed", exception.Message, StringComparison.Ordinal);
        Assert.Contains("TimeoutRejectedException", exception.ToString(), StringComparison.Ordinal);

        exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => client.SendAsync(TestApi.Post, TestContext.Current.CancellationToken));
        Assert.Equal((1, true), (exception.Attempts, exception.RequestMayHaveBeenSent));
    }

    [Fact]
    public async Task A_borrowed_client_has_the_same_with_one_handler_more()
    {
        StubHandler stub = Stub(HttpStatusCode.BadGateway);
        ResiliencePipeline<HttpResponseMessage> pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new HttpRetryStrategyOptions { Delay = TimeSpan.Zero, MaxRetryAttempts = 3 })
            .Build();
        using var http = new HttpClient(new ResilienceHandler(pipeline) { InnerHandler = new SingleSendHandler(stub) });
        using var client = new ThingsClient(Options(), http);
        await RequireOwnRetriesAsync(client, stub);

        // Requests of other clients are still repeated.
        int before = stub.Requests.Count;
        using HttpResponseMessage response = await http.GetAsync(new Uri("https://things.example.com/things/42"), TestContext.Current.CancellationToken);
        Assert.Equal(4, stub.Requests.Count - before);
    }

    private static async Task RequireOwnRetriesAsync(ThingsClient client, StubHandler stub)
    {
        foreach (ApiOperation<Thing> operation in _operations)
        {
            int before = stub.Requests.Count;
            var exception = await Assert.ThrowsAsync<ApiServerException>(() => client.SendAsync(operation, TestContext.Current.CancellationToken));
            int expected = operation.IsIdempotent ? 3 : 1;
            Assert.Equal((expected, expected), (stub.Requests.Count - before, exception.Attempts));
            Assert.Equal(operation.IsIdempotent, exception.IsRetryable);
            Assert.Equal("8c0ffee-FRA", exception.RequestId);
        }
    }

    private static IHttpClientBuilder Add(IServiceCollection services, HttpMessageHandler primary)
        => services.AddApiClient<ThingsClient, ThingsClientOptions>(static options =>
        {
            options.Tenant = "t";
            options.Retry = Options().Retry;
        }).ConfigurePrimaryHttpMessageHandler(() => primary);

    private static ThingsClientOptions Options()
        => new() { Tenant = "t", Retry = new RetryOptions { BaseDelay = TimeSpan.Zero, BudgetReserve = 1_000_000 } };

    private static StubHandler Stub(HttpStatusCode status)
    {
        var stub = new StubHandler();
        foreach (ApiOperation<Thing> operation in _operations)
        {
            stub.Respond(operation.Method, "things/{id}", _ => FakeHandler.Response(TestApi.ThingBody, status));
        }

        return stub;
    }

    private static IEnumerable<HttpMessageHandler> Chain(HttpMessageHandler? handler)
    {
        while (handler is not null)
        {
            yield return handler;
            handler = (handler as DelegatingHandler)?.InnerHandler;
        }
    }

    private sealed class Gate(Task open) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await open.WaitAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Records the warnings and errors that handlers of the platform log.</summary>
    private sealed class WarningLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Lines.Enqueue(formatter(state, exception) + exception);
            }
        }

        public void Dispose()
        {
        }
    }
}
