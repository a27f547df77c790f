using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Errors;

/// <summary>Every exception that is thrown below the transport becomes one of the documented exceptions.</summary>
public sealed class BelowTests
{
    private static readonly Uri _address = new("https://api.example.com/v4/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly ApiOperation<int> _stream =
        TestApi.Operation("stream", HttpMethod.Get, true, ApiResult.Json<int>("200", static (ref Utf8JsonReader reader) => JsonReading.Int32(ref reader)));

    private static readonly Func<Exception>[] _thrown =
    [
        () => new TimeoutException("t"), () =>
            new SocketException((int)SocketError.ConnectionReset), () => new IOException("i"), () => new ObjectDisposedException("o"),
        () => new HttpRequestException("h"), () =>
            new HttpIOException(HttpRequestError.ResponseEnded), () => new AuthenticationException("a"), () => new InvalidOperationException("x"),
        () => new InvalidDataException("d"), () =>
            new NotSupportedException("n"), () => new UnauthorizedAccessException("u"), () => new OperationCanceledException("c"),
        () => new TaskCanceledException("c", new TimeoutException()), () =>
            new ArgumentException("arg"), () => new FormatException("f"), () => new AggregateException(new IOException("i")),
        () => new JsonException("j"), () => new NullReferenceException(), () => Foreign(), () => new Exception("e"),
    ];

    [Fact]
    public async Task What_a_handler_throws_before_a_response_is_a_connection_failure_or_a_timeout()
    {
        int count = 0;
        foreach (Func<Exception> thrown in _thrown)
        {
            using HttpClient client = FakeHandler.Client((_, _) => throw thrown());
            using var transport = new ApiTransport(Options(), client);

            ApiException exception =
                await Assert.ThrowsAnyAsync<ApiException>(() => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));
            ApiException asResponse = await Assert.ThrowsAnyAsync<ApiException>(
                () => transport.SendWithResponseAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));

            Assert.True(exception is ApiConnectionException or ApiTimeoutException, $"{thrown()} became {exception.GetType()}");
            Assert.Equal(exception.GetType(), asResponse.GetType());
            Assert.Equal("create_thing", exception.OperationId);
            count++;
        }

