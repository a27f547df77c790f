using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Receiving;

/// <summary>The time limit of a handler passes while the body of a response is read. It is a timeout, whichever exception says so.</summary>
public sealed class BodyLimitTests
{
    public static MatrixTheoryData<string, bool> Cases => new(["TimeoutException", "Polly", "cancelled"], [true, false]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_is_a_timeout(string kind, bool isFile)
    {
        using HttpClient http = FakeHandler.Client((_, _) => new HttpResponseMessage { Content = new StreamContent(new LimitedStream(kind)) });
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/")), http);
        ApiOperation<Stream> file = TestApi.Operation("get_file", HttpMethod.Get, isIdempotent: true, ApiResult.Stream("200"));

        var exception = await Assert.ThrowsAsync<ApiTimeoutException>(async () =>
        {
            if (!isFile)
            {
                await transport.SendAsync(TestApi.Get, TestApi.ThingRequest(), null, TestContext.Current.CancellationToken);
                return;
            }

            Stream body = await transport.SendAsync(file, TestApi.ThingRequest(), null, TestContext.Current.CancellationToken);
            await body.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken);
        });
        Assert.Equal((ApiTimeoutKind.Attempt, isFile ? 1 : 3), (exception.Kind, exception.Attempts));
        Assert.Contains("when a timeout of the HttpClient or a handler passed", exception.Message, StringComparison.Ordinal);
    }

    private sealed class LimitedStream(string kind) : MemoryStream([1])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => ValueTask.FromException<int>(kind switch
            {
                "TimeoutException" => new TimeoutException("slow"),
                "Polly" => new Polly.Timeout.TimeoutRejectedException("slow"),
                _ => new TaskCanceledException("slow", new TimeoutException("slow")),
            });
    }
}
