using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Handlers;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Bodies;

/// <summary>Over HTTP/2, .NET goes on sending the parts of a request that has been answered. The next request sends them again.</summary>
public sealed class StoppedContentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_parts_of_an_answered_request_are_not_read_beside_those_of_the_next()
    {
        var file = new MemoryStream(new byte[10]);
        MultipartRequestBody body = MultipartRequestBody.Create(
            MultipartRequestBody.FormData, [MultipartPart.Field("a", "text"), MultipartPart.File("f", new FileContent(file, "f"))]);
        using var first = new RequestContent(body, onlyOnce: false, new SendRecord(hasOwnConnections: true));
        using var second = new RequestContent(body, onlyOnce: false, new SendRecord(hasOwnConnections: true));
        var stalled = new StalledTarget();
        Task sending = first.CopyToAsync(stalled, Cancellation);

        first.Stop();
        var target = new MemoryStream();
        await second.CopyToAsync(target, Cancellation);
        stalled.Continue();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(body.Length, target.Length);
    }

    /// <summary>A connection whose window for the body is used up.</summary>
    private sealed class StalledTarget : MemoryStream
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Continue() => _open.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _open.Task.WaitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
