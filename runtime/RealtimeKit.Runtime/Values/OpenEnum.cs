using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace RealtimeKit.Runtime;

/// <summary>
/// An enum the server chooses: one of the values known when the client was generated, or one that came later and is
/// kept as it was on the wire, so that a newer server neither breaks an older client nor loses its value on the way back.
/// </summary>
/// <typeparam name="TEnum">The enum of known values.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct OpenEnum<TEnum> : IEquatable<OpenEnum<TEnum>>
    where TEnum : struct, Enum
{
    private readonly TEnum _value;

    /// <summary>A known value.</summary>
    public OpenEnum(TEnum value) => _value = value;

    private OpenEnum(string raw) => RawValue = raw;

    /// <summary>Whether the value was known when the client was generated.</summary>
    public bool IsKnown => RawValue is null;

    /// <summary>The known value.</summary>
    /// <exception cref="InvalidOperationException">The value is not known; the message names the wire value.</exception>
    public TEnum Value => RawValue is null
        ? _value
        : throw new InvalidOperationException($"'{RawValue}' is not a value of {typeof(TEnum).Name} that this client knows; ask IsKnown or TryGetValue first.");

    /// <summary>The known value, or null where the wire value is not known.</summary>
    public TEnum? KnownValue => RawValue is null ? _value : null;

    /// <summary>The wire value where it is not known, otherwise null.</summary>
    public string? RawValue { get; }

    /// <summary>Keeps a wire value that is none of the known ones.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="raw"/> is null.</exception>
    public static OpenEnum<TEnum> FromWire(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return new OpenEnum<TEnum>(raw);
    }

    /// <summary>Gives the known value and true, or false where the wire value is not known.</summary>
    public bool TryGetValue(out TEnum value)
    {
        value = _value;
        return RawValue is null;
    }

    /// <summary>A known value, so that members can be assigned and passed without ceremony.</summary>
    public static implicit operator OpenEnum<TEnum>(TEnum value) => new(value);

    /// <inheritdoc/>
    public bool Equals(OpenEnum<TEnum> other)
        => RawValue is null
            ? other.RawValue is null && EqualityComparer<TEnum>.Default.Equals(_value, other._value)
            : string.Equals(RawValue, other.RawValue, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj)
        => obj switch
        {
            OpenEnum<TEnum> other => Equals(other),
            TEnum value => Equals(new OpenEnum<TEnum>(value)),
            _ => false,
        };

    /// <inheritdoc/>
    public override int GetHashCode()
        => RawValue is null ? EqualityComparer<TEnum>.Default.GetHashCode(_value) : StringComparer.Ordinal.GetHashCode(RawValue);

    /// <summary>The C# name of a known value, otherwise the wire value.</summary>
    public override string ToString() => RawValue ?? _value.ToString();

    /// <summary>Equality by value, or by wire value where it is not known.</summary>
    public static bool operator ==(OpenEnum<TEnum> left, OpenEnum<TEnum> right) => left.Equals(right);

    /// <summary>Inequality by value, or by wire value where it is not known.</summary>
    public static bool operator !=(OpenEnum<TEnum> left, OpenEnum<TEnum> right) => !left.Equals(right);

    /// <summary>Whether the value is known and this one.</summary>
    public static bool operator ==(OpenEnum<TEnum> left, TEnum right) => left.Equals(new OpenEnum<TEnum>(right));

    /// <summary>Whether the value is unknown or another one.</summary>
    public static bool operator !=(OpenEnum<TEnum> left, TEnum right) => !left.Equals(new OpenEnum<TEnum>(right));
}
