using System.Net;
using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Retries;

/// <summary>Tests that the exception of the last attempt does not hide that an earlier attempt was sent.</summary>
public sealed class EarlierAttemptTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("broken")]
    [InlineData("502")]
    [InlineData("429")]
    public async Task A_call_whose_retry_does_not_reach_the_server_may_have_been_sent(string first)
    {
        using HttpClient client = FakeHandler.Client((request, call) =>
        {
            request.Options.Set(ApiTransport.NotSent, call > 1);
            return call == 1 ? First(first) : throw Unreachable();
        });
        using var transport = new ApiTransport(TestApi.Options(_address), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => SendAsync(transport));

        Assert.Equal((3, true), (exception.Attempts, exception.RequestMayHaveBeenSent));
    }

    [Fact]
    public async Task A_call_that_never_reaches_the_server_was_not_sent()
    {
        using HttpClient client = FakeHandler.Client(static (request, _) =>
        {
            request.Options.Set(ApiTransport.NotSent, true);
            throw Unreachable();
        });
        using var transport = new ApiTransport(TestApi.Options(_address), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => SendAsync(transport));

        Assert.Equal((3, false), (exception.Attempts, exception.RequestMayHaveBeenSent));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_retry_without_a_token_is_not_the_first_request(bool throws)
    {
        int tokens = 0;
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var time = new FakeTimeProvider();
        ApiClientOptions options = TestApi.Options(_address);
        options.TimeProvider = time;
        options.Retry = new RetryOptions { MaxRetries = 1, BaseDelay = TimeSpan.Zero };
        options.Credential = new BearerTokenCredential(
            async token =>
            {
                if (Interlocked.Increment(ref tokens) == 1)
                {
                    return "token";
                }

                asked.SetResult();
                await Task.Delay(throws ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, token);
                throw new InvalidOperationException();
            },
            refreshAfter: TimeSpan.Zero);
        using HttpClient client = FakeHandler.Client(static (_, _) => First("broken"));
        using var transport = new ApiTransport(options, client);

        if (throws)
        {
            var exception = await Assert.ThrowsAsync<ApiCredentialException>(() => SendAsync(transport));
            Assert.StartsWith("GET /things/{thing_id} (get_thing) was not sent again: ", exception.Message, StringComparison.Ordinal);
            Assert.Equal(1, exception.Attempts);
        }
        else
        {
            Task<Thing> call = SendAsync(transport);
            await asked.Task.WaitAsync(Cancellation);
            time.Advance(options.AttemptTimeout);
            var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
            Assert.Equal((2, true), (exception.Attempts, exception.RequestMayHaveBeenSent));
        }
    }

    private static Task<Thing> SendAsync(ApiTransport transport)
        => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation);

    private static HttpResponseMessage First(string kind) => kind switch
    {
        "broken" => throw new HttpRequestException(HttpRequestError.ResponseEnded),
        "502" => FakeHandler.Response("{}", HttpStatusCode.BadGateway),
        _ => FakeHandler.Response("{}", HttpStatusCode.TooManyRequests),
    };

    private static HttpRequestException Unreachable() => new(HttpRequestError.ConnectionError);
}
