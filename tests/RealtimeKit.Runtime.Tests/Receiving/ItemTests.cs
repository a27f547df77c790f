using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Receiving;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Receiving;

/// <summary>An item of a sequence is what its format says, or an exception.</summary>
public sealed class ItemTests
{
    private const string Events = "text/event-stream";
    private const string Lines = "application/jsonl";
    private const string Sequence = "application/json-seq";

    private static readonly ApiResult<JsonElement> _raw =
        ApiResult.Json<JsonElement>("200", static (ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader));

    private static readonly ApiResult<string> _jsonText = ApiResult.Json<string>("200", static (ref Utf8JsonReader reader) => JsonReading.String(ref reader));

    private static readonly ApiResult<string> _text = ApiResult.Text("200");

    [Theory]
    [InlineData(Lines, "{0}\n")]
    [InlineData(Lines, "{0}")]
    [InlineData(Sequence, "\u001e{0}\n")]
    [InlineData(Sequence, "\u001e{0}")]
    [InlineData("application/json", "{0}\n")]
    [InlineData("text/html", "{0}\n")]
    public async Task A_line_or_a_text_of_a_sequence_is_json(string contentType, string form)
    {
        foreach (string broken in (string[])["tru", "hello", "\"abc", "<html>", "2024-01-02", "1x"])
        {
            byte[] body = Encoding.UTF8.GetBytes(form.Replace("{0}", broken, StringComparison.Ordinal));

            await Assert.ThrowsAsync<ApiContentException>(() => ReadAsync(_raw, body, contentType));
            await Assert.ThrowsAsync<ApiContentException>(() => ReadAsync(_jsonText, body, contentType));
        }
    }

    [Theory]
    [InlineData("text/plain", "hello\n\"quoted\"\n")]
    [InlineData(Events, "data: hello\n\ndata: \"quoted\"\n\n")]
    public async Task Text_of_an_event_or_of_plain_text_need_not_be_json(string contentType, string body)
    {
        Assert.Equal(["hello", "quoted"], await ReadAsync(_jsonText, Encoding.UTF8.GetBytes(body), contentType));
    }

    [Theory]
    [InlineData(Events, "text/html", "<p>\n</p>\n")]
    [InlineData(Events, "application/json", "{\"error\":\"e\"}")]
    [InlineData(Events, Lines, "a\n")]
    [InlineData(Lines, "text/html", "<p>\n</p>\n")]
    [InlineData(Lines, "application/json", "{\"error\":\"e\"}")]
    [InlineData(Lines, Sequence, "\u001ea\n")]
    public async Task Text_is_not_read_from_a_page_or_an_error(string accept, string contentType, string body)
    {
        var exception = await Assert.ThrowsAsync<ApiContentException>(() => ReadAsync(_text, Encoding.UTF8.GetBytes(body), contentType, accept));

        Assert.Equal(contentType, exception.ContentType);
    }

    [Theory]
    [InlineData(Events, "text/plain", "data: a\n\n")]
    [InlineData(Events, "application/octet-stream", "data: a\n\n")]
    [InlineData(Events, null, "data: a\n\n")]
    [InlineData(Events, "Text/Event-Stream; charset=utf-8", "data: a\n\n")]
    [InlineData(Lines, Lines, "a\n")]
    [InlineData(Lines, "Application/JsonL", "a\n")]
    [InlineData("application/x-ndjson, application/jsonl", Lines, "a\n")]
    [InlineData(Lines, "text/plain", "a\n")]
    [InlineData(Lines, "application/octet-stream", "a\n")]
    [InlineData(Lines, null, "a\n")]
    [InlineData(null, Lines, "a\n")]
    public async Task Text_is_read_from_a_response_that_may_be_what_was_asked_for(string? accept, string? contentType, string body)
    {
        Assert.Equal(["a"], await ReadAsync(_text, Encoding.UTF8.GetBytes(body), contentType, accept));
    }

