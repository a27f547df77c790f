using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Polly;
using Polly.CircuitBreaker;
using Polly.Fallback;
using Polly.Retry;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.DependencyInjection;

/// <summary>
/// A pipeline with the defaults of Polly, which act upon every exception, is added to a client. It acts upon no response, as it would not if
/// the failures of requests were not hidden from it.
/// </summary>
public sealed class HiddenFailureTests
{
    private const string Token = "tok-SECRETVALUE-1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fallback", "404 Not Found")]
    [InlineData("fallback", "409 Conflict")]
    [InlineData("fallback", "429 Too Many Requests")]
    [InlineData("fallback", "500 Internal Server Error")]
    [InlineData("fallback", "503 Service Unavailable")]
    [InlineData("retry", "404 Not Found")]
    [InlineData("retry", "500 Internal Server Error")]
    [InlineData("retry of all but successes", "404 Not Found")]
    [InlineData("retry of all but successes", "500 Internal Server Error")]
    public async Task A_status_is_the_result_with_its_body(string pipeline, string status)
    {
        await using var server = RawServer.Responding(System.Text.Encoding.ASCII.GetBytes(TestApi.Response("""{"message":"told"}""", status)));
        using ServiceProvider provider = Provider(server, pipeline);

        ApiStatusException exception = await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => provider.GetRequiredService<ThingsClient>().SendAsync(TestApi.Post, Cancellation));
        Assert.Equal(status[..3], $"{(int)exception.StatusCode}");
        Assert.Contains("told", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData("fallback")]
    [InlineData("retry")]
    public async Task A_rejected_token_is_replaced(string pipeline)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                await connection.WriteAsync(TestApi.Response(status: request.Header("Authorization") == "Bearer new" ? "200 OK" : "401 Unauthorized"));
            }
        });
        int asked = 0;
        using ServiceProvider provider = Provider(server, pipeline, new BearerTokenCredential(_ => new(asked++ == 0 ? "old" : "new")));

        Thing thing = await provider.GetRequiredService<ThingsClient>().GetAsync(Cancellation);
        Assert.Equal(("a thing", 2), (thing.Name, server.Requests));
    }

    [Theory]
    [InlineData("fallback")]
    [InlineData("retry")]
    public async Task A_redirect_is_followed(string pipeline)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                await connection.WriteAsync(request.Target.EndsWith("/there", StringComparison.Ordinal)
                    ? TestApi.Response()
                    : TestApi.Response("", "302 Found", headers: "Location: /there\r\n"));
            }
        });
        using ServiceProvider provider = Provider(server, pipeline);

        Thing thing = await provider.GetRequiredService<ThingsClient>().GetAsync(Cancellation);
        Assert.Equal(("a thing", 2), (thing.Name, server.Requests));
    }

    [Fact]
    public async Task No_status_opens_a_circuit()
    {
        int requests = 0;
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.WriteAsync(TestApi.Response(status: Interlocked.Increment(ref requests) <= 9 ? "503 Service Unavailable" : "200 OK"));
            }
        });
        using ServiceProvider provider = Provider(server, "circuit");
        var client = provider.GetRequiredService<ThingsClient>();
        for (int i = 0; i < 9; i++)
        {
            await Assert.ThrowsAsync<ApiServerException>(() => client.SendAsync(TestApi.Post, Cancellation));
        }

        Assert.Equal("a thing", (await client.SendAsync(TestApi.Post, Cancellation)).Name);
    }

    [Theory]
    [InlineData("fallback")]
    [InlineData("fallback of all")]
    public async Task A_response_that_a_strategy_drops_is_disposed(string pipeline)
    {
        // A response that is not disposed keeps its connection, and the calls after the second would wait for one.
        await using var server = RawServer.Responding(
            System.Text.Encoding.ASCII.GetBytes(TestApi.Response(new string('x', 100_000), "500 Internal Server Error", "text/plain")));
        using ServiceProvider provider = Provider(server, pipeline);
        var client = provider.GetRequiredService<ThingsClient>();
        for (int i = 0; i < 8; i++)
        {
            Task<Thing> call = client.SendAsync(TestApi.Post, Cancellation);
            if (pipeline == "fallback")
            {
                await Assert.ThrowsAsync<ApiServerException>(() => call);
            }
            else
            {
                Assert.Equal("a thing", (await call).Name);
            }
        }
    }

    [Theory]
    [InlineData("standard")]
    [InlineData("retry of transient")]
    public async Task No_log_shows_what_the_server_repeats_of_a_token(string pipeline)
    {
        await using var server = RawServer.Responding(System.Text.Encoding.ASCII.GetBytes($"{Token} HTTP/1.1 200 OK\r\n\r\n"));
        var log = new WholeLog();
        using ServiceProvider provider = Provider(server, pipeline, new BearerTokenCredential(Token), log);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => provider.GetRequiredService<ThingsClient>().SendAsync(TestApi.Post, Cancellation));

        Assert.Contains("no valid HTTP response", exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, static line => line.Contains("SECRETVALUE", StringComparison.Ordinal));
    }

    private static ServiceProvider Provider(RawServer server, string pipeline, ApiCredential? credential = null, WholeLog? log = null)
    {
        var services = new ServiceCollection();
        if (log is not null)
        {
            services.AddLogging(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        }
        else
        {
            // The clock stands still, so a wait of a strategy would never end.
            services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        }

        IHttpClientBuilder builder = services.AddApiClient<ThingsClient, ThingsClientOptions>(options =>
        {
            options.Tenant = "t";
            options.BaseAddress = server.Address;
            options.Credential = credential;
            options.MaxRedirects = 2;
            options.AttemptTimeout = TimeSpan.FromSeconds(10);
            options.Retry = new RetryOptions { BaseDelay = TimeSpan.Zero, MaxRetries = 1, BudgetReserve = 100 };
        });
        builder.ConfigurePrimaryHttpMessageHandler(static () =>
        {
            SocketsHttpHandler handler = ApiTransport.CreateHandler();
            handler.MaxConnectionsPerServer = 2;
            return handler;
        });
        if (pipeline == "standard")
        {
            builder.AddStandardResilienceHandler();
        }
        else
        {
            builder.AddResilienceHandler("x", strategies => Add(strategies, pipeline));
        }

        return services.BuildServiceProvider();
    }

    private static void Add(ResiliencePipelineBuilder<HttpResponseMessage> strategies, string pipeline)
    {
        var fallback = new FallbackStrategyOptions<HttpResponseMessage>
        {
            FallbackAction = static _ => Outcome.FromResultAsValueTask(FakeHandler.Response(TestApi.ThingBody)),
        };
        switch (pipeline)
        {
            case "fallback":
                strategies.AddFallback(fallback);
                break;
            case "fallback of all":
                fallback.ShouldHandle = static _ => PredicateResult.True();
                strategies.AddFallback(fallback);
                break;
            case "retry":
                strategies.AddRetry(new RetryStrategyOptions<HttpResponseMessage>());
                break;
            case "retry of all but successes":
                strategies.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
                {
                    ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>()
                        .HandleResult(static response => !response.IsSuccessStatusCode),
                });
                break;
            case "retry of transient":
                strategies.AddRetry(new Microsoft.Extensions.Http.Resilience.HttpRetryStrategyOptions { Delay = TimeSpan.Zero });
                break;
            default:
                strategies.AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage> { MinimumThroughput = 4 });
                break;
        }
    }

    /// <summary>Records everything that is logged.</summary>
    private sealed class WholeLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
