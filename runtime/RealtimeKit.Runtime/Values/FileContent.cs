using System.Text;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime;

/// <summary>A file to upload. The stream is read from its current position and not disposed.</summary>
public sealed class FileContent
{
    /// <summary>Initializes a new instance with a stream.</summary>
    /// <param name="content">The content. The call can be retried only if the stream is seekable.</param>
    /// <param name="fileName">The file name that is sent to the server.</param>
    /// <param name="contentType">The media type, or null to use the one of the operation.</param>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> or <paramref name="fileName"/> is null.</exception>
    public FileContent(Stream content, string fileName, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        Content = content;
        FileName = fileName;
        ContentType = contentType;
    }

    private FileContent(string text, string? contentType)
        : this(new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false), "", contentType ?? "text/plain; charset=utf-8") => IsField = true;

    /// <summary>Gets the content.</summary>
    public Stream Content { get; }

    /// <summary>Gets the file name that is sent to the server.</summary>
    public string FileName { get; }

    /// <summary>Gets the media type, or null to use the one of the operation.</summary>
    public string? ContentType { get; }

    /// <summary>
    /// Gets further headers of the part in a multipart body, or null. <c>Content-Disposition</c> and <c>Content-Type</c> are not allowed
    /// here, because the part has its own.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Gets whether the content is sent as a form field, without a file name.</summary>
    internal bool IsField { get; }

    /// <summary>Creates a form field for an API that accepts text instead of a file. The field is sent without a file name.</summary>
    /// <param name="text">The text, which is sent in UTF-8.</param>
    /// <param name="contentType">The media type, or null for plain text.</param>
    /// <returns>The field.</returns>
    /// <exception cref="ArgumentException"><paramref name="text"/> is null or contains an unpaired surrogate.</exception>
    public static FileContent FromText(string text, string? contentType = null)
    {
        return new FileContent(WholeText.Require(text, nameof(text)), contentType);
    }
}
