using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

public static partial class JsonReading
{
    /// <summary>Returns a string in UTF-8 without escapes. The bytes are copied only if necessary.</summary>
    public static ReadOnlySpan<byte> Utf8(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Unexpected("a string", ref reader);
        }

        return reader.HasValueSequence || reader.ValueIsEscaped ? Unescaped(ref reader) : reader.ValueSpan;
    }

    /// <summary>Returns the value of an enum that allows only known values.</summary>
    /// <exception cref="JsonException">The API description does not contain the value.</exception>
    public static TEnum Known<TEnum>(OpenEnum<TEnum> value)
        where TEnum : struct, Enum
        => value.TryGetValue(out TEnum known) ? known : throw new JsonException($"The value is not a known value of {typeof(TEnum).Name}.");

    /// <summary>Checks that an array begins.</summary>
    /// <exception cref="JsonException">The value is not an array.</exception>
    public static void StartArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Unexpected("an array", ref reader);
        }
    }

    /// <summary>Moves to the first token of the next item. Returns false at the end of the array.</summary>
    public static bool NextItem(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Checks that an array has all items that the API description requires.</summary>
    /// <exception cref="JsonException">The array has fewer items.</exception>
    public static void RequireItems(int count, int required)
    {
        if (count < required)
        {
            throw new JsonException($"Expected an array of at least {required} items, found {count}.");
        }
    }

    /// <summary>Keeps a property that has a type in the API description, but no name.</summary>
    /// <exception cref="JsonException">The object contains the name twice.</exception>
    public static void Rest<T>(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, ref Dictionary<string, T>? rest, JsonRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        string key = System.Text.Encoding.UTF8.GetString(name);
        rest ??= new Dictionary<string, T>(StringComparer.Ordinal);
        if (!rest.TryAdd(key, read(ref reader)))
        {
            throw new JsonException("An object contains a property twice.");
        }
    }
}
