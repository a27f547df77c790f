using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using RealtimeKit.Runtime.Converters;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Converts a numeric type. By itself, .NET would also read <c>1,5</c> as 15 and round a decimal; neither is accepted here.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NumericText<T> : ITextConverter<T>
    where T : INumberBase<T>
{
    private NumericText()
    {
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
    {
        object? exact = typeof(T) == typeof(decimal) ? ExactDecimal.TryParse(text.ToString(), out decimal number) ? number : null
            : typeof(T) == typeof(double) ? ExactFloat.ParseDouble(text.ToString())
            : typeof(T) == typeof(float) ? ExactFloat.ParseSingle(text.ToString())
            : T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out T? parsed) ? parsed
            : null;
        value = exact is null ? default : (T)exact;
        return exact is not null;
    }

    /// <inheritdoc/>
    public static string Format(T value) => value is float number && float.IsFinite(number) ? FloatText.Of(number) : FormattedText.Of(value);
}
