using System.IO.Compression;
using System.Text;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Receiving;

/// <summary>Measures the memory of the process, so no other test may run at the same time.</summary>
[Collection(nameof(Alone))]
public sealed class ResponseBombTests
{
    private const long Limit = 4 * 1024 * 1024;
    private const long Slack = 12 * 1024 * 1024;

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_bomb_costs_no_more_than_the_limit(string encoding)
    {
        Proof.IsTooLongPerMutant();
        long size = Proof.IsLong ? 10L * 1024 * 1024 * 1024 : 200L * 1024 * 1024;
        byte[] bomb = Bomb(encoding, size);
        await using RawServer server = Serve(bomb, encoding);
        using var transport = new ApiTransport(Options(server));

        using var watch = new MemoryWatch();
        var exception = await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => CallAsync(transport));
        long peak = watch.Stop();

        Assert.Equal(Limit, exception.Limit);
        Assert.Equal("8c0ffee-FRA", exception.RequestId);
        Assert.True(peak < Limit + Slack, $"Held {peak:N0} bytes more.");
        Proof.Report($"{encoding}: {bomb.Length:N0} bytes for {size:N0}, held {peak:N0} bytes more with a limit of {Limit:N0}");
    }

    [Fact]
    public async Task A_bomb_in_a_bomb_is_not_opened_twice()
    {
        Proof.IsTooLongPerMutant();
        byte[] nested = Compress("gzip", Bomb("gzip", 50L * 1024 * 1024));
        await using RawServer server = Serve(nested, "gzip, gzip");
        using var transport = new ApiTransport(Options(server));

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => CallAsync(transport));
        Assert.True(exception is ApiContentException or ApiResponseTooLargeException, exception.ToString());
    }

    [Fact]
    public async Task A_length_beyond_the_limit_is_refused_without_reading()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9000000000\r\n\r\n{");
            }
        });
        using var transport = new ApiTransport(Options(server));
        await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => CallAsync(transport));
    }

    [Fact]
    public async Task An_endless_error_body_still_has_its_status()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n");
            byte[] piece = new byte[64 * 1024];
            while (true)
            {
                await connection.WriteAsync(piece);
            }
        });
        ApiClientOptions options = Options(server);
        options.Retry = new RetryOptions { MaxRetries = 0 };
        using var transport = new ApiTransport(options);
        await Assert.ThrowsAsync<ApiServerException>(() => CallAsync(transport));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task The_limit_is_exact(int beyond)
    {
        byte[] body =
            [.. Encoding.UTF8.GetBytes(TestApi.ThingBody), .. Encoding.UTF8.GetBytes(new string(' ', (int)Limit - TestApi.ThingBody.Length + beyond))];
        await using RawServer server = Serve(Compress("gzip", body), "gzip");
        using var transport = new ApiTransport(Options(server));
        if (beyond > 0)
        {
            await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => CallAsync(transport));
        }
        else
        {
            Assert.Equal(Thing.Sample, await CallAsync(transport));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData((16 * 1024) + 1)]
    [InlineData(1024 * 1024)]
    [InlineData((3 * 1024 * 1024) + 7)]
    public async Task A_body_of_any_size_within_the_limit_arrives_whole(int size)
    {
        byte[] bytes = new byte[size];
        Proof.Random(size).NextBytes(bytes);
        await using RawServer server = Serve(bytes, null);
        using var transport = new ApiTransport(Options(server));
        byte[] read = await transport.SendAsync(
            TestApi.Operation("get_bytes", HttpMethod.Get, true, ApiResult.Bytes("200")), TestApi.ThingRequest(),
                cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(bytes, read);
    }

    private static Task<Thing> CallAsync(ApiTransport transport)
        => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);

    private static ApiClientOptions Options(RawServer server)
    {
        ApiClientOptions options = TestApi.Options(server);
        options.MaxResponseContentLength = Limit;
        return options;
    }

    private static RawServer Serve(byte[] body, string? encoding)
        => RawServer.Responding([
            .. Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ncf-ray: 8c0ffee-FRA\r\n{(encoding is null ? "" : $"Content-Encoding: {encoding}\r\n")}Content-Length: {body.Length}\r\n\r\n"),
            .. body]);

    private static byte[] Compress(string encoding, byte[] bytes)
    {
        using var target = new MemoryStream();
        using (Stream compressor = Compressor(encoding, target))
        {
            compressor.Write(bytes);
        }

        return target.ToArray();
    }

    private static byte[] Bomb(string encoding, long size)
    {
        using var target = new MemoryStream();
        using (Stream compressor = Compressor(encoding, target))
        {
            byte[] piece = new byte[1024 * 1024];
            Array.Fill(piece, (byte)' ');
            for (long written = 0; written < size; written += piece.Length)
            {
                compressor.Write(piece);
            }
        }

        return target.ToArray();
    }

    private static Stream Compressor(string encoding, Stream target) => encoding switch
    {
        "gzip" => new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true),
        _ => new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true),
    };
}
