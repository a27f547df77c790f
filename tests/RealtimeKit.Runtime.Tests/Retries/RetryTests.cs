using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Retries;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Retries;

public sealed class RetryTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    [Theory]
    [InlineData("GET", 200, false, 1)]
    [InlineData("GET", 400, false, 1)]
    [InlineData("GET", 404, false, 1)]
    [InlineData("GET", 408, false, 3)]
    [InlineData("GET", 409, false, 1)]
    [InlineData("GET", 409, true, 1)]
    [InlineData("GET", 425, false, 3)]
    [InlineData("GET", 429, false, 3)]
    [InlineData("GET", 500, false, 3)]
    [InlineData("GET", 501, false, 1)]
    [InlineData("GET", 502, false, 3)]
    [InlineData("GET", 505, false, 1)]
    [InlineData("PUT", 503, false, 3)]
    [InlineData("POST", 408, false, 1)]
    [InlineData("POST", 429, false, 1)]
    [InlineData("POST", 429, true, 3)]
    [InlineData("POST", 500, false, 1)]
    [InlineData("POST", 500, true, 1)]
    [InlineData("POST", 502, true, 1)]
    [InlineData("POST", 503, false, 1)]
    [InlineData("POST", 503, true, 3)]
    [InlineData("POST", 409, true, 1)]
    public async Task What_is_repeated_depends_on_the_operation_and_the_status(string method, int status, bool withRetryAfter, int attempts)
    {
        var handler = new FakeHandler((_, _) => Response((HttpStatusCode)status, withRetryAfter ? "0" : null));
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(Options(), client);
        ApiOperation<Thing> operation = method switch { "GET" => TestApi.Get, "PUT" => TestApi.Put, _ => TestApi.Post };

        ApiResponse<Thing> response =
            await transport.SendWithResponseAsync(operation, Request(method), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(attempts, handler.Calls);
        Assert.Equal(attempts, response.Attempts);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200, response.IsSuccess);
        Assert.Equal(attempts > 1, response.Error?.IsRetryable ?? false);
    }

    [Fact]
    public async Task A_call_may_say_that_it_is_idempotent_or_not()
    {
        Assert.Equal(3, await AttemptsAsync(TestApi.Post, new RequestOptions { IsIdempotent = true }, static (_, _) => Response(HttpStatusCode.BadGateway)));
        Assert.Equal(1, await AttemptsAsync(TestApi.Get, new RequestOptions { IsIdempotent = false }, static (_, _) => Response(HttpStatusCode.BadGateway)));
        Assert.Equal(1, await AttemptsAsync(TestApi.Get, new RequestOptions { MaxRetries = 0 }, static (_, _) => Response(HttpStatusCode.BadGateway)));
        Assert.Equal(6, await AttemptsAsync(TestApi.Get, new RequestOptions { MaxRetries = 5 }, static (_, _) => Response(HttpStatusCode.BadGateway)));
    }

    [Theory]
    [InlineData("true", "POST", 3)]
    [InlineData("false", "GET", 1)]
    [InlineData("perhaps", "GET", 3)]
    public async Task A_server_may_decide_where_the_client_listens(string word, string method, int attempts)
    {
        ApiClientOptions options = Options();
        options.Retry.OverrideHeader = "x-should-retry";
        Assert.Equal(attempts, await AttemptsAsync(method == "GET" ? TestApi.Get : TestApi.Post, null, Responding, options));
        Assert.Equal(method == "GET" ? 3 : 1, await AttemptsAsync(method == "GET" ? TestApi.Get : TestApi.Post, null, Responding));

        HttpResponseMessage Responding(HttpRequestMessage request, int call)
        {
            HttpResponseMessage response = Response(HttpStatusCode.BadGateway);
            response.Headers.Add("x-should-retry", word);
            return response;
        }
    }

    [Fact]
    public async Task One_key_serves_all_attempts_of_a_call_and_no_other()
    {
        var keys = new List<string?>();
        var handler = new FakeHandler((request, _) =>
        {
            keys.Add(request.Headers.TryGetValues("Idempotency-Key", out IEnumerable<string>? values) ? values.Single() : null);
            return Response(HttpStatusCode.ServiceUnavailable, "0");
        });
        using var client = new HttpClient(handler);
        ApiClientOptions options = Options();
        options.SendIdempotencyKeys = true;
        using var transport = new ApiTransport(options, client);
        for (int call = 0; call < 2; call++)
        {
            await transport.SendWithResponseAsync(TestApi.Post, Request("POST"), cancellationToken: TestContext.Current.CancellationToken);
        }

        await transport.SendWithResponseAsync(TestApi.Get, Request("GET"), new RequestOptions { MaxRetries = 0 }, TestContext.Current.CancellationToken);
        await transport.SendWithResponseAsync(
            TestApi.Post, Request("POST"), new RequestOptions { IdempotencyKey = "mine", MaxRetries = 0 }, TestContext.Current.CancellationToken);
        Assert.Equal(8, keys.Count);
        Assert.Single(keys[..3].Distinct());
        Assert.Single(keys[3..6].Distinct());
        Assert.NotEqual(keys[0], keys[3]);
        Assert.Null(keys[6]);
        Assert.Equal("mine", keys[7]);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(0)]
    public async Task A_dead_server_sees_a_tenth_more_and_not_three_times_as_much(int reserve)
    {
        const int Calls = 1000;
        var handler = new FakeHandler(static (_, _) => Response(HttpStatusCode.ServiceUnavailable));
        using var client = new HttpClient(handler);
        var time = new FakeTimeProvider();
        ApiClientOptions options =
            new() { BaseAddress = _address, TimeProvider = time, Retry = new RetryOptions { BaseDelay = TimeSpan.Zero, BudgetReserve = reserve } };
        using var transport = new ApiTransport(options, client);
        for (int call = 0; call < Calls; call++)
        {
            await transport.SendWithResponseAsync(TestApi.Get, Request("GET"), cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.InRange(handler.Calls, Calls + (Calls / 10) - 1, Calls + (Calls / 10) + options.Retry.BudgetReserve);

        // The reserve is restored after a minute.
        time.Advance(TimeSpan.FromMinutes(1));
        int before = handler.Calls;
        await transport.SendWithResponseAsync(TestApi.Get, Request("GET"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(handler.Calls - before == 3 || reserve == 0);
        Proof.Report($"{Calls} calls to a dead server made {before} requests");
    }

    [Fact]
    public void A_Retry_After_sent_twice_is_ignored_and_a_date_without_the_servers_clock_is_by_the_clients()
    {
        DateTimeOffset now = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);
        using var response = new HttpResponseMessage();
        response.Headers.Add("Retry-After", "Mon, 23 Nov 2026 16:00:30 GMT");
        Assert.Equal(TimeSpan.FromSeconds(30), RetryAfter.Read(response.Headers, now));
        Assert.Equal(TimeSpan.FromSeconds(10), RetryAfter.Read(response.Headers, now.AddSeconds(20)));

        using var twice = new HttpResponseMessage();
        twice.Headers.TryAddWithoutValidation("Retry-After", ["5", "6"]);
        Assert.Null(RetryAfter.Read(twice.Headers, now));
    }

    [Fact]
    public async Task A_wait_that_does_not_fit_is_not_started()
    {
        var time = new FakeTimeProvider();
        ApiClientOptions options = Options();
        options.TimeProvider = time;
        options.TotalTimeout = TimeSpan.FromSeconds(10);
        Assert.Equal(1, await AttemptsAsync(TestApi.Get, null, static (_, _) => Response(HttpStatusCode.ServiceUnavailable, "10"), options));

        options = Options();
        options.TimeProvider = time;
        options.TotalTimeout = TimeSpan.FromSeconds(11);
        Task<int> attempts = AttemptsAsync(
            TestApi.Get, null, (_, call) => call == 1 ? Response(HttpStatusCode.ServiceUnavailable, "10") : FakeHandler.Response(TestApi.ThingBody), options);

        // The handler responds without waiting, so the delay has begun.
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, await attempts.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("GET", 429, "61", 61)]
    [InlineData("POST", 429, "61", 61)]
    [InlineData("GET", 503, "3600", 3600)]
    [InlineData("POST", 503, "99999999999999999999", 365 * 86_400)]
    public async Task A_wait_longer_than_the_limit_is_not_started(string method, int status, string retryAfter, int seconds)
    {
        // The clock stands still, so a wait never ends.
        ApiClientOptions options = Options();
        options.TimeProvider = new FakeTimeProvider();
        options.TotalTimeout = TimeSpan.FromHours(24);
        var handler = new FakeHandler((_, _) => Response((HttpStatusCode)status, retryAfter));
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(options, client);

        ApiStatusException exception = await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => transport.SendAsync(method == "GET" ? TestApi.Get : TestApi.Post, Request(method), cancellationToken: TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

        Assert.Equal((1, 1, true), (handler.Calls, exception.Attempts, exception.IsRetryable));
        Assert.Equal(TimeSpan.FromSeconds(seconds), exception.RetryAfter);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        using HttpClient client = FakeHandler.Client((_, _) =>
        {
            source.CancelAfter(20);
            return Response(HttpStatusCode.ServiceUnavailable, "50");
        });
        using var transport = new ApiTransport(Options(), client);

        var exception =
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(TestApi.Get, Request("GET"), cancellationToken: source.Token));
        Assert.Equal(source.Token, exception.CancellationToken);
    }

    [Fact]
    public void Retry_after_is_read_the_same_in_every_culture_and_never_waited_for_beyond_the_limit()
    {
        DateTimeOffset now = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);
        string[] cultures = ["", "en-US", "de-DE", "ar-SA", "th-TH", "fa-IR"];
        TimeSpan[] skews = [TimeSpan.Zero, TimeSpan.FromHours(-3), TimeSpan.FromDays(400), TimeSpan.FromSeconds(-59)];
        (string Text, double? Seconds)[] values = RetryAfterValues(now);
        int checks = 0;
        foreach (string culture in cultures)
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                foreach (TimeSpan skew in skews)
                {
                    foreach ((string text, double? seconds) in values)
                    {
                        using var response = new HttpResponseMessage();

                        // Adds the header as raw text, as a server would send it, because the typed header would not accept it.
                        response.Headers.TryAddWithoutValidation("Retry-After", text);
                        response.Headers.Date = now;
                        TimeSpan? read = RetryAfter.Read(response.Headers, now + skew);
                        Assert.Equal(seconds, read?.TotalSeconds);
                        var rule = new RetryRule(new RetryOptions(), new RetryBudget(new RetryOptions(), TimeProvider.System), 2, isIdempotent: true);
                        var failure = new AttemptFailure(new ApiServerException(HttpStatusCode.BadGateway)) { IsTransient = true, RetryAfter = read };
                        TimeSpan? delay = rule.Next(failure, 1, TimeSpan.FromSeconds(100));
                        Assert.Equal(seconds > 60, delay is null);
                        Assert.True(delay is null || seconds is null || delay.Value.TotalSeconds == seconds.Value);
                        Assert.True(delay is null || delay.Value <= TimeSpan.FromSeconds(60));
                        checks++;
                    }
                }
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }

        Assert.True(values.Length >= 200);
        Proof.Report(
            $"{values.Length} Retry-After values × {cultures.Length} cultures × {skews.Length} clock skews: {checks} readings, no wait over the limit");
    }

    private static (string Text, double? Seconds)[] RetryAfterValues(DateTimeOffset now)
    {
        const double Longest = 365 * 86_400.0;
        var values = new List<(string, double?)>
        {
            ("0", 0), ("00", 0), (" 5 ", 5), ("000007", 7), ("60", 60), ("61", 61), ("2147483648", Longest), ("99999999999999999999", Longest),
            (new string('9', 400), Longest), ("-1", null), ("+1", null), ("1.5", null), ("1,5", null), ("1e3", null), ("0x10", null), ("١", null), ("", null),
            ("never", null), ("NaN", null), ("5s", null), ("5 6", null), ("Mon, 23 Nov 2026", null), ("Mon, 23 Nov 2026 16:00:30", null),
            ("Tue, 23 Nov 2026 16:00:30 GMT", null), ("2026-11-23T16:00:30Z", null), ("Mo, 23 Nov 2026 16:00:30 GMT", null),
                ("Mon, 32 Nov 2026 16:00:30 GMT", null),
            ("Monday, 23-Nov-26 16:00:30 GMT", 30), ("Mon Nov 23 16:00:30 2026", 30), ("Sun Nov  1 16:00:30 2026", 0), ("Tuesday, 23-Nov-26 16:00:30 GMT", null),
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", Longest),
        };
        for (int seconds = 1; seconds <= 100; seconds++)
        {
            values.Add((seconds.ToString(CultureInfo.InvariantCulture), seconds));
            int ahead = (seconds * 7) - 200;
            values.Add((now.AddSeconds(ahead).ToString("r", CultureInfo.InvariantCulture), Math.Max(0, ahead)));
        }

        return [.. values];
    }

    private static async Task<int> AttemptsAsync(
        ApiOperation<Thing> operation, RequestOptions? call, Func<HttpRequestMessage, int, HttpResponseMessage> respond, ApiClientOptions? options = null)
    {
        var handler = new FakeHandler(respond);
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(options ?? Options(), client);
        await transport.SendWithResponseAsync(operation, Request(operation.Method.Method), call, TestContext.Current.CancellationToken);
        return handler.Calls;
    }

    private static ApiRequest Request(string method) => method == "GET" ? TestApi.ThingRequest() : TestApi.ThingRequest(Thing.Sample);

    private static HttpResponseMessage Response(HttpStatusCode status, string? retryAfter = null)
    {
        HttpResponseMessage response = FakeHandler.Response(status == HttpStatusCode.OK ? TestApi.ThingBody : "{}", status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    private static ApiClientOptions Options() =>
        new() { BaseAddress = _address, Retry = new RetryOptions { BaseDelay = TimeSpan.Zero, BudgetReserve = 1_000_000 } };
}
