using System.ComponentModel;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// The names of a record's properties, or of an enum's values, as they stand on the wire, and how to find one. Servers
/// write an object's properties in one order nearly always, so that the table learns which name follows which and
/// compares that one first; else it looks into a hash table.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonNames
{
    private readonly string[] _names;
    private readonly byte[][] _utf8;
    private readonly int[] _buckets;

    /// <summary>By the place of a name and one: the place that came next the last time. Written by many threads, each of which writes a place.</summary>
    private readonly int[] _followers;

    /// <summary>The names as they are written, escaped once and not with every object; made by the first who writes.</summary>
    private JsonEncodedText[]? _encoded;

    /// <summary>A table of names, by their place in it.</summary>
    /// <param name="required">How many of the first names an object must have.</param>
    /// <param name="nullable">The names at which null means as much as nothing.</param>
    /// <param name="names">The names.</param>
    public JsonNames(int required, Range nullable, params string[] names)
        : this(required, nullable, default, names)
    {
    }

    /// <summary>A table of names, by their place in it.</summary>
    /// <param name="required">How many of the first names an object must have.</param>
    /// <param name="nullable">The names at which null means as much as nothing.</param>
    /// <param name="blank">Those of them at which an empty text does too, since their values are no texts.</param>
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
            // Of two names alike, which no object can tell apart, the first is found.
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

    /// <summary>Writes a name, which a value must follow.</summary>
    /// <param name="writer">Into this.</param>
    /// <param name="index">The place of the name.</param>
    public void Write(Utf8JsonWriter writer, int index)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonEncodedText[] encoded = _encoded ??= Array.ConvertAll(_utf8, static name => JsonEncodedText.Encode(name, JsonText.Encoder));
        writer.WritePropertyName(encoded[index]);
    }

    internal int Count => _names.Length;

    internal int Required { get; }

    internal int FirstNullable { get; }

    internal int LastNullable { get; }

    internal int FirstBlank { get; }

    internal int BlankCount { get; }

    internal string this[int index] => _names[index];

    /// <summary>The place of a name, or -1.</summary>
    /// <param name="name">In UTF-8.</param>
    /// <param name="previous">The place of the name before it, or -1.</param>
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
