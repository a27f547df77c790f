namespace RealtimeKit.Runtime.Http;

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

    public abstract Task WriteAsync(Stream stream, CancellationToken cancellationToken);

    public virtual void Dispose()
    {
    }
}
