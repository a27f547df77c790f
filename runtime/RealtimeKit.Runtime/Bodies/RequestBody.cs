using RealtimeKit.Runtime.Handlers;

namespace RealtimeKit.Runtime.Bodies;

/// <summary>What a request carries, for as many attempts as it takes.</summary>
internal abstract class RequestBody(string? contentType) : IDisposable
{
    public string? ContentType { get; } = contentType;

    /// <summary>Secrets within, to be left out of whatever is told about the call.</summary>
    public virtual IEnumerable<string> Secrets => [];

    /// <summary>Bytes, or null where only sending tells.</summary>
    public abstract long? Length { get; }

    /// <summary>Whether it can be sent once more after it has been sent in part or whole.</summary>
    public abstract bool IsRepeatable { get; }

    /// <exception cref="RepeatedSendException">The body was sent before and cannot be read again.</exception>
    public abstract Task WriteAsync(Stream stream, CancellationToken cancellationToken);

    /// <summary>Ends all sending. Nothing is read from the caller's streams after this.</summary>
    public virtual Task EndAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public virtual void Dispose()
    {
    }
}
