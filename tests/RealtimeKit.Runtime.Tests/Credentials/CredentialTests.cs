using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Credentials;

public sealed class CredentialTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    [Fact]
    public async Task Many_callers_ask_for_one_token_once()
    {
        int asked = 0;
        var release = new TaskCompletionSource();
        var credential = new BearerTokenCredential(async _ =>
        {
            Interlocked.Increment(ref asked);
            await release.Task;
            return "token";
        });
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var transport = new ApiTransport(Options(credential), client);
        Task<Thing>[] calls = Enumerable.Range(0, 100).Select(_ => Call(transport)).ToArray();
        release.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_refused_token_is_requested_once_more_and_the_call_is_repeated_even_a_post()
    {
        int asked = 0;
        var used = new ConcurrentQueue<string?>();
        var credential = new BearerTokenCredential(_ => ValueTask.FromResult($"token-{Interlocked.Increment(ref asked)}"));
        using HttpClient client = FakeHandler.Client((request, _) =>
        {
            used.Enqueue(request.Headers.Authorization?.Parameter);
            return request.Headers.Authorization?.Parameter == "token-1"
                ? FakeHandler.Response("{}", HttpStatusCode.Unauthorized)
                : FakeHandler.Response(TestApi.ThingBody);
        });
        using var transport = new ApiTransport(Options(credential), client);

        ApiResponse<Thing> response =
            await transport.SendWithResponseAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken);
        await Call(transport);

        Assert.True(response.IsSuccess);
        Assert.Equal(["token-1", "token-2", "token-2"], used);
    }

    [Fact]
    public async Task Calls_in_flight_while_a_token_is_changed_ask_for_the_next_one_once()
    {
        int asked = 0;
        var areInFlight = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var credential = new BearerTokenCredential(async cancellationToken =>
        {
            await areInFlight.Task.WaitAsync(cancellationToken);
            return $"token-{Interlocked.Increment(ref asked)}";
        });
        string valid = "token-1";
        using HttpClient client = FakeHandler.Client((request, _) => request.Headers.Authorization?.Parameter == Volatile.Read(ref valid)
            ? FakeHandler.Response(TestApi.ThingBody)
            : FakeHandler.Response("{}", HttpStatusCode.Unauthorized));
        using var transport = new ApiTransport(Options(credential), client);
        await FiftyCallsAsync();
        Volatile.Write(ref valid, "token-2");
        areInFlight = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await FiftyCallsAsync();
        Assert.Equal(2, asked);

        async Task FiftyCallsAsync()
        {
            Task[] calls = [.. Enumerable.Range(0, 50).Select(_ => Call(transport))];
            areInFlight.SetResult();
            await Task.WhenAll(calls);
        }
    }

    [Fact]
    public async Task A_late_refusal_of_an_old_token_does_not_throw_the_new_one_away()
    {
        int asked = 0;
        var credential = new BearerTokenCredential(_ => ValueTask.FromResult($"token-{++asked}"));
        await TokenAsync();
        await credential.RefreshAsync("token-1", TestContext.Current.CancellationToken);
        Assert.Equal("Bearer token-2", await TokenAsync());
        await credential.RefreshAsync("token-1", TestContext.Current.CancellationToken);
        Assert.Equal("Bearer token-2", await TokenAsync());

        async Task<string> TokenAsync()
        {
            Runtime.Credentials.Authorization authorization = await credential.AuthorizeAsync(TestContext.Current.CancellationToken);
            return authorization.Headers.Single().Value;
        }
    }

    [Fact]
    public async Task A_token_that_is_still_refused_is_reported_after_the_allowed_attempts()
    {
        int asked = 0;
        var credential = new BearerTokenCredential(_ => ValueTask.FromResult($"token-{++asked}"));
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response("{}", HttpStatusCode.Unauthorized));
        using var transport = new ApiTransport(Options(credential), client);
        var exception = await Assert.ThrowsAsync<ApiAuthenticationException>(() => Call(transport));
        Assert.Equal(3, exception.Attempts);
    }

    [Fact]
    public async Task An_expired_token_costs_nothing_of_the_retry_budget()
    {
        int asked = 0;
        string valid = "token-1";
        var credential = new BearerTokenCredential(_ => ValueTask.FromResult($"token-{++asked}"));
        using HttpClient client = FakeHandler.Client((request, _) => request.Headers.Authorization?.Parameter == valid
            ? FakeHandler.Response(TestApi.ThingBody)
            : FakeHandler.Response("{}", HttpStatusCode.Unauthorized));
        ApiClientOptions options = Options(credential);
        options.Retry = new RetryOptions { BudgetReserve = 0, BudgetRatio = 0 };
        using var transport = new ApiTransport(options, client);
        Assert.Equal(Thing.Sample, await Call(transport));
        valid = "token-2";
        Assert.Equal(Thing.Sample, await Call(transport));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_fixed_token_that_is_refused_is_not_tried_again()
    {
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response("{}", HttpStatusCode.Unauthorized));
        using var transport = new ApiTransport(Options(new BearerTokenCredential("token")), client);
        Assert.Equal(1, (await Assert.ThrowsAsync<ApiAuthenticationException>(() => Call(transport))).Attempts);
    }

    [Fact]
    public async Task A_token_older_than_the_allowed_age_is_requested_again()
    {
        var time = new FakeTimeProvider();
        int asked = 0;
        var credential = new BearerTokenCredential(_ => ValueTask.FromResult($"token-{++asked}"), TimeSpan.FromMinutes(5), time);
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var transport = new ApiTransport(Options(credential), client);
        await Call(transport);
        time.Advance(TimeSpan.FromMinutes(4));
        await Call(transport);
        Assert.Equal(1, asked);
        time.Advance(TimeSpan.FromMinutes(1));
        await Call(transport);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_delegate_that_fails_fails_the_waiting_calls_and_is_called_again_by_the_next()
    {
        int asked = 0;
        var credential = new BearerTokenCredential(_ => ++asked == 1 ? throw new InvalidOperationException("vault is shut") : ValueTask.FromResult("token"));
        var handler = new FakeHandler(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(credential), client);
        var exception = await Assert.ThrowsAsync<ApiCredentialException>(() => Call(transport));
        Assert.IsType<InvalidOperationException>(exception.InnerException);
        Assert.Equal(0, handler.Calls);
        Assert.Equal(Thing.Sample, await Call(transport));
    }

    [Fact]
    public async Task A_delegate_that_throws_when_it_is_cancelled_does_not_end_the_process()
    {
        var time = new FakeTimeProvider();
        var isCalled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var credential = new BearerTokenCredential(
            async token =>
            {
                token.Register(static () => throw new InvalidOperationException());
                isCalled.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return "";
            },
            timeProvider: time);
        Task asked = credential.AuthorizeAsync(TestContext.Current.CancellationToken).AsTask();
        await isCalled.Task;

        // The system's clock would throw it on a thread of the pool.
        time.Advance(TimeSpan.FromSeconds(100));

        await Assert.ThrowsAsync<ApiCredentialException>(() => asked);
    }

    [Fact]
    public async Task A_caller_who_gives_up_does_not_take_the_token_from_the_others()
    {
        var release = new TaskCompletionSource();
        var credential = new BearerTokenCredential(async _ =>
        {
            await release.Task;
            return "token";
        });
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var transport = new ApiTransport(Options(credential), client);
        using var source = new CancellationTokenSource();
        Task<Thing> first = transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: source.Token);
        Task<Thing> second = Call(transport);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();
        Assert.Equal(Thing.Sample, await second);
    }

    [Theory]
    [InlineData("general", "null", "Bearer general")]
    [InlineData("general", "", null)]
    [InlineData("general", "a", "Bearer general")]
    [InlineData("general,a", "a", "Bearer a")]
    [InlineData("general,a", "b", "Bearer general")]
    [InlineData("general,b", "a|b", "Bearer b")]
    [InlineData("a", "a", "Bearer a")]
    [InlineData("a", "b", null)]
    [InlineData("", "a", null)]
    [InlineData("general", "none", null)]
    [InlineData("a", "none or a", "Bearer a")]
    public async Task The_document_decides_which_credential_is_sent(string configured, string security, string? expected)
    {
        string? sent = null;
        using HttpClient client = FakeHandler.Client((request, _) =>
        {
            sent = request.Headers.Authorization?.ToString();
            return FakeHandler.Response(TestApi.ThingBody);
        });
        var options = new ApiClientOptions { BaseAddress = _address };
        foreach (string name in configured.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == "general")
            {
                options.Credential = new BearerTokenCredential(name);
            }
            else
            {
                options.Credentials[name] = new BearerTokenCredential(name);
            }
        }

        using var transport = new ApiTransport(options, client);
        var operation = new ApiOperation<Thing>
        {
            OperationId = "x",
            Method = HttpMethod.Get,
            PathTemplate = "/x",
            Results = TestApi.Get.Results,
            Security = security switch
            {
                "null" => null,
                "" => [],
                "none" => [[]],
                "none or a" => [[], ["a"]],
                _ => security.Split('|').Select(static scheme => new[] { scheme }).ToArray(),
            },
        };
        await transport.SendAsync(operation, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(expected, sent);
    }

    [Fact]
    public async Task A_credential_takes_the_place_of_a_header_of_its_name()
    {
        string[] sent = [];
        using HttpClient client = FakeHandler.Client((request, _) =>
        {
            sent = [.. request.Headers.GetValues("X-Key")];
            return FakeHandler.Response(TestApi.ThingBody);
        });
        using var transport = new ApiTransport(Options(new ApiKeyCredential("X-Key", ApiKeyLocation.Header, "credential")), client);
        await transport.SendAsync(TestApi.Get, TestApi.ThingRequest().Header("X-Key", "parameter"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["credential"], sent);
    }

    [Theory]
    [InlineData("authorization", "bearer", false)]
    [InlineData("Authorization", "basic", false)]
    [InlineData("X-key", "key", false)]
    [InlineData("Authorization", "key", true)]
    [InlineData("X-Other", "bearer", true)]
    public async Task A_header_of_the_call_takes_the_place_of_the_credential_that_is_sent_in_it(string name, string kind, bool isSent)
    {
        int tokens = 0;
        RawRequest? sent = null;
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                sent = request;
                await connection.WriteAsync("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
            }
        });
        ApiClientOptions options = TestApi.Options(server);
        options.Retry.MaxRetries = 0;
        options.Credential = kind switch
        {
            "bearer" => new BearerTokenCredential(_ => new($"credential-{++tokens}")),
            "basic" => new BasicCredential("credential", "p"),
            _ => new ApiKeyCredential("X-Key", ApiKeyLocation.Header, "credential"),
        };
        using var transport = new ApiTransport(options);
        var call = new RequestOptions { Headers = new Dictionary<string, string> { [name] = "of the call" } };

        await Assert.ThrowsAsync<ApiAuthenticationException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), call, TestContext.Current.CancellationToken));

        Assert.Equal("of the call", sent!.Header(name));
        Assert.Equal(isSent, sent.Header(kind == "key" ? "X-Key" : "Authorization") is not (null or "of the call"));
        Assert.Equal(kind == "bearer" && isSent ? 2 : 0, tokens);
    }

    [Fact]
    public async Task Two_schemes_required_together_are_both_sent()
    {
        HttpRequestMessage? sent = null;
        using HttpClient client = FakeHandler.Client((request, _) =>
        {
            sent = request;
            return FakeHandler.Response(TestApi.ThingBody);
        });
        var options = new ApiClientOptions { BaseAddress = _address };
        options.Credentials["email"] = new ApiKeyCredential("X-Auth-Email", ApiKeyLocation.Header, "me");
        options.Credentials["key"] = new ApiKeyCredential("key", ApiKeyLocation.Query, "k&y");
        options.Credentials["cookie"] = new ApiKeyCredential("c", ApiKeyLocation.Cookie, "v;x");
        using var transport = new ApiTransport(options, client);
        var operation = new ApiOperation<Thing>
        {
            OperationId = "x",
            Method = HttpMethod.Get,
            PathTemplate = "/x",
            Results = TestApi.Get.Results,
            Security = [["email", "key", "cookie"]],
        };
        await transport.SendAsync(operation, TestApi.ThingRequest().Query("q", 1).Cookie("d", "1"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("me", sent!.Headers.GetValues("X-Auth-Email").Single());
        Assert.Equal("?q=1&key=k%26y", sent.RequestUri!.Query);
        Assert.Equal("d=1; c=v%3Bx", sent.Headers.GetValues("Cookie").Single());
    }

    private static Task<Thing> Call(ApiTransport transport) =>
        transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);

    private static ApiClientOptions Options(ApiCredential credential) => new()
    {
        BaseAddress = _address,
        Credential = credential,
        Retry = new RetryOptions { BaseDelay = TimeSpan.Zero, BudgetReserve = 1_000 },
    };
}
