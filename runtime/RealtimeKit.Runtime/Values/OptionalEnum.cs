using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime;

/// <summary>
/// An enum value that may be absent, which differs from a value that is null. The default value is absent.
/// </summary>
/// <remarks>It is an <see cref="Optional{T}"/> to which a member of the enum, an <see cref="OpenEnum{TEnum}"/> or null can be assigned.</remarks>
/// <typeparam name="TEnum">The enum.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(OptionalJson))]
public readonly struct OptionalEnum<TEnum> : IEquatable<OptionalEnum<TEnum>>
    where TEnum : struct, Enum
{
    private readonly Optional<OpenEnum<TEnum>?> _value;

    /// <summary>Initializes a new instance with a value, which may be null.</summary>
    public OptionalEnum(OpenEnum<TEnum>? value) => _value = new Optional<OpenEnum<TEnum>?>(value);

    /// <summary>Gets the absent value.</summary>
    public static OptionalEnum<TEnum> Absent => default;

    /// <summary>Gets whether there is a value, which may be null.</summary>
    public bool HasValue => _value.HasValue;

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">The value is absent.</exception>
    public OpenEnum<TEnum>? Value => _value.Value;

    /// <summary>Returns the value, or <paramref name="fallback"/> if it is absent.</summary>
    public OpenEnum<TEnum>? GetValueOrDefault(OpenEnum<TEnum>? fallback = null) => _value.GetValueOrDefault(fallback);

    /// <summary>Converts a member of the enum.</summary>
    public static implicit operator OptionalEnum<TEnum>(TEnum value) => new(new OpenEnum<TEnum>(value));

    /// <summary>Converts a value of the enum, which may be unknown or null.</summary>
    public static implicit operator OptionalEnum<TEnum>(OpenEnum<TEnum>? value) => new(value);

    /// <inheritdoc/>
    public bool Equals(OptionalEnum<TEnum> other) => _value == other._value;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is OptionalEnum<TEnum> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode();

    /// <inheritdoc cref="Optional{T}.ToString"/>
    public override string ToString() => _value.ToString();

    /// <summary>Returns whether both are absent or have equal values.</summary>
    public static bool operator ==(OptionalEnum<TEnum> left, OptionalEnum<TEnum> right) => left.Equals(right);

    /// <summary>Returns whether only one is absent, or the values differ.</summary>
    public static bool operator !=(OptionalEnum<TEnum> left, OptionalEnum<TEnum> right) => !left.Equals(right);
}
