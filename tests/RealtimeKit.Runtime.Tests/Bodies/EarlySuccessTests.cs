using System.Net;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Bodies;

/// <summary>
/// Over HTTP/2, a server may report a success and then stop reading the body. A body in memory need not be complete then (RFC 9113, 8.1), but
/// an upload must be.
/// </summary>
public sealed class EarlySuccessTests
{
    public enum Kind
    {
        Json,
        Text,
        Bytes,
        Form,
        File,
        FormWithFile,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Kind> Kinds => [.. Enum.GetValues<Kind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_success_is_the_result_unless_the_body_is_an_upload(Kind kind)
    {
        bool isUpload = kind is Kind.File or Kind.FormWithFile;
        using var client = new HttpClient(new StoppingHandler());
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/")), client);
        ApiRequest request = TestApi.ThingRequest();
        request = kind switch
        {
            Kind.Json => request.JsonBody(Thing.Sample, ThingJson.Write),
            Kind.Text => request.TextBody("text", "text/plain"),
            Kind.Bytes => request.BytesBody([1, 2, 3], "image/png"),
            Kind.Form => request.MultipartBody(MultipartPart.Field("a", "text")),
            Kind.File => request.StreamBody(new MemoryStream([1, 2, 3]), "image/png"),
            _ => request.MultipartBody(MultipartPart.Field("a", "text"), MultipartPart.File("f", new FileContent(new MemoryStream([1, 2, 3]), "f"))),
        };

        Exception? exception = await Record.ExceptionAsync(() => transport.SendAsync(TestApi.Post, request, cancellationToken: Cancellation));

        Assert.Equal(isUpload, exception is ApiConnectionException);
        Assert.Equal(!isUpload, exception is null);
    }

    /// <summary>A connection on which the response comes before the body is sent, and then nothing more is received.</summary>
    private sealed class StoppingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _ = request.Content!.CopyToAsync(new StoppedStream(), cancellationToken);
            return Task.FromResult(FakeHandler.Response(TestApi.ThingBody, HttpStatusCode.OK));
        }
    }

    private sealed class StoppedStream : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(50, cancellationToken);
            throw new OperationCanceledException("The server stopped reading.");
        }
    }
}
