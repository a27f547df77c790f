using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Receiving;

/// <summary>A handler may put any stream in the place of a response.</summary>
public sealed class DetachedStreamTests
{
    private static readonly ApiOperation<Stream> _file = TestApi.Operation("file", HttpMethod.Get, true, ApiResult.Stream("200"));

    private static readonly ApiOperation<int> _numbers =
        TestApi.Operation("stream", HttpMethod.Get, true, ApiResult.Json<int>("200", static (ref Utf8JsonReader reader) => JsonReading.Int32(ref reader)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(70_000)]
    [InlineData(1_000_000)]
    public async Task A_file_arrives_as_it_is(int size)
    {
        byte[] data = RandomNumberGenerator.GetBytes(size == 1 ? 5_000 : 500_003);
        using HttpClient client = FakeHandler.Client((_, _) => new HttpResponseMessage { Content = new StreamContent(new MemoryStream(data)) });
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/")), client);
        await using Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
        using var received = new MemoryStream();
        await file.CopyToAsync(received, size, Cancellation);
        Assert.True(data.AsSpan().SequenceEqual(received.ToArray()));
        Assert.Equal(0, await file.ReadAsync(new byte[1], Cancellation));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2_000_000)]
    [InlineData(null)]
    public async Task A_stream_that_returns_an_impossible_number_or_throws_as_if_it_was_misused_is_a_connection_failure(int? count)
    {
        using HttpClient client = FakeHandler.Client((_, _) =>
        {
            var response = new HttpResponseMessage { Content = new StreamContent(new LyingStream(count)) };
            response.Content.Headers.ContentType = new("application/jsonl");
            return response;
        });
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/")), client);
        var options = new RequestOptions { MaxRetries = 0 };

        await Assert.ThrowsAsync<ApiConnectionException>(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), options, Cancellation));
        await Assert.ThrowsAsync<ApiConnectionException>(
            async () => await transport.StreamAsync(_numbers, TestApi.ThingRequest(), options, Cancellation).GetAsyncEnumerator(Cancellation).MoveNextAsync());
        await using Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), options, Cancellation);
        await Assert.ThrowsAsync<ApiConnectionException>(async () => await file.ReadExactlyAsync(new byte[10], Cancellation));
        Assert.Throws<ApiConnectionException>(() => file.ReadExactly(new byte[10]));
    }

    [Fact]
    public async Task A_stream_that_cannot_be_disposed_does_not_change_the_result_of_a_call()
    {
        var error = new InvalidOperationException("cannot be disposed");
        HttpResponseMessage Respond(HttpRequestMessage request)
        {
            string body = request.Headers.Accept.ToString() == "application/jsonl" ? "1\n2\n" : TestApi.ThingBody;
            var response = new HttpResponseMessage { Content = new StreamContent(new UndisposableStream(body, error)) };
            response.Content.Headers.ContentType = new("application/json");
            if (request.RequestUri!.Query == "?redirect")
            {
                response.StatusCode = HttpStatusCode.Found;
                response.Headers.Location = new Uri("other", UriKind.Relative);
            }
            else if (request.Method == HttpMethod.Post)
            {
                response.StatusCode = HttpStatusCode.NotFound;
            }

            return response;
        }

        using HttpClient client = FakeHandler.Client((request, _) => Respond(request));
        ApiClientOptions settings = TestApi.Options(new Uri("https://api.example.com/"));
        settings.MaxRedirects = 1;
        using var transport = new ApiTransport(settings, client);
        var items = new RequestOptions { Headers = new Dictionary<string, string> { ["Accept"] = "application/jsonl" } };

        Thing thing = await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation);
        Thing redirected = await transport.SendAsync(TestApi.Get, new ApiRequest($"things?redirect"), cancellationToken: Cancellation);
        await Assert.ThrowsAsync<ApiNotFoundException>(
            () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(Thing.Sample), cancellationToken: Cancellation));
        int sum = 0;
        await foreach (int number in transport.StreamAsync(_numbers, TestApi.ThingRequest(), items, Cancellation))
        {
            sum += number;
        }

        Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
        await file.DisposeAsync();

        Assert.Equal(("a thing", "a thing", 3), (thing.Name, redirected.Name, sum));
    }

    private sealed class UndisposableStream(string text, Exception error) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        protected override void Dispose(bool disposing) => throw error;
    }

    private sealed class LyingStream(int? count) : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => count ?? throw new ArgumentException("not the caller's");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
