using System.Net;
using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Tests.Kit;

namespace RealtimeKit.Runtime.Tests.Sending;

/// <summary>With <c>Expect: 100-continue</c> the headers are sent before the server requests the body, so the server may act on them.</summary>
public sealed class ContinueTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_that_waits_for_100_continue_is_sent_once_when_its_deadline_passes(bool asDefaultHeader)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync(readBody: false);
            await connection.StallAsync();
        });
        using var client = Client(asDefaultHeader);
        var time = new FakeTimeProvider();
        ApiClientOptions options = TestApi.Options(server);
        options.TimeProvider = time;
        using var transport = new ApiTransport(options, client);

        Task<Thing> call = PostAsync(transport, asDefaultHeader);
        await server.UntilAsync(static server => server.Requests > 0);
        time.Advance(options.AttemptTimeout);

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(() => call);
        Assert.Equal(1, server.Requests);
        Assert.Equal((1, true), (exception.Attempts, exception.RequestMayHaveBeenSent));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_that_waits_for_100_continue_is_sent_once_when_the_connection_breaks(bool asDefaultHeader)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync(readBody: false);
            connection.Reset();
        });
        using var client = Client(asDefaultHeader);
        using var transport = new ApiTransport(TestApi.Options(server), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => PostAsync(transport, asDefaultHeader));

        Assert.Equal(1, server.Requests);
        Assert.Equal((1, true), (exception.Attempts, exception.RequestMayHaveBeenSent));
    }

    private static HttpClient Client(bool expects)
    {
        // The platform waits for the server until the deadline has passed or the connection has ended.
        SocketsHttpHandler handler = ApiTransport.CreateHandler();
        handler.Expect100ContinueTimeout = TimeSpan.FromMinutes(5);
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.ExpectContinue = expects ? true : null;
        return client;
    }

    private static Task<Thing> PostAsync(ApiTransport transport, bool asDefaultHeader) => transport.SendAsync(
        TestApi.Post,
        TestApi.ThingRequest(Thing.Sample),
        asDefaultHeader ? null : new RequestOptions { Headers = new Dictionary<string, string> { ["Expect"] = "100-continue" } },
        TestContext.Current.CancellationToken);
}
