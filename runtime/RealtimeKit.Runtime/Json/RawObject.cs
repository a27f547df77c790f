using System.Text.Json;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Json;

/// <summary>Collects properties that are not in the API description. Each name may appear once.</summary>
internal sealed class RawObject : IDisposable
{
    /// <summary>The maximum number of names that are compared one by one, which is cheaper than a hash table.</summary>
    private const int MostCompared = 8;

    private readonly RawJson _text = new();
    private readonly List<Range> _names = [];
    private HashSet<Range>? _table;

    public RawObject() => _text.Open((byte)'{');

    /// <summary>Adds the property whose value the reader is on.</summary>
    /// <param name="name">The name in UTF-8, without escapes.</param>
    /// <param name="reader">The reader, on the first token of the value before the call, and on the last token after it.</param>
    /// <exception cref="JsonException">The name was added before.</exception>
    public void Add(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        Range place = _text.Name(NeedsEscape(name) ? JsonEncodedText.Encode(name, JsonText.Encoder).EncodedUtf8Bytes : name);
        if (!TryAdd(place))
        {
            throw JsonReading.Duplicate(System.Text.Encoding.UTF8.GetString(name));
        }

        _text.Copy(ref reader);
    }

    /// <summary>Returns the properties. The instance cannot be used afterwards.</summary>
    public RawProperties Finish()
    {
        _text.Close((byte)'}');
        return new RawProperties(_text.Finish(), _table?.Count ?? _names.Count);
    }

    public void Dispose() => _text.Dispose();

    private static bool NeedsEscape(ReadOnlySpan<byte> name) => name.IndexOfAny((byte)'"', (byte)'\\') >= 0 || name.IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0;

    private bool TryAdd(Range place)
    {
        if (_table is not null)
        {
            return _table.Add(place);
        }

        foreach (Range other in _names)
        {
            if (_text.Written[other].SequenceEqual(_text.Written[place]))
            {
                return false;
            }
        }

        _names.Add(place);
        if (_names.Count > MostCompared)
        {
            _table = new HashSet<Range>(_names, new Comparer(_text));
        }

        return true;
    }

    /// <summary>Compares two ranges of the text. The hash code differs between processes, so that nobody can send names that collide.</summary>
    private sealed class Comparer(RawJson text) : IEqualityComparer<Range>
    {
        public bool Equals(Range x, Range y) => text.Written[x].SequenceEqual(text.Written[y]);

        public int GetHashCode(Range place)
        {
            var hash = default(HashCode);
            hash.AddBytes(text.Written[place]);
            return hash.ToHashCode();
        }
    }
}
