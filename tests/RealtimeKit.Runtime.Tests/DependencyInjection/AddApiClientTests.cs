using System.Collections.Concurrent;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Testing;

namespace RealtimeKit.Runtime.Tests.DependencyInjection;

public sealed class AddApiClientTests
{
    private static StubHandler Stub() => new StubHandler().Respond(HttpMethod.Get, "things/{id}", TestApi.ThingBody);

    [Fact]
    public async Task A_client_is_one_for_the_process_with_its_own_options()
    {
        StubHandler stub = Stub();
        var services = new ServiceCollection();
        services.AddApiClient<ThingsClient, ThingsClientOptions>(options =>
        {
            options.Tenant = "t1";
            options.Credential = new BearerTokenCredential("token-1");
        }).ConfigurePrimaryHttpMessageHandler(() => stub);
        using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        var client = provider.GetRequiredService<ThingsClient>();
        Assert.Same(client, provider.GetRequiredService<ThingsClient>());
        Assert.Equal(Thing.Sample, await client.GetAsync(TestContext.Current.CancellationToken));
        RecordedRequest request = Assert.Single(stub.Requests);
        Assert.Equal("https://things.example.com/v4/tenants/t1/things/42", request.Uri.AbsoluteUri);
        Assert.Equal("Bearer token-1", request.Headers["authorization"]);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public async Task A_client_that_is_registered_twice_or_has_a_handler_of_its_own_that_sends_once_does_not_wait_for_itself(int count, bool hasOwn)
    {
        StubHandler stub = Stub();
        var services = new ServiceCollection();
        for (int i = 1; i <= count; i++)
        {
            string tenant = "t" + i;
            services.AddApiClient<ThingsClient, ThingsClientOptions>(options => options.Tenant = tenant)
                .ConfigurePrimaryHttpMessageHandler(() => hasOwn ? new SingleSendHandler(stub) : stub);
        }

        using ServiceProvider provider = services.BuildServiceProvider();
        Task<Thing> call = provider.GetRequiredService<ThingsClient>().GetAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Thing.Sample, await call.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.Equal($"/v4/tenants/t{count}/things/42", Assert.Single(stub.Requests).Uri.AbsolutePath);
    }

    [Fact]
    public async Task A_logger_that_throws_does_not_change_the_result_of_a_call()
    {
        StubHandler stub = Stub();
        var services = new ServiceCollection();
        services.AddLogging(static logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FailingLogger()));
        services.AddApiClient<ThingsClient, ThingsClientOptions>(static options => options.Tenant = "t1").ConfigurePrimaryHttpMessageHandler(() => stub);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(Thing.Sample, await provider.GetRequiredService<ThingsClient>().GetAsync(TestContext.Current.CancellationToken));
        Assert.Single(stub.Requests);
    }

    [Theory]
    [InlineData("BearerToken", " ")]
    [InlineData("BearerToken", "a\nb")]
    [InlineData("UserAgent", "a\u0001")]
    [InlineData("MaxJsonDepth", "0")]
    [InlineData("MaxResponseContentLength", "99999999999")]
    [InlineData("AttemptTimeout", "5")]
    [InlineData("Retry:MaxRetries", "11")]
    [InlineData("Retry:BudgetRatio", "0,5")]
    public void A_value_that_is_not_valid_is_reported_with_its_key(string key, string value)
    {
        var services = new ServiceCollection();
        services.AddApiClient<ThingsClient>(Configuration(("Api:Tenant", "t9"), ("Api:" + key, value)).GetSection("Api"));
        using ServiceProvider provider = services.BuildServiceProvider();

        var exception = Assert.ThrowsAny<ArgumentException>(provider.GetRequiredService<ThingsClient>);
        Assert.Contains(key, exception.Message, StringComparison.Ordinal);
        Assert.Equal(key, exception.ParamName);
    }

    [Fact]
    public async Task Clients_under_keys_do_not_share_their_options()
    {
        StubHandler stub = Stub();
        var services = new ServiceCollection();
        foreach (string key in new[] { "a", "b" })
        {
            services.AddKeyedApiClient<ThingsClient, ThingsClientOptions>(key, options => options.Tenant = key).ConfigurePrimaryHttpMessageHandler(() => stub);
        }

        using ServiceProvider provider = services.BuildServiceProvider();
        foreach (string key in new[] { "a", "b" })
        {
            await provider.GetRequiredKeyedService<ThingsClient>(key).GetAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["/v4/tenants/a/things/42", "/v4/tenants/b/things/42"], stub.Requests.Select(static request => request.Uri.AbsolutePath));
        Assert.Null(provider.GetService<ThingsClient>());
    }

