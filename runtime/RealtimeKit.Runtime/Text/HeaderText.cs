using System.Buffers;
using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Text;

/// <summary>Checks the parts of a header: the name must be a token, and the value may contain visible ASCII characters, spaces and tabs.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> _token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly HashSet<string> _framing = new(StringComparer.OrdinalIgnoreCase) { "Content-Length", "Transfer-Encoding" };

    private static readonly HashSet<string> _readByPlatform = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Type", "Expect", "Host", "TE", "Trailer", "Upgrade",
    };

    /// <summary>
    /// Returns whether .NET acts on the header of a request. Such a header must have a value that .NET can parse, or the connection and the
    /// server could understand the message differently.
    /// </summary>
    public static bool IsReadByPlatform(string name) => _readByPlatform.Contains(name);

    public static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(_token);

    /// <summary>Checks the name of a header. A name with other characters could end the line or the header.</summary>
    /// <exception cref="ArgumentException">
    /// The name is not a token of RFC 9110, or is the name of a header that only the transport may set.
    /// </exception>
    public static void RequireToken(string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        if (!IsToken(name))
        {
            throw new ArgumentException("The name of a header is empty or contains a character that is not allowed in header names.", parameter);
        }

        if (_framing.Contains(name))
        {
            throw new ArgumentException($"The header '{name}' sets where the message ends. Only the transport may set it.", parameter);
        }
    }

    /// <summary>
    /// Checks the value of a header. A value with other characters could end the line. The message names the header and the
    /// character, but not the value.
    /// </summary>
    /// <exception cref="ArgumentException">The value contains a character other than visible ASCII, space and tab.</exception>
    public static void RequireValue(string header, string value, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        int index = value.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        while (index >= 0)
        {
            if (value[index] != '\t')
            {
                throw new ArgumentException(
                $"The value of the header '{header}' contains U+{(int)value[index]:X4}, which is not allowed in headers.", parameter);
            }

            int next = value.AsSpan(index + 1).IndexOfAnyExceptInRange(' ', '~');
            index = next < 0 ? -1 : index + 1 + next;
        }
    }

    /// <summary>Checks the value of a header like <see cref="RequireValue"/>, and that HTTP does not shorten it.</summary>
    /// <exception cref="ArgumentException">
    /// The value contains a character other than visible ASCII, space and tab, or begins or ends with a space or a tab.
    /// </exception>
    public static void RequireWholeValue(string header, string value, string parameter)
    {
        RequireValue(header, value, parameter);
        if (!IsWhole(value))
        {
            throw new ArgumentException($"The value of the header '{header}' begins or ends with a space or a tab, which HTTP removes.", parameter);
        }
    }

    /// <summary>Returns whether a text neither begins nor ends with a space or a tab, which HTTP removes.</summary>
    public static bool IsWhole(string text) => text.Length == 0 || (text[0] is not (' ' or '\t') && text[^1] is not (' ' or '\t'));

    /// <summary>Checks that the header can be sent on a request. The message names the header, but not the value.</summary>
    /// <exception cref="ArgumentException">
    /// The header belongs to a body, or .NET acts on it and the value does not have its format.
    /// </exception>
    public static void RequireSendable(string header, string value, string parameter)
        => Require(header, value, parameter, needsFormat: IsReadByPlatform(header));

    /// <summary>Checks that .NET accepts the header on a request. The message names the header, but not the value.</summary>
    /// <exception cref="ArgumentException">The value does not have the format of this header, or the header belongs to a body.</exception>
    public static void RequireAccepted(string header, string value, string parameter) => Require(header, value, parameter, needsFormat: true);

    private static void Require(string header, string value, string parameter, bool needsFormat)
    {
        using var request = new HttpRequestMessage();
        try
        {
            request.Headers.Add(header, value);
        }
        catch (FormatException) when (!needsFormat)
        {
            // Servers take values that .NET does not.
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            // The inner exception is left out: its message repeats the value, which may be a secret.
            throw new ArgumentException($"The header '{header}' cannot be sent with this value or on a request.", parameter);
        }
    }

    /// <summary>
    /// Returns the media type of a text in UTF-8, with this charset. Without it, many servers read text as ISO 8859-1. XML and JSON themselves
    /// say how they are encoded.
    /// </summary>
    public static string WithCharset(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        && MediaTypeHeaderValue.TryParse(mediaType, out MediaTypeHeaderValue? parsed)
        && parsed is { MediaType: { } bare, CharSet: null }
        && !bare.Equals("text/xml", StringComparison.OrdinalIgnoreCase)
        && !bare.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            ? mediaType + "; charset=utf-8"
            : mediaType;

    /// <summary>Checks a media type.</summary>
    /// <exception cref="ArgumentException">The text is not a media type with optional parameters.</exception>
    public static void RequireMediaType(string mediaType, string parameter)
    {
        RequireValue("Content-Type", mediaType, parameter);
        if (!MediaTypeHeaderValue.TryParse(mediaType, out _))
        {
            throw new ArgumentException("The content type is not a media type.", parameter);
        }
    }
}
