using System.Text.Json;
using System.Net;
using System.Text;
using RealtimeKit.Client.Tests.Responses;
using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Each form of a response that a document can describe.</summary>
public sealed class ResponseTests : ConstructTest
{
    private readonly Lazy<ResponsesClient> _client;

    public ResponseTests() => _client = new(() => new ResponsesClient(new ResponsesClientOptions { BaseAddress = Simulator.BaseAddress }));

    private ResponsesClient Client => _client.Value;

    [Fact]
    public async Task The_same_operation_gives_json_text_and_a_file_each_asked_for_by_its_media_type()
    {
        Script(200, "application/json", """{"title":"May"}""");
        Script(200, "text/csv", "a,b");
        Script(200, "application/pdf", "%PDF");
        Script(200, "application/vnd.acme.v2+json", """{"heading":"May"}""");

        Report report = await Client.GetReportAsync("1", cancellationToken: CancellationToken);
        string text = await Client.GetReportAsTextAsync("1", cancellationToken: CancellationToken);
        await using Stream stream = await Client.GetReportAsStreamAsync("1", cancellationToken: CancellationToken);
        ReportV2 second = await Client.GetReportAsAcmeV2JsonAsync("1", cancellationToken: CancellationToken);

        Assert.Equal(("May", "a,b", "May"), (report.Title, text, second.Heading));
        Assert.Equal("%PDF", await new StreamReader(stream).ReadToEndAsync(CancellationToken));
        Assert.Equal(["application/json", "text/csv", "application/pdf", "application/vnd.acme.v2+json"],
            Simulator.Requests.Select(static request => request.Header("Accept")));
    }

    [Fact]
    public async Task Each_good_status_is_a_case_of_the_result()
    {
        Script(200, "application/json", """{"title":"May"}""");
        Script(201, "application/json", """{"number":7}""");
        Script(202, "text/plain", "later");
        Script(204, "", "");

        PutReportResult? changed = await Client.PutReportAsync("1", cancellationToken: CancellationToken);
        PutReportResult? made = await Client.PutReportAsync("1", cancellationToken: CancellationToken);
        PutReportResult? queued = await Client.PutReportAsync("1", cancellationToken: CancellationToken);
        PutReportResult? nothing = await Client.PutReportAsync("1", cancellationToken: CancellationToken);

        Assert.True(changed!.TryGetReport(out Report? report) && report.Title == "May");
        Assert.True(made!.TryGetReceipt(out Receipt? receipt) && receipt.Number == 7);
        Assert.True(queued!.TryGetText(out string? text) && text == "later");
        Assert.Null(nothing);
    }

