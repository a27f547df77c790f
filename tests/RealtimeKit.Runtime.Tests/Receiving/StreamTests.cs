using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Receiving;

public sealed class StreamTests
{
    private static readonly ApiOperation<int> _numbers =
        TestApi.Operation("stream", HttpMethod.Get, true, ApiResult.Json<int>("200", static (ref Utf8JsonReader reader) => JsonReading.Int32(ref reader)));

    private static readonly ApiOperation<JsonElement> _texts =
        TestApi.Operation("texts", HttpMethod.Get, true, ApiResult.Json<JsonElement>("200", static (ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader)));

    [Theory]
    [InlineData("data: 1\n\ndata:2\n\n", "1,2")]
    [InlineData("\uFEFFdata: 1\r\n\r\n: a comment\nevent: x\nid: 7\ndata: 2\r\rdata: 3\n\n", "1,2,3")]
    [InlineData("data: [\ndata: 1]\n\n", "")]
    [InlineData("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n", "1")]
    [InlineData("data: 1\n\ndata: 2\n", "1")]
    [InlineData("\n\n\nretry: 5\n\n", "")]
    public async Task Events_are_cut_as_the_standard_says_wherever_the_bytes_are_cut(string text, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            List<int> read = [];
            try
            {
                await foreach (int item in ReadAsync(bytes, cut, "text/event-stream"))
                {
                    read.Add(item);
                }
            }
            catch (ApiContentException) when (text.Contains('[', StringComparison.Ordinal) && expected.Length == 0)
            {
                continue;
            }

            Assert.Equal(expected, string.Join(',', read));
        }
    }

    [Theory]
    [InlineData("retry: 5000\n\ndata: 1\n\ndata: 2\n\n", "1//5000 2//")]
    [InlineData("id: 9\n\ndata: 1\n\nid: a\ndata: 2\n\n", "1/9/ 2/a/")]
    [InlineData("event: x\nid: 9\nretry: 7\n\nid: 8\n\ndata: 1\n\n", "1/8/7")]
    public async Task An_id_and_a_time_without_data_belong_to_the_next_event(string text, string expected)
    {
        List<string> read = [];
        using HttpClient client = FakeHandler.Client((_, _) =>
        {
            var response = new HttpResponseMessage { Content = new StreamContent(new CutStream(Encoding.UTF8.GetBytes(text), 3)) };
            response.Content.Headers.ContentType = new("text/event-stream");
            return response;
        });
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = new Uri("https://api.example.com/") }, client);
        await foreach (ServerSentEvent<int> item in transport.StreamEventsAsync(
            _numbers, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken))
        {
            Assert.Equal("message", item.EventType);
            read.Add($"{item.Data}/{item.EventId}/{item.ReconnectionInterval?.TotalMilliseconds}");
        }

        Assert.Equal(expected, string.Join(' ', read));
    }

    [Theory]
    [InlineData("1\n2\n3", "application/x-ndjson")]
    [InlineData("1\r\n\r\n2\r\n3\r\n", "application/jsonl")]
    [InlineData("\u001e1\n\u001e2\n\u001e3\n", "application/json-seq")]
    public async Task Lines_are_items(string text, string contentType)
    {
        List<int> read = [];
        await foreach (int item in ReadAsync(Encoding.UTF8.GetBytes(text), 3, contentType))
        {
            read.Add(item);
        }

        Assert.Equal([1, 2, 3], read);
    }

    [Theory]
    [InlineData("\u001e1\n\u001e2\n", "1,2")]
    [InlineData("\u001e[\n1\n]\n\u001e[\n\"]\",\n2]\n", "[1],[\"]\",2]")]
    [InlineData("\u001e[\n\"\\\\\",\n2]\n", "[\"\\\\\",2]")]
    [InlineData("\u001e\u001e[1]\u001e[2]", "[1],[2]")]
    [InlineData("\n\u001e\n1\n\n\u001e\n", "1")]
    [InlineData("\u001e[\n1\n]", "[1]")]
    [InlineData("\u001e1\n\u001e[\n2", "1,error")]
    [InlineData("\u001e1\n\u001e{\"a\":\n", "1,error")]
    [InlineData("\u001e1\n\u001e[\u001e2\n", "1,error")]
    public async Task A_record_separator_precedes_each_text_of_a_sequence_wherever_the_bytes_are_cut(string text, string expected)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            List<string> read = [];
            try
            {
                await foreach (JsonElement item in ReadAsync(_texts, bytes, cut, "application/json-seq"))
                {
                    read.Add(JsonSerializer.Serialize(item));
                }
            }
            catch (ApiContentException)
            {
                read.Add("error");
            }

            Assert.Equal(expected, string.Join(',', read));
        }
    }

    /// <summary>The sizes are those around the reader's buffer, where the rest of the buffer is smaller than the line.</summary>
    [Theory]
    [InlineData("application/jsonl", 2)]
    [InlineData("application/json-seq", 2)]
    [InlineData("text/event-stream", 1)]
    public async Task A_long_last_line_needs_no_line_break(string contentType, int expected)
    {
        string first = contentType == "text/event-stream" ? "data: 1\n\ndata:" : "1\n";
        string last = contentType == "application/json-seq" ? "2 " : "2";
        foreach (int size in (int[])[10, 4_000, 4_097, 8_190, 8_191, 8_192, 8_193, 12_000, 20_000, 100_000])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(first + new string(' ', size) + last);
            int count = 0;
            await foreach (int _ in ReadAsync(bytes, 3, contentType))
            {
                count++;
            }

            Assert.Equal(expected, count);
        }
    }

    [Fact]
    public async Task An_item_that_arrives_at_the_same_instant_as_the_deadline_comes_too_late()
    {
        var time = new FakeTimeProvider();
        ApiClientOptions options = TestApi.Options(new Uri("https://api.example.com/"));
        options.TimeProvider = time;
        options.TotalTimeout = TimeSpan.FromSeconds(1);
        using HttpClient client = FakeHandler.Client((_, _) =>
        {
            var response = new HttpResponseMessage { Content = new StreamContent(new ExpiringStream(time, ["1\n", "2\n", "3\n"])) };
            response.Content.Headers.ContentType = new("application/jsonl");
            return response;
        });
        using var transport = new ApiTransport(options, client);
        List<int> read = [];

        await Assert.ThrowsAsync<ApiTimeoutException>(async () =>
        {
            await foreach (int item in transport.StreamAsync(_numbers, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken))
            {
                read.Add(item);
            }
        });

        Assert.Equal([1], read);
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_connection()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
            while (true)
            {
                await connection.WriteAsync("data: 1\n\n");
            }
        });
        using var transport = new ApiTransport(TestApi.Options(server));
        int items = 0;
        await foreach (int item in transport.StreamAsync(_numbers, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken))
        {
            if (++items == 3)
            {
                break;
            }
        }

        await server.UntilAsync(static server => server.OpenConnections == 0);
    }

    [Fact]
    public async Task A_stream_that_breaks_or_grows_or_is_cancelled_says_so()
    {
        await Assert.ThrowsAsync<ApiConnectionException>(() => CountAsync("Content-Length: 100\r\n", "data: 1\n\n", null));
        await Assert.ThrowsAsync<ApiContentException>(() => CountAsync("", "data: x\n\n", null));
        await Assert.ThrowsAsync<ApiResponseTooLargeException>(
            () => CountAsync("", "data: " + new string('1', 20_000), new RequestOptions { MaxResponseContentLength = 10_000 }));
        using var source = new CancellationTokenSource(50);
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CountAsync("", "data: 1\n\n", null, stall: true, source.Token));
        Assert.Equal(source.Token, exception.CancellationToken);
        await Assert.ThrowsAsync<ApiTimeoutException>(
            () => CountAsync("", "data: 1\n\n", new RequestOptions { TotalTimeout = TimeSpan.FromMilliseconds(200) }, stall: true));
    }

    [Fact]
    public async Task The_time_that_the_caller_spends_on_an_item_is_not_the_server_s()
    {
        var time = new FakeTimeProvider();
        var more = new TaskCompletionSource();
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\ndata: 2\n\n");
            await more.Task;
            await connection.WriteAsync("data: 3\n\n");
        });
        ApiClientOptions client = TestApi.Options(server);
        client.TimeProvider = time;
        using var transport = new ApiTransport(client);
        List<int> read = [];

        await foreach (int item in transport.StreamAsync(_numbers, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken))
        {
            read.Add(item);
            time.Advance(TimeSpan.FromHours(1));
            if (item == 2)
            {
                more.SetResult();
            }
        }

        Assert.Equal([1, 2, 3], read);
    }

    [Theory]
    [InlineData(": comment\n", "text/event-stream")]
    [InlineData("\n", "text/event-stream")]
    [InlineData("event: x\n", "text/event-stream")]
    [InlineData("event: x\n\n", "text/event-stream")]
    [InlineData("event: ping\ndata:\n\n", "text/event-stream")]
    [InlineData("\n", "application/jsonl")]
    public async Task What_is_no_item_does_not_hold_the_wait_for_one_open(string filler, string contentType)
    {
        var time = new FakeTimeProvider();
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\n\r\n");
            while (true)
            {
                await connection.WriteAsync(filler);
                time.Advance(TimeSpan.FromMilliseconds(20));
            }
        });
        ApiClientOptions client = TestApi.Options(server);
        client.TimeProvider = time;
        client.TotalTimeout = TimeSpan.FromMilliseconds(200);
        using var transport = new ApiTransport(client);

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(async () =>
        {
            await foreach (int item in transport.StreamAsync(_numbers, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken))
            {
                Assert.Fail($"{item} is not an item of this stream.");
            }
        });

        Assert.Equal((ApiTimeoutKind.Total, client.TotalTimeout), (exception.Kind, exception.Timeout));
    }

    [Theory]
    [InlineData("{0}\n", "application/jsonl")]
    [InlineData("data: {0}\n\n", "text/event-stream")]
    public async Task An_item_is_measured_before_it_is_returned(string form, string contentType)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, new string(' ', 5_000) + "1"));
        using HttpClient client = FakeHandler.Client((_, _) => FakeHandler.Response(bytes, contentType: contentType));
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = new Uri("https://api.example.com/") }, client);

        await Assert.ThrowsAsync<ApiResponseTooLargeException>(async () =>
        {
            await foreach (int _ in transport.StreamAsync(
                _numbers, TestApi.ThingRequest(), new RequestOptions { MaxResponseContentLength = 1_000 }, TestContext.Current.CancellationToken))
            {
                Assert.Fail("The item is larger than the limit.");
            }
        });
    }

    [Fact]
    public async Task A_download_is_returned_unread_and_outlives_the_deadline()
    {
        var time = new FakeTimeProvider();
        var isLate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 6\r\n\r\nabc");
            await isLate.Task;
            await connection.WriteAsync("def");
        });
        ApiClientOptions options = TestApi.Options(server);
        options.TimeProvider = time;
        options.MaxResponseContentLength = 1;
        using var transport = new ApiTransport(options);
        ApiOperation<Stream> operation = TestApi.Operation("download", HttpMethod.Get, true, ApiResult.Stream("200"));
        using (Stream stream = await transport.SendAsync(operation, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken))
        {
            time.Advance(options.TotalTimeout + options.AttemptTimeout);
            isLate.SetResult();
            using var reader = new StreamReader(stream);
            Assert.Equal("abcdef", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task An_abandoned_download_frees_its_connection()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 6000000\r\n\r\nabc");
            await connection.StallAsync();
        });
        using var transport = new ApiTransport(TestApi.Options(server));
        ApiOperation<Stream> operation = TestApi.Operation("download", HttpMethod.Get, true, ApiResult.Stream("200"));
        Stream stream = await transport.SendAsync(operation, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, server.OpenConnections);
        await stream.DisposeAsync();
        await server.UntilAsync(static server => server.OpenConnections == 0);
    }

    private static async Task<int> CountAsync(string headers, string body, RequestOptions? options, bool stall = false, CancellationToken? token = null)
    {
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{headers}\r\n{body}");
            if (stall)
            {
                await connection.StallAsync();
            }
        });
        ApiClientOptions client = TestApi.Options(server);
        client.Retry = new RetryOptions { MaxRetries = 0 };
        using var transport = new ApiTransport(client);
        int count = 0;
        await foreach (int item in transport.StreamAsync(_numbers, TestApi.ThingRequest(), options, token ?? TestContext.Current.CancellationToken))
        {
            count += item;
        }

        return count;
    }

    private static IAsyncEnumerable<int> ReadAsync(byte[] bytes, int cut, string contentType) => ReadAsync(_numbers, bytes, cut, contentType);

    private static async IAsyncEnumerable<T> ReadAsync<T>(ApiOperation<T> operation, byte[] bytes, int cut, string contentType)
    {
        using HttpClient client = FakeHandler.Client((_, _) =>
        {
            var response = new HttpResponseMessage { Content = new StreamContent(new CutStream(bytes, cut)) };
            response.Content.Headers.ContentType = new(contentType);
            return response;
        });
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = new Uri("https://api.example.com/") }, client);
        await foreach (T item in transport.StreamAsync(operation, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken))
        {
            yield return item;
        }
    }

    /// <summary>A stream that returns its bytes in two reads.</summary>
    private sealed class CutStream(byte[] bytes, int cut) : MemoryStream(bytes, writable: false)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => new(Read(Position < cut ? buffer.Span[..(int)Math.Min(buffer.Length, cut - Position)] : buffer.Span));
    }

    /// <summary>A stream of which each read but the first ends at the deadline of the wait.</summary>
    private sealed class ExpiringStream(FakeTimeProvider time, string[] pieces) : MemoryStream
    {
        private int _next;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            time.Advance(TimeSpan.FromSeconds(_next == 0 ? 0 : 1));
            return new(Encoding.UTF8.GetBytes(pieces[_next++], buffer.Span));
        }
    }
}
