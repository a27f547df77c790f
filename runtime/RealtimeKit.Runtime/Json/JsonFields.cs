using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// Reads an object property by property. Finds each name in a table, rejects duplicate names, keeps properties that are not in
/// the table, and checks at the end that the required ones are there.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "The struct is a cursor in one method and is never compared.")]
public struct JsonFields
{
    private const int BitsPerWord = 64;

    private readonly JsonNames _names;
    private readonly ulong[]? _seenBeyond;
    private ulong _seen;
    private int _last;
    private string? _restName;
    private RawObject? _unknown;

    /// <summary>Initializes a new instance. The reader must be on the first token of the object.</summary>
    public JsonFields(ref Utf8JsonReader reader, JsonNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        JsonReading.StartObject(ref reader);
        _names = names;
        _last = -1;
        _seenBeyond = names.Count > BitsPerWord ? new ulong[(names.Count - 1) / BitsPerWord] : null;
    }

    /// <summary>Gets the properties that are not in the table, unchanged, or null if there are none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Unknown { get; private set; }

    /// <summary>
    /// Moves to the next property that is in the table and returns its index, or -1 at the end of the object. The reader is
    /// then on the first token of the value, which must be read before the next call.
    /// </summary>
    public int Next(ref Utf8JsonReader reader)
    {
        while (true)
        {
            int index = Next(ref reader, out ReadOnlySpan<byte> name);
            if (index >= 0 && index < _names.Count)
            {
                return index;
            }

            if (index < 0)
            {
                Unknown = _unknown?.Finish();
                return index;
            }

            UnnamedValues.Properties++;
            (_unknown ??= new RawObject()).Add(name, ref reader);
        }
    }

    /// <summary>
    /// Moves to the next property and returns its index. For a property that is not in the table, this is the index after the last name.
    /// </summary>
    public int NextOrRest(ref Utf8JsonReader reader)
    {
        int index = Next(ref reader, out ReadOnlySpan<byte> name);
        if (index == _names.Count)
        {
            _restName = Encoding.UTF8.GetString(name);
        }

        return index;
    }

    private int Next(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        while (JsonReading.NextProperty(ref reader, out name))
        {
            int index = _names.IndexAfter(name, _last);
            if (index < 0)
            {
                return _names.Count;
            }

            _last = index;
            Mark(index);
            if (reader.TokenType == JsonTokenType.String)
            {
                if ((uint)(index - _names.FirstBlank) >= (uint)_names.BlankCount || !JsonReading.IsBlank(ref reader))
                {
                    return index;
                }
            }
            else if (reader.TokenType != JsonTokenType.Null || index < _names.FirstNullable || index > _names.LastNullable)
            {
                return index;
            }
        }

        Require();
        return -1;
    }

    /// <summary>Keeps the value of a property that is not in the table.</summary>
    public readonly Dictionary<string, T> Rest<T>(Dictionary<string, T>? rest, T value)
    {
        rest ??= new Dictionary<string, T>(StringComparer.Ordinal);
        return rest.TryAdd(_restName!, value) ? rest : throw JsonReading.Duplicate(_restName!);
    }

    private void Mark(int index)
    {
        ref ulong word = ref _seen;
        if (index >= BitsPerWord)
        {
            word = ref _seenBeyond![(index / BitsPerWord) - 1];
        }

        ulong bit = 1UL << (index % BitsPerWord);
        if ((word & bit) != 0)
        {
            throw JsonReading.Duplicate(_names[index]);
        }

        word |= bit;
    }

    private readonly void Require()
    {
        for (int index = 0; index < _names.Required; index++)
        {
            ulong word = index < BitsPerWord ? _seen : _seenBeyond![(index / BitsPerWord) - 1];
            if ((word & (1UL << (index % BitsPerWord))) == 0)
            {
                throw new JsonException($"The required property '{_names[index]}' is missing.");
            }
        }
    }
}
