using System.IO.Compression;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Bodies;

/// <summary>
/// Handlers that read the body of a request in every way, and as often as they like. With <c>AddApiClient</c>, and after a
/// <see cref="SingleSendHandler"/> has sent the request, this sends nothing.
/// </summary>
public sealed class HandlerReadsTests
{
    public enum Way
    {
        Hash,
        Compress,
        Pipe,
        Discard,
        Memory,
        Text,
        Synchronous,
        SynchronousStream,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<BodyKind, Way> Ways => new(Enum.GetValues<BodyKind>(), Enum.GetValues<Way>());

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Two_handlers_read_a_body_twice_before_and_after_it_is_sent_by_a_registered_client(BodyKind kind, Way way)
    {
        var received = new List<string>();
        await using RawServer server = Receiving(received);
        var services = new ServiceCollection();
        services.AddApiClient<ThingsClient, ThingsClientOptions>(static options => options.Tenant = "t1")
            .AddHttpMessageHandler(() => new ReadingHandler(way, before: 2, after: 2))
            .AddHttpMessageHandler(() => new ReadingHandler(way, before: 2, after: 2));
        using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(typeof(ThingsClient).FullName!);

        await SendAsync(client, server, kind);

        Assert.Single(received);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_handler_reads_a_body_twice_after_it_was_sent(BodyKind kind, Way way)
    {
        var received = new List<string>();
        await using RawServer server = Receiving(received);
        using var client = new HttpClient(
            new ReadingHandler(way, before: 0, after: 2) { InnerHandler = new SingleSendHandler(ApiTransport.CreateHandler()) });

        await SendAsync(client, server, kind);

        Assert.Single(received);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_handler_between_two_that_send_once_reads_a_body_twice_before_and_after_it_is_sent(BodyKind kind, Way way)
    {
        var received = new List<string>();
        await using RawServer server = Receiving(received);
        using var client = new HttpClient(new SingleSendHandler(
            new ReadingHandler(way, before: 2, after: 2) { InnerHandler = new SingleSendHandler(ApiTransport.CreateHandler()) }));

        await SendAsync(client, server, kind);

        Assert.Single(received);
    }

    [Theory]
    [InlineData(Way.Synchronous)]
    [InlineData(Way.SynchronousStream)]
    public async Task A_body_is_read_synchronously_without_a_handler_that_sends_once(Way way)
    {
        foreach (BodyKind kind in Enum.GetValues<BodyKind>())
        {
            var received = new List<string>();
            await using RawServer server = Receiving(received);
            using var client = new HttpClient(new ReadingHandler(way, before: 1, after: 0) { InnerHandler = ApiTransport.CreateHandler() });
            using var transport = new ApiTransport(TestApi.Options(server), client);

            await transport.SendAsync(TestApi.Put, TestApi.RequestWith(kind), cancellationToken: Cancellation);

            Assert.Single(received);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_body_that_another_client_sends_is_sent_once(int before)
    {
        var received = new List<string>();
        await using RawServer server = Receiving(received);
        using var other = new HttpClient(ApiTransport.CreateHandler());
        var services = new ServiceCollection();
        services.AddApiClient<ThingsClient, ThingsClientOptions>(static options => options.Tenant = "t1")
            .AddHttpMessageHandler(() => new ReadingHandler(Way.Discard, before, after: 0) { Other = other });
        using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(typeof(ThingsClient).FullName!);

        await Assert.ThrowsAsync<ApiConnectionException>(() => SendAsync(client, server, BodyKind.Json));

        Assert.Single(received);
    }

    private static async Task SendAsync(HttpClient client, RawServer server, BodyKind kind)
    {
        using var transport = new ApiTransport(TestApi.Options(server), client);
        ApiResponse<Thing> response = await transport.SendWithResponseAsync(TestApi.Post, TestApi.RequestWith(kind), cancellationToken: Cancellation);
        Assert.Equal((Thing.Sample, 1), (response.Value, response.Attempts));
    }

    private static RawServer Receiving(List<string> received) => RawServer.Start(async connection =>
    {
        while (await connection.ReadRequestAsync() is { } request)
        {
            received.Add(request.BodyText);
            await connection.WriteAsync(TestApi.Response());
        }
    });

    private sealed class ReadingHandler(Way way, int before, int after) : DelegatingHandler
    {
        /// <summary>Gets another client, which sends the body twice in place of this handler.</summary>
        public HttpClient? Other { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpContent content = request.Content!;
            for (int i = 0; i < before; i++)
            {
                await ReadAsync(content, cancellationToken);
            }

            if (Other is not null)
            {
                using HttpResponseMessage first = await Other.PostAsync(request.RequestUri, content, cancellationToken);
                return await Other.PostAsync(request.RequestUri, content, cancellationToken);
            }

            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            for (int i = 0; i < after; i++)
            {
                await ReadAsync(content, cancellationToken);
            }

            return response;
        }

        private async Task ReadAsync(HttpContent content, CancellationToken cancellationToken)
        {
            switch (way)
            {
                case Way.Hash:
                    using (var sha = SHA256.Create())
                    {
                        await using var hashing = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write);
                        await content.CopyToAsync(hashing, cancellationToken);
                    }

                    break;
                case Way.Compress:
                    await using (var compressing = new GZipStream(new MemoryStream(), CompressionLevel.Fastest))
                    {
                        await content.CopyToAsync(compressing, cancellationToken);
                    }

                    break;
                case Way.Pipe:
                    var pipe = new Pipe();
                    Task reading = pipe.Reader.CopyToAsync(Stream.Null, cancellationToken);
                    await using (Stream writer = pipe.Writer.AsStream())
                    {
                        await content.CopyToAsync(writer, cancellationToken);
                    }

                    await reading;
                    break;
                case Way.Discard:
                    await content.CopyToAsync(Stream.Null, cancellationToken);
                    break;
                case Way.Memory:
                    await content.ReadAsByteArrayAsync(cancellationToken);
                    break;
                case Way.Text:
                    await content.ReadAsStringAsync(cancellationToken);
                    break;
                case Way.Synchronous:
                    content.CopyTo(new MemoryStream(), null, cancellationToken);
                    break;
                default:
                    content.ReadAsStream(cancellationToken).CopyTo(Stream.Null);
                    break;
            }
        }
    }
}
