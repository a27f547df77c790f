using System.Text.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

public static partial class JsonWriting
{
    /// <summary>Writes a value of another type as a string.</summary>
    public static void Converted<T, TConverter>(Utf8JsonWriter writer, T value)
        where TConverter : ITextConverter<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(WholeText.Require(TextOf<T, TConverter>(value)));
    }

    /// <summary>Writes a value of another type as a number.</summary>
    /// <exception cref="ArgumentException">The text of the value is not a JSON number.</exception>
    public static void ConvertedNumber<T, TConverter>(Utf8JsonWriter writer, T value)
        where TConverter : ITextConverter<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        string text = TextOf<T, TConverter>(value);
        if (!JsonReading.IsNumber(text))
        {
            throw new ArgumentException($"The text of the {typeof(T).Name} is not a JSON number.");
        }

        writer.WriteRawValue(text, skipInputValidation: true);
    }

    private static string TextOf<T, TConverter>(T value)
        where TConverter : ITextConverter<T>
    {
        if (value is null)
        {
            throw new ArgumentNullException(nameof(value));
        }

        return TConverter.Format(value) ?? throw new ArgumentException($"The {typeof(T).Name} was formatted as null.");
    }
}