    [Theory]
    [InlineData("\u001e12\u001e3\n")]
    [InlineData("\u001e12")]
    [InlineData("\u001etrue\u001e")]
    [InlineData("\u001e null")]
    [InlineData("\u001efalse\u001e\n")]
    public async Task A_number_or_a_literal_at_the_end_of_a_text_may_be_cut(string body)
    {
        var exception = await Assert.ThrowsAsync<ApiContentException>(() => ReadAsync(_raw, Encoding.UTF8.GetBytes(body), Sequence));

        Assert.Contains("may be cut", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u001e12 \u001etrue\t", 2)]
    [InlineData("\u001e\"a\"\u001e[1]\u001e{}", 3)]
    [InlineData("\u001e12\n\u001enull\r", 2)]
    public async Task A_text_that_shows_its_end_needs_no_line_feed(string body, int count)
    {
        Assert.Equal(count, (await ReadAsync(_raw, Encoding.UTF8.GetBytes(body), Sequence)).Count);
    }

    [Theory]
    [InlineData("event: a\u00ff\ndata: 1\n\n")]
    [InlineData("data: 1\nid: \u00e9\n\n")]
    [InlineData("id:\u00c3\n\ndata: 1\n\n")]
    public async Task A_field_of_an_event_that_is_not_valid_UTF_8_is_an_error(string body)
    {
        var exception = await Assert.ThrowsAsync<ApiContentException>(() => ReadAsync(_raw, Encoding.Latin1.GetBytes(body), Events));

        Assert.Contains("not valid UTF-8", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8_192, 16_384)]
    [InlineData(1 << 30, 0x7FFFFFC7)]
    [InlineData(0x7FFFFFC7, 0x7FFFFFC7)]
    public void The_buffer_of_a_long_item_is_never_longer_than_an_array_can_be(int length, int expected)
    {
        Assert.Equal(expected, LineReader.Grown(length));
    }

    [Fact]
    public async Task Comments_and_unknown_fields_of_events_may_be_anything()
    {
        Assert.Single(await ReadAsync(_raw, Encoding.Latin1.GetBytes(": \u00ff\nx: \u00ff\nretry: \u00ff\ndata: 1\n\n"), Events));
    }

    [Fact]
    public async Task The_charset_of_a_body_is_not_seen_from_an_item()
    {
        Assert.Equal(["a\0", "\0x", "\uFEFFb"], await ReadAsync(_text, Encoding.UTF8.GetBytes("data: a\0\n\ndata: \0x\n\ndata: \uFEFFb\n\n"), Events));
        Assert.Equal(["a\0", "\0x", "\uFEFFb"], await ReadAsync(_text, Encoding.UTF8.GetBytes("a\0\n\0x\n\uFEFFb"), Lines));
        await Assert.ThrowsAsync<ApiContentException>(() => ReadAsync(_raw, Encoding.UTF8.GetBytes("1\0\n"), Lines));
        await Assert.ThrowsAsync<ApiContentException>(() => ReadAsync(_text, [0xFF, (byte)'\n'], Lines));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    public async Task Lines_are_in_the_declared_charset(string charset)
    {
        byte[] body = Encoding.Latin1.GetBytes("\"é\"\n\"e\"\n");

        Assert.Equal(["é", "e"], await ReadAsync(_jsonText, body, $"{Lines}; charset={charset}"));
    }

    [Theory]
    [InlineData("utf-7", Lines)]
    [InlineData("utf-7", Sequence)]
    [InlineData("no-charset", Lines)]
    [InlineData("utf-16", Lines)]
    [InlineData("utf-32", Sequence)]
    public async Task A_charset_that_cannot_be_cut_into_lines_is_refused(string charset, string contentType)
    {
        byte[] body = Encoding.Unicode.GetBytes("1\n2\n");

        await Assert.ThrowsAsync<ApiContentException>(() => ReadAsync(_raw, body, $"{contentType}; charset={charset}"));
        await Assert.ThrowsAsync<ApiContentException>(() => ReadAsync(_raw, "1\n2\n"u8.ToArray(), $"{contentType}; charset={charset}"));
    }

    [Fact]
    public async Task Events_are_in_utf_8_whatever_is_declared()
    {
        Assert.Equal(["é"], await ReadAsync(_text, "data: é\n\n"u8.ToArray(), $"{Events}; charset=iso-8859-1"));
    }

    [Theory]
    [InlineData(Lines, "{0}\n")]
    [InlineData(Lines, "{0}")]
    [InlineData(Sequence, "\u001e{0}\n")]
    [InlineData(Sequence, "\u001e{0}")]
    [InlineData(Events, "data: {0}\n\n")]
    [InlineData(Events, "data:{0}\r\n\r\n")]
    public async Task An_item_may_have_as_many_bytes_as_a_response(string contentType, string form)
    {
        foreach (int more in (int[])[-1, 0, 1, 2])
        {
            string item = $"\"{new string('a', 998 + more)}\"";
            byte[] body = Encoding.UTF8.GetBytes(form.Replace("{0}", item, StringComparison.Ordinal));
            Task<List<string>> reading = ReadAsync(_jsonText, body, contentType, limit: 1_000);

            if (more > 0)
            {
                await Assert.ThrowsAsync<ApiResponseTooLargeException>(() => reading);
            }
            else
            {
                Assert.Single(await reading);
            }
        }
    }

    [Theory]
    [InlineData(Events, "\n")]
    [InlineData(Events, "event: ping\ndata:\n\n")]
    [InlineData(Lines, "\n")]
    public async Task A_stream_that_always_has_bytes_and_ignores_its_cancellation_does_not_hold_a_wait_open(string contentType, string filler)
    {
        using HttpClient client = FakeHandler.Client((_, _) => Response(new EndlessStream(filler), contentType));
        using var transport = new ApiTransport(
            new ApiClientOptions { BaseAddress = new Uri("https://api.example.com/"), TotalTimeout = TimeSpan.FromMilliseconds(200) }, client);
        ApiOperation<JsonElement> operation = TestApi.Operation("items", HttpMethod.Get, true, _raw);

        await Assert.ThrowsAsync<ApiTimeoutException>(() => Task.Run(
            async () =>
            {
                CancellationToken token = TestContext.Current.CancellationToken;
                await foreach (JsonElement _ in transport.StreamAsync(operation, TestApi.ThingRequest(), cancellationToken: token))
                {
                    Assert.Fail("The stream has no item.");
                }
            },
            TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    private static async Task<List<T>> ReadAsync<T>(ApiResult<T> result, byte[] body, string? contentType, string? accept = null, long limit = 1_000_000)
    {
        using HttpClient client = FakeHandler.Client((_, _) => Response(new MemoryStream(body), contentType));
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = new Uri("https://api.example.com/"), MaxResponseContentLength = limit }, client);
        var operation = new ApiOperation<T>
        {
            OperationId = "items",
            Method = HttpMethod.Get,
            PathTemplate = "/things/{thing_id}",
            IsIdempotent = true,
            Accept = accept,
            Results = [result],
        };
        List<T> items = [];
        await foreach (T item in transport.StreamAsync(operation, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }

        return items;
    }

    private static HttpResponseMessage Response(Stream body, string? contentType)
    {
        var response = new HttpResponseMessage { Content = new StreamContent(body) };
        response.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return response;
    }

    /// <summary>A stream that never ends, never waits, and ignores its cancellation.</summary>
    private sealed class EndlessStream(string text) : MemoryStream
    {
        private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = Math.Min(_bytes.Length, buffer.Length);
            _bytes.AsSpan(0, count).CopyTo(buffer.Span);
            return new(count);
        }
    }
}
