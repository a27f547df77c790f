using System.Net;
using Microsoft.AspNetCore.Builder;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Handlers;

/// <summary>
/// Over HTTP/2, and with <c>Expect: 100-continue</c>, the headers of a request are sent before its body is asked for, and a server may process
/// it then. A handler that repeats it over the handler of the transport does not send its headers again.
/// </summary>
public sealed class RepeatedHeadersTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromMilliseconds(300);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BodyKind.Nothing)]
    [InlineData(BodyKind.Json)]
    [InlineData(BodyKind.File)]
    [InlineData(BodyKind.Form)]
    public async Task A_POST_over_HTTP_2_is_executed_once(BodyKind body)
    {
        int executed = 0;
        await using WebApplication server = await Http2Server.StartAsync(async context =>
        {
            Interlocked.Increment(ref executed);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        using var http = new HttpClient(new RepeatingHandler())
        {
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var transport = new ApiTransport(TestApi.Options(new Uri(server.Urls.Single())), http);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.RequestWith(body), cancellationToken: Cancellation));
        Assert.Contains("may be sent only once", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.RequestMayHaveBeenSent);

        // A repeated request would arrive before this one, on the same connection. The handler sends this one three times.
        await Assert.ThrowsAnyAsync<ApiException>(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));
        Assert.Equal(1 + 3, executed);
    }

    [Theory]
    [InlineData(BodyKind.Nothing)]
    [InlineData(BodyKind.Json)]
    [InlineData(BodyKind.File)]
    public async Task A_POST_that_asks_whether_to_send_its_body_is_sent_once(BodyKind body)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync(readBody: false);
            await connection.StallAsync();
        });
        using var http = new HttpClient(new RepeatingHandler());
        http.DefaultRequestHeaders.ExpectContinue = true;
        using var transport = new ApiTransport(TestApi.Options(server), http);

        await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.RequestWith(body), cancellationToken: Cancellation));
        Assert.Equal(1, server.Requests);
    }

    /// <summary>Repeats each request twice, after a time limit of its own.</summary>
    private sealed class RepeatingHandler() : DelegatingHandler(ApiTransport.CreateHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int repeated = 0; ; repeated++)
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(_limit);
                try
                {
                    return await base.SendAsync(request, limit.Token);
                }
                catch (OperationCanceledException) when (repeated < 2 && !cancellationToken.IsCancellationRequested)
                {
                    // It is sent again.
                }
            }
        }
    }
}
