using System.Net;
using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_redirect_before_the_body_is_the_result_as_the_body_was_never_sent(bool asDefaultHeader)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync(readBody: false);
            await connection.WriteAsync("HTTP/1.1 303 See Other\r\nLocation: /v4/done\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
        using var client = Client(asDefaultHeader);
        ApiClientOptions options = TestApi.Options(server);
        options.MaxRedirects = 2;
        using var transport = new ApiTransport(options, client);

        // The platform sends a body of less than 1 KB nevertheless.
        var exception = await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => PostAsync(transport, asDefaultHeader, TestApi.ThingRequest().StreamBody(new MemoryStream(new byte[5000]), "text/plain")));

        Assert.Equal((303, 1), ((int)exception.StatusCode, server.Requests));
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

    private static Task<Thing> PostAsync(ApiTransport transport, bool asDefaultHeader, ApiRequest? request = null) => transport.SendAsync(
        TestApi.Post,
        request ?? TestApi.ThingRequest(Thing.Sample),
        asDefaultHeader ? null : new RequestOptions { Headers = new Dictionary<string, string> { ["Expect"] = "100-continue" } },
        TestContext.Current.CancellationToken);
}
