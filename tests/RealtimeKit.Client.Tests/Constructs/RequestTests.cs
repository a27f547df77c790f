using System.Text;
using System.Text.Json;
using RealtimeKit.Client.Tests.Requests;
using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Requests with each place and form of a parameter, body and credential that a document can describe.</summary>
public sealed class RequestTests : ConstructTest
{
    private readonly Filter _filter = new() { A = 1 };

    [Fact]
    public async Task The_query_as_a_whole_is_a_form_or_a_text()
    {
        using RequestsClient client = Client(2);

        await client.FindByFormAsync(new() { Q = "a b", Max = 2 }, cancellationToken: CancellationToken);
        await client.FindByJsonAsync(_filter, cancellationToken: CancellationToken);

        Assert.Equal(["/client/v4/whole?q=a%20b&max=2", "/client/v4/whole?%7B%22a%22%3A1%7D"], Simulator.Requests.Select(static request => request.Path));
    }

    [Fact]
    public async Task The_fields_of_a_query_are_sent_like_those_of_a_form()
    {
        using RequestsClient client = Client(4);

        await client.FindByFieldsAsync(
            new()
            {
                Q = "a b",
                Tags = ["x&y", "z"],
                Sizes = [1, 2],
                Names = ["a,b", "c"],
                Range = new() { From = 1, To = 2 },
                Place = new() { City = "Köln" },
                Url = "https://a/b?c",
            },
            cancellationToken: CancellationToken);
        await client.FindByFieldsAsync(new() { Q = "", Tags = [] }, cancellationToken: CancellationToken);
        await client.FindByListsAsync(new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["1", "2"], ["b"] = [] }, cancellationToken: CancellationToken);
        await client.FindByListsAsync(cancellationToken: CancellationToken);

