using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using RealtimeKit.Runtime.Text;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Bodies;

/// <summary>
/// A <c>multipart/form-data</c> body (RFC 7578), or another multipart type whose parts are attachments. Names are escaped as in
/// the WHATWG form encoding.
/// </summary>
internal sealed class MultipartRequestBody : RequestBody
{
    public const string FormData = "multipart/form-data";

    private readonly string _boundary;
    private readonly List<(byte[] Head, RequestBody Body)> _parts;
    private readonly byte[] _end;

    private MultipartRequestBody(string mediaType, string boundary, List<(byte[] Head, RequestBody Body)> parts)
        : base($"{mediaType}; boundary={boundary}")
    {
        _boundary = boundary;
        _parts = parts;
        _end = Encoding.ASCII.GetBytes($"--{_boundary}--\r\n");
    }

    public override IEnumerable<string> Secrets => _parts.SelectMany(static part => part.Body.Secrets);

    public override long? Length
    {
        get
        {
            long total = _end.Length;
            foreach ((byte[] head, RequestBody body) in _parts)
            {
                if (body.Length is not { } length)
                {
                    return null;
                }

                total += head.Length + length + 2;
            }

            return total;
        }
    }

    public override bool IsRepeatable => _parts.TrueForAll(static part => part.Body.IsRepeatable);

    public override bool IsInMemory => _parts.TrueForAll(static part => part.Body.IsInMemory);

    public static MultipartRequestBody Create(string mediaType, IEnumerable<MultipartPart> parts)
    {
        // The boundary is random, so that no content can contain it by accident or on purpose.
        string boundary = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        string disposition = mediaType.StartsWith(FormData, StringComparison.OrdinalIgnoreCase) ? "form-data" : "attachment";
        var laidOut = new List<(byte[], RequestBody)>();
        var readOnce = new HashSet<Stream>(ReferenceEqualityComparer.Instance);
        foreach (MultipartPart part in parts)
        {
            if (part.Body is not { } body)
            {
                continue;
            }

            RequireOwnStream(part.Name, body, readOnce);
            var head = new StringBuilder()
                .Append("--").Append(boundary).Append("\r\n")
                .Append("Content-Disposition: ").Append(disposition).Append("; name=\"").Append(Escape(part.Name)).Append('"');
            if (part.FileName is { } fileName)
            {
                head.Append("; filename=\"").Append(Escape(fileName)).Append('"');
            }

            head.Append("\r\n");
            if (body.ContentType is { } contentType)
            {
                HeaderText.RequireMediaType(contentType, "contentType");
                head.Append("Content-Type: ").Append(contentType).Append("\r\n");
            }

            foreach ((string name, string value) in part.Headers ?? new Dictionary<string, string>())
            {
                HeaderText.RequireToken(name, nameof(parts));
                RequireOwn(name);
                HeaderText.RequireWholeValue(name, value, nameof(parts));
                head.Append(name).Append(": ").Append(value).Append("\r\n");
            }

            laidOut.Add((Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), body));
        }

        return new MultipartRequestBody(WithRoot(mediaType, laidOut), boundary, laidOut);
    }

    /// <summary>
    /// Returns the media type with the parameter <c>type</c> that RFC 2387 requires of <c>multipart/related</c>: the media type of the root,
    /// which is the first part.
    /// </summary>
    private static string WithRoot(string mediaType, List<(byte[] Head, RequestBody Body)> parts)
    {
        bool isIncomplete = MediaTypeHeaderValue.TryParse(mediaType, out MediaTypeHeaderValue? parsed)
            && "multipart/related".Equals(parsed.MediaType, StringComparison.OrdinalIgnoreCase)
            && parsed.Parameters.All(static parameter => !parameter.Name.Equals("type", StringComparison.OrdinalIgnoreCase));
        return isIncomplete && parts.Count > 0 && MediaTypeHeaderValue.TryParse(parts[0].Body.ContentType, out MediaTypeHeaderValue? root)
            ? $"{mediaType}; type=\"{root.MediaType}\""
            : mediaType;
    }

    /// <summary>Checks that a part has its name and media type only once, because servers differ in which of two headers they use.</summary>
    /// <exception cref="ArgumentException">The header is set from other properties of the part.</exception>
    private static void RequireOwn(string header)
    {
        if (header.Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase) || header.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"The header '{header}' of a part is set from its name, {nameof(FileContent.FileName)} and {nameof(FileContent.ContentType)}.", nameof(header));
        }
    }

    public override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        foreach ((byte[] head, RequestBody body) in _parts)
        {
            await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
            await body.WriteAsync(stream, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }

        await stream.WriteAsync(_end, cancellationToken).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        foreach ((_, RequestBody body) in _parts)
        {
            body.Dispose();
        }
    }

    public override Task EndAsync() => Task.WhenAll(_parts.Select(static part => part.Body.EndAsync()));

    /// <summary>Checks that no earlier part has the same stream, unless it is seekable. Otherwise this part would be empty.</summary>
    private static void RequireOwnStream(string name, RequestBody body, HashSet<Stream> readOnce)
    {
        if (body is StreamedBody { IsRepeatable: false, Source: var source } && !readOnce.Add(source))
        {
            throw new ArgumentException($"The part '{name}' has the same stream as an earlier part, but the stream is not seekable.", nameof(name));
        }
    }

    private static string Escape(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("The name of a form field or a file contains U+0000.", nameof(text));
        }

        return WholeText.Require(text, "name")
            .Replace("\"", "%22", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
    }
}
