using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RealtimeKit.Runtime.Converters;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Converts a type that parses spans of characters.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SpanParsableText<T> : ITextConverter<T>
    where T : ISpanParsable<T>
{
    private SpanParsableText()
    {
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
        => T.TryParse(text, CultureInfo.InvariantCulture, out value);

    /// <inheritdoc/>
    public static string Format(T value) => FormattedText.Of(value);
}
