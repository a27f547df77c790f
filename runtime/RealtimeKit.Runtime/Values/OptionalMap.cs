using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime;

/// <summary>
/// A map that may be absent, which differs from a map that is null or empty. The default value is absent.
/// </summary>
/// <remarks>
/// It is an <see cref="Optional{T}"/> to which a <see cref="Dictionary{TKey, TValue}"/>, a collection expression or null can be assigned. Write
/// <c>[.. map]</c> for any other map, or <c>new(map)</c> without a copy. C# has no conversions from interfaces, and with one from another class it
/// would not accept null, since null could be either.
/// </remarks>
/// <typeparam name="TValue">The type of the values.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
[CollectionBuilder(typeof(OptionalMap), nameof(OptionalMap.Create))]
[JsonConverter(typeof(OptionalJson))]
public readonly struct OptionalMap<TValue> : IEquatable<OptionalMap<TValue>>
{
    private readonly Optional<IReadOnlyDictionary<string, TValue>?> _value;

    /// <summary>Initializes a new instance with a value, which may be null.</summary>
    public OptionalMap(IReadOnlyDictionary<string, TValue>? value) => _value = new Optional<IReadOnlyDictionary<string, TValue>?>(value);

    /// <summary>Gets the absent value.</summary>
    public static OptionalMap<TValue> Absent => default;

    /// <summary>Gets whether there is a value, which may be null.</summary>
    public bool HasValue => _value.HasValue;

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">The value is absent.</exception>
    public IReadOnlyDictionary<string, TValue>? Value => _value.Value;

    /// <summary>Returns the value, or <paramref name="fallback"/> if it is absent.</summary>
    public IReadOnlyDictionary<string, TValue>? GetValueOrDefault(IReadOnlyDictionary<string, TValue>? fallback = null) => _value.GetValueOrDefault(fallback);

    /// <summary>Converts a dictionary, which may be null.</summary>
    public static implicit operator OptionalMap<TValue>(Dictionary<string, TValue>? value) => new(value);

    /// <summary>Enumerates the entries. There are none if the map is absent or null.</summary>
    public IEnumerator<KeyValuePair<string, TValue>> GetEnumerator() =>
        (_value.GetValueOrDefault() ?? Enumerable.Empty<KeyValuePair<string, TValue>>()).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(OptionalMap<TValue> other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is OptionalMap<TValue> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc cref="Optional{T}.ToString"/>
    public override string ToString() => _value.ToString();

    /// <summary>Returns whether both are absent or have equal values.</summary>
    public static bool operator ==(OptionalMap<TValue> left, OptionalMap<TValue> right) => left.Equals(right);

    /// <summary>Returns whether only one is absent, or the values differ.</summary>
    public static bool operator !=(OptionalMap<TValue> left, OptionalMap<TValue> right) => !left.Equals(right);
}

/// <summary>Creates maps from collection expressions.</summary>
public static class OptionalMap
{
    /// <summary>Returns a map with the entries. Of several with one name, the last counts. It is called by the compiler.</summary>
    public static OptionalMap<TValue> Create<TValue>(ReadOnlySpan<KeyValuePair<string, TValue>> entries)
    {
        Dictionary<string, TValue> map = new(entries.Length, StringComparer.Ordinal);
        foreach (KeyValuePair<string, TValue> entry in entries)
        {
            map[entry.Key] = entry.Value;
        }

        return new(map);
    }
}
