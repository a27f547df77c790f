using System.Net.Http.Headers;
using System.Text;
using System.Text.Unicode;

namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Decodes bodies by the charset that the server declares, else by their byte order mark, else as UTF-8. Always strictly:
/// a replacement character would silently change what the server said.
/// </summary>
internal static class Charset
{
    /// <summary>The declared charset, or null where there is none.</summary>
    public static string? Of(MediaTypeHeaderValue? contentType) => contentType?.CharSet?.Trim(' ', '"') is { Length: > 0 } charset ? charset : null;

    /// <summary>Whether bytes in a charset are UTF-8 as they are.</summary>
    public static bool IsUtf8(string charset)
        => charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a body.</summary>
    /// <exception cref="PayloadException">The charset is not known, or the body is not valid in it.</exception>
    public static string Decode(ReadOnlySpan<byte> body, MediaTypeHeaderValue? contentType)
    {
        string charset = Of(contentType) ?? "utf-8";
        try
        {
            if (IsWindows1252(charset))
            {
                return Windows1252(body);
            }

            Encoding encoding = Sniff(body) ?? Get(charset, body);
            return encoding.GetString(body.StartsWith(encoding.Preamble) ? body[encoding.Preamble.Length..] : body);
        }
        catch (ArgumentException exception)
        {
            // A DecoderFallbackException of the platform's own encodings; those of a registered provider may throw others.
            throw new PayloadException($"The body is not valid {charset}.", innerException: exception);
        }
    }

    /// <summary>A body as UTF-8; the bytes themselves where they are UTF-8 already, or cannot be read.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> body, MediaTypeHeaderValue? contentType)
    {
        if (Sniff(body.Span) is null && (Of(contentType) is not { } charset || IsUtf8(charset)))
        {
            return body;
        }

        try
        {
            return Encoding.UTF8.GetBytes(Decode(body.Span, contentType));
        }
        catch (PayloadException)
        {
            return body;
        }
    }

    /// <summary>
    /// The encoding that the first bytes show: UTF-16 or UTF-32 with a byte order mark, or UTF-16 that begins with an
    /// ASCII character. Null for all others.
    /// </summary>
    public static Encoding? Sniff(ReadOnlySpan<byte> body) => body switch
    {
        [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] or [not 0, 0] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] or [0, not 0] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => null,
    };

    private static bool IsWindows1252(string charset)
        => charset.Equals("windows-1252", StringComparison.OrdinalIgnoreCase) || charset.Equals("cp1252", StringComparison.OrdinalIgnoreCase);

    /// <summary>The platform's own decoder comes with a table of all code pages, of which servers use this one.</summary>
    private static string Windows1252(ReadOnlySpan<byte> bytes)
    {
        const string From80To9F = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
        char[] text = new char[bytes.Length];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = bytes[i] is >= 0x80 and <= 0x9F ? From80To9F[bytes[i] - 0x80] : (char)bytes[i];
        }

        return new string(text);
    }

    private static Encoding Get(string charset, ReadOnlySpan<byte> body)
    {
        if (charset.Equals("utf8", StringComparison.OrdinalIgnoreCase) || (IsUtf8(charset) && Utf8.IsValid(body)))
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        }

        try
        {
            return Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // NotSupportedException is what the platform throws for UTF-7, which it no longer decodes.
            throw new PayloadException(
                "The body is in a charset that is not known here; Encoding.RegisterProvider makes more of them known.", innerException: exception);
        }
    }
}
