using System.IO.Compression;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Receiving;

/// <summary>A compressed body that breaks off is an error, although the response around it is complete.</summary>
public sealed class TruncatedCompressionTests
{
    private const int Lines = 40;

    private static readonly string _text =
        string.Concat(Enumerable.Range(0, Lines).Select(static i => $"\"{i} {Convert.ToHexString(BitConverter.GetBytes(i * 7919L))}\"\n"));

    private static readonly ApiOperation<string> _whole = TestApi.Operation("text", HttpMethod.Get, true, ApiResult.Text("200"));

    private static readonly ApiOperation<Stream> _file = TestApi.Operation("file", HttpMethod.Get, true, ApiResult.Stream("200"));

    private static readonly ApiOperation<string> _items = TestApi.Operation("items", HttpMethod.Get, true, ApiResult.Json<string>("200", JsonReading.String));

    public enum Framing
    {
        Length,
        Chunks,
        Close,
    }

    public enum Reading
    {
        Whole,
        File,
        BlockingFile,
        Items,
        Events,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, Framing> Encodings
        => new(from encoding in new[] { "gzip", "br" } from framing in Enum.GetValues<Framing>() select (encoding, framing));

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task At_every_byte_and_however_it_is_read(string encoding, Framing framing)
    {
        foreach (Reading reading in Enum.GetValues<Reading>())
        {
            string text = reading == Reading.Events
                ? string.Concat(_text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => $"data: {line}\n\n"))
                : _text;
            byte[] body = Compress(encoding, Encoding.UTF8.GetBytes(text));
            byte[] sent = body;
            await using RawServer server = Serve(encoding, framing, reading, () => sent);
            ApiClientOptions options = TestApi.Options(server);
            options.Retry.MaxRetries = 0;
            using var transport = new ApiTransport(options);

            Assert.Equal(text.Length, await ReadAsync(transport, reading));
            for (int length = 1; length < body.Length; length += Proof.IsLong ? 1 : 41)
            {
                sent = body[..length];
                var exception = await Assert.ThrowsAnyAsync<ApiException>(() => ReadAsync(transport, reading));
                Assert.True(exception is ApiConnectionException or ApiContentException, $"{reading} {length}: {exception}");
            }

            foreach (int missing in Enumerable.Range(1, 12))
            {
                sent = body[..^missing];
                await Assert.ThrowsAsync<ApiConnectionException>(() => ReadAsync(transport, reading));
            }
        }
    }

    [Fact]
    public async Task The_call_is_repeated()
    {
        byte[] body = Compress("gzip", Encoding.UTF8.GetBytes(_text));
        int count = 0;
        await using RawServer server = Serve("gzip", Framing.Close, Reading.Whole, () => count++ == 0 ? body[..^20] : body);
        using var transport = new ApiTransport(TestApi.Options(server));

        Assert.Equal(_text.Length, await ReadAsync(transport, Reading.Whole));
        Assert.Equal(2, count);
    }

    [Fact]
    public async Task Several_parts_and_bytes_behind_them_are_read_as_the_platform_reads_them()
    {
        byte[] part = Compress("gzip", Encoding.UTF8.GetBytes(_text));
        foreach (byte[] body in new byte[][] { [.. part, .. part], [.. part, .. part, 0, 1, 2, 3] })
        {
            await using RawServer server = Serve("gzip", Framing.Length, Reading.Whole, () => body);
            using var transport = new ApiTransport(TestApi.Options(server));
            Assert.Equal(2 * _text.Length, await ReadAsync(transport, Reading.Whole));
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task No_body_at_all_is_none(string encoding, Framing framing)
    {
        await using RawServer server = Serve(encoding, framing, Reading.File, static () => []);
        using var transport = new ApiTransport(TestApi.Options(server));

        Assert.Equal(0, await ReadAsync(transport, Reading.File));
        Assert.Equal(0, await ReadAsync(transport, Reading.Whole));
    }

    [Fact]
    public async Task Deflate_is_not_requested_because_the_platform_does_not_check_its_end()
    {
        string? asked = null;
        await using var server = RawServer.Start(async connection =>
        {
            asked = (await connection.ReadRequestAsync())!.Header("Accept-Encoding");
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: deflate\r\nContent-Length: 4\r\n\r\nabcd");
        });
        using var transport = new ApiTransport(TestApi.Options(server));

        await Assert.ThrowsAsync<ApiContentException>(() => ReadAsync(transport, Reading.Whole));

        Assert.Equal("gzip, br", asked);
    }

    private static async Task<int> ReadAsync(ApiTransport transport, Reading reading)
    {
        switch (reading)
        {
            case Reading.Whole:
                return (await transport.SendAsync(_whole, TestApi.ThingRequest(), cancellationToken: Cancellation)).Length;
            case Reading.File or Reading.BlockingFile:
                await using (Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation))
                {
                    var copy = new MemoryStream();
                    await (reading == Reading.File ? file.CopyToAsync(copy, Cancellation) : Task.Run(() => file.CopyTo(copy), Cancellation));
                    return (int)copy.Length;
                }

            default:
                int length = 0;
                await foreach (string item in transport.StreamAsync(_items, TestApi.ThingRequest(), cancellationToken: Cancellation))
                {
                    length += item.Length + (reading == Reading.Events ? "data: \"\"\n\n".Length : "\"\"\n".Length);
                }

                return length;
        }
    }

    private static RawServer Serve(string encoding, Framing framing, Reading reading, Func<byte[]> next) => RawServer.Start(async connection =>
    {
        string type = reading switch { Reading.Items => "application/jsonl", Reading.Events => "text/event-stream", _ => "text/plain" };
        while (await connection.ReadRequestAsync() is not null)
        {
            byte[] body = next();
            string length =
                framing switch { Framing.Length => $"Content-Length: {body.Length}", Framing.Chunks => "Transfer-Encoding: chunked", _ => "Connection: close" };
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Encoding: {encoding}\r\n{length}\r\n\r\n");
            if (framing == Framing.Chunks)
            {
                byte[] chunk = body.Length == 0 ? [] : [.. Encoding.ASCII.GetBytes($"{body.Length:x}\r\n"), .. body, .. "\r\n"u8];
                body = [.. chunk, .. "0\r\n\r\n"u8];
            }

            await connection.WriteAsync(body);
            if (framing == Framing.Close)
            {
                return;
            }
        }
    });

    // The body is sent in two pieces, so that half of the text can be decompressed before the rest is received.
    private static byte[] Compress(string encoding, byte[] bytes)
    {
        using var target = new MemoryStream();
        using (Stream compressor = Compressor(encoding, target))
        {
            compressor.Write(bytes.AsSpan(0, bytes.Length / 2));
            compressor.Flush();
            compressor.Write(bytes.AsSpan(bytes.Length / 2));
        }

        return target.ToArray();
    }

    private static Stream Compressor(string encoding, Stream target) => encoding switch
    {
        "gzip" => new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true),
        "br" => new BrotliStream(target, CompressionLevel.Optimal, leaveOpen: true),
        _ => new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true),
    };
}
