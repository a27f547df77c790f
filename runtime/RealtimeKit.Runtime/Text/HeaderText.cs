using System.Buffers;
using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Text;

/// <summary>What may stand in a header: a token as its name, visible ASCII, blanks and tabs as its value.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> _token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly HashSet<string> _framing = new(StringComparer.OrdinalIgnoreCase) { "Content-Length", "Transfer-Encoding" };

    public static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(_token);

    /// <summary>Refuses a name that could end the line or the header.</summary>
    /// <exception cref="ArgumentException">The name is no RFC 9110 token.</exception>
    public static void RequireToken(string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        if (!IsToken(name))
        {
            throw new ArgumentException("A header name holds a character that no header name may hold, or is empty.", parameter);
        }

        if (_framing.Contains(name))
        {
            throw new ArgumentException($"The header '{name}' says where a message ends, which is the transport's to say.", parameter);
        }
    }

    /// <summary>Refuses a value that could end the line; the message names the header and the character, not the value.</summary>
    /// <exception cref="ArgumentException">The value holds anything but visible ASCII, blanks and tabs.</exception>
    public static void RequireValue(string header, string value, string parameter)
    {
        ArgumentNullException.ThrowIfNull(value, parameter);
        int index = value.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        while (index >= 0)
        {
            if (value[index] != '\t')
            {
                throw new ArgumentException($"The value of the header '{header}' holds U+{(int)value[index]:X4}, which no header can carry.", parameter);
            }

            int next = value.AsSpan(index + 1).IndexOfAnyExceptInRange(' ', '~');
            index = next < 0 ? -1 : index + 1 + next;
        }
    }

    /// <summary>Refuses what the platform does not take for a header of a request; the message names the header, not the value.</summary>
    /// <exception cref="ArgumentException">The header has a form that the value has not, or is one of bodies.</exception>
    public static void RequireAccepted(string header, string value, string parameter)
    {
        using var request = new HttpRequestMessage();
        try
        {
            request.Headers.Add(header, value);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            // Without the inner exception: its message repeats the value, which may be a secret.
            throw new ArgumentException($"The header '{header}' cannot be sent with this value or on a request.", parameter);
        }
    }

    /// <summary>Refuses what is no media type.</summary>
    /// <exception cref="ArgumentException">The text is no media type, possibly with parameters.</exception>
    public static void RequireMediaType(string mediaType, string parameter)
    {
        RequireValue("Content-Type", mediaType, parameter);
        if (!MediaTypeHeaderValue.TryParse(mediaType, out _))
        {
            throw new ArgumentException("The content type is no media type.", parameter);
        }
    }
}