        Assert.Equal(
            [
                "/client/v4/fields?q=a%20b&tags=x%26y&tags=z&sizes=1%7C2&names=a%2Cb,c&range[from]=1&range[to]=2"
                    + "&place=%7B%22city%22%3A%22K%C3%B6ln%22%7D&url=https://a/b?c",
                "/client/v4/fields?q=",
                "/client/v4/fields?a=1&a=2",
                "/client/v4/fields",
            ],
            Simulator.Requests.Select(static request => request.Path.Replace("%5B", "[").Replace("%5D", "]")));
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.FindByFieldsAsync(null!, cancellationToken: CancellationToken));
        await Assert.ThrowsAsync<ArgumentNullException>(
            () => client.FindByFieldsAsync(new() { Q = "", Tags = null! }, cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task Methods_beyond_the_usual_are_sent_as_they_are_written()
    {
        using RequestsClient client = Client(2);

        await client.FindByQueryAsync(_filter, cancellationToken: CancellationToken);
        await client.CopyAllAsync(cancellationToken: CancellationToken);

        Assert.Equal([("QUERY", """{"a":1}"""), ("COPY", "")], Simulator.Requests.Select(static request => (request.Method, request.Body)));
    }

    [Fact]
    public async Task A_cookie_is_sent_encoded_or_as_it_is()
    {
        using RequestsClient client = Client(1);

        await client.GetWithCookiesAsync("a=b", "c=d", _filter, cancellationToken: CancellationToken);

        Assert.Equal("plain=a=b; coded=c%3Dd; state=%7B%22a%22%3A1%7D", Assert.Single(Simulator.Requests).Header("Cookie"));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetWithCookiesAsync("a; admin=1", cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task A_parameter_described_by_its_content_is_json_or_plain_text_in_every_place()
    {
        using RequestsClient client = Client(1);

        await client.GetPlaceAsync(_filter, "hello", _filter, "https://a/b?c", "", "x", cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.Equal("/client/v4/places/%7B%22a%22%3A1%7D/hello?url=https://a/b?c&empty=&bare=x", request.Path);
        Assert.Equal("""{"a":1}""", request.Header("X-Filter"));
    }

    /// <summary>A header has ASCII characters only, and JSON can write every other character as an escape.</summary>
    [Theory]
    [InlineData("/Fotos/Köln.png", @"/Fotos/K\u00F6ln.png")]
    [InlineData("日本 😀", @"\u65E5\u672C \uD83D\uDE00")]
    [InlineData("a;b, \"c\" \\ d\u007F\u0080\n\t", @"a;b, \""c\"" \\ d\u007F\u0080\n\t")]
    public async Task The_JSON_in_a_header_is_ASCII(string text, string expected)
    {
        using RequestsClient client = Client(1);

        await client.GetWithArgumentsAsync(
            new() { Path = text, AdditionalProperties = new Dictionary<string, string> { ["ä"] = text } }, cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.Equal($$"""{"path":"{{expected}}","\u00E4":"{{expected}}"}""", request.Header("X-Argument"));
    }

    [Fact]
    public async Task The_JSON_of_a_value_without_a_schema_is_one_line_of_ASCII_in_a_header()
    {
        using RequestsClient client = Client(1);
        JsonElement raw = JsonElement.Parse("{\r\n\t\"ä\":\n[ \"ü;\" ]\n}");

        await client.GetWithArgumentsAsync(xRaws: [raw, JsonElement.Parse("1")], raw: [raw], coded: [raw], cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.Equal("""{   "\u00E4": [ "\u00FC;" ] },1""", request.Header("X-Raws"));
        Assert.Equal(
            """raw={   "\u00E4": [ "\u00FC\u003B" ] }; coded=%7B%0D%0A%09%22%C3%A4%22%3A%0A%5B%20%22%C3%BC%3B%22%20%5D%0A%7D""",
            request.Header("Cookie"));
    }

    /// <summary>Only JSON has escapes. Other text is not changed, so it cannot be sent.</summary>
    [Fact]
    public async Task A_text_in_a_header_that_is_not_JSON_has_no_escapes()
    {
        using RequestsClient client = Client(0);

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => client.GetWithArgumentsAsync(xRaws: [JsonElement.Parse("\"ü\"")], cancellationToken: CancellationToken));

        Assert.Contains("'X-Raws' contains U+00FC", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_in_a_query_is_not_changed()
    {
        using RequestsClient client = Client(1);

        await client.GetWithArgumentsAsync(q: new() { Path = "ü" }, cancellationToken: CancellationToken);

        Assert.Equal("/client/v4/arguments?q=%7B%22path%22%3A%22%C3%BC%22%7D", Assert.Single(Simulator.Requests).Path);
    }

    [Fact]
    public async Task A_part_has_the_media_type_of_its_encoding_and_the_headers_of_its_file()
    {
        using RequestsClient client = Client(1);
        using var content = new MemoryStream("PNG"u8.ToArray());

        await client.Files.UploadAsync(
            new()
            {
                File = new FileContent(content, "a.png") { Headers = new Dictionary<string, string> { ["X-Check"] = "7" } },
                Meta = _filter,
                Labels = ["x", "y"],
                Table = "1,2",
            },
            cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.StartsWith("multipart/form-data; boundary=", request.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png\r\nX-Check: 7\r\n\r\nPNG", request.Body);
        Assert.Contains("name=\"meta\"\r\nContent-Type: application/vnd.acme+json\r\n\r\n{\"a\":1}", request.Body);
        Assert.Contains("name=\"labels\"\r\nContent-Type: application/json\r\n\r\n\"x\"\r\n", request.Body);
        Assert.Contains("name=\"table\"\r\nContent-Type: text/csv; charset=utf-8\r\n\r\n1,2", request.Body);
    }

    [Fact]
    public async Task A_list_is_a_part_for_each_item_unless_its_style_joins_them()
    {
        using RequestsClient client = Client(1);
        using var content = new MemoryStream();

        await client.Files.UploadAsync(
            new()
            {
                File = new FileContent(content, "a.png"),
                Meta = _filter,
                Words = ["a,b", "c"],
                Joined = [1, 2],
                Piped = [UploadMultipartPipedItem.Up, UploadMultipartPipedItem.Down],
                Filters = [_filter, _filter],
            },
            cancellationToken: CancellationToken);

        string body = Assert.Single(Simulator.Requests).Body;
        Assert.Contains("name=\"words\"\r\nContent-Type: text/markdown; charset=utf-8\r\n\r\na,b\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=\"words\"\r\nContent-Type: text/markdown; charset=utf-8\r\n\r\nc\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=\"joined\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n1,2\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=\"piped\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nup|down\r\n", body, StringComparison.Ordinal);
        Assert.Equal(3, body.Split("name=\"filters\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n").Length);
    }

    [Fact]
    public async Task A_multipart_of_another_kind_is_sent_as_that_kind()
    {
        using RequestsClient client = Client(1);

        await client.Files.RelateAsync(new() { Meta = _filter }, cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.StartsWith("multipart/related; type=\"application/json\"; boundary=", request.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: attachment; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"a\":1}", request.Body);
    }

    [Fact]
    public async Task Each_media_type_of_a_body_can_be_sent()
    {
        using RequestsClient client = Client(6);
        using var png = new MemoryStream("PNG"u8.ToArray());

        await client.Files.PatchAsync([_filter], cancellationToken: CancellationToken);
        await client.Files.PatchAsMergePatchJsonAsync(_filter, cancellationToken: CancellationToken);
        await client.Files.PatchAsMergePatchJsonAsync(_filter, "application/strategic-merge-patch+json", cancellationToken: CancellationToken);
        await client.Files.PatchAsTextAsync("<a/>", cancellationToken: CancellationToken);
        await client.Files.PatchAsTextAsync("a,b", "text/csv", cancellationToken: CancellationToken);
        await client.Files.PatchAsStreamAsync(png, "image/png", cancellationToken: CancellationToken);

        Assert.Equal(
            [
                ("application/json-patch+json", """[{"a":1}]"""), ("application/merge-patch+json", """{"a":1}"""),
                    ("application/strategic-merge-patch+json", """{"a":1}"""),
                ("application/xml", "<a/>"), ("text/csv; charset=utf-8", "a,b"), ("image/png", "PNG"),
            ],
            Simulator.Requests.Select(static request => (request.Header("Content-Type"), request.Body)));
    }

    [Fact]
    public async Task A_field_of_a_form_may_be_json()
    {
        using RequestsClient client = Client(1);

        await client.SendFormAsync(new() { Name = "n", Filter = _filter }, cancellationToken: CancellationToken);

        Assert.Equal("name=n&filter=%7B%22a%22%3A1%7D", Assert.Single(Simulator.Requests).Body);
    }

    [Fact]
    public async Task Media_types_may_be_components()
    {
        using RequestsClient client = Client(1);

        await client.SendSharedAsync(_filter, cancellationToken: CancellationToken);

        Assert.Equal("""{"a":1}""", Assert.Single(Simulator.Requests).Body);
    }

    [Fact]
    public async Task A_watch_of_Kubernetes_is_read_value_by_value()
    {
        using RequestsClient client = Client(responses: 0);
        Script(200, "application/json", "{\"a\":1}\n{\"a\":2}\n");
        List<long> numbers = [];

        await foreach (Filter filter in client.WatchFiltersStreamingAsync(cancellationToken: CancellationToken))
        {
            numbers.Add(filter.A);
        }

        Assert.Equal([1, 2], numbers);
        Assert.Equal("application/json;stream=watch", Assert.Single(Simulator.Requests).Header("Accept"));
    }

    [Fact]
    public async Task Items_are_typed_by_their_own_schema_and_events_by_that_of_their_data()
    {
        using RequestsClient client = Client(responses: 0);
        Script(200, "application/jsonl", "{\"a\":1}\n{\"a\":2}\n");
        Script(200, "text/event-stream", "event: tick\ndata: {\"a\":3}\n\n");
        List<long> numbers = [];

        await foreach (Filter filter in client.WatchTicksStreamingAsync(cancellationToken: CancellationToken))
        {
            numbers.Add(filter.A);
        }

        await foreach (Filter filter in client.WatchEventsStreamingAsync(cancellationToken: CancellationToken))
        {
            numbers.Add(filter.A);
        }

        Assert.Equal([1, 2, 3], numbers);
        Assert.Equal(["application/jsonl", "text/event-stream"], Simulator.Requests.Select(static request => request.Header("Accept")));
    }

    [Fact]
    public async Task Events_of_several_kinds_are_the_kinds_of_their_data()
    {
        using RequestsClient client = Client(responses: 0);
        Script(200, "text/event-stream", "event: a\ndata: {\"x\":1}\n\nevent: ping\ndata:\n\n: comment\n\nevent: b\ndata: {\"y\":2}\n\n");
        List<string> received = [];

        await foreach (WatchKindsItem item in client.WatchKindsStreamingAsync(cancellationToken: CancellationToken))
        {
            received.Add(item.Match(static a => $"x{a.X}", static b => $"y{b.Y}", static _ => "?"));
        }

        Assert.Equal(["x1", "y2"], received);
    }

    [Fact]
    public async Task Schemes_that_are_required_together_are_sent_together()
    {
        using RequestsClient client = Client(1, options =>
        {
            options.Credentials["key"] = new ApiKeyCredential("X-Key", ApiKeyLocation.Header, "k");
            options.Credentials["token"] = new BearerTokenCredential("t");
        });

        await client.GetSecuredAsync(cancellationToken: CancellationToken);

        ReceivedRequest request = Assert.Single(Simulator.Requests);
        Assert.Equal(("k", "Bearer t"), (request.Header("X-Key"), request.Header("Authorization")));
    }

    [Fact]
    public async Task No_credential_is_sent_where_none_is_wanted_and_one_where_it_may_be()
    {
        using RequestsClient client = Client(3, static options => options.Credentials["token"] = new BearerTokenCredential("t"));

        await client.DeleteOpenAsync(cancellationToken: CancellationToken);
        await client.PutMaybeAsync(cancellationToken: CancellationToken);
        await Client(0).PutMaybeAsync(cancellationToken: CancellationToken);

        Assert.Equal([null, "Bearer t", null], Simulator.Requests.Select(static request => request.Header("Authorization")));
    }

    [Fact]
    public async Task Of_alternatives_the_one_is_sent_for_which_there_is_a_credential()
    {
        using RequestsClient cookie = Client(2, static options => options.Credentials["session"] = new ApiKeyCredential("session", ApiKeyLocation.Cookie, "s"));
        using RequestsClient query = Client(0, static options => options.Credentials["queryKey"] = new ApiKeyCredential("key", ApiKeyLocation.Query, "q"));

        await cookie.PostCookieAsync(cancellationToken: CancellationToken);
        await query.PostCookieAsync(cancellationToken: CancellationToken);

        Assert.Equal([("session=s", "/client/v4/secured"), (null, "/client/v4/secured?key=q")],
            Simulator.Requests.Select(static request => (request.Header("Cookie"), request.Path)));
    }

    /// <summary>Returns a client, with a number of 204 responses, which most operations of the document have.</summary>
    private RequestsClient Client(int responses, Action<RequestsClientOptions>? configure = null)
    {
        for (int i = 0; i < responses; i++)
        {
            Script(204, "", "");
        }

        var options = new RequestsClientOptions { BaseAddress = Simulator.BaseAddress };
        configure?.Invoke(options);
        return new RequestsClient(options);
    }
}
