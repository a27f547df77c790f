using System.Security.Cryptography;
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

    private sealed class LyingStream(int? count) : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => count ?? throw new ArgumentException("not the caller's");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
