using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime;

/// <summary>The value of a property that may be absent. An absent property differs from one that is null. The default value is absent.</summary>
/// <remarks>
/// System.Text.Json reads and writes it only within a record of the client, and throws a <see cref="NotSupportedException"/> elsewhere: its
/// converters cannot leave out a property, and the converter of a generic type needs reflection.
/// </remarks>
/// <typeparam name="T">The type of the value. Nullable if the property may be null.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(OptionalJson))]
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>Initializes a new instance with a value.</summary>
    public Optional(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>Gets the absent value.</summary>
    public static Optional<T> Absent => default;

    /// <summary>Gets whether there is a value, which may be null.</summary>
    public bool HasValue { get; }

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">The value is absent.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The value is absent. Use HasValue first.");

    /// <summary>Returns the value, or <paramref name="fallback"/> if it is absent.</summary>
    [return: NotNullIfNotNull(nameof(fallback))]
    public T? GetValueOrDefault(T? fallback = default) => HasValue ? _value : fallback;

    /// <summary>Converts a value.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other)
        => HasValue == other.HasValue && (!HasValue || EqualityComparer<T>.Default.Equals(_value, other._value));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(true, _value) : 0;

    /// <summary>Returns the text of the value, <c>null</c> for a value that is null, or an empty string for an absent value.</summary>
    public override string ToString() => HasValue ? _value?.ToString() ?? "null" : "";

    /// <summary>Returns whether both are absent or have equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Returns whether only one is absent, or the values differ.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}