    [Fact]
    public void Options_come_from_configuration_without_reflection()
    {
        IConfiguration configuration = Configuration(("Api:Tenant", "t9"), ("Api:baseaddress", "https://eu.example.com/"), ("Api:TotalTimeout", "00:00:42"),
            ("Api:Retry:MaxRetries", "5"), ("Api:BearerToken", "token"), ("Other", "x"));
        var services = new ServiceCollection();
        services.AddApiClient<ThingsClient>(configuration.GetSection("Api"));
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Equal("t9", provider.GetRequiredService<ThingsClient>().Tenant);

        var options = new ThingsClientOptions();
        foreach ((string key, string? value) in configuration.GetSection("Api").AsEnumerable(makePathsRelative: true))
        {
            Assert.True(value is null || options.TrySet(key, value));
        }

        Assert.Equal(("https://eu.example.com/", 42, 5), (options.BaseAddress!.AbsoluteUri, options.TotalTimeout.TotalSeconds, options.Retry.MaxRetries));
        Assert.NotNull(options.Credential);
    }

    [Theory]
    [InlineData("Nonsense", "x", "Nonsense")]
    [InlineData("TotalTimeout", "c4n4ry", "TotalTimeout")]
    [InlineData("TotalTimeout", "-00:00:01", "TotalTimeout")]
    [InlineData("Retry:MaxRetries", "11", "MaxRetries")]
    [InlineData("BaseAddress", "http://c4n4ry.example.com/", "BaseAddress")]
    public void What_is_wrong_is_reported_when_the_program_starts(string key, string value, string told)
    {
        var services = new ServiceCollection();
        services.AddApiClient<ThingsClient>(Configuration((key, value)));
        using ServiceProvider provider = services.BuildServiceProvider();
        Exception exception = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c4n4ry", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_can_come_from_text()
    {
        var options = new ApiClientOptions();
        (string Name, string Value)[] settings =
        [
            ("BaseAddress", "https://a.example/"), ("BearerToken", "t"), ("AttemptTimeout", "00:00:01"), ("TotalTimeout", "00:00:02"),
                ("MaxResponseContentLength", "3"), ("MaxJsonDepth", "4"),
            ("MaxRedirects", "5"), ("AllowPlainHttp", "true"), ("UserAgent", "u"), ("IdempotencyKeyHeader", "K"), ("SendIdempotencyKeys", "true"),
                ("StrictReading", "true"), ("Retry:MaxRetries", "6"), ("Retry:BaseDelay", "00:00:07"),
            ("Retry:MaxDelay", "00:00:08"), ("Retry:MaxRetryAfter", "00:00:09"), ("Retry:BudgetRatio", "0.5"), ("Retry:BudgetReserve", "11"),
                ("Retry:OverrideHeader", "x-should-retry"),
            ("AllowMissingCredential", "true"),
        ];
        foreach ((string name, string value) in settings)
        {
            Assert.True(options.TrySet(name, value), name);
        }

        Assert.Equal((1, 2, 3, 4, 5),
            (options.AttemptTimeout.TotalSeconds, options.TotalTimeout.TotalSeconds, options.MaxResponseContentLength, options.MaxJsonDepth,
                options.MaxRedirects));
        Assert.Equal((true, "u", "K", true, true),
            (options.AllowPlainHttp, options.UserAgent, options.IdempotencyKeyHeader, options.SendIdempotencyKeys, options.StrictReading));
        Assert.Equal((6, 7, 8, 9, 0.5, 11, "x-should-retry"),
            (options.Retry.MaxRetries, options.Retry.BaseDelay.TotalSeconds, options.Retry.MaxDelay.TotalSeconds, options.Retry.MaxRetryAfter.TotalSeconds,
                options.Retry.BudgetRatio, options.Retry.BudgetReserve, options.Retry.OverrideHeader));
        Assert.False(options.TrySet("Retry", "x"));

        // Every property that can be set from text has a name here. A new property must be added to this list.
        int settable = typeof(ApiClientOptions)
            .GetProperties()
            .Concat(typeof(RetryOptions).GetProperties())
            .Count(static property => property.CanWrite && property.Name is not ("Retry" or "TimeProvider"));
        Assert.Equal(settings.Length, settable);
    }

    [Fact]
    public async Task A_log_shows_the_template_and_never_ids_or_secrets()
    {
        var log = new Log();
        var services = new ServiceCollection();
        services.AddLogging(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddApiClient<ThingsClient, ThingsClientOptions>(static options =>
        {
            options.Tenant = "c4n4ry-id";
            options.Credential = new ApiKeyCredential("key", ApiKeyLocation.Query, "c4n4ry-key");
        }).ConfigurePrimaryHttpMessageHandler(Stub);
        using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ThingsClient>().GetAsync(TestContext.Current.CancellationToken);

        Assert.Contains(log.Lines, static line => line.Contains("GET things.example.com /things/{thing_id} returned 200", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, static line => line.Contains("c4n4ry", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_limiter_lets_no_more_requests_through_than_it_permits()
    {
        StubHandler stub = Stub();
        using var limiter =
            new FixedWindowRateLimiter(new FixedWindowRateLimiterOptions { PermitLimit = 2, Window = TimeSpan.FromHours(1), AutoReplenishment = false });
        var services = new ServiceCollection();
        services.AddApiClient<ThingsClient, ThingsClientOptions>(static options =>
        {
            options.Tenant = "t";
            options.TotalTimeout = TimeSpan.FromSeconds(20);
        }).AddApiRateLimiter(_ => limiter).ConfigurePrimaryHttpMessageHandler(() => stub);
        using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ThingsClient>();
        await client.GetAsync(TestContext.Current.CancellationToken);
        await client.GetAsync(TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<ApiRateLimitException>(() => client.GetAsync(TestContext.Current.CancellationToken));

        Assert.Equal(2, stub.Requests.Count);
        Assert.True(exception.RetryAfter > TimeSpan.FromMinutes(50));
        Assert.Equal(1, exception.Attempts);
    }

    [Fact]
    public void The_platforms_handler_neither_redirects_nor_keeps_cookies()
    {
        var services = new ServiceCollection();
        services.AddApiClient<ThingsClient, ThingsClientOptions>(static options => options.Tenant = "t");
        using ServiceProvider provider = services.BuildServiceProvider();
        HttpMessageHandler handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(typeof(ThingsClient).FullName!);
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        var sockets = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.False(sockets.AllowAutoRedirect || sockets.UseCookies);
    }

    [Theory]
    [InlineData("sockets")]
    [InlineData("client")]
    [InlineData("single")]
    public async Task A_handler_of_the_program_does_not_take_keys_along_a_redirect(string kind)
    {
        HttpMessageHandler Create() => kind switch
        {
            "sockets" => new SocketsHttpHandler(),
            "client" => new HttpClientHandler(),
            _ => new SingleSendHandler(new SocketsHttpHandler()),
        };
        var targets = new ConcurrentQueue<string>();
        await using var other = RawServer.Start(async connection =>
        {
            targets.Enqueue((await connection.ReadRequestAsync())!.Head);
            await connection.WriteAsync(TestApi.Response());
        });
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync($"HTTP/1.1 302 Found\r\nLocation: {other.Address}\r\nContent-Length: 0\r\n\r\n");
        });
        var services = new ServiceCollection();
        services.AddApiClient<ThingsClient, ThingsClientOptions>(options =>
        {
            options.BaseAddress = server.Address;
            options.Tenant = "t";
        }).ConfigurePrimaryHttpMessageHandler(Create);
        await using ServiceProvider provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => provider.GetRequiredService<ThingsClient>().GetAsync(TestContext.Current.CancellationToken));

        Assert.Equal(302, (int)exception.StatusCode);
        Assert.Empty(targets);
    }

    [Fact]
    public async Task A_handler_that_is_already_used_keeps_its_redirects()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(TestApi.Response());
        });
        using var handler = new SocketsHttpHandler();
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address);
        (await invoker.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
        var services = new ServiceCollection();
        services.AddApiClient<ThingsClient, ThingsClientOptions>(static options => options.Tenant = "t")
            .ConfigurePrimaryHttpMessageHandler(() => new SingleSendHandler(handler));
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<ThingsClient>());
        Assert.True(handler.AllowAutoRedirect);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] values)
        => new ConfigurationBuilder().AddInMemoryCollection(values.Select(static pair => new KeyValuePair<string, string?>(pair.Key, pair.Value))).Build();

    private sealed class Log : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }

    private sealed class FailingLogger : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => throw new InvalidOperationException("The logger fails.");

        public void Dispose()
        {
        }
    }
}
