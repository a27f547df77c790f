using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using RealtimeKit.Runtime.Values;

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
    private readonly string? _wire;
    private readonly bool _isUnknown;

    /// <summary>A known value.</summary>
    public OpenEnum(TEnum value) => _value = value;

    private OpenEnum(TEnum value, string wire, bool isUnknown)
    {
        _value = value;
        _wire = wire;
        _isUnknown = isUnknown;
    }

    /// <summary>Whether the value was known when the client was generated.</summary>
    public bool IsKnown => !_isUnknown;

    /// <summary>The known value.</summary>
    /// <exception cref="InvalidOperationException">The value is not known; the message names the wire value.</exception>
    public TEnum Value => !_isUnknown
        ? _value
        : throw new InvalidOperationException($"'{_wire}' is not a value of {typeof(TEnum).Name} that this client knows; ask IsKnown or TryGetValue first.");

    /// <summary>The known value, or null where the wire value is not known.</summary>
    public TEnum? KnownValue => !_isUnknown ? _value : null;

    /// <summary>
    /// The value as it stands on the wire, known or not. <see cref="FromWire"/> gives the same value back, so that this
    /// is the text to store.
    /// </summary>
    public string RawValue => _wire ?? EnumWire<TEnum>.ToWire(_value);

    /// <summary>The value that has a wire text: a known one where the API description names it, otherwise the text is kept.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="raw"/> is null.</exception>
    public static OpenEnum<TEnum> FromWire(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return EnumWire<TEnum>.TryFromWire(raw, out TEnum value) ? Known(value, raw) : Unknown(raw);
    }

    /// <summary>Gives the known value and true, or false where the wire value is not known.</summary>
    public bool TryGetValue(out TEnum value)
    {
        value = _value;
        return !_isUnknown;
    }

    internal static OpenEnum<TEnum> Known(TEnum value, string wire) => new(value, wire, isUnknown: false);

    internal static OpenEnum<TEnum> Unknown(string wire) => new(default, wire, isUnknown: true);

    /// <summary>A known value, so that members can be assigned and passed without ceremony.</summary>
    public static implicit operator OpenEnum<TEnum>(TEnum value) => new(value);

    /// <inheritdoc/>
    public bool Equals(OpenEnum<TEnum> other)
        => _isUnknown
            ? other._isUnknown && string.Equals(_wire, other._wire, StringComparison.Ordinal)
            : !other._isUnknown && EqualityComparer<TEnum>.Default.Equals(_value, other._value);

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
        => _isUnknown ? StringComparer.Ordinal.GetHashCode(_wire!) : EqualityComparer<TEnum>.Default.GetHashCode(_value);

    /// <summary>The C# name of a known value, otherwise the wire value.</summary>
    public override string ToString() => _isUnknown ? _wire! : _value.ToString();

    /// <summary>Equality by value, or by wire value where it is not known.</summary>
    public static bool operator ==(OpenEnum<TEnum> left, OpenEnum<TEnum> right) => left.Equals(right);

    /// <summary>Inequality by value, or by wire value where it is not known.</summary>
    public static bool operator !=(OpenEnum<TEnum> left, OpenEnum<TEnum> right) => !left.Equals(right);

    /// <summary>Whether the value is known and this one.</summary>
    public static bool operator ==(OpenEnum<TEnum> left, TEnum right) => left.Equals(new OpenEnum<TEnum>(right));

    /// <summary>Whether the value is unknown or another one.</summary>
    public static bool operator !=(OpenEnum<TEnum> left, TEnum right) => !left.Equals(new OpenEnum<TEnum>(right));
}
