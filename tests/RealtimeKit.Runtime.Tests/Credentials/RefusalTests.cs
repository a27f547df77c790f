using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Credentials;

/// <summary>A server that refuses every token gets no additional calls.</summary>
public sealed class RefusalTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    [Fact]
    public async Task A_token_that_is_refused_and_given_again_costs_one_more_token_call_and_no_more_requests()
    {
        int asked = 0;
        var credential = new BearerTokenCredential(_ =>
        {
            Interlocked.Increment(ref asked);
            return ValueTask.FromResult("the same");
        });
        var handler = new FakeHandler(static (_, _) => FakeHandler.Response("{}", HttpStatusCode.Unauthorized));
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(credential), client);

        for (int i = 0; i < 100; i++)
        {
            await Assert.ThrowsAsync<ApiAuthenticationException>(() => PostAsync(transport));
        }

        Assert.Equal((100, 2), (handler.Calls, asked));
    }

    [Fact]
    public async Task Callers_at_once_ask_once_more_for_a_refused_token()
    {
        int asked = 0;
        var credential = new BearerTokenCredential(async _ =>
        {
            Interlocked.Increment(ref asked);
            await Task.Yield();
            return "the same";
        });
        var handler = new FakeHandler(static (_, _) => FakeHandler.Response("{}", HttpStatusCode.Unauthorized));
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(credential), client);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Assert.ThrowsAsync<ApiAuthenticationException>(() => Task.Run(() => PostAsync(transport)))));

        Assert.Equal((100, 2), (handler.Calls, asked));
    }

    [Fact]
    public async Task A_delegate_that_returned_a_refused_token_again_is_called_after_a_minute()
    {
        var time = new FakeTimeProvider();
        string token = "old";
        var credential = new BearerTokenCredential(_ => ValueTask.FromResult(token), timeProvider: time);
        using HttpClient client = FakeHandler.Client(static (request, _) => request.Headers.Authorization?.Parameter == "new"
            ? FakeHandler.Response(TestApi.ThingBody)
            : FakeHandler.Response("{}", HttpStatusCode.Unauthorized));
        using var transport = new ApiTransport(Options(credential), client);
        await Assert.ThrowsAsync<ApiAuthenticationException>(() => PostAsync(transport));
        token = "new";
        await Assert.ThrowsAsync<ApiAuthenticationException>(() => PostAsync(transport));

        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Thing.Sample, await PostAsync(transport));
    }

    [Fact]
    public async Task Tokens_that_are_new_each_time_and_refused_each_time_are_paid_for_by_the_retry_budget()
    {
        int asked = 0;
        var credential = new BearerTokenCredential(_ => ValueTask.FromResult($"token-{Interlocked.Increment(ref asked)}"));
        var handler = new FakeHandler(static (_, _) => FakeHandler.Response("{}", HttpStatusCode.Unauthorized));
        using var client = new HttpClient(handler);
        ApiClientOptions options = Options(credential);
        options.Retry = new RetryOptions { BudgetReserve = 3, BudgetRatio = 0.1 };
        using var transport = new ApiTransport(options, client);

        for (int i = 0; i < 100; i++)
        {
            await Assert.ThrowsAsync<ApiAuthenticationException>(() => PostAsync(transport));
        }

        // The reserve and a tenth of the calls.
        Assert.InRange(handler.Calls, 103, 113);
    }

    [Fact]
    public async Task A_hundred_callers_whose_token_expires_are_all_served()
    {
        int asked = 0;
        string valid = "token-1";
        var credential = new BearerTokenCredential(_ => ValueTask.FromResult($"token-{Interlocked.Increment(ref asked)}"));
        using HttpClient client = FakeHandler.Client((request, _) => request.Headers.Authorization?.Parameter == Volatile.Read(ref valid)
            ? FakeHandler.Response(TestApi.ThingBody)
            : FakeHandler.Response("{}", HttpStatusCode.Unauthorized));
        ApiClientOptions options = Options(credential);
        options.Retry = new RetryOptions { BudgetReserve = 0, BudgetRatio = 0 };
        using var transport = new ApiTransport(options, client);
        await PostAsync(transport);
        Volatile.Write(ref valid, "token-2");

        Thing[] things = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => PostAsync(transport)));

        Assert.All(things, static thing => Assert.Equal(Thing.Sample, thing));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_refusal_stays_the_result_when_no_other_token_can_be_obtained()
    {
        int asked = 0;
        var credential =
            new BearerTokenCredential(_ => ++asked == 1 ? ValueTask.FromResult("token") : throw new InvalidOperationException("The vault is closed."));
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response("{}", HttpStatusCode.Unauthorized));
        using var transport = new ApiTransport(Options(credential), client);

        Assert.Equal(1, (await Assert.ThrowsAsync<ApiAuthenticationException>(() => PostAsync(transport))).Attempts);
        await Assert.ThrowsAsync<ApiCredentialException>(() => PostAsync(transport));
    }

    [Fact]
    public async Task A_token_that_was_refused_is_not_shown_by_a_later_response()
    {
        int asked = 0;
        var credential = new BearerTokenCredential(_ => ValueTask.FromResult(asked++ == 0 ? "hush-the-old" : "hush-the-new"));
        using HttpClient client = FakeHandler.Client(static (_, call) => call == 1
            ? FakeHandler.Response("{}", HttpStatusCode.Unauthorized)
            : FakeHandler.Response("""{"message":"hush-the-old is revoked, and hush-the-new too"}""", HttpStatusCode.BadRequest));
        using var transport = new ApiTransport(Options(credential), client);

        var exception = await Assert.ThrowsAsync<ApiStatusException>(() => PostAsync(transport));

        Assert.Contains("*** is revoked, and *** too", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", exception + exception.BodySnippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_that_a_caller_puts_into_headers_are_not_shown()
    {
        const string Echo = """{"message":"hush-one hush-two hush-three hush-four, not acme"}""";
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response(Echo, HttpStatusCode.BadRequest));
        client.DefaultRequestHeaders.Add("Authorization", "Bearer hush-one");
        client.DefaultRequestHeaders.Add("X-Api-Key", "hush-two");
        client.DefaultRequestHeaders.Add("X-Tenant", "acme");
        using var transport = new ApiTransport(TestApi.Options(_address), client);
        var options = new RequestOptions { Headers = new Dictionary<string, string> { ["Cookie"] = "a=hush-three; b=2", ["X-Session-Token"] = "hush-four" } };

        var exception = await Assert.ThrowsAsync<ApiStatusException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), options, TestContext.Current.CancellationToken));

        Assert.Contains("*** *** *** ***, not acme", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", exception + exception.BodySnippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/relative")]
    [InlineData("ftp://example.com")]
    public void A_trusted_origin_that_is_none_is_refused_when_the_client_is_built(string origin)
    {
        ApiClientOptions options = TestApi.Options(_address);
        options.TrustedOrigins.Add(new Uri(origin, origin[0] == '/' ? UriKind.Relative : UriKind.Absolute));

        Assert.Equal("TrustedOrigins", Assert.Throws<ArgumentException>(() => new ApiTransport(options)).ParamName);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_delegate_that_fails_after_its_caller_or_its_time_has_gone_leaves_no_unobserved_exception(bool isOverdue)
    {
        var unobserved = new ConcurrentQueue<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs e) => unobserved.Enqueue(e.Exception);
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await (isOverdue ? OverdueAsync() : AbandonAsync());
            for (int i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.DoesNotContain(unobserved, static exception => exception.ToString().Contains("too late for anybody", StringComparison.Ordinal));
    }

    private static async Task AbandonAsync()
    {
        var release = new TaskCompletionSource();
        var failed = new TaskCompletionSource();
        var credential = new BearerTokenCredential(async _ =>
        {
            await release.Task;
            failed.SetResult();
            throw new InvalidOperationException("too late for anybody");
        });
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var transport = new ApiTransport(Options(credential), client);
        using var source = new CancellationTokenSource();
        Task<Thing> call = transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        release.SetResult();
        await failed.Task;
    }

    private static async Task OverdueAsync()
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        var credential = new BearerTokenCredential(
            async _ =>
            {
                asked.SetResult();
                await release.Task;
                throw new InvalidOperationException("too late for anybody");
            },
            timeProvider: time);
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var transport = new ApiTransport(Options(credential), client);
        Task<Thing> call = PostAsync(transport);
        await asked.Task;
        time.Advance(TimeSpan.FromSeconds(101));
        await Assert.ThrowsAsync<ApiCredentialException>(() => call);
        release.SetResult();
    }

    private static ApiClientOptions Options(ApiCredential credential) => new() { BaseAddress = _address, Credential = credential };

    private static Task<Thing> PostAsync(ApiTransport transport)
        => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken);
}
