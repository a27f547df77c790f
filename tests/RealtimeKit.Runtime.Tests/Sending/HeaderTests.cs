using System.Collections.Concurrent;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Sending;

public sealed class HeaderTests
{
    // Each function sends text in a header of a request or of a part.
    private static readonly Dictionary<string, Func<string, (ApiClientOptions? Options, ApiRequest Request, RequestOptions? Call)>> _positions = new()
    {
        ["header value"] = static text => (null, TestApi.ThingRequest().Header("X-Value", text), null),
        ["header name"] = static text => (null, TestApi.ThingRequest().Header("X" + text, "v"), null),
        ["header list"] = static text => (null, TestApi.ThingRequest().Header("X-Value", ParameterValue.List([text, "b"], static item => item)), null),
        ["accept"] = static text => (null, TestApi.ThingRequest().Accept("application/json" + text), null),
        ["content type"] = static text => (null, TestApi.ThingRequest().TextBody("x", "text/plain" + text), null),
        ["call header value"] = static text =>
            (null, TestApi.ThingRequest(), new RequestOptions { Headers = new Dictionary<string, string> { ["X-Call"] = text } }),
        ["call header name"] = static text =>
            (null, TestApi.ThingRequest(), new RequestOptions { Headers = new Dictionary<string, string> { ["X" + text] = "v" } }),
        ["idempotency key"] = static text => (null, TestApi.ThingRequest(), new RequestOptions { IdempotencyKey = "k" + text }),
        ["user agent"] = static text => (new ApiClientOptions { UserAgent = "agent" + text }, TestApi.ThingRequest(), null),
        ["bearer token"] = static text => (new ApiClientOptions { Credential = new BearerTokenCredential("t" + text) }, TestApi.ThingRequest(), null),
        ["bearer token of a delegate"] = static text =>
            (new ApiClientOptions { Credential = new BearerTokenCredential(_ => ValueTask.FromResult("t" + text)) }, TestApi.ThingRequest(), null),
        ["api key"] = static text =>
            (new ApiClientOptions { Credential = new ApiKeyCredential("X-Key", ApiKeyLocation.Header, "k" + text) }, TestApi.ThingRequest(), null),
        ["api key name"] = static text =>
            (new ApiClientOptions { Credential = new ApiKeyCredential("X" + text, ApiKeyLocation.Header, "k") }, TestApi.ThingRequest(), null),
        ["cookie key"] = static text =>
            (new ApiClientOptions { Credential = new ApiKeyCredential("k" + text, ApiKeyLocation.Cookie, "k" + text) }, TestApi.ThingRequest(), null),
        ["query key"] = static text =>
            (new ApiClientOptions { Credential = new ApiKeyCredential("k" + text, ApiKeyLocation.Query, "k" + text) }, TestApi.ThingRequest(), null),
        ["basic"] = static text => (new ApiClientOptions { Credential = new BasicCredential("u" + text, "p" + text) }, TestApi.ThingRequest(), null),
        ["cookie"] = static text => (null, TestApi.ThingRequest().Cookie("c" + text, "v" + text), null),
        ["query"] = static text => (null, TestApi.ThingRequest().Query("q" + text, "v" + text).Query("r", text, allowReserved: true), null),
        ["path"] = static text => (null, new ApiRequest($"things/{"x" + text:id}"), null),
        ["part name"] = static text => (null, TestApi.ThingRequest().MultipartBody(MultipartPart.Field("n" + text, "v")), null),
        ["file name"] = static text => (null, TestApi.ThingRequest().MultipartBody(MultipartPart.File("n", new FileContent(Stream.Null, "f" + text))), null),
        ["file type"] = static text =>
            (null, TestApi.ThingRequest().MultipartBody(MultipartPart.File("n", new FileContent(Stream.Null, "f", "text/plain" + text))), null),
    };

