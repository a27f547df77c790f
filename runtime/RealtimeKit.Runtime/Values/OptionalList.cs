using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime;

/// <summary>
/// A list that may be absent, which differs from a list that is null or empty. The default value is absent.
/// </summary>
/// <remarks>
/// It is an <see cref="Optional{T}"/> to which a collection expression (<c>[a, b]</c>), an array, an <see cref="ImmutableArray{T}"/> or null can be
/// assigned. Write <c>[.. list]</c> for any other list, or <c>new(list)</c> without a copy. C# has no conversions from interfaces, and with one
/// from another class, such as <see cref="List{T}"/>, it would not accept null, since null could be either.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
[CollectionBuilder(typeof(OptionalList), nameof(OptionalList.Create))]
[JsonConverter(typeof(OptionalJson))]
public readonly struct OptionalList<T> : IEquatable<OptionalList<T>>
{
    private readonly Optional<IReadOnlyList<T>?> _value;

    /// <summary>Initializes a new instance with a value, which may be null.</summary>
    public OptionalList(IReadOnlyList<T>? value) => _value = new Optional<IReadOnlyList<T>?>(value);

    /// <summary>Gets the absent value.</summary>
    public static OptionalList<T> Absent => default;

    /// <summary>Gets whether there is a value, which may be null.</summary>
    public bool HasValue => _value.HasValue;

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">The value is absent.</exception>
    public IReadOnlyList<T>? Value => _value.Value;

    /// <summary>Returns the value, or <paramref name="fallback"/> if it is absent.</summary>
    public IReadOnlyList<T>? GetValueOrDefault(IReadOnlyList<T>? fallback = null) => _value.GetValueOrDefault(fallback);

    /// <summary>Converts an array, which may be null.</summary>
    public static implicit operator OptionalList<T>(T[]? value) => new(value);

    /// <summary>Converts an immutable array. Its default value is null.</summary>
    public static implicit operator OptionalList<T>(ImmutableArray<T> value) => new(value.IsDefault ? null : value);

    /// <summary>Enumerates the items. There are none if the list is absent or null.</summary>
    public IEnumerator<T> GetEnumerator() => (_value.GetValueOrDefault() ?? []).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(OptionalList<T> other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is OptionalList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc cref="Optional{T}.ToString"/>
    public override string ToString() => _value.ToString();

    /// <summary>Returns whether both are absent or have equal values.</summary>
    public static bool operator ==(OptionalList<T> left, OptionalList<T> right) => left.Equals(right);

    /// <summary>Returns whether only one is absent, or the values differ.</summary>
    public static bool operator !=(OptionalList<T> left, OptionalList<T> right) => !left.Equals(right);
}

/// <summary>Creates lists from collection expressions.</summary>
public static class OptionalList
{
    /// <summary>Returns a list with the items. It is called by the compiler.</summary>
    public static OptionalList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
