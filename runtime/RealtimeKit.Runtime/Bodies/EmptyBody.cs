namespace RealtimeKit.Runtime.Bodies;

/// <summary>
/// A body of zero bytes. .NET repeats a request without a body if a kept-alive connection turns out to be closed, and a request
/// that is not idempotent must not be repeated.
/// </summary>
internal sealed class EmptyBody() : RequestBody(contentType: null)
{
    public override long? Length => 0;

    public override bool IsRepeatable => true;

    public override Task WriteAsync(Stream stream, CancellationToken cancellationToken) => Task.CompletedTask;
}
