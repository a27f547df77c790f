using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Reads values of types that convert themselves, or that a converter of the user converts.</summary>
public static partial class JsonReading
{
    /// <summary>The longest text, in characters, that is read without allocating a string.</summary>
    private const int MostConvertedOnStack = 256;

    /// <summary>Reads a string as a value of another type.</summary>
    public static T Converted<T, TConverter>(ref Utf8JsonReader reader)
        where TConverter : ITextConverter<T>
    {
        string expected = ValueOf<T>();
        if (default(T) is null && UndocumentedNulls.Take(ref reader))
        {
            return default!;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            return Convert<T, TConverter>(ScalarText(ref reader, expected));
        }

        Span<char> buffer = stackalloc char[MostConvertedOnStack];
        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        return length > buffer.Length
            ? Convert<T, TConverter>(Text(ref reader, expected))
            : Convert<T, TConverter>(buffer[..CopyText(ref reader, buffer)]);
    }

    /// <summary>Reads a number as a value of another type, from the digits as they are sent.</summary>
    public static T ConvertedNumber<T, TConverter>(ref Utf8JsonReader reader)
        where TConverter : ITextConverter<T>
    {
        if (default(T) is null && UndocumentedNulls.Take(ref reader))
        {
            return default!;
        }

        return reader.TokenType == JsonTokenType.Number
            ? Digits<T, TConverter>(ref reader)
            : NumberInText(ref reader, ValueOf<T>(), Digits<T, TConverter>);
    }

    /// <summary>Reads a number, or a number in a string, as a value of another type.</summary>
    public static T ConvertedNumberOrText<T, TConverter>(ref Utf8JsonReader reader)
        where TConverter : ITextConverter<T>
        => IsText(ref reader) ? InText(ref reader, Digits<T, TConverter>) : ConvertedNumber<T, TConverter>(ref reader);

    /// <summary>Returns whether the text is a JSON number.</summary>
    internal static bool IsNumber(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(utf8);
        return IsWholeNumber(ref reader, utf8.Length);
    }

    private static T Digits<T, TConverter>(ref Utf8JsonReader reader)
        where TConverter : ITextConverter<T>
    {
        byte[]? pieces = reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : null;
        ReadOnlySpan<byte> digits = pieces ?? reader.ValueSpan;
        Span<char> buffer = digits.Length <= MostConvertedOnStack ? stackalloc char[MostConvertedOnStack] : new char[digits.Length];
        return Convert<T, TConverter>(buffer[..Encoding.UTF8.GetChars(digits, buffer)]);
    }

    private static int CopyText(ref Utf8JsonReader reader, scoped Span<char> buffer)
    {
        try
        {
            return reader.CopyString(buffer);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("The text is not valid Unicode.", exception);
        }
    }

    /// <summary>Converts text. The message of the exception does not contain the text, which may be a secret.</summary>
    private static T Convert<T, TConverter>(scoped ReadOnlySpan<char> text)
        where TConverter : ITextConverter<T>
    {
        try
        {
            return TConverter.TryParse(text, out T? value) && value is not null ? value : throw NotA(ValueOf<T>());
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            // The converter throws instead of returning false.
            throw NotA(ValueOf<T>());
        }
    }

    private static string ValueOf<T>() => $"a value of {typeof(T).Name}";
}
