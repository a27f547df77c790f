using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Security;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Calls;

/// <summary>Checks deadlines, so no other test may run at the same time.</summary>
[Collection(nameof(Alone))]
public sealed class FaultTests
{
    private static readonly TimeSpan _deadline = TimeSpan.FromMilliseconds(400);

    // Every fault ends its connection, and handshakes are slow on a busy machine.
    private static readonly TimeSpan _tlsDeadline = TimeSpan.FromMilliseconds(1500);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_fault_at_every_offset_ends_in_the_right_response_or_a_documented_exception(bool useTls)
    {
        Proof.IsTooLongPerMutant();
        await using var server = RawServer.Start(ServeFaultsAsync, useTls);
        using HttpClient client = Client();
        ApiClientOptions options = Options(server);
        options.AttemptTimeout = useTls ? _tlsDeadline : _deadline;
        using var transport = new ApiTransport(options, client);
        var wrong = new ConcurrentQueue<string>();
        var outcomes = new ConcurrentDictionary<string, int>();
        int rounds = Proof.Count(1, useTls ? 4 : 22);
        (Fault Fault, int Kind, int Offset)[] cases = Enumerable.Range(0, rounds)
            .SelectMany(_ => Fault.All.SelectMany((fault, kind) => Enumerable.Range(0, fault.Offsets).Select(offset => (fault, kind, offset))))
            .ToArray();

        // Over TLS, the short form tests every seventh offset, because the code above TLS is the same.
        cases = useTls && !Proof.IsLong ? cases.Where(static (_, index) => index % 7 == 0).ToArray() : cases;
        new Random(Proof.Seed).Shuffle(cases);
        long longest = 0;
        using var heartbeat = new Heartbeat();
        await Parallel.ForEachAsync(cases, Parallelism(), async (entry, cancellationToken) =>
        {
            long started = Stopwatch.GetTimestamp();
            string outcome = await OutcomeAsync(transport, TestApi.Get, entry.Kind, entry.Offset, cancellationToken);
            long elapsed = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            InterlockedMax(ref longest, elapsed);
            outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);
            if (outcome.StartsWith('!'))
            {
                wrong.Enqueue($"{entry.Fault.Name} at {entry.Offset}: {outcome}");
            }
        });

        Proof.Report($"{cases.Length} faults of {Fault.All.Count} kinds{(useTls ? " over TLS" : "")}, "
            + $"longest call {longest} ms with a deadline of {options.AttemptTimeout.TotalMilliseconds} ms: "
            + string.Join(", ", outcomes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} {pair.Key}")));
        Assert.True(wrong.IsEmpty, string.Join("\n", wrong.Take(20)));
        Assert.True(outcomes.Count > 3, "The faults had no effect.");

        // The machine is shared, so only the long form checks the deadline exactly. Delays of the machine itself are deducted.
        long late = heartbeat.Latest;
        Proof.Report($"the machine itself was up to {late} ms late");
        Assert.True(longest <= options.AttemptTimeout.TotalMilliseconds + (Proof.IsLong ? 250 + late : 20_000), $"A call took {longest} ms.");
    }

