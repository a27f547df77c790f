using System.ComponentModel;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// What emitted code says to read JSON. Each method finds the reader on the value's first token and leaves it on the
/// last one. A mismatch is a <see cref="JsonException"/> that names what was expected and found, never the value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonReading
{
    /// <summary>Whether the value is null, against what the API description says, and is to be read as null all the same.</summary>
    public static bool IsUndocumentedNull(ref Utf8JsonReader reader) => UndocumentedNulls.Take(ref reader);

    /// <summary>Demands an object.</summary>
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected("an object", ref reader);
        }
    }

    /// <summary>
    /// Goes on to the next property: the reader then stands on the value's first token, <paramref name="name"/> is the
    /// unescaped UTF-8 name. False at the object's end. The value must be read or skipped before the next call.
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

    /// <summary>Keeps a property the client does not know.</summary>
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

    /// <summary>An array, item by item.</summary>
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

    /// <summary>An object whose property names are data. Names are ordinal, duplicates refused.</summary>
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

    /// <summary>A value type, or null.</summary>
    public static T? Nullable<T>(ref Utf8JsonReader reader, JsonRead<T> read)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        return reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.String && IsRefusedBlank(ref reader, read))
            ? null
            : read(ref reader);
    }

    /// <summary>A reference type, or null.</summary>
    public static T? NullableRef<T>(ref Utf8JsonReader reader, JsonRead<T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.String && IsRefusedBlank(ref reader, read))
            ? null
            : read(ref reader);
    }

    /// <summary>The value of one property of an object, the rest skipped; missing or null is an error.</summary>
    public static T Envelope<T>(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> property, JsonRead<T> read)
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

            if (reader.TokenType == JsonTokenType.Null)
            {
                throw new JsonException($"The property '{Name(property)}', which carries the result, is null.");
            }

            result = read(ref reader);
            found = true;
        }

        return found
            ? result
            : throw new JsonException($"The property '{Name(property)}', which carries the result, is missing.");
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
            throw new JsonException("The document ends early.");
        }
    }

    internal static JsonException Duplicate(string name) => new($"The property '{JsonPath.Shown(name)}' stands twice in one object.");

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
            throw new JsonException("Text is not valid Unicode.", exception);
        }
    }
}
