using System.Net.Http.Headers;
using System.Text;
using System.Text.Unicode;

namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Decodes a body with the charset that the server declares, or by its byte order mark, or as UTF-8. Invalid bytes are an
/// error, since a replacement character would silently change the text.
/// </summary>
internal static class Charset
{
    /// <summary>Returns the declared charset, or null if there is none.</summary>
    public static string? Of(MediaTypeHeaderValue? contentType) => contentType?.CharSet?.Trim(' ', '"') is { Length: > 0 } charset ? charset : null;

    /// <summary>Returns whether text in a charset is also valid UTF-8.</summary>
    public static bool IsUtf8(string charset)
        => charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether a body can be cut at its line feeds before it is decoded.</summary>
    /// <exception cref="PayloadException">The charset is not known.</exception>
    public static bool HasPlainLines(MediaTypeHeaderValue? contentType)
        => Of(contentType) is not { } charset || IsUtf8(charset) || IsWindows1252(charset) || Get(charset, default).GetBytes("\n") is [(byte)'\n'];

    /// <summary>Decodes a body.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="contentType">The declared media type, or null.</param>
    /// <param name="isPart">True for a part of a body. It has no byte order mark, and two bytes do not show that a body is in UTF-16.</param>
    /// <exception cref="PayloadException">The charset is not known, or the body is not valid in it.</exception>
    public static string Decode(ReadOnlySpan<byte> body, MediaTypeHeaderValue? contentType, bool isPart = false)
    {
        string charset = Of(contentType) ?? "utf-8";
        try
        {
            if (IsWindows1252(charset))
            {
                return Windows1252(body);
            }

            Encoding encoding = (isPart ? null : Sniff(body)) ?? Get(charset, body);
            return encoding.GetString(!isPart && body.StartsWith(encoding.Preamble) ? body[encoding.Preamble.Length..] : body);
        }
        catch (ArgumentException exception)
        {
            // The encodings of .NET throw a DecoderFallbackException. Those of a registered provider may throw others.
            throw new PayloadException($"The body is not valid {charset}.", innerException: exception);
        }
    }

    /// <summary>Converts a body to UTF-8. Returns the same bytes if they are UTF-8 already or cannot be decoded.</summary>
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
    /// Returns the encoding that the first bytes indicate: UTF-16 or UTF-32 with a byte order mark, or UTF-16 that begins with
    /// an ASCII character. Returns null for anything else.
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

    /// <summary>Decodes Windows-1252. .NET would need a table of all code pages, of which servers use only this one.</summary>
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
            // .NET no longer decodes UTF-7 and throws a NotSupportedException for it.
            throw new PayloadException(
                "The charset of the body is not known. Encoding.RegisterProvider can add more charsets.", innerException: exception);
        }
    }
}
