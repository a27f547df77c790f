namespace RealtimeKit.Runtime.Bodies;

/// <summary>
/// No bytes, yet a body: the platform silently repeats a request without one when a kept-alive connection turns out to
/// be closed, and a request that is not idempotent must not be repeated by anybody.
/// </summary>
internal sealed class EmptyBody() : RequestBody(contentType: null)
{
    public override long? Length => 0;

    public override bool IsRepeatable => true;

    public override Task WriteAsync(Stream stream, CancellationToken cancellationToken) => Task.CompletedTask;
}
