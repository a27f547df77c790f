using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace RealtimeKit.Runtime;

/// <summary>
/// A property that may be left out of a document: where a specification makes "absent" and "null" two things, they are
/// two things here. The default value is absent.
/// </summary>
/// <typeparam name="T">The type of the value where there is one; nullable where the document may say null.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>A present value.</summary>
    public Optional(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>The absent value.</summary>
    public static Optional<T> Absent => default;

    /// <summary>Whether a value, possibly null, is present.</summary>
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The value is absent; ask HasValue first.");

    /// <summary>The value, or what is given instead where it is absent.</summary>
    [return: NotNullIfNotNull(nameof(fallback))]
    public T? GetValueOrDefault(T? fallback = default) => HasValue ? _value : fallback;

    /// <summary>A present value.</summary>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other)
        => HasValue == other.HasValue && (!HasValue || EqualityComparer<T>.Default.Equals(_value, other._value));

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(true, _value) : 0;

    /// <summary>The value's text, "null" for a present null, empty for an absent value.</summary>
    public override string ToString() => HasValue ? _value?.ToString() ?? "null" : "";

    /// <summary>Equality of presence and value.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Inequality of presence or value.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}