    [Fact]
    public async Task A_range_and_an_exact_status_beside_it_are_distinguished()
    {
        Script(203, "application/json", """{"number":7}""");
        Script(204, "", "");

        Assert.Equal(7, (await Client.DeleteReportAsync("1", cancellationToken: CancellationToken))?.Number);
        Assert.Null(await Client.DeleteReportAsync("1", cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task Head_has_no_body_to_read()
    {
        Script(200, "application/json", "");

        await Client.HeadReportAsync("1", cancellationToken: CancellationToken);

        Assert.Equal("HEAD", Assert.Single(Simulator.Requests).Method);
    }

    [Fact]
    public async Task Where_nothing_but_a_redirection_is_described_it_is_the_success()
    {
        var redirect = new SimulatedResponse(302, "text/plain", default)
        {
            Headers = new Dictionary<string, string> { ["Location"] = "https://files.example/1" },
        };
        Simulator.Script(new ScriptedResponse { Response = redirect });

        ApiResponse<NoContent> response = await Client.DownloadWithResponseAsync("1", cancellationToken: CancellationToken);

        Assert.True(response.IsSuccess);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task A_default_alone_describes_the_successful_response()
    {
        Script(200, "application/json", """{"title":"May"}""");

        Assert.Equal("May", (await Client.GetAnyAsync(cancellationToken: CancellationToken)).Title);
    }

    [Fact]
    public async Task A_streaming_method_asks_for_a_stream_in_each_case_of_a_union_and_in_an_absent_body()
    {
        Question[] questions =
        [
            new QuestionPrompt { Prompt = "a", Stream = false }, new QuestionMessages { Messages = ["b"] }, new QuestionReplay { Id = "c" }, Question.From("d"),
            Question.FromUnknown(JsonSerializer.SerializeToElement(1)),
        ];
        foreach (Question question in questions)
        {
            await StreamAsync(Client.AskStreamingAsync(question, cancellationToken: CancellationToken));
        }

        await StreamAsync(Client.LookStreamingAsync(cancellationToken: CancellationToken));
        await StreamAsync(Client.LookStreamingAsync(new() { Depth = 2 }, cancellationToken: CancellationToken));
        await StreamAsync(Client.FindStreamingAsync(cancellationToken: CancellationToken));

        Assert.Equal(
            [
                """{"prompt":"a","stream":true}""", """{"messages":["b"],"stream":true}""", """{"id":"c"}""", "\"d\"", "1",
                """{"stream":true}""", """{"depth":2,"stream":true}""", "",
            ],
            Simulator.Requests.Select(static request => request.Body));
    }

    private async Task StreamAsync(IAsyncEnumerable<Receipt> receipts)
    {
        Script(200, "text/event-stream", "data: {\"number\":1}\n\n");
        await foreach (Receipt receipt in receipts)
        {
            Assert.Equal(1, receipt.Number);
        }
    }

    [Fact]
    public async Task Lines_and_events_come_item_by_item_and_are_asked_for_by_name()
    {
        Script(200, "application/x-ndjson", "{\"title\":\"a\"}\n{\"title\":\"b\"}\n");
        Script(200, "text/event-stream", "data: {\"number\":1}\n\ndata: {\"number\":2}\n\ndata: [DONE]\n\n");
        Script(200, "text/event-stream", "data: one\n\ndata: {two\n\n");

        List<string> lines = [];
        await foreach (Report report in Client.WatchLinesStreamingAsync(cancellationToken: CancellationToken))
        {
            lines.Add(report.Title);
        }

        List<long> numbers = [];
        await foreach (Receipt receipt in Client.ChatStreamingAsync(new() { Text = "hello" }, cancellationToken: CancellationToken))
        {
            numbers.Add(receipt.Number);
        }

        List<string> texts = [];
        await foreach (string text in Client.FeedStreamingAsync(cancellationToken: CancellationToken))
        {
            texts.Add(text);
        }

        Assert.Equal(["a", "b"], lines);
        Assert.Equal([1, 2], numbers);
        Assert.Equal(["one", "{two"], texts);
        Assert.Equal("""{"text":"hello","stream":true}""", Simulator.Requests[1].Body);
        Assert.Equal(["application/x-ndjson", "text/event-stream", "text/event-stream"], Simulator.Requests.Select(static request => request.Header("Accept")));
    }

    [Fact]
    public async Task Text_of_several_media_types_is_one_text()
    {
        Script(200, "text/plain", "hello");

        Assert.Equal("hello", await Client.GetNoteAsync(cancellationToken: CancellationToken));
        Assert.Equal("text/html, text/plain", Assert.Single(Simulator.Requests).Header("Accept"));
    }

    [Theory]
    [InlineData("text/plain", "hello", "hello")]
    [InlineData("text/html", "<p>hello</p>", "<p>hello</p>")]
    [InlineData("application/json", "\"hello\"", "hello")]
    [InlineData("application/json", "hello", "hello")]
    [InlineData("application/json", """{"a":1}""", """{"a":1}""")]
    [InlineData("application/json", "12", "12")]
    public async Task A_string_of_any_media_type_is_the_text_however_the_server_calls_it(string mediaType, string body, string text)
    {
        Script(200, mediaType, body);

        Assert.Equal(text, await Client.GreetAsync(cancellationToken: CancellationToken));
        Assert.Equal("application/json, */*;q=0.8", Assert.Single(Simulator.Requests).Header("Accept"));
    }

    [Fact]
    public async Task A_value_of_any_media_type_is_read_from_its_text()
    {
        Script(200, "text/html", "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e");
        Script(200, "text/html", "no uuid");

        Assert.Equal(Guid.Parse("182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"), await Client.GetGreetingIdAsync(cancellationToken: CancellationToken));
        await Assert.ThrowsAsync<ApiContentException>(() => Client.GetGreetingIdAsync(cancellationToken: CancellationToken));
    }

    [Fact]
    public async Task An_error_of_any_application_media_type_is_JSON()
    {
        Script(409, "application/json", """{"reason":"no"}""");

        ApiStatusException refused = await Assert.ThrowsAnyAsync<ApiStatusException>(() => Client.GreetAsync(cancellationToken: CancellationToken));

        Assert.Equal("no", Assert.IsType<Failure>(refused.Body).Reason);
    }

    [Fact]
    public async Task An_error_has_the_body_of_its_status_and_media_type()
    {
        Script(404, "text/plain", "no such report");
        Script(409, "application/json", """{"by":"Ann"}""");
        Script(409, "application/problem+json", """{"title":"Locked"}""");
        Script(422, "application/problem+json", """{"title":"Wrong"}""");
        Script(500, "application/json", """{"reason":"fire"}""");
        Script(500, "text/html", "<h1>gateway</h1>");

        Assert.Equal("no such report", await BodyOf<ApiNotFoundException, string>());
        Assert.Equal("Ann", (await BodyOf<ApiConflictException, Locked>()).By);
        Assert.Equal("Locked", (await BodyOf<ApiConflictException, Problem>()).Title);
        Assert.Equal("Wrong", (await BodyOf<ApiStatusException, Problem>()).Title);
        Assert.Equal("fire", (await BodyOf<ApiServerException, Failure>()).Reason);
        Assert.Null((await Assert.ThrowsAsync<ApiServerException>(Call)).Body);

        Task Call() => Client.GetReportAsync("1", new() { MaxRetries = 0 }, CancellationToken);

        async Task<TBody> BodyOf<TException, TBody>()
            where TException : ApiStatusException => Assert.IsType<TBody>((await Assert.ThrowsAsync<TException>(Call)).Body);
    }
}