    [Fact]
    public async Task No_character_in_any_position_adds_a_line()
    {
        Proof.IsTooLongPerMutant();
        var wrong = new ConcurrentQueue<string>();
        int sent = 0;
        int refused = 0;
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                string[] lines = [.. request.Lines, .. request.BodyText.Split("\r\n")];
                if (lines.Any(static line => line.StartsWith("Evil", StringComparison.OrdinalIgnoreCase)) || request.Head.AsSpan().IndexOfAny('\0', '\v') >= 0
                    || request.Lines.Any(static line => line.Contains('\n', StringComparison.Ordinal) || line.Contains('\r', StringComparison.Ordinal)))
                {
                    wrong.Enqueue(request.Head);
                }

                await connection.WriteAsync(TestApi.Response());
            }
        });
        using var client = new HttpClient(ApiTransport.CreateHandler());

        // The short form tests every character below U+0200, all line terminators, and every 997th other character.
        int[] characters = Enumerable.Range(0, 65_536)
            .Where(static character => Proof.IsLong || character < 0x200 || character is 0x2028 or 0x2029 or 0xFEFF || character % 997 == 0)
            .ToArray();
        await Parallel.ForEachAsync(_positions, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (position, cancellationToken) =>
        {
            foreach (int character in characters)
            {
                string text = (char)character + "Evil: 1";
                try
                {
                    (ApiClientOptions? options, ApiRequest request, RequestOptions? call) = position.Value(text);
                    options ??= new ApiClientOptions();
                    options.BaseAddress = server.Address;
                    options.Retry = new RetryOptions { MaxRetries = 0 };
                    using var transport = new ApiTransport(options, client);
                    await transport.SendAsync(TestApi.Put, request, call, cancellationToken);
                    Interlocked.Increment(ref sent);
                }
                catch (Exception exception) when (exception is ArgumentException or ApiCredentialException)
                {
                    Interlocked.Increment(ref refused);
                }
                catch (Exception exception)
                {
                    wrong.Enqueue($"{position.Key} U+{character:X4}: {exception}");
                }
            }
        });

        Proof.Report($"{characters.Length} characters in {_positions.Count} positions: {sent} sent, {refused} refused before sending, {wrong.Count} wrong");
        Assert.True(wrong.IsEmpty, string.Join("\n", wrong.Take(10)));
        Assert.True(sent > 0 && refused > 0);
    }

    [Theory]
    [InlineData("Content-Length")]
    [InlineData("transfer-encoding")]
    public void Headers_that_frame_a_message_are_not_the_callers(string name)
        => Assert.ThrowsAny<ArgumentException>(() => TestApi.ThingRequest().Header(name, "5"));

    [Theory]
    [InlineData("")]
    [InlineData("a\r\nEvil: 1")]
    [InlineData("é")]
    public void A_user_agent_that_is_none_is_refused_when_it_is_set(string text)
        => Assert.Equal("UserAgent", Assert.Throws<ArgumentException>(() => new ApiClientOptions { UserAgent = text }).ParamName);

    [Theory]
    [InlineData("Date")]
    [InlineData("Content-Type")]
    [InlineData("a b")]
    public void A_header_that_cannot_carry_an_idempotency_key_is_refused_when_it_is_set(string name)
        => Assert.Equal("IdempotencyKeyHeader", Assert.Throws<ArgumentException>(() => new ApiClientOptions { IdempotencyKeyHeader = name }).ParamName);

    [Theory]
    [InlineData("Host")]
    [InlineData("Content-Type")]
    [InlineData("Content-Language")]
    [InlineData("a b")]
    public void A_header_that_cannot_carry_a_key_is_refused_when_it_is_set(string name)
        => Assert.ThrowsAny<ArgumentException>(() => new ApiKeyCredential(name, ApiKeyLocation.Header, "a key"));

    [Fact]
    public void A_token_that_no_header_can_carry_is_refused_when_it_is_given_and_not_shown()
        => Assert.DoesNotContain("hush", Assert.Throws<ArgumentException>(() => new BearerTokenCredential("hush, hush")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a\r\nEvil: 1")]
    [InlineData("a\nEvil: 1")]
    public async Task A_default_header_of_a_borrowed_client_adds_no_line(string value)
    {
        var handler = new FakeHandler(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var client = new HttpClient(handler);
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/v4/")), client);
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-V", value);

        Assert.Equal(
            "X-V", Assert.Throws<ArgumentException>(() => new ApiTransport(TestApi.Options(new Uri("https://api.example.com/v4/")), client)).ParamName);
        Assert.Equal("X-V",
            (await Assert.ThrowsAsync<ArgumentException>(
                () => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: TestContext.Current.CancellationToken))).ParamName);
        Assert.Equal(0, handler.Calls);
    }

    [Theory]
    [InlineData(" ", "")]
    [InlineData("", " ")]
    [InlineData("\t", "")]
    [InlineData("", "\t")]
    public async Task A_text_that_HTTP_would_shorten_is_refused_in_every_position(string before, string after)
    {
        int requests = 0;
        await using var server = RawServer.Start(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                Interlocked.Increment(ref requests);
                await connection.WriteAsync(TestApi.Response());
            }
        });
        string text = $"{before}a{after}";
        ApiRequest Request() => TestApi.ThingRequest();
        async Task SendAsync(Func<ApiRequest>? request = null, ApiClientOptions? options = null, Action<HttpClient>? change = null)
        {
            options ??= new ApiClientOptions();
            options.BaseAddress = server.Address;
            using var client = new HttpClient(ApiTransport.CreateHandler());
            change?.Invoke(client);
            using var transport = new ApiTransport(options, client);
            await transport.SendAsync(TestApi.Put, (request ?? Request)(), cancellationToken: TestContext.Current.CancellationToken);
        }

        Func<Task>[] refused =
        [
            () => SendAsync(() => Request().Header("X", text)),
            () => SendAsync(() => Request().Header("X", ParameterValue.List([text, "b"], static item => item))),
            () => SendAsync(() => Request().Header("X", ParameterValue.List(["b", text, "c"], static item => item))),
            () => SendAsync(() => Request().Header("X", ParameterValue.Object(("a", text), ("b", "c")))),
            () => SendAsync(() => Request().Header("X", ParameterValue.Object(("a", "c"), (text, "c")), explode: true)),
            () => SendAsync(() => Request().Cookie("c", text, encode: false)),
            () => SendAsync(() => Request().Cookie("c", ParameterValue.List(["b", text], static item => item), encode: false)),
            () => SendAsync(options: new() { Credential = new ApiKeyCredential("X-Key", ApiKeyLocation.Header, text) }),
            () => SendAsync(options: new() { Credential = new BearerTokenCredential(text) }),
            () => SendAsync(options: new() { UserAgent = text }),
            () => SendAsync(change: client => client.DefaultRequestHeaders.TryAddWithoutValidation("X-Default", text)),
        ];
        foreach (Func<Task> send in refused)
        {
            ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(send);
            Assert.Contains("begins or ends with a space or a tab", exception.Message, StringComparison.Ordinal);
        }

        var credential = new BearerTokenCredential(_ => ValueTask.FromResult(text));
        var noToken = await Assert.ThrowsAsync<ApiCredentialException>(() => SendAsync(options: new() { Credential = credential }));
        Assert.Contains("begins or ends with a space or a tab", noToken.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal(0, requests);
    }

    [Theory]
    [InlineData("Content-Disposition")]
    [InlineData("content-type")]
    public void A_part_has_its_name_and_media_type_once(string header)
    {
        var file = new FileContent(Stream.Null, "f", "text/plain") { Headers = new Dictionary<string, string> { [header] = "x" } };

        ArgumentException exception = Assert.Throws<ArgumentException>(() => TestApi.ThingRequest().MultipartBody(MultipartPart.File("n", file)));

        Assert.Contains($"The header '{header}' of a part", exception.Message, StringComparison.Ordinal);
    }
}
