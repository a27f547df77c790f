namespace RealtimeKit.Runtime;

/// <summary>A file to upload. The stream stays the caller's: it is read from its current position and not disposed.</summary>
public sealed class FileContent
{
    /// <summary>Names a stream.</summary>
    /// <param name="content">What is sent. A call can be repeated only if it is seekable.</param>
    /// <param name="fileName">The name the server is told.</param>
    /// <param name="contentType">The media type, or null for the operation's own.</param>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> or <paramref name="fileName"/> is null.</exception>
    public FileContent(Stream content, string fileName, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        Content = content;
        FileName = fileName;
        ContentType = contentType;
    }

    /// <summary>What is sent.</summary>
    public Stream Content { get; }

    /// <summary>The name the server is told.</summary>
    public string FileName { get; }

    /// <summary>The media type, or null for the operation's own.</summary>
    public string? ContentType { get; }

    /// <summary>Further headers of its part in a multipart body, or null.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
