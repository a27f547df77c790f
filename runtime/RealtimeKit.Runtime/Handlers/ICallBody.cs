namespace RealtimeKit.Runtime.Handlers;

/// <summary>The body of a call, with which those of other requests are compared.</summary>
internal interface ICallBody
{
    /// <summary>Gets the media type, or null.</summary>
    string? ContentType { get; }

    /// <summary>Gets the length in bytes, or null if it is not known before the body is sent.</summary>
    long? Length { get; }

    /// <summary>Gets whether the whole body is in memory, so that it can be read several times at once.</summary>
    bool IsInMemory { get; }

    /// <summary>Writes the body.</summary>
    /// <exception cref="ObjectDisposedException">The call has ended.</exception>
    Task WriteAsync(Stream stream, CancellationToken cancellationToken);
}
