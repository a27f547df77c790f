using System.IO.Compression;
using System.Text;

namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>A way to break a response, at any offset up to a limit.</summary>
/// <param name="Name">A description of the fault.</param>
/// <param name="Offsets">The number of offsets.</param>
/// <param name="Respond">Writes a broken response to a request.</param>
internal sealed record Fault(string Name, int Offsets, Func<RawConnection, int, Task> Respond)
{
    private const string Body = TestApi.ThingBody;

    private static readonly byte[] _plain = Bytes(TestApi.Response());
    private static readonly byte[] _chunked = Bytes(Chunked());
    private static readonly byte[] _closing = Bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + Body);
    private static readonly byte[] _zipped = Zipped();
    private static readonly int _head = Encoding.Latin1.GetString(_plain).IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;

    /// <summary>All kinds of fault. Each is also tested over TLS.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        Cut("close within a sized response", _plain, static _ => { }),
        Cut("reset within a sized response", _plain, static connection => connection.Reset()),
        Cut("half-close within a sized response", _plain, static connection => connection.HalfClose(), stall: true),
        Cut("close within a chunked response", _chunked, static _ => { }),
        Cut("reset within a chunked response", _chunked, static connection => connection.Reset()),
        Cut("half-close within a chunked response", _chunked, static connection => connection.HalfClose(), stall: true),
        Cut("close within a response that ends with its connection", _closing, static _ => { }),
        Cut("reset within a response that ends with its connection", _closing, static connection => connection.Reset()),
        Cut("close within a compressed response", _zipped, static _ => { }),
        Cut("reset within a compressed response", _zipped, static connection => connection.Reset()),
        Cut("stall within a sized response", _plain, static _ => { }, stall: true),
        Cut("stall within a chunked response", _chunked, static _ => { }, stall: true),
        Cut("stall within a compressed response", _zipped, static _ => { }, stall: true),
        Cut("stall within a response that ends with its connection", _closing[..^1], static _ => { }, stall: true),
        Whole("one byte at an offset sent apart", _plain.Length, static async (connection, offset) =>
        {
            await connection.WriteAsync(_plain[..offset]);
            await Task.Yield();
            await connection.WriteAsync(_plain[offset..]);
        }),
        Whole("chunks cut apart", _chunked.Length, static async (connection, offset) =>
        {
            await connection.WriteAsync(_chunked[..offset]);
            await Task.Yield();
            await connection.WriteAsync(_chunked[offset..]);
        }),
        Changed("a byte of the head flipped", _head, static (bytes, offset) => bytes[offset] ^= (byte)(1 << (offset % 7))),
        Changed("a byte of the head zeroed", _head, static (bytes, offset) => bytes[offset] = 0),
        Changed("a line feed in the head", _head, static (bytes, offset) => bytes[offset] = (byte)'\n'),
        Changed("a byte of the compressed body flipped", _zipped.Length, static (bytes, offset) => bytes[offset] ^= 0xFF, _zipped),
        Changed("a byte of the chunk framing flipped", _chunked.Length, FlipFraming, _chunked),
        Sized("a length too long", 64, static offset => Body.Length + 1 + offset),
        Sized("a length too short", Body.Length, static offset => offset),
        Sized("a negative length", 8, static offset => -1 - offset),
        Text("a chunk larger than it says", 16, static offset =>
            $"{Head}Transfer-Encoding: chunked\r\n\r\n{Body.Length - 1 - offset:x}\r\n{Body}\r\n0\r\n\r\n"),
        Text("a chunk smaller than it says", 16, static offset =>
            $"{Head}Transfer-Encoding: chunked\r\n\r\n{Body.Length + 3 + offset:x}\r\n{Body}\r\n0\r\n\r\n"),
        Text("a chunk size that is none", 4, static offset =>
            $"{Head}Transfer-Encoding: chunked\r\n\r\n{new[] { "zz", "-1", "", "ffffffffffffffffffff" }[offset]}\r\n{Body}\r\n0\r\n\r\n"),
        Text("a status line that is none", 6, static offset =>
            new[] { "200 OK\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n", "HTTP/1.1 99 X\r\n\r\n", "HTTP/1.1 OK\r\n\r\n", "SSH-2.0-x\r\n", "<html></html>" }[offset]),
        Text("two lengths that differ", 2, static offset => $"{Head}Content-Length: {Body.Length}\r\nContent-Length: {5 + offset}\r\n\r\n{Body}"),
        Text("length and chunks at once", 1, static _ =>
            $"{Head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n{Body.Length:x}\r\n{Body}\r\n0\r\n\r\n"),
        Text("a header of a megabyte", 1, static _ => $"{Head}X: {new string('x', 1_000_000)}\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"),
        Text("informational responses first", 8, static offset => string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\n\r\n", offset))
            + TestApi.Response()),
        Text("bytes after the response", 8, static offset => TestApi.Response() + new string('x', 1 + (offset * 100))),
        Text("a second response nobody asked for", 1, static _ => TestApi.Response()
            + TestApi.Response(Body.Replace("a thing", "another", StringComparison.Ordinal))),
        Text("no end of chunks", 1, static _ => $"{Head}Transfer-Encoding: chunked\r\n\r\n{Body.Length:x}\r\n{Body}\r\n"),
        Text("content that is said to be compressed and is not", 4, static offset =>
            $"{Head}Content-Encoding: {new[] { "gzip", "br", "deflate", "zstd" }[offset]}\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"),
    ];

    private static string Head => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static Fault Cut(string name, byte[] response, Action<RawConnection> end, bool stall = false)
        => new(name, response.Length, async (connection, offset) =>
        {
            await connection.WriteAsync(response[..offset]);
            end(connection);
            if (stall)
            {
                await connection.StallAsync();
            }
        });

    private static Fault Whole(string name, int offsets, Func<RawConnection, int, Task> respond) => new(name, offsets, respond);

    private static Fault Changed(string name, int offsets, Action<byte[], int> change, byte[]? response = null)
        => new(name, offsets, (connection, offset) =>
        {
            byte[] bytes = [.. response ?? _plain];
            change(bytes, offset);
            return connection.WriteAsync(bytes);
        });

    private static Fault Sized(string name, int offsets, Func<int, int> length)
        => Text(name, offsets, offset => $"{Head}Content-Length: {length(offset)}\r\n\r\n{Body}");

    private static Fault Text(string name, int offsets, Func<int, string> respond)
        => new(name, offsets, (connection, offset) => connection.WriteAsync(respond(offset)));

    // Only the framing is changed. A changed byte of the content gives another valid response, which a client cannot detect.
    private static void FlipFraming(byte[] bytes, int offset)
    {
        string text = Encoding.Latin1.GetString(bytes);
        int content = text.IndexOf('{', StringComparison.Ordinal);
        int end = text.LastIndexOf('}') + 1;
        if (offset < content || offset >= end)
        {
            bytes[offset] ^= 0x15;
        }
    }

    private static string Chunked()
    {
        var text = new StringBuilder(Head).Append("Transfer-Encoding: chunked\r\n\r\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Body.Length:x}\r\n{Body}\r\n");
        return text.Append("0\r\n\r\n").ToString();
    }

    private static byte[] Zipped()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Body));
        }

        return [.. Bytes($"{Head}Content-Encoding: gzip\r\nContent-Length: {zipped.Length}\r\n\r\n"), .. zipped.ToArray()];
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
