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

    private FileContent(byte[] text, string? contentType)
        : this(new MemoryStream(text, writable: false), "", contentType ?? "text/plain; charset=utf-8") => Text = text;

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

    /// <summary>Gets the text of a form field, which is sent without a file name and in every call that has it; null for a file.</summary>
    internal byte[]? Text { get; }

    /// <summary>Creates a form field for an API that accepts text instead of a file. The field is sent without a file name.</summary>
    /// <param name="text">The text, which is sent in UTF-8.</param>
    /// <param name="contentType">The media type, or null for plain text.</param>
    /// <returns>The field.</returns>
    /// <exception cref="ArgumentException"><paramref name="text"/> is null or contains an unpaired surrogate.</exception>
    public static FileContent FromText(string text, string? contentType = null)
    {
        return new FileContent(Encoding.UTF8.GetBytes(WholeText.Require(text, nameof(text))), contentType);
    }
}
