namespace RealtimeKit.Runtime.Bodies;

/// <summary>
/// A body of zero bytes. .NET repeats a request that has no body if a kept-alive connection turns out to be closed. This body
/// prevents that for requests that are not idempotent.
/// </summary>
internal sealed class EmptyBody() : RequestBody(contentType: null)
{
    public override long? Length => 0;

    public override bool IsRepeatable => true;

    public override bool IsInMemory => true;

    public override Task WriteAsync(Stream stream, CancellationToken cancellationToken) => Task.CompletedTask;
}
