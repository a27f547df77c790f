using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using RealtimeKit.Runtime.Converters;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Converts a type that parses strings.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ParsableText<T> : ITextConverter<T>
    where T : IParsable<T>
{
    private ParsableText()
    {
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
        => T.TryParse(text.ToString(), CultureInfo.InvariantCulture, out value);

    /// <inheritdoc/>
    public static string Format(T value) => FormattedText.Of(value);
}
