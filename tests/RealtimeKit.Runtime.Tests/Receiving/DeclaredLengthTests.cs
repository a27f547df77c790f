using System.IO.Compression;
using System.Net;
using System.Text;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Receiving;

/// <summary>A body over HTTP/2 has the length that its header declares, which .NET does not check.</summary>
public sealed class DeclaredLengthTests
{
    private const int Headers = 1;
    private const int Settings = 4;
    private const byte Acknowledges = 1;
    private const byte EndsStream = 1;
    private const byte EndsHeaders = 4;

    private static readonly byte[] _body = Encoding.UTF8.GetBytes(TestApi.ThingBody);

    private static readonly ApiOperation<Stream> _file = TestApi.Operation("file", HttpMethod.Get, true, ApiResult.Stream("200"));

    private static readonly ApiOperation<string> _text = TestApi.Operation("text", HttpMethod.Get, true, ApiResult.Text("200"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(int.MinValue)]
    public async Task A_body_of_another_length_is_an_error_and_the_call_is_repeated(int difference)
    {
        int declared = Math.Max(0, _body.Length + difference);
        await using RawServer server = Respond(200, declared, _body);
        using HttpClient client = Client();
        ApiClientOptions options = TestApi.Options(server);
        options.Retry.MaxRetries = 2;
        using var transport = new ApiTransport(options, client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));
        await using Stream file = await transport.SendAsync(_file, TestApi.ThingRequest(), cancellationToken: Cancellation);
        await Assert.ThrowsAsync<ApiConnectionException>(() => file.CopyToAsync(Stream.Null, Cancellation));

        Assert.Equal((3, true), (exception.Attempts, exception.RequestMayHaveBeenSent));
    }

    [Fact]
    public async Task A_body_of_its_length_is_read()
    {
        await using RawServer server = Respond(200, _body.Length, _body);
        using HttpClient client = Client();
        using var transport = new ApiTransport(TestApi.Options(server), client);

        Assert.Equal(Thing.Sample.Name, (await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation)).Name);
    }

    [Fact]
    public async Task The_length_of_compressed_bytes_is_not_that_of_the_text()
    {
        var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(new string('a', 5000)), Cancellation);
        }

        await using RawServer server = Respond(200, (int)compressed.Length, compressed.ToArray(), isCompressed: true);
        using HttpClient client = Client();
        using var transport = new ApiTransport(TestApi.Options(server), client);

        Assert.Equal(5000, (await transport.SendAsync(_text, TestApi.ThingRequest(), cancellationToken: Cancellation)).Length);
    }

    [Theory]
    [InlineData("HEAD", 200)]
    [InlineData("GET", 304)]
    public async Task A_response_without_a_body_can_declare_the_length_of_that_which_another_request_would_get(string method, int status)
    {
        ApiOperation<Stream> operation = TestApi.Operation("file", new HttpMethod(method), true, ApiResult.Stream("200"), ApiResult.Stream("304"));
        await using RawServer server = Respond(status, 99, []);
        using HttpClient client = Client();
        using var transport = new ApiTransport(TestApi.Options(server), client);

        await using Stream file = await transport.SendAsync(operation, TestApi.ThingRequest(), cancellationToken: Cancellation);

        Assert.Equal(-1, file.ReadByte());
    }

    private static HttpClient Client() => new(ApiTransport.CreateHandler())
    {
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>Starts a server for HTTP/2 that sends the same response to every request, whatever length it declares.</summary>
    private static RawServer Respond(int status, int length, byte[] body, bool isCompressed = false) => RawServer.Start(async connection =>
    {
        await connection.TakeAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".Length);
        await connection.WriteAsync([.. Frame(Settings, 0, 0, []), .. Frame(Settings, Acknowledges, 0, [])]);
        while (await connection.TakeAsync(9) is { } head && await connection.TakeAsync((head[0] << 16) | (head[1] << 8) | head[2]) is not null)
        {
            if (head[3] == Headers)
            {
                // The numbers are those of the static table of HPACK: status, content-encoding and content-length.
                byte[] headers =
                [
                    .. Literal(8, $"{status}"), .. isCompressed ? Literal(26, "gzip") : [], .. Literal(28, $"{length}"), .. Literal(31, "application/json"),
                ];
                byte[] response = body.Length == 0
                    ? Frame(Headers, EndsHeaders | EndsStream, head[8], headers)
                    : [.. Frame(Headers, EndsHeaders, head[8], headers), .. Frame(0, EndsStream, head[8], body)];
                await connection.WriteAsync(response);
            }
        }
    });

    private static byte[] Frame(byte type, byte flags, byte stream, byte[] content)
        => [0, (byte)(content.Length >> 8), (byte)content.Length, type, flags, 0, 0, 0, stream, .. content];

    private static byte[] Literal(int name, string value)
        => [.. name < 15 ? new byte[] { (byte)name } : [15, (byte)(name - 15)], (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];
}
