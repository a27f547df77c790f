using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Errors;

/// <summary>A handler or a body throws an exception whose own text fails. The call throws an exception of the table, as for any other.</summary>
public sealed class UnreadableExceptionTests
{
    public static MatrixTheoryData<string, bool, string> Cases => new(
        ["plain", "http", "timeout", "limit", "cancelled"], [true, false], ["handler", "body", "error body", "file"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_call_throws_an_exception_of_the_table(string kind, bool isInner, string place)
    {
        Exception Make() => isInner ? new HttpRequestException("outer", Bad(kind)) : Bad(kind);
        using HttpClient http = FakeHandler.Client((_, _) => place == "handler" ? throw Make() : new HttpResponseMessage
        {
            StatusCode = place == "error body" ? System.Net.HttpStatusCode.BadRequest : System.Net.HttpStatusCode.OK,
            Content = new StreamContent(new BadStream(Make)),
        });
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/")), http);
        ApiOperation<Stream> file = TestApi.Operation("get_file", HttpMethod.Get, isIdempotent: true, ApiResult.Stream("200"));

        ApiException exception = await Assert.ThrowsAnyAsync<ApiException>(async () =>
        {
            if (place == "file")
            {
                Stream body = await transport.SendAsync(file, TestApi.ThingRequest(), null, TestContext.Current.CancellationToken);
                await body.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken);
            }
            else
            {
                await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), null, TestContext.Current.CancellationToken);
            }
        });
        Assert.Equal(place is "error body" or "file" || (kind == "limit" && !isInner) || (kind == "cancelled" && !isInner) ? 1 : 3, exception.Attempts);
        Assert.NotEmpty(exception.ToString());
    }

    private static Exception Bad(string kind) => kind switch
    {
        "http" => new BadHttp(HttpRequestError.Unknown),
        "limit" => new BadHttp(HttpRequestError.ConfigurationLimitExceeded),
        "timeout" => new BadTimeout(),
        "cancelled" => new BadCancellation(),
        _ => new BadException(),
    };

    private sealed class BadException : Exception
    {
        public override string Message => throw new InvalidOperationException("m");

        public override string ToString() => throw new InvalidOperationException("ts");
    }

    private sealed class BadHttp(HttpRequestError error) : HttpRequestException(error)
    {
        public override string Message => throw new InvalidOperationException("m");

        public override string ToString() => throw new InvalidOperationException("ts");
    }

    private sealed class BadTimeout : TimeoutException
    {
        public override string Message => throw new InvalidOperationException("m");

        public override string ToString() => throw new InvalidOperationException("ts");
    }

    private sealed class BadCancellation : OperationCanceledException
    {
        public override string Message => throw new InvalidOperationException("m");

        public override string ToString() => throw new InvalidOperationException("ts");
    }

    private sealed class BadStream(Func<Exception> make) : MemoryStream([1])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => ValueTask.FromException<int>(make());
    }
}
