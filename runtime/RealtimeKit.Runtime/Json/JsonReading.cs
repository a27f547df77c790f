using System.ComponentModel;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Reads JSON for emitted code. For each method the reader is on the first token of the value before the call, and on the last
/// token after it. A value of the wrong type is a <see cref="JsonException"/>, whose message contains the expected and the
/// actual type, but not the value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonReading
{
    /// <summary>Returns whether the value is a null that the API description does not allow, but that is accepted.</summary>
    public static bool IsUndocumentedNull(ref Utf8JsonReader reader) => UndocumentedNulls.Take(ref reader);

    /// <summary>Checks that an object begins.</summary>
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected("an object", ref reader);
        }
    }

    /// <summary>
    /// Moves to the first token of the next property's value and gets its <paramref name="name"/> in UTF-8 without escapes.
    /// Returns false at the end of the object. The value must be read or skipped before the next call.
    /// </summary>
    public static bool NextProperty(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        Advance(ref reader);
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }

        name = reader.HasValueSequence || reader.ValueIsEscaped ? Unescaped(ref reader) : reader.ValueSpan;
        Advance(ref reader);
        return true;
    }

    /// <summary>Keeps an unknown property.</summary>
    public static void Unknown(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name, ref Dictionary<string, JsonElement>? unknown)
    {
        string key = Name(name);
        unknown ??= new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (unknown.ContainsKey(key))
        {
            throw Duplicate(key);
        }

        unknown.Add(key, JsonElement.ParseValue(ref reader));
    }

    /// <summary>Reads an array.</summary>
    public static IReadOnlyList<T> List<T>(ref Utf8JsonReader reader, JsonRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            if (UndocumentedNulls.Take(ref reader))
            {
                return null!;
            }

            throw Unexpected("an array", ref reader);
        }

        if (typeof(T) == typeof(JsonElement))
        {
            return (IReadOnlyList<T>)RawList(ref reader);
        }

        Advance(ref reader);
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        var items = new List<T>();
        do
        {
            items.Add(read(ref reader));
            Advance(ref reader);
        }
        while (reader.TokenType != JsonTokenType.EndArray);
        return items;
    }

    /// <summary>Reads a JSON object as a map. Keys are compared ordinally; duplicates are rejected.</summary>
    public static IReadOnlyDictionary<string, T> Map<T>(ref Utf8JsonReader reader, JsonRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (UndocumentedNulls.Take(ref reader))
        {
            return null!;
        }

        StartObject(ref reader);
        if (typeof(T) == typeof(JsonElement))
        {
            return (IReadOnlyDictionary<string, T>)RawMap(ref reader);
        }

        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        while (NextProperty(ref reader, out ReadOnlySpan<byte> name))
        {
            string key = Name(name);
            if (!entries.TryAdd(key, read(ref reader)))
            {
                throw Duplicate(key);
            }
        }

        return entries;
    }

    /// <summary>Reads a value type or null.</summary>
    public static T? Nullable<T>(ref Utf8JsonReader reader, JsonRead<T> read)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        return reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.String && IsRefusedBlank(ref reader, read))
            ? null
            : read(ref reader);
    }

    /// <summary>Reads a reference type or null.</summary>
    public static T? NullableRef<T>(ref Utf8JsonReader reader, JsonRead<T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.String && IsRefusedBlank(ref reader, read))
            ? null
            : read(ref reader);
    }

    /// <summary>
    /// Reads the value of one property of an object and skips the others. Rejects an object in which the property is missing, or null
    /// although <paramref name="nullable"/> is false.
    /// </summary>
    public static T Envelope<T>(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> property, JsonRead<T> read, bool nullable = false)
    {
        ArgumentNullException.ThrowIfNull(read);
        StartObject(ref reader);
        bool found = false;
        T result = default!;
        while (NextProperty(ref reader, out ReadOnlySpan<byte> name))
        {
            if (!name.SequenceEqual(property))
            {
                reader.Skip();
                continue;
            }

            if (found)
            {
                throw Duplicate(Name(property));
            }

            if (reader.TokenType == JsonTokenType.Null && !nullable)
            {
                throw new JsonException($"The property '{Name(property)}', which contains the result, is null.");
            }

            result = read(ref reader);
            found = true;
        }

        return found
            ? result
            : throw new JsonException($"The property '{Name(property)}', which contains the result, is missing.");
    }

    private static IReadOnlyList<JsonElement> RawList(ref Utf8JsonReader reader)
    {
        var items = new RawItems();
        while (NextItem(ref reader))
        {
            items.Add(ref reader);
        }

        return items.ToList();
    }

    private static IReadOnlyDictionary<string, JsonElement> RawMap(ref Utf8JsonReader reader)
    {
        using var entries = new RawObject();
        while (NextProperty(ref reader, out ReadOnlySpan<byte> name))
        {
            entries.Add(name, ref reader);
        }

        return entries.Finish();
    }

    internal static JsonException Unexpected(string expected, ref Utf8JsonReader reader)
        => new($"Expected {expected}, found {Describe(reader.TokenType)}.");

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "no value",
    };

    private static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("The document is incomplete.");
        }
    }

    internal static JsonException Duplicate(string name) => new($"An object contains the property '{JsonPath.Shown(name)}' twice.");

    private static string Name(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name);

    private static byte[] Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            int length = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
            byte[] copy = new byte[length];
            int written = reader.CopyString(copy);
            return copy.AsSpan(0, written).ToArray();
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("The text is not valid Unicode.", exception);
        }
    }
}