        Proof.Report($"{count} exceptions of a handler, each an ApiConnectionException or an ApiTimeoutException");
    }

    [Theory]
    [InlineData(true, "received no complete response within")]
    [InlineData(false, "a handler of the HttpClient threw an exception before a response was received.")]
    public async Task Only_a_timeout_of_a_handler_is_a_timeout(bool isTimeout, string message)
    {
        using HttpClient client = FakeHandler.Client((_, _) => throw (isTimeout ? new TimeoutException("own") : new InvalidOperationException("own")));
        using var transport = new ApiTransport(Options(), client);

        ApiException exception =
            await Assert.ThrowsAnyAsync<ApiException>(() => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Assert.Equal(isTimeout ? typeof(ApiTimeoutException) : typeof(ApiConnectionException), exception.GetType());
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains("own", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_body_throws_in_a_success_is_an_exception_of_the_table()
    {
        foreach (Func<Exception> thrown in _thrown)
        {
            using HttpClient client =
                FakeHandler.Client((_, _) => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream(thrown)) });
            using var transport = new ApiTransport(Options(), client);

            ApiException exception =
                await Assert.ThrowsAnyAsync<ApiException>(() => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));
            ApiException streamed = await Assert.ThrowsAnyAsync<ApiException>(async () =>
            {
                await foreach (int _ in transport.StreamAsync(_stream, TestApi.ThingRequest(), cancellationToken: Cancellation))
                {
                }
            });

            Assert.True(exception is ApiConnectionException or ApiTimeoutException or ApiContentException, $"{thrown()} became {exception.GetType()}");
            Assert.True(streamed is ApiConnectionException or ApiTimeoutException, $"{thrown()} became {streamed.GetType()}");
        }
    }

    [Fact]
    public async Task A_failed_response_keeps_its_status_whatever_its_body_throws()
    {
        foreach (Func<Exception> thrown in _thrown)
        {
            using HttpClient client =
                FakeHandler.Client((_, _) => new HttpResponseMessage(HttpStatusCode.Conflict) { Content = new StreamContent(new BrokenStream(thrown)) });
            using var transport = new ApiTransport(Options(), client);

            await Assert.ThrowsAsync<ApiConflictException>(() => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));
        }
    }

    [Fact]
    public async Task A_failed_response_keeps_its_status_whatever_its_body_is()
    {
        Random random = Proof.Random(9);
        string[] types = ["application/json", "application/json; charset=utf-7", "application/json; charset=nonsense", "text/plain; charset=utf-16",
            "text/html; charset=utf-32", "application/problem+json; charset=windows-1252", "text/plain"];
        string[] bodies = ["", "null", "{", "[[[[", "{\"error\":{\"message\":\"\\ud800\"}}", "{\"errors\":[\"\\ud800\",{}]}", "{\"a\":1,\"a\":2}", "\uFEFF{}",
            "{\"title\":5,\"detail\":[]}", "<html>", "{\"retry\":1e999}"];
        int count = Proof.Count(5_000, 200_000);
        for (int i = 0; i < count; i++)
        {
            byte[] body = random.Next(3) == 0 ? new byte[random.Next(64)] : System.Text.Encoding.UTF8.GetBytes(bodies[random.Next(bodies.Length)]);
            if (random.Next(2) == 0)
            {
                random.NextBytes(body.AsSpan(body.Length / 2));
            }

            string type = types[random.Next(types.Length)];
            var status = (HttpStatusCode)random.Next(400, 600);
            using HttpClient client = FakeHandler.Client((_, _) => FakeHandler.Response(body, status, type));
            using var transport = new ApiTransport(Options(), client);

            ApiStatusException exception = await Assert.ThrowsAnyAsync<ApiStatusException>(
                () => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));

            Assert.Equal(status, exception.StatusCode);
            Assert.NotNull(exception.ToString());
        }

        Proof.Report($"{count} failed responses, each with its status");
    }

    [Fact]
    public async Task The_failure_of_another_clients_call_is_not_this_calls_status()
    {
        using HttpClient client = FakeHandler.Client(static (_, _) => throw Foreign());
        using var transport = new ApiTransport(Options(), client);

        var exception = await Assert.ThrowsAsync<ApiConnectionException>(
            () => transport.SendWithResponseAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation));

        Assert.True(exception.RequestMayHaveBeenSent);
    }

    [Fact]
    public async Task A_borrowed_client_that_was_disposed_is_reported_as_such()
    {
        HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response(TestApi.ThingBody));
        using var transport = new ApiTransport(Options(), client);
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_redirect_to_an_address_that_is_none_is_the_result()
    {
        Random random = Proof.Random(10);
        const string pieces = "http:/\\@[]%?#.:;é\u0080 \t0xn--a\"<>|^`{}";
        int count = Proof.Count(2_000, 100_000);
        for (int i = 0; i < count; i++)
        {
            string location = i == 0 ? "https://é-/" : (random.Next(2) == 0 ? "https://" : "")
                + string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            using HttpClient client = FakeHandler.Client((_, call) =>
            {
                HttpResponseMessage response = FakeHandler.Response(call == 1 ? "" : TestApi.ThingBody, call == 1 ? HttpStatusCode.Found : HttpStatusCode.OK);
                response.Headers.TryAddWithoutValidation("Location", location);
                return response;
            });
            ApiClientOptions options = Options();
            options.MaxRedirects = 3;
            using var transport = new ApiTransport(options, client);

            Exception? exception = await Record.ExceptionAsync(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), cancellationToken: Cancellation));

            Assert.True(exception is null or ApiStatusException { StatusCode: HttpStatusCode.Found } or ApiConnectionException, $"{location}: {exception}");
        }

        Proof.Report($"{count} redirects to addresses of random characters");
    }

    private static ApiClientOptions Options()
    {
        ApiClientOptions options = TestApi.Options(_address);
        options.Retry.MaxRetries = 0;
        return options;
    }

    private static Exception Foreign()
    {
        using HttpClient client = FakeHandler.Client(static (_, _) => FakeHandler.Response("{}", HttpStatusCode.NotFound));
        using var transport = new ApiTransport(Options(), client);
        return Record.ExceptionAsync(() => transport.SendAsync(TestApi.Post, TestApi.ThingRequest(), cancellationToken: Cancellation))
            .GetAwaiter()
            .GetResult()!;
    }

    private sealed class BrokenStream(Func<Exception> thrown) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw thrown();

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw thrown();

        public override bool CanSeek => false;
    }
}
