using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Calls;

/// <summary>
/// Limits what a call allocates over a handler in memory, with the default options. The limits hold for builds without optimization,
/// in which each asynchronous method allocates an object more.
/// </summary>
[Collection(nameof(AloneAndFirst))]
public sealed class AllocationTests
{
    private static readonly ApiOperation<string> _get = Operation(HttpMethod.Get);
    private static readonly ApiOperation<string> _put = Operation(HttpMethod.Put);

    /// <summary>The libraries of .NET 8 allocate more for the same calls.</summary>
    private static readonly int _ofFramework = Environment.Version.Major < 9 ? 1300 : 0;

    [Fact]
    public void A_get_allocates_few_objects()
        => AssertAllocates(5900 + _ofFramework, transport => transport.SendAsync(_get, new ApiRequest($"things/{Guid.Empty:id}")));

    [Fact]
    public void A_put_allocates_few_objects()
        => AssertAllocates(6500 + _ofFramework, transport => transport.SendAsync(
            _put, new ApiRequest($"things/{Guid.Empty:id}").JsonBody("new", static (writer, value) => writer.WriteStringValue(value))));

    private static void AssertAllocates(long limit, Func<ApiTransport, Task<string>> send)
    {
        using var transport = new ApiTransport(
            new ThingsClientOptions { Credential = new BearerTokenCredential("token") },
            new HttpClient(new CannedHandler()));
        for (int i = 0; i < 100; i++)
        {
            Assert.True(send(transport).IsCompletedSuccessfully);
        }

        const int Calls = 200;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            send(transport);
        }

        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes");
        Assert.InRange(bytes, 1, limit);
    }

    private static ApiOperation<string> Operation(HttpMethod method) => new()
    {
        OperationId = "x",
        Method = method,
        PathTemplate = "/things/{id}",
        IsIdempotent = true,
        Security = [["token"]],
        Results = [ApiResult.Json("200", static (ref Utf8JsonReader reader) => reader.GetString()!)],
    };

    /// <summary>Responds from memory without waiting, so that the whole call runs on one thread.</summary>
    private sealed class CannedHandler : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue _json = new("application/json");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content)
            {
                await content.CopyToAsync(Stream.Null, cancellationToken);
            }

            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new ByteArrayContent("\"a thing\""u8.ToArray()) { Headers = { ContentType = _json } },
            };
        }
    }
}
