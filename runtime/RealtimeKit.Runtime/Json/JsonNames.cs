using System.ComponentModel;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// The names of a record's properties, or of an enum's values, on the wire. Servers nearly always send the properties of an
/// object in the same order. The table therefore remembers which name follows which, compares that name first, and uses a hash
/// table only if it differs.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonNames
{
    private readonly string[] _names;
    private readonly byte[][] _utf8;
    private readonly int[] _buckets;

    /// <summary>
    /// The index of the name that last followed each name. The element for a name is at its index plus one. Several threads write
    /// it; each writes one element at a time.
    /// </summary>
    private readonly int[] _followers;

    /// <summary>The escaped names, so that they are not escaped for each object. Created on first use.</summary>
    private JsonEncodedText[]? _encoded;

    /// <summary>Initializes a new instance. The index of a name is its position in the list.</summary>
    /// <param name="required">The number of required names, which come first.</param>
    /// <param name="nullable">The names for which null means that the property is absent.</param>
    /// <param name="names">The names.</param>
    public JsonNames(int required, Range nullable, params string[] names)
        : this(required, nullable, default, names)
    {
    }

    /// <summary>Initializes a new instance. The index of a name is its position in the list.</summary>
    /// <param name="required">The number of required names, which come first.</param>
    /// <param name="nullable">The names for which null means that the property is absent.</param>
    /// <param name="blank">Those of them for which an empty string means this too, since their values are not strings.</param>
    /// <param name="names">The names.</param>
    public JsonNames(int required, Range nullable, Range blank, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names;
        Required = required;
        (int first, int count) = nullable.GetOffsetAndLength(names.Length);
        FirstNullable = first;
        LastNullable = first + count - 1;
        (FirstBlank, BlankCount) = blank.GetOffsetAndLength(names.Length);
        _utf8 = Array.ConvertAll(names, Encoding.UTF8.GetBytes);
        _followers = new int[names.Length + 1];
        for (int i = 0; i < names.Length; i++)
        {
            _followers[i] = i;
        }

        _buckets = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, names.Length * 2))];
        for (int i = 0; i < names.Length; i++)
        {
            // An object cannot distinguish two equal names. The first is found.
            if (IndexOf(_utf8[i]) < 0)
            {
                uint slot = Hash(_utf8[i]) & (uint)(_buckets.Length - 1);
                while (_buckets[slot] != 0)
                {
                    slot = (slot + 1) & (uint)(_buckets.Length - 1);
                }

                _buckets[slot] = i + 1;
            }
        }
    }

    /// <summary>Gets the escaped names.</summary>
    internal JsonEncodedText[] Encoded => _encoded ??= Array.ConvertAll(_utf8, static name => JsonEncodedText.Encode(name, JsonText.Encoder));

    internal int Count => _names.Length;

    internal int Required { get; }

    internal int FirstNullable { get; }

    internal int LastNullable { get; }

    internal int FirstBlank { get; }

    internal int BlankCount { get; }

    internal string this[int index] => _names[index];

    /// <summary>Returns the index of a name, or -1 if it is not in the table.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="previous">The index of the previous name, or -1.</param>
    internal int IndexAfter(ReadOnlySpan<byte> name, int previous)
    {
        int follower = _followers[previous + 1];
        if (follower < _utf8.Length && name.SequenceEqual(_utf8[follower]))
        {
            return follower;
        }

        int index = IndexOf(name);
        if (index >= 0)
        {
            _followers[previous + 1] = index;
        }

        return index;
    }

    internal bool Any(Predicate<string> isIt) => Array.Exists(_names, isIt);

    /// <summary>Returns whether a name is in the table.</summary>
    internal bool Contains(string name)
    {
        const int Most = 256;
        if (name.Length > Most / 3)
        {
            return IndexOf(Encoding.UTF8.GetBytes(name)) >= 0;
        }

        Span<byte> utf8 = stackalloc byte[Most];
        return IndexOf(utf8[..Encoding.UTF8.GetBytes(name, utf8)]) >= 0;
    }

    internal int IndexOf(ReadOnlySpan<byte> name)
    {
        uint slot = Hash(name) & (uint)(_buckets.Length - 1);
        while (_buckets[slot] is > 0 and var entry)
        {
            if (name.SequenceEqual(_utf8[entry - 1]))
            {
                return entry - 1;
            }

            slot = (slot + 1) & (uint)(_buckets.Length - 1);
        }

        return -1;
    }

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte unit in name)
        {
            hash = (hash ^ unit) * 16777619;
        }

        return hash ^ (hash >> 15);
    }
}
