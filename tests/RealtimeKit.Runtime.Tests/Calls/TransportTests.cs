using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Calls;

public sealed class TransportTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    [Fact]
    public async Task A_borrowed_client_is_left_alone_and_an_own_one_ends_with_its_transport()
    {
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address }, client);
        transport.Dispose();
        transport.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(_address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_transport_disposed_under_a_call_ends_it_with_a_documented_exception()
    {
        await using var server = RawServer.Start(static async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.StallAsync();
        });
        var transport = new ApiTransport(TestApi.Options(server));
        Task<Thing> call = transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
        await server.UntilAsync(static server => server.Requests > 0);
        transport.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
    }

    [Fact]
    public void Options_in_use_cannot_be_changed()
    {
        var options = new ApiClientOptions { BaseAddress = _address };
        using var transport = new ApiTransport(options);
        Assert.Throws<InvalidOperationException>(() => options.BaseAddress = _address);
        Assert.Throws<InvalidOperationException>(() => options.Retry.MaxRetries = 1);
        Assert.Throws<NotSupportedException>(() => options.Credentials.Add("a", new BearerTokenCredential("t")));
        Assert.Throws<NotSupportedException>(() => options.TrustedOrigins.Add(_address));
        using var second = new ApiTransport(options);
    }

    [Fact]
    public void Settings_out_of_range_are_refused_where_they_are_made()
    {
        Assert.Throws<ArgumentException>(() => new ApiTransport(new ApiClientOptions()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientOptions { AttemptTimeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientOptions { TotalTimeout = TimeSpan.FromDays(2) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientOptions { MaxJsonDepth = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientOptions { MaxRedirects = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ApiClientOptions { MaxResponseContentLength = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryOptions { MaxRetries = 11 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RetryOptions { MaxDelay = TimeSpan.FromSeconds(-1) });
        Assert.ThrowsAny<ArgumentException>(() => new ApiClientOptions { UserAgent = "a\r\nb" });
        Assert.ThrowsAny<ArgumentException>(() => new BasicCredential("a:b", "c"));
    }

    [Fact]
    public async Task A_request_serves_one_call()
    {
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address }, client);
        ApiRequest request = TestApi.ThingRequest(Thing.Sample);
        await transport.SendAsync(TestApi.Put, request, cancellationToken: TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => transport.SendAsync(TestApi.Put, request, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_handler_below_that_repeats_requests_cannot_repeat_a_post()
    {
        // The effect of a resilience handler that is registered for all clients of a program.
        var wire = new FakeHandler(static (_, _) => FakeHandler.Response("{}", HttpStatusCode.ServiceUnavailable));
        using var client = new HttpClient(new Repeating(wire));
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address, Retry = new RetryOptions { MaxRetries = 0 } }, client);

        foreach (ApiRequest request in new[] { TestApi.ThingRequest(), TestApi.ThingRequest(Thing.Sample) })
        {
            var exception = await Assert.ThrowsAsync<ApiConnectionException>(
                () => transport.SendAsync(TestApi.Post, request, cancellationToken: TestContext.Current.CancellationToken));
            Assert.True(exception.RequestMayHaveBeenSent);
            Assert.False(exception.IsRetryable);
        }

        // The fake counts a request before it reads the body: two attempts each, the second without a body.
        Assert.Equal(4, wire.Calls);
        await Assert.ThrowsAsync<ApiServerException>(
            () => transport.SendAsync(TestApi.Put, TestApi.ThingRequest(Thing.Sample), cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_result_is_chosen_by_status_and_media_type()
    {
        ApiOperation<string> operation = TestApi.Operation(
            "many",
            HttpMethod.Get,
            true,
            ApiResult.Map(ApiResult.Json<int>("200", static (ref Utf8JsonReader reader) => JsonReading.Int32(ref reader)), static value => $"json {value}"),
            ApiResult.Map(ApiResult.Text("200", "text/*"), static value => "text " + value),
            ApiResult.Map(ApiResult.Bytes("200", "application/pdf"), static value => "pdf " + value.Length),
            ApiResult.EmptyAs("204", "empty"),
            ApiResult.Map(ApiResult.Text("2XX"), static value => "other " + value),
            ApiResult.EmptyAs("302", "moved"));
        Assert.Equal("json 5", await SendAsync(operation, "5", HttpStatusCode.OK, "application/json"));
        Assert.Equal("text 5", await SendAsync(operation, "5", HttpStatusCode.OK, "text/csv"));
        Assert.Equal("pdf 3", await SendAsync(operation, "abc", HttpStatusCode.OK, "application/pdf"));
        Assert.Equal("empty", await SendAsync(operation, "", HttpStatusCode.NoContent, null));
        Assert.Equal("other x", await SendAsync(operation, "x", HttpStatusCode.Accepted, "text/plain"));
        Assert.Equal("moved", await SendAsync(operation, "", HttpStatusCode.Found, null));
        Assert.Equal("text é", await SendAsync(operation, Encoding.Latin1.GetBytes("é"), HttpStatusCode.OK, "text/plain; charset=iso-8859-1"));
        await Assert.ThrowsAsync<ApiContentException>(() => SendAsync(operation, [0xFF], HttpStatusCode.OK, "text/plain"));
        await Assert.ThrowsAsync<ApiContentException>(() => SendAsync(operation, "x", HttpStatusCode.OK, "text/plain; charset=klingon"));
        await Assert.ThrowsAsync<ApiContentException>(() => SendAsync(operation, "x", HttpStatusCode.OK, "video/mp4"));
        await Assert.ThrowsAsync<ApiStatusException>(() => SendAsync(operation, "x", HttpStatusCode.NotModified, null));
    }

    [Fact]
    public async Task A_success_that_is_not_listed_is_read_as_the_first_one()
        => Assert.Equal(Thing.Sample, await SendAsync(TestApi.Get, TestApi.ThingBody, HttpStatusCode.Accepted, "application/json"));

    [Fact]
    public async Task An_error_body_is_typed_only_where_the_document_describes_it()
    {
        var operation = new ApiOperation<Thing>
        {
            OperationId = "x",
            Method = HttpMethod.Get,
            PathTemplate = "/x",
            Results = TestApi.Get.Results,
            Errors = [ApiErrorBody.Json<int>("404", static (ref Utf8JsonReader reader) => JsonReading.Envelope(ref reader, "n"u8, JsonReading.Int32)),
                ApiErrorBody.Json<string>("4XX", static (ref Utf8JsonReader reader) => JsonReading.String(ref reader))],
        };
        var typed = await Assert.ThrowsAsync<ApiNotFoundException>(
            () => SendAsync(operation, """{"n":7,"message":"gone"}""", HttpStatusCode.NotFound, "application/json"));
        Assert.Equal(7, typed.Body);
        Assert.Equal("gone", typed.Errors[0].Message);
        Assert.Equal(
            "words", (await Assert.ThrowsAsync<ApiStatusException>(() => SendAsync(operation, "\"words\"", HttpStatusCode.Gone, "application/json"))).Body);
        await Assert.ThrowsAsync<ApiNotFoundException>(() => SendAsync(operation, "<html>", HttpStatusCode.NotFound, "text/html"));
        await Assert.ThrowsAsync<ApiNotFoundException>(() => SendAsync(operation, """{"m":7}""", HttpStatusCode.NotFound, "application/json"));
        await Assert.ThrowsAsync<ApiServerException>(() => SendAsync(operation, "\"words\"", HttpStatusCode.InternalServerError, "application/json"));
    }

    [Fact]
    public async Task Forms_are_sent_as_their_standards_say()
    {
        string form = await SentBodyAsync(TestApi.ThingRequest().FormBody(
            FormField.Field("a b", "c&d"), FormField.Field("none", null), FormField.Field("list", ParameterValue.List([1, 2], static item => item)),
                FormField.Json("thing", 5, JsonWriting.Int32)));
        Assert.Equal("application/x-www-form-urlencoded|a%20b=c%26d&list=1&list=2&thing=5", form);

        string multipart = await SentBodyAsync(TestApi.ThingRequest().MultipartBody(
            MultipartPart.Field("na\"me\r\n", "é"),
            MultipartPart.Field("none", null),
            MultipartPart.Json("thing", Thing.Sample, ThingJson.Write),
            MultipartPart.File("file", new FileContent(new MemoryStream("content"u8.ToArray()), "f\"\r\nEvil: 1.txt", "text/plain"))));
        string boundary = multipart[(multipart.IndexOf("boundary=", StringComparison.Ordinal) + 9)..multipart.IndexOf('|', StringComparison.Ordinal)];
        string[] expected =
        [
            $"multipart/form-data; boundary={boundary}|--{boundary}",
            "Content-Disposition: form-data; name=\"na%22me%0D%0A\"",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "é",
            $"--{boundary}",
            "Content-Disposition: form-data; name=\"thing\"",
            "Content-Type: application/json",
            "",
            """{"id":"182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e","name":"a thing","size":4711}""",
            $"--{boundary}",
            "Content-Disposition: form-data; name=\"file\"; filename=\"f%22%0D%0AEvil: 1.txt\"",
            "Content-Type: text/plain",
            "",
            "content",
            $"--{boundary}--",
            "",
        ];
        Assert.Equal(expected, multipart.Split("\r\n"));
        Assert.Equal("text/plain; charset=utf-8|words", await SentBodyAsync(TestApi.ThingRequest().TextBody("words", "text/plain")));
        Assert.Equal("application/octet-stream|bytes", await SentBodyAsync(TestApi.ThingRequest().BytesBody("bytes"u8.ToArray(), "application/octet-stream")));
        Assert.Equal("video/mp4|stream", await SentBodyAsync(TestApi.ThingRequest().StreamBody(new MemoryStream("stream"u8.ToArray()), "video/mp4")));
    }

    [Theory]
    [InlineData("text/csv", "text/csv; charset=utf-8")]
    [InlineData("text/plain; charset=UTF-8", "text/plain; charset=UTF-8")]
    [InlineData("text/xml", "text/xml")]
    [InlineData("application/toml", "application/toml")]
    public async Task The_text_of_a_part_names_its_charset_as_a_body_of_text_does(string mediaType, string sent) => Assert.Contains(
        $"\r\nContent-Type: {sent}\r\n\r\né\r\n",
        await SentBodyAsync(TestApi.ThingRequest().MultipartBody(MultipartPart.Field("table", "é", mediaType))),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_stream_is_sent_again_only_if_it_can_be_rewound()
    {
        foreach (bool canSeek in new[] { true, false })
        {
            var bodies = new List<string>();
            using HttpClient client = FakeHandler.Client((request, call) =>
            {
                bodies.Add(call.ToString(System.Globalization.CultureInfo.InvariantCulture));
                return call == 1 ? FakeHandler.Response("{}", HttpStatusCode.BadGateway) : FakeHandler.Response(TestApi.ThingBody);
            });
            using var transport =
                new ApiTransport(new ApiClientOptions { BaseAddress = _address, Retry = new RetryOptions { BaseDelay = TimeSpan.Zero } }, client);
            Stream stream = canSeek ? new MemoryStream([1, 2, 3]) : new Unseekable([1, 2, 3]);
            ApiResponse<Thing> response = await transport.SendWithResponseAsync(
                TestApi.Put, TestApi.ThingRequest().StreamBody(stream, "video/mp4"), cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(canSeek ? 2 : 1, response.Attempts);
            Assert.Equal(canSeek, response.IsSuccess);
            Assert.True(stream.CanRead);
        }
    }

    [Fact]
    public async Task A_call_is_recorded_as_one_activity_and_one_measurement_by_the_semantic_conventions()
    {
        using var activities = new RecordedActivities();
        var measurements = new ConcurrentQueue<Dictionary<string, object?>>();
        using var meters = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Name == RealtimeKitDiagnostics.CallDurationName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<double>((_, value, tags, _) => measurements.Enqueue(tags.ToArray().Append(new("value", value)).ToDictionary()));
        meters.Start();
        using HttpClient client = FakeHandler.Client(
            static (_, call) => call == 1 ? FakeHandler.Response("{}", HttpStatusCode.BadGateway) : FakeHandler.Response("{}", HttpStatusCode.NotFound));
        using var transport = new ApiTransport(new ApiClientOptions
        {
            BaseAddress = new Uri("https://telemetry.example.com/v4/"),
            Retry = new RetryOptions { BaseDelay = TimeSpan.Zero },
        }, client);
        await Assert.ThrowsAsync<ApiNotFoundException>(
            () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken));

        Activity activity = Assert.Single(activities.Of("telemetry.example.com"));
        Assert.Equal("GET /things/{thing_id}", activity.DisplayName);
        Assert.Equal(ActivityKind.Client, activity.Kind);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Dictionary<string, object?> tags = activity.TagObjects.ToDictionary();
        Dictionary<string, object?> expected = new()
        {
            ["http.request.method"] = "GET",
            ["url.template"] = "/things/{thing_id}",
            ["url.scheme"] = "https",
            ["server.address"] = "telemetry.example.com",
            ["server.port"] = 443,
            ["http.response.status_code"] = 404,
            ["error.type"] = "404",
            ["http.request.resend_count"] = 1,
        };
        Assert.Equal(expected.OrderBy(static pair => pair.Key), tags.OrderBy(static pair => pair.Key));
        Dictionary<string, object?> measured = Assert.Single(measurements, static tags => (string?)tags["server.address"] == "telemetry.example.com");
        Assert.True((double)measured["value"]! >= 0);
        measured.Remove("value");
        expected.Remove("http.request.resend_count");
        Assert.Equal(expected.OrderBy(static pair => pair.Key), measured.OrderBy(static pair => pair.Key));
    }

    [Fact]
    public void A_call_adds_little_to_what_the_platform_allocates()
    {
        byte[] body = Encoding.UTF8.GetBytes(TestApi.ThingBody[..^1] + ",\"rest\":\"" + new string('x', 20_000) + "\"}");
        using HttpClient client = FakeHandler.Client((_, _) => FakeHandler.Response(body));
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address, Credential = new BearerTokenCredential("token") }, client);
        long bare = Allocated(() => client.GetAsync(_address, HttpCompletionOption.ResponseHeadersRead).GetAwaiter().GetResult().Dispose());
        long call = Allocated(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest()).GetAwaiter().GetResult());
        Proof.Report($"{call} bytes per call, {bare} of them the platform's; the body has {body.Length}");

        // The body is never copied into a string or an array, so its size is not part of the sum.
        Assert.True(call - bare < 12_000, $"{call} bytes per call, {bare} without the transport.");

        static long Allocated(Action call)
        {
            const int Calls = 200;
            for (int i = 0; i < Calls; i++)
            {
                call();
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Calls; i++)
            {
                call();
            }

            return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
        }
    }

    private static Task<T> SendAsync<T>(ApiOperation<T> operation, string body, HttpStatusCode status, string? contentType)
        => SendAsync(operation, Encoding.UTF8.GetBytes(body), status, contentType);

    private static async Task<T> SendAsync<T>(ApiOperation<T> operation, byte[] body, HttpStatusCode status, string? contentType)
    {
        using HttpClient client = FakeHandler.Client((_, _) => FakeHandler.Response(body, status, contentType));
        using var transport = new ApiTransport(new ApiClientOptions { BaseAddress = _address, Retry = new RetryOptions { MaxRetries = 0 } }, client);
        return await transport.SendAsync(operation, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task<string> SentBodyAsync(ApiRequest request)
    {
        string sent = "";
        await using var server = RawServer.Start(async connection =>
        {
            RawRequest? seen = await connection.ReadRequestAsync();
            sent = $"{seen!.Header("Content-Type")}|{seen.BodyText}";
            await connection.WriteAsync(TestApi.Response());
        });
        using var transport = new ApiTransport(TestApi.Options(server));
        await transport.SendAsync(TestApi.Put, request, cancellationToken: TestContext.Current.CancellationToken);
        return sent;
    }

    private sealed class Repeating(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode ? response : await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
