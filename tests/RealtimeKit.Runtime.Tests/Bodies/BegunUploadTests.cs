using System.Net;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Bodies;

/// <summary>
/// A server reports a success in the moment in which an upload begins, as over HTTP/2 with <c>Expect: 100-continue</c>. The upload is then stopped
/// before its first read has ended.
/// </summary>
public sealed class BegunUploadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<bool, bool, bool> Cases => new([false, true], [false, true], [false, true]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_upload_that_has_begun_is_waited_for(bool isStopped, bool isForm, bool isRead)
    {
        using var file = new BlockingFile(isStopped);
        HttpMessageHandler handler = new SingleSendHandler(new BegunHandler(file));
        using var client = new HttpClient(isRead ? new ReadingHandler(handler, file) : handler);
        using var transport = new ApiTransport(TestApi.Options(new Uri("https://api.example.com/")), client);
        ApiRequest request = isForm
            ? TestApi.ThingRequest().MultipartBody(MultipartPart.File("f", new FileContent(file, "f")))
            : TestApi.ThingRequest().StreamBody(file, "image/png");
        var options = new RequestOptions { Headers = new Dictionary<string, string> { ["Expect"] = "100-continue" } };

        Exception? exception = await Record.ExceptionAsync(() => transport.SendAsync(TestApi.Post, request, options, Cancellation));

        Assert.Equal(isStopped, exception is ApiConnectionException { RequestMayHaveBeenSent: true });
        Assert.Equal(!isStopped, exception is null);
    }

    /// <summary>Begins to send a body, and responds before its first read has ended.</summary>
    private sealed class BegunHandler(BlockingFile file) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            file.Blocks = true;
            _ = Task.Run(() => request.Content!.CopyToAsync(Stream.Null, cancellationToken), cancellationToken);
            await file.Begun.Task.WaitAsync(cancellationToken);
            return FakeHandler.Response(TestApi.ThingBody, HttpStatusCode.OK);
        }
    }

    private sealed class ReadingHandler(HttpMessageHandler inner, BlockingFile file) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            file.Blocks = false;
            await request.Content!.CopyToAsync(new MemoryStream(), cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A file whose first read takes its thread for a while.</summary>
    private sealed class BlockingFile(bool isStopped) : MemoryStream(new byte[400])
    {
        public bool Blocks { get; set; }

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Blocks)
            {
                Begun.TrySetResult();
                Thread.Sleep(300);
                if (isStopped)
                {
                    throw new OperationCanceledException("The server stopped reading.");
                }
            }

            return base.ReadAsync(buffer, cancellationToken);
        }
    }
}
