using System.Net;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Redaction;

/// <summary>
/// A server or a handler repeats a token in the exception of a call, a read or an item, and the call ends at that moment: cancelled, with its
/// stream disposed, at its deadline, or with a delegate that fails. No exception shows the token, as none does without that end.
/// </summary>
public sealed class EndedCallTests
{
    private const string Token = "tok-SECRETVALUE-1";

    private static readonly ApiOperation<Stream> _file = TestApi.Operation("get_file", HttpMethod.Get, isIdempotent: true, ApiResult.Stream("200"));
    private static readonly ApiOperation<string> _items = TestApi.Operation("get_items", HttpMethod.Get, isIdempotent: true, ApiResult.Text("200"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData($"X-Echo {Token}\r\n")]
    [InlineData($"{Token} HTTP/1.1 200 OK\r\n\r\n")]
    public async Task A_call_that_is_cancelled_when_the_server_repeats_the_token(string answer)
    {
        await using var server = RawServer.Responding(System.Text.Encoding.ASCII.GetBytes(
            answer.StartsWith('X') ? $"HTTP/1.1 200 OK\r\n{answer}Content-Length: 2\r\n\r\n{{}}" : answer));
        using var source = new CancellationTokenSource();
        using var http = new HttpClient(new CancellingHandler(source, ApiTransport.CreateHandler()));
        using var transport = new ApiTransport(WithToken(server.Address), http);

        await RequireHiddenAsync<OperationCanceledException>(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), null, source.Token));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_when_a_handler_names_the_token()
    {
        using var source = new CancellationTokenSource();
        using HttpClient http = FakeHandler.Client((request, _) =>
        {
            source.Cancel();
            throw new TimeoutException($"{request.Headers.Authorization} timed out");
        });
        using var transport = new ApiTransport(WithToken(new Uri("https://api.example.com/")), http);

        await RequireHiddenAsync<OperationCanceledException>(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), null, source.Token));
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("failed before")]
    [InlineData("disposed")]
    [InlineData("disposed and cancelled")]
    public async Task A_read_of_a_file_that_ends_when_its_stream_names_the_token(string end)
    {
        using var source = new CancellationTokenSource();
        Stream? file = null;
        void End()
        {
            if (end.StartsWith("disposed", StringComparison.Ordinal))
            {
                file!.Dispose();
            }

            if (end.EndsWith("cancelled", StringComparison.Ordinal))
            {
                source.Cancel();
            }
        }

        using HttpClient http = FakeHandler.Client((_, _) => new HttpResponseMessage { Content = new StreamContent(new TellingStream(End)) });
        using var transport = new ApiTransport(WithToken(new Uri("https://api.example.com/")), http);
        file = await transport.SendAsync(_file, TestApi.ThingRequest(), null, Cancellation);
        if (end == "failed before")
        {
            await RequireHiddenAsync<ApiConnectionException>(() => file.ReadAsync(new byte[1], source.Token).AsTask());
            await RequireHiddenAsync<ApiConnectionException>(() => file.ReadAsync(new byte[1], source.Token).AsTask());
            return;
        }

        Exception exception = await RequireHiddenAsync<Exception>(() => file.ReadAsync(new byte[1], source.Token).AsTask());
        Assert.IsType(end == "disposed" ? typeof(ObjectDisposedException) : typeof(OperationCanceledException), exception);
    }

    [Fact]
    public async Task A_sequence_that_is_cancelled_when_its_stream_names_the_token()
    {
        using var source = new CancellationTokenSource();
        using HttpClient http = FakeHandler.Client((_, _) =>
        {
            var response = new HttpResponseMessage { Content = new StreamContent(new TellingStream(source.Cancel)) };
            response.Content.Headers.ContentType = new("text/event-stream");
            return response;
        });
        using var transport = new ApiTransport(WithToken(new Uri("https://api.example.com/")), http);

        await RequireHiddenAsync<OperationCanceledException>(async () =>
        {
            await foreach (string item in transport.StreamAsync(_items, TestApi.ThingRequest(), null, source.Token))
            {
                Assert.Fail(item);
            }
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_delegate_that_names_the_token_that_was_rejected_before(bool isOwn)
    {
        int asked = 0;
        var credential = new BearerTokenCredential(_ => asked++ == 0 ? new(Token)
            : throw (isOwn ? new ApiCredentialException($"no token after {Token}") : new InvalidOperationException($"no token after {Token}")),
            TimeSpan.Zero);
        using HttpClient http = FakeHandler.Client(static (_, _) => FakeHandler.Response("", HttpStatusCode.ServiceUnavailable));
        ApiClientOptions options = WithToken(new Uri("https://api.example.com/"));
        options.Credential = credential;
        using var transport = new ApiTransport(options, http);

        var exception = await RequireHiddenAsync<ApiCredentialException>(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), null, Cancellation));
        Assert.Equal(2, asked);
        Assert.Contains("was not sent again", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_is_disposed_at_that_moment()
    {
        ApiTransport? transport = null;
        using HttpClient http = FakeHandler.Client((_, _) =>
        {
            transport!.Dispose();
            throw new IOException(Token);
        });
        transport = new ApiTransport(WithToken(new Uri("https://api.example.com/")), http);

        await RequireHiddenAsync<ObjectDisposedException>(() => transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), null, Cancellation));
    }

    private static ApiClientOptions WithToken(Uri address)
    {
        ApiClientOptions options = TestApi.Options(address);
        options.Credential = new BearerTokenCredential(Token);
        return options;
    }

    private static async Task<T> RequireHiddenAsync<T>(Func<Task> call)
        where T : Exception
    {
        T exception = await Assert.ThrowsAnyAsync<T>(call);
        for (Exception? shown = exception; shown is not null; shown = shown.InnerException)
        {
            Assert.DoesNotContain("SECRETVALUE", shown.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("SECRETVALUE", shown.Message, StringComparison.Ordinal);
        }

        return exception;
    }

    /// <summary>Cancels the call after an exception, as the caller may at any time.</summary>
    private sealed class CancellingHandler(CancellationTokenSource source, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch
            {
                await source.CancelAsync();
                throw;
            }
        }
    }

    /// <summary>A body whose exception names the token.</summary>
    private sealed class TellingStream(Action atRead) : MemoryStream([1])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            atRead();
            throw new InvalidOperationException($"The server said {Token}.");
        }
    }
}
