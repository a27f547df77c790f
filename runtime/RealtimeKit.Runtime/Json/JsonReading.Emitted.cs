using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

public static partial class JsonReading
{
    /// <summary>A string's unescaped UTF-8, without a copy where it needs none.</summary>
    public static ReadOnlySpan<byte> Utf8(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Unexpected("a string", ref reader);
        }

        return reader.HasValueSequence || reader.ValueIsEscaped ? Unescaped(ref reader) : reader.ValueSpan;
    }

    /// <summary>The value of an enum that is closed.</summary>
    /// <exception cref="JsonException">The API description does not name the value.</exception>
    public static TEnum Known<TEnum>(OpenEnum<TEnum> value)
        where TEnum : struct, Enum
        => value.TryGetValue(out TEnum known) ? known : throw new JsonException($"The value is none of {typeof(TEnum).Name}.");

    /// <summary>Demands an array.</summary>
    /// <exception cref="JsonException">The value is none.</exception>
    public static void StartArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Unexpected("an array", ref reader);
        }
    }

    /// <summary>Goes on to the next item, on whose first token the reader then stands. False at the array's end.</summary>
    public static bool NextItem(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Demands that an array has the items that the API description places.</summary>
    /// <exception cref="JsonException">It has fewer.</exception>
    public static void RequireItems(int count, int required)
    {
        if (count < required)
        {
            throw new JsonException($"Expected an array of at least {required} items, found {count}.");
        }
    }

    /// <summary>Keeps a property that the API description types but does not name.</summary>
    /// <exception cref="JsonException">The name stands twice in the object.</exception>
    public static void Rest<T>(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, ref Dictionary<string, T>? rest, JsonRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        string key = System.Text.Encoding.UTF8.GetString(name);
        rest ??= new Dictionary<string, T>(StringComparer.Ordinal);
        if (!rest.TryAdd(key, read(ref reader)))
        {
            throw new JsonException("A property stands twice in one object.");
        }
    }
}
