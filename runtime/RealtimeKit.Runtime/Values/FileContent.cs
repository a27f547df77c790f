using System.Text;
using RealtimeKit.Runtime.Text;

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

    private FileContent(string text, string? contentType)
        : this(new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false), "", contentType ?? "text/plain; charset=utf-8") => IsField = true;

    /// <summary>What is sent.</summary>
    public Stream Content { get; }

    /// <summary>The name the server is told.</summary>
    public string FileName { get; }

    /// <summary>The media type, or null for the operation's own.</summary>
    public string? ContentType { get; }

    /// <summary>Further headers of its part in a multipart body, or null.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Whether it is sent as a field of the form, without a file name.</summary>
    internal bool IsField { get; }

    /// <summary>Text in the place of a file, where the API accepts either: it is sent as a field, without a file name.</summary>
    /// <param name="text">What is sent, in UTF-8.</param>
    /// <param name="contentType">Its media type, or null for plain text.</param>
    /// <returns>The field.</returns>
    /// <exception cref="ArgumentException"><paramref name="text"/> is null or holds half a surrogate pair.</exception>
    public static FileContent FromText(string text, string? contentType = null)
    {
        return new FileContent(WholeText.Require(text, nameof(text)), contentType);
    }
}