    [Fact]
    public async Task A_post_that_was_sent_is_never_sent_again()
    {
        Proof.IsTooLongPerMutant();
        var seen = new ConcurrentDictionary<string, int>();
        int reused = 0;
        await using var server = RawServer.Start(async connection =>
        {
            bool isWarm = false;
            while (await connection.ReadRequestAsync() is { } request)
            {
                if (request.Header("X-Call") is not { } call)
                {
                    await connection.WriteAsync(TestApi.Response());
                    isWarm = true;
                    continue;
                }

                seen.AddOrUpdate(call, 1, static (_, count) => count + 1);
                Interlocked.Add(ref reused, isWarm ? 1 : 0);
                await RespondAsync(connection, request);
                return;
            }
        });
        ApiClientOptions options = Options(server);
        options.Retry = new RetryOptions { MaxRetries = 3, BaseDelay = TimeSpan.Zero, BudgetReserve = 1_000_000 };
        using HttpClient client = Client();
        using var transport = new ApiTransport(options, client);
        using var warming = new ApiTransport(TestApi.Options(server), client);
        int count = Proof.Count(1_500, 10_000);
        (int Kind, int Offset)[] all = Fault.All.SelectMany((fault, kind) => Enumerable.Range(0, fault.Offsets).Select(offset => (kind, offset))).ToArray();
        Random random = Proof.Random();
        int index = 0;
        (int Call, int Kind, int Offset)[] cases = Enumerable.Range(0, count)
            .Select(call => (call, all[random.Next(all.Length)].Kind, all[random.Next(all.Length)].Offset))
            .ToArray();
        await Parallel.ForEachAsync(cases, Parallelism(), async (entry, cancellationToken) =>
        {
            // A successful call comes first, so that the POST uses an existing connection, which then breaks.
            await WarmAsync(warming, cancellationToken);
            int offset = entry.Offset % Fault.All[entry.Kind].Offsets;
            ApiRequest request = TestApi.ThingRequest().Query("kind", entry.Kind).Query("offset", offset).Header("X-Call", entry.Call);

            // Half of the requests have no body. The platform would repeat those by itself if the connection is closed.
            request = entry.Call % 2 == 0 ? request.JsonBody(Thing.Sample, ThingJson.Write) : request;
            try
            {
                await transport.SendAsync(TestApi.Post, request, cancellationToken: cancellationToken);
            }
            catch (ApiException)
            {
                Interlocked.Increment(ref index);
            }
        });

        Assert.All(seen, pair => Assert.Equal(1, pair.Value));
        Assert.True(index > count / 4, "The faults had no effect.");
        Assert.True(reused > count / 4, "The POSTs did not use existing connections.");
        Proof.Report($"{count} POSTs met a fault after they were sent, {index} failed, {seen.Count} reached the server, each once, "
            + $"{reused} on a connection that was used before");
    }

