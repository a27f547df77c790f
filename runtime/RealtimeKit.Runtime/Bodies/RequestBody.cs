using RealtimeKit.Runtime.Handlers;

namespace RealtimeKit.Runtime.Bodies;

/// <summary>The body of a request, for all its attempts.</summary>
internal abstract class RequestBody(string? contentType) : ICallBody, IDisposable
{
    public string? ContentType { get; } = contentType;

    /// <summary>Gets the secrets in the body, which must not appear in messages or logs.</summary>
    public virtual IEnumerable<string> Secrets => [];

    /// <summary>Gets the length in bytes, or null if it is not known before the body is sent.</summary>
    public abstract long? Length { get; }

    /// <summary>Gets whether the body can be sent again after it was sent in whole or in part.</summary>
    public abstract bool IsRepeatable { get; }

    /// <summary>Gets whether the whole body is in memory, so that it can be read several times at once. One with a stream is an upload.</summary>
    public abstract bool IsInMemory { get; }

    /// <summary>Writes the body.</summary>
    /// <exception cref="RepeatedSendException">The body was sent before and cannot be read again.</exception>
    public abstract Task WriteAsync(Stream stream, CancellationToken cancellationToken);

    /// <summary>Stops sending. The streams of the caller are not read afterwards.</summary>
    public virtual Task EndAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public virtual void Dispose()
    {
    }
}
