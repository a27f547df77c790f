using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Reads values that strict reading rejects: other spellings that mean the same.</summary>
public static partial class JsonReading
{
    /// <summary>Returns whether the value is an empty string. It is read as null if null is allowed and no string is expected.</summary>
    public static bool IsBlank(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && reader.ValueSpan.IsEmpty && Leniency.Allows();

    /// <summary>Returns whether the value is an empty string that <paramref name="read"/> does not accept.</summary>
    private static bool IsRefusedBlank<T>(ref Utf8JsonReader reader, JsonRead<T> read)
    {
        if (reader.HasValueSequence || !reader.ValueSpan.IsEmpty)
        {
            return false;
        }

        try
        {
            Utf8JsonReader attempt = reader;
            read(ref attempt);
            return false;
        }
        catch (JsonException)
        {
            return Leniency.Allows();
        }
    }

    private delegate bool TryParse<T>(string text, out T value);

    /// <summary>Reads a value in another spelling.</summary>
    private static T Otherwise<T>(ref Utf8JsonReader reader, string expected, TryParse<T> parse)
        => Leniency.Allows() && parse(Text(ref reader, expected), out T value) ? value : throw NotA(expected);

    /// <summary>Reads a number from a string.</summary>
    private static T NumberInText<T>(ref Utf8JsonReader reader, string expected, JsonRead<T> read)
    {
        if (reader.TokenType != JsonTokenType.String || !Leniency.Allows())
        {
            throw Unexpected(expected, ref reader);
        }

        ReadOnlySpan<byte> text = Utf8(ref reader);
        var number = new Utf8JsonReader(text);
        return IsWholeNumber(ref number, text.Length) ? read(ref number) : throw NotA(expected);
    }

    private static bool IsWholeNumber(ref Utf8JsonReader number, int length)
    {
        try
        {
            return number.Read() && number.TokenType == JsonTokenType.Number && number.TokenStartIndex == 0 && number.BytesConsumed == length;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads a boolean from a string.</summary>
    private static bool BooleanInText(ref Utf8JsonReader reader)
    {
        const string Expected = "a boolean";
        if (reader.TokenType != JsonTokenType.String || !Leniency.Allows())
        {
            throw Unexpected(Expected, ref reader);
        }

        return bool.TryParse(Text(ref reader, Expected), out bool value) ? value : throw NotA(Expected);
    }

    /// <summary>Returns the text of an enum's value in UTF-8: a string, or the text of a number or a boolean.</summary>
    internal static ReadOnlySpan<byte> EnumText(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String ? Utf8(ref reader) : ScalarUtf8(ref reader, "a string");

    /// <summary>Returns the text of a number or a boolean, unchanged.</summary>
    private static string ScalarText(ref Utf8JsonReader reader, string expected) => Encoding.UTF8.GetString(ScalarUtf8(ref reader, expected));

    private static ReadOnlySpan<byte> ScalarUtf8(ref Utf8JsonReader reader, string expected)
        => reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False && !reader.HasValueSequence && Leniency.Allows()
            ? reader.ValueSpan
            : throw Unexpected(expected, ref reader);
}
