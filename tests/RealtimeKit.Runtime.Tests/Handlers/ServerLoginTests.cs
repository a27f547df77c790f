using System.Net;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Handlers;

/// <summary>
/// The handler of .NET has credentials for the server (Basic, Digest, Windows), and sends a request again after a 401. The server has not
/// processed the first one.
/// </summary>
public sealed class ServerLoginTests
{
    private const string Basic = "Basic realm=\"r\"";
    private const string Digest = "Digest realm=\"r\", nonce=\"abc\", qop=\"auth\"";
    private const string WholeDigest = "Digest realm=\"r\", nonce=\"abc\", qop=\"auth-int\"";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<BodyKind, string, string> Logins => new(
        Enum.GetValues<BodyKind>(), [Basic, Digest, WholeDigest], ["sockets", "preauthenticated", "client"]);

    public static MatrixTheoryData<BodyKind, string> Failures => new(Enum.GetValues<BodyKind>(), ["", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{", Status(503)]);

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task A_post_is_sent_again_with_the_login(BodyKind kind, string challenge, string handler)
    {
        var received = new List<(bool HasLogin, string Body)>();
        await using RawServer server = Asking(challenge, TestApi.Response(), received);
        using HttpClient client = Client(handler);
        using var transport = new ApiTransport(TestApi.Options(server), client);

        ApiResponse<Thing> response = await transport.SendWithResponseAsync(TestApi.Post, TestApi.RequestWith(kind), cancellationToken: Cancellation);

        Assert.Equal((Thing.Sample, 1), (response.Value, response.Attempts));
        Assert.Equal([false, true], received.Select(static request => request.HasLogin));
        Assert.Equal(received[0].Body, received[1].Body);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_post_that_was_sent_with_the_login_is_sent_once(BodyKind kind, string response)
    {
        var received = new List<(bool HasLogin, string Body)>();
        await using RawServer server = Asking(Digest, response, received);
        using HttpClient client = Client("sockets");
        using var transport = new ApiTransport(TestApi.Options(server), client);

        await Assert.ThrowsAnyAsync<ApiException>(() => transport.SendAsync(TestApi.Post, TestApi.RequestWith(kind), cancellationToken: Cancellation));

        Assert.Equal([false, true], received.Select(static request => request.HasLogin));
    }

    [Theory]
    [InlineData("sockets", true)]
    [InlineData("redirects", false)]
    [InlineData("between", false)]
    [InlineData("derived", false)]
    public async Task A_refused_login_is_the_result_if_only_NET_can_repeat_the_request(string handler, bool isKnown)
    {
        await using var server = RawServer.Start(static async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.WriteAsync(Status(401, Basic));
            }
        });
        using HttpClient client = Client(handler);
        using var transport = new ApiTransport(TestApi.Options(server), client);

        ApiException exception = await Assert.ThrowsAnyAsync<ApiException>(
            () => transport.SendAsync(TestApi.Post, TestApi.RequestWith(BodyKind.Json), cancellationToken: Cancellation));

        Assert.Equal((isKnown, isKnown ? 2 : 1), (exception is ApiAuthenticationException, server.Requests));
    }

    [Fact]
    public async Task A_login_that_is_not_possible_names_the_way_out()
    {
        await using RawServer server = Asking(Digest, TestApi.Response(), []);
        using HttpClient client = Client("alone");
        using var transport = new ApiTransport(TestApi.Options(server), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Post, TestApi.RequestWith(BodyKind.Json), cancellationToken: Cancellation));

        Assert.EndsWith("With a SingleSendHandler directly around the handler of .NET, its headers are not either, and a login is possible.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_stream_that_is_not_seekable_is_not_sent_again_and_named()
    {
        await using RawServer server = Asking(Digest, TestApi.Response(), []);
        using HttpClient client = Client("sockets");
        using var transport = new ApiTransport(TestApi.Options(server), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(
            TestApi.Post, TestApi.ThingRequest().StreamBody(new SlowStream(), "text/plain"), cancellationToken: Cancellation));

        Assert.EndsWith("Its stream is not seekable, so it cannot be sent again.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    /// <summary>Starts a server that asks for a login, and gives a response to a request with one.</summary>
    private static RawServer Asking(string challenge, string response, List<(bool HasLogin, string Body)> received) => RawServer.Start(async connection =>
    {
        while (await connection.ReadRequestAsync() is { } request)
        {
            bool hasLogin = request.Header("Authorization") is not null;
            received.Add((hasLogin, request.BodyText));
            await connection.WriteAsync(hasLogin ? response : Status(401, challenge));
            if (hasLogin && response != TestApi.Response())
            {
                return;
            }
        }
    });

    private static string Status(int status, string challenge = Basic)
        => $"HTTP/1.1 {status} Status\r\nWWW-Authenticate: {challenge}\r\nContent-Length: 0\r\n\r\n";

    private static HttpClient Client(string kind)
    {
        SocketsHttpHandler sockets = ApiTransport.CreateHandler();
        sockets.Credentials = new NetworkCredential("user", "password");
        sockets.PreAuthenticate = kind == "preauthenticated";
        sockets.AllowAutoRedirect = kind == "redirects";
        var other = new HttpClientHandler { Credentials = sockets.Credentials, AllowAutoRedirect = false };
        return new HttpClient(kind switch
        {
            "client" => new SingleSendHandler(other),
            "derived" => new SingleSendHandler(new DerivedHandler { Credentials = sockets.Credentials, AllowAutoRedirect = false }),
            "between" => new SingleSendHandler(new PassingHandler(sockets)),
            "alone" => sockets,
            _ => new SingleSendHandler(sockets),
        });
    }

    private sealed class PassingHandler(HttpMessageHandler inner) : DelegatingHandler(inner);

    private sealed class DerivedHandler : HttpClientHandler;
}