    [Fact]
    public async Task A_post_without_a_body_is_not_repeated_by_the_platform_on_a_connection_that_closes()
    {
        int posts = 0;
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                if (request.Method == "POST")
                {
                    Interlocked.Increment(ref posts);
                    return;
                }

                await connection.WriteAsync(TestApi.Response());
            }
        });
        using var transport = new ApiTransport(TestApi.Options(server));
        await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.True(exception.RequestMayHaveBeenSent);
        Assert.False(exception.IsRetryable);
        Assert.Equal(1, posts);
    }

    [Fact]
    public async Task A_get_that_broke_after_it_was_sent_is_reported_as_one_that_may_have_arrived()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        using var transport = new ApiTransport(Options(server));

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.True(exception.RequestMayHaveBeenSent);
        Assert.True(exception.IsRetryable);
    }

    [Fact]
    public async Task An_idempotent_call_is_repeated_until_it_succeeds()
    {
        int requests = 0;
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                switch (Interlocked.Increment(ref requests))
                {
                    case 1:
                        connection.Reset();
                        return;
                    case 2:
                        await connection.WriteAsync(TestApi.Response("{}", "503 Service Unavailable"));
                        break;
                    default:
                        await connection.WriteAsync(TestApi.Response());
                        break;
                }
            }
        });
        using var transport = new ApiTransport(TestApi.Options(server));

        ApiResponse<Thing> response =
            await transport.SendWithResponseAsync(TestApi.Put, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Thing.Sample, response.Value);
        Assert.Equal(3, response.Attempts);
    }

    [Fact]
    public async Task A_post_is_repeated_where_it_was_certainly_never_sent()
    {
        // A port without a listener: the test opens a listener and closes it.
        int port;
        await using (var server = RawServer.Start(static _ => Task.CompletedTask))
        {
            port = server.Port;
        }

        ApiClientOptions options = TestApi.Options(new Uri($"http://127.0.0.1:{port}/"));
        using var transport = new ApiTransport(options);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken));

        Assert.False(exception.RequestMayHaveBeenSent);
        Assert.Equal(3, exception.Attempts);
        Assert.True(exception.IsRetryable);
    }

    [Fact]
    public async Task A_failed_handshake_is_reported_as_a_request_that_was_never_sent()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.WriteAsync([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]); // a fatal TLS alert: handshake_failure
            await connection.StallAsync();
        });
        ApiClientOptions options = TestApi.Options(new Uri($"https://127.0.0.1:{server.Port}/"));
        using var transport = new ApiTransport(options);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken));

        Assert.False(exception.RequestMayHaveBeenSent);
        Assert.Equal(3, server.Connections);
    }

    [Fact]
    public async Task An_untrusted_certificate_is_refused()
    {
        await using var server = RawServer.Start(ServeFaultsAsync, useTls: true);
        using var transport = new ApiTransport(TestApi.Options(server));

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));

        Assert.False(exception.RequestMayHaveBeenSent);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task An_unknown_host_name_is_reported_as_a_request_that_was_never_sent()
    {
        ApiClientOptions options = TestApi.Options(new Uri("https://nowhere.invalid/"));
        using var transport = new ApiTransport(options);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken));

        Assert.False(exception.RequestMayHaveBeenSent);
    }

    private static async Task<string> OutcomeAsync(
        ApiTransport transport, ApiOperation<Thing> operation, int kind, int offset, CancellationToken cancellationToken)
    {
        try
        {
            Thing thing = await transport
                .SendAsync(operation, TestApi.ThingRequest().Query("kind", kind).Query("offset", offset), cancellationToken: cancellationToken)
                .WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
            return thing == Thing.Sample ? "success" : "!another thing";
        }
        catch (ApiException exception)
        {
            return exception.GetType().Name;
        }
        catch (TimeoutException)
        {
            return "!hang";
        }
        catch (Exception exception)
        {
            return "!" + exception;
        }
    }

    /// <summary>Makes a call until it succeeds: the connection that it finds may be one that an earlier fault has just ended.</summary>
    private static async Task WarmAsync(ApiTransport transport, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: cancellationToken);
                return;
            }
            catch (ApiConnectionException)
            {
                // Each failure takes a broken connection out of the pool, so that this ends.
            }
        }
    }

    private static async Task ServeFaultsAsync(RawConnection connection)
    {
        while (await connection.ReadRequestAsync() is { } request)
        {
            await RespondAsync(connection, request);
            if (request.Target.Contains("kind", StringComparison.Ordinal))
            {
                // The fault can leave the connection in an undefined state, so the server closes it.
                return;
            }
        }
    }

    private static Task RespondAsync(RawConnection connection, RawRequest request)
    {
        System.Collections.Specialized.NameValueCollection query =
            System.Web.HttpUtility.ParseQueryString(request.Target[(request.Target.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        Fault fault = Fault.All[int.Parse(query["kind"]!, System.Globalization.CultureInfo.InvariantCulture)];
        return fault.Respond(connection, int.Parse(query["offset"]!, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static ApiClientOptions Options(RawServer server)
    {
        ApiClientOptions options = TestApi.Options(server);
        options.AttemptTimeout = _deadline;
        options.Retry = new RetryOptions { MaxRetries = 0 };
        return options;
    }

    private static HttpClient Client()
    {
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = static (_, _, _, _) => true };
        return new HttpClient(handler);
    }

    private static ParallelOptions Parallelism()
        => new() { MaxDegreeOfParallelism = 48, CancellationToken = TestContext.Current.CancellationToken };

    private static void InterlockedMax(ref long target, long value)
    {
        long seen = Volatile.Read(ref target);
        while (value > seen)
        {
            long before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
