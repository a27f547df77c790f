using RealtimeKit.Client.Tests.Reading;
using RealtimeKit.Runtime;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Server-sent events, described as their data or as their fields.</summary>
public sealed class StreamReadingTests : ConstructTest
{
    private const string Events = "event: tick\nid: 1\nretry: 250\ndata: {\"n\":1}\n\n: comment\n\nevent: ping\ndata:\n\ndata: {\"n\":2}\n\n";

    private readonly Lazy<ReadingClient> _client;

    public StreamReadingTests() => _client = new(() => new ReadingClient(new ReadingClientOptions { BaseAddress = Simulator.BaseAddress }));

    private ReadingClient Client => _client.Value;

    [Fact]
    public async Task An_event_described_by_its_fields_gives_its_data()
    {
        Script(200, "text/event-stream", Events);
        Script(200, "text/event-stream", Events);
        Script(200, "text/event-stream", Events);

        Assert.Equal([1, 2], await Numbers(Client.TicksStreamingAsync(cancellationToken: CancellationToken)));
        Assert.Equal([1, 2], await Numbers(Client.RenamedTicksStreamingAsync(cancellationToken: CancellationToken)));
        Assert.Equal([1, 2], await Numbers(Client.PlainTicksStreamingAsync(cancellationToken: CancellationToken)));
    }

    [Fact]
    public async Task The_events_of_Huma_and_Spring_give_their_data()
    {
        Script(200, "text/event-stream", Events + "data: {\"message\":\"done\"}\n\n");
        Script(200, "text/event-stream", Events);
        List<string> read = [];

        await foreach (HumaTicksItem item in Client.HumaTicksStreamingAsync(cancellationToken: CancellationToken))
        {
            read.Add(item.Match(static tick => $"{tick.N}", static other => other.Message, static unknown => "unknown"));
        }

        Assert.Equal(["1", "2", "done"], read);
        Assert.Equal([1, 2], await Numbers(Client.SpringTicksStreamingAsync(cancellationToken: CancellationToken)));
        Assert.Equal("text/event-stream", Simulator.Requests.Last().Header("Accept"));
    }

    [Fact]
    public async Task An_event_can_be_read_with_all_its_fields()
    {
        Script(200, "text/event-stream", Events);

        List<ServerSentEvent<Tick>> events = [];
        await foreach (ServerSentEvent<Tick> one in Client.TicksStreamingEventsAsync(cancellationToken: CancellationToken))
        {
            events.Add(one);
        }

        Assert.Equal(
            [("tick", "1", TimeSpan.FromMilliseconds(250), true), ("ping", null, null, false), ("message", null, null, true)],
            events.Select(static one => (one.EventType, one.EventId, one.ReconnectionInterval, one.HasData)));
        Assert.Equal([1, null, 2], events.Select(static one => one.Data?.N));
    }

    [Fact]
    public async Task Text_in_an_event_has_no_quotes()
    {
        Script(200, "text/event-stream", "data: one\n\nevent: ping\ndata:\n\ndata:\n\ndata: {two\n\n");

        List<string> texts = [];
        await foreach (string text in Client.TextsStreamingAsync(cancellationToken: CancellationToken))
        {
            texts.Add(text);
        }

        Assert.Equal(["one", "", "{two"], texts);
    }

    [Fact]
    public async Task Text_in_an_item_is_json()
    {
        const string Lines = "\"one\"\n\"two\\nlines\"\n\"\\\"\u00e9\\\"\"\n";
        Script(200, "application/jsonl", Lines);
        Script(200, "application/x-ndjson", Lines);
        Script(200, "application/json-seq", "\u001e\"one\"\n\u001enull\n");
        Script(200, "application/jsonl", "\"one\"\ntwo\n");

        Assert.Equal(["one", "two\nlines", "\"\u00e9\""], await Texts(Client.NamesStreamingAsync(cancellationToken: CancellationToken)));
        Assert.Equal(["one", "two\nlines", "\"\u00e9\""], await Texts(Client.ListedNamesStreamingAsync(cancellationToken: CancellationToken)));
        Assert.Equal(["one", null], await Texts(Client.NicknamesStreamingAsync(cancellationToken: CancellationToken)));
        await Assert.ThrowsAsync<ApiContentException>(() => Texts(Client.NamesStreamingAsync(cancellationToken: CancellationToken)));
    }

    [Fact]
    public async Task Lines_described_as_text_are_returned_as_they_are()
    {
        Script(200, "application/jsonl", "\"one\"\n{\"two\":2}\n");

        Assert.Equal(["\"one\"", "{\"two\":2}"], await Texts(Client.RowsStreamingAsync(cancellationToken: CancellationToken)));
    }

    [Fact]
    public async Task A_page_is_no_sequence_of_texts()
    {
        Script(200, "text/html", "<html>\n</html>\n");
        Script(200, "text/html", "<html>\n</html>\n");

        await Assert.ThrowsAsync<ApiContentException>(() => Texts(Client.TextsStreamingAsync(cancellationToken: CancellationToken)));
        await Assert.ThrowsAsync<ApiContentException>(() => Texts(Client.RowsStreamingAsync(cancellationToken: CancellationToken)));
    }

    [Fact]
    public async Task A_payload_that_only_resembles_an_event_is_the_data()
    {
        Script(200, "text/event-stream", "data: {\"kind\":\"k\",\"data\":{\"n\":3}}\n\n");

        await foreach (Payload payload in Client.PayloadsStreamingAsync(cancellationToken: CancellationToken))
        {
            Assert.Equal(("k", 3), (payload.Kind, payload.Data.N));
        }
    }

    [Fact]
    public async Task Events_under_another_media_type_are_events()
    {
        Script(200, "text/plain", Events);

        Assert.Equal([1, 2], await Numbers(Client.PlainTicksStreamingAsync(cancellationToken: CancellationToken)));
    }

    [Fact]
    public async Task An_error_before_the_first_event_is_caught_by_its_status()
    {
        Script(404, "application/json", """{"message":"no ticks"}""");

        ApiNotFoundException error =
            await Assert.ThrowsAsync<ApiNotFoundException>(() => Numbers(Client.TicksStreamingAsync(cancellationToken: CancellationToken)));
        Assert.Equal("no ticks", error.Errors[0].Message);
    }

    private static async Task<List<string?>> Texts(IAsyncEnumerable<string?> texts)
    {
        List<string?> read = [];
        await foreach (string? text in texts)
        {
            read.Add(text);
        }

        return read;
    }

    private static async Task<List<long>> Numbers(IAsyncEnumerable<Tick> ticks)
    {
        List<long> numbers = [];
        await foreach (Tick tick in ticks)
        {
            numbers.Add(tick.N);
        }

        return numbers;
    }
}
