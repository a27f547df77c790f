using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using RealtimeKit.Runtime.Converters;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Converts a type that parses only spans of UTF-8.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Utf8ParsableText<T> : ITextConverter<T>
    where T : IUtf8SpanParsable<T>
{
    private const int MostOnStack = 512;

    private Utf8ParsableText()
    {
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> buffer = most <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[most];
        return T.TryParse(buffer[..Encoding.UTF8.GetBytes(text, buffer)], CultureInfo.InvariantCulture, out value);
    }

    /// <inheritdoc/>
    public static string Format(T value) => FormattedText.Of(value);
}
