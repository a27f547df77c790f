using System.Net;
using Microsoft.AspNetCore.Builder;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Bodies;

/// <summary>The stream of an upload fails. That is neither a failure of a handler nor of the connection, and sending again would not help.</summary>
public sealed class FailingStreamTests
{
    public static MatrixTheoryData<string, string, int> Cases => new(
        ["timeout", "cancelled", "limit", "connection", "io", "disposed", "format"], ["own", "borrowed", "HTTP/2", "form"], [0, 50_000]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_call_names_the_stream_and_is_not_repeated(string kind, string client, int sent)
    {
        await using RawServer server = RawServer.Responding(System.Text.Encoding.ASCII.GetBytes(TestApi.Response()));
        await using WebApplication second = await Http2Server.StartAsync(static context => context.Request.Body.CopyToAsync(Stream.Null));
        using HttpClient? http = client == "borrowed" ? new HttpClient(ApiTransport.CreateHandler())
            : client == "HTTP/2" ? new HttpClient(ApiTransport.CreateHandler())
            {
                DefaultRequestVersion = HttpVersion.Version20,
                DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            }
            : null;
        using var transport = new ApiTransport(TestApi.Options(client == "HTTP/2" ? new Uri(second.Urls.Single()) : server.Address), http);
        Exception failure = Failure(kind);
        var stream = new FailingStream(failure, sent);
        ApiRequest request = client == "form"
            ? TestApi.ThingRequest().MultipartBody(MultipartPart.File("f", new FileContent(stream, "f")))
            : TestApi.ThingRequest().StreamBody(stream, "image/png");

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Put, request, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((1, false), (exception.Attempts, exception.IsRetryable));
        Assert.Contains($"failed: The stream of the request body threw {failure.GetType().Name}.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("The disk", exception.ToString(), StringComparison.Ordinal);
    }

    private static Exception Failure(string kind) => kind switch
    {
        "timeout" => new TimeoutException("The disk did not answer."),
        "cancelled" => new OperationCanceledException("The disk was stopped."),
        "limit" => new TaskCanceledException("The disk was slow.", new TimeoutException()),
        "connection" => new HttpRequestException(HttpRequestError.ConnectionError, "The disk is elsewhere."),
        "io" => new IOException("The disk broke."),
        "disposed" => new ObjectDisposedException("The disk"),
        _ => new FormatException("The disk is odd."),
    };

    private sealed class FailingStream(Exception failure, int sent) : MemoryStream(new byte[100_000])
    {
        private int _left = sent;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            if (_left == 0)
            {
                throw failure;
            }

            int count = Math.Min(_left, buffer.Length);
            buffer.Span[..count].Clear();
            _left -= count;
            return count;
        }
    }
}
