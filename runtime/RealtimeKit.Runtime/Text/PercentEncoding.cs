using System.Buffers;
using System.Text;

namespace RealtimeKit.Runtime.Text;

/// <summary>Percent-encodes text by RFC 3986: as UTF-8, with all characters encoded except the unreserved ones.</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    // '#' is reserved too, but an unencoded '#' would end the query, and the server would not receive what follows it. For the same reason,
    // '&' is plain only in a path, and '+', which is a space in a form, is not plain there.
    private const string Form = Unreserved + ":/?[]@!$'()*,;=";
    private const string Query = Form + "+";
    private const string Path = Query + "&";

    private static readonly SearchValues<char> _unreserved = SearchValues.Create(Unreserved);
    private static readonly SearchValues<char> _plainInForm = SearchValues.Create(Form);
    private static readonly SearchValues<char> _plainInQuery = SearchValues.Create(Query);
    private static readonly SearchValues<char> _plainInPath = SearchValues.Create(Path);

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Encodes text and appends it.</summary>
    /// <exception cref="ArgumentException">The text contains an unpaired surrogate.</exception>
    public static void Append(StringBuilder builder, string text, ReservedText reserved = ReservedText.Encoded)
    {
        bool allowReserved = reserved != ReservedText.Encoded;
        SearchValues<char> plain = reserved switch
        {
            ReservedText.PlainInForm => _plainInForm,
            ReservedText.PlainInQuery => _plainInQuery,
            ReservedText.PlainInPath => _plainInPath,
            _ => _unreserved,
        };
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int length = rest.IndexOfAnyExcept(plain);
            if (length < 0)
            {
                builder.Append(rest);
                return;
            }

            builder.Append(rest[..length]);
            rest = rest[length..];
            if (allowReserved && IsTriplet(rest))
            {
                builder.Append(rest[..3]);
                rest = rest[3..];
                continue;
            }

            int end = allowReserved ? 0 : rest.IndexOfAny(plain);
            ReadOnlySpan<char> run = allowReserved ? rest[..(char.IsHighSurrogate(rest[0]) && rest.Length > 1 ? 2 : 1)] : end < 0 ? rest : rest[..end];
            AppendEscaped(builder, run);
            rest = rest[run.Length..];
        }
    }

    public static string Encode(string text)
    {
        var builder = new StringBuilder(text.Length + 16);
        Append(builder, text);
        return builder.ToString();
    }

    private static bool IsTriplet(ReadOnlySpan<char> text)
        => text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);

    private static void AppendEscaped(StringBuilder builder, ReadOnlySpan<char> run)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(_strict.GetMaxByteCount(run.Length));
        try
        {
            int count = _strict.GetBytes(run, rented);
            foreach (byte value in rented.AsSpan(0, count))
            {
                builder.Append('%').Append(Digit(value >> 4)).Append(Digit(value & 15));
            }
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException("The text contains an unpaired surrogate and cannot be sent.", exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}
