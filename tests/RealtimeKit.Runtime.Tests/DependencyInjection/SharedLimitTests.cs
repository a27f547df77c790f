using Microsoft.Extensions.DependencyInjection;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Testing;
using RedisRateLimiting;
using StackExchange.Redis;

namespace RealtimeKit.Runtime.Tests.DependencyInjection;

public sealed class SharedLimitTests
{
    [Fact]
    public async Task Two_programs_share_one_limit_through_redis()
    {
        Proof.IsTooLongPerMutant();
        Assert.SkipWhen(RedisServer.Program is null, "SKIP-REDIS: no redis-server on the path; .ci/run installs one where it may.");
        const int Permits = 10;
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using RedisServer redis = await RedisServer.StartAsync(RedisServer.Program, cancellationToken);
        StubHandler stub = new StubHandler().Respond(HttpMethod.Get, "things/{id}", TestApi.ThingBody);

        // The two sides have separate services, clients and connections to the store, as two processes would.
        await using ConnectionMultiplexer oneConnection = await redis.ConnectAsync();
        await using ConnectionMultiplexer otherConnection = await redis.ConnectAsync();
        using ServiceProvider one = Services(oneConnection, stub, Permits);
        using ServiceProvider other = Services(otherConnection, stub, Permits);
        ThingsClient[] clients = [one.GetRequiredService<ThingsClient>(), other.GetRequiredService<ThingsClient>()];

        Exception?[] ends = await Task.WhenAll(Enumerable.Range(0, Permits * 4)
            .Select(call => Record.ExceptionAsync(() => clients[call % 2].GetAsync(cancellationToken)).AsTask()));

        Assert.Equal(Permits, stub.Requests.Count);
        Assert.Equal(Permits, ends.Count(static end => end is null));
        Assert.All(ends.OfType<Exception>(), static end =>
        {
            var exception = Assert.IsType<ApiRateLimitException>(end);
            Assert.InRange(exception.RetryAfter!.Value, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
            Assert.True(exception.IsRetryable);
        });
    }

    private static ServiceProvider Services(ConnectionMultiplexer connection, StubHandler stub, int permits)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_ => new RedisFixedWindowRateLimiter<string>("things", new RedisFixedWindowRateLimiterOptions
        {
            ConnectionMultiplexerFactory = () => connection,
            PermitLimit = permits,
            Window = TimeSpan.FromHours(1),
        }));
        services.AddApiClient<ThingsClient, ThingsClientOptions>(static options =>
        {
            options.Tenant = "t";

            // There is no time to wait for the next window, so a call over the limit fails at once.
            options.TotalTimeout = TimeSpan.FromSeconds(50);
        })
            .AddApiRateLimiter(static provider => provider.GetRequiredService<RedisFixedWindowRateLimiter<string>>())
            .ConfigurePrimaryHttpMessageHandler(() => stub);
        return services.BuildServiceProvider();
    }
}
