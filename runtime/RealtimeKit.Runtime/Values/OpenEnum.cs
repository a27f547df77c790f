using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using RealtimeKit.Runtime.Values;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime;

/// <summary>
/// A value of an enum to which the server may add members. The value is either known, or it is not in the API description from
/// which the client was generated. An unknown value keeps its wire text, so that a newer server does not break an older client,
/// and the client can send the value back.
/// </summary>
/// <remarks>System.Text.Json reads and writes the wire text, also as the key of a dictionary.</remarks>
/// <typeparam name="TEnum">The enum of the known values.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(OpenEnumJson))]
public readonly struct OpenEnum<TEnum> : IEquatable<OpenEnum<TEnum>>
    where TEnum : struct, Enum
{
    private readonly TEnum _value;
    private readonly string? _wire;
    private readonly bool _isUnknown;

    /// <summary>Initializes a new instance with a known value.</summary>
    public OpenEnum(TEnum value) => _value = value;

    private OpenEnum(TEnum value, string wire, bool isUnknown)
    {
        _value = value;
        _wire = wire;
        _isUnknown = isUnknown;
    }

    /// <summary>Gets whether the value is known.</summary>
    public bool IsKnown => !_isUnknown;

    /// <summary>Gets the known value.</summary>
    /// <exception cref="InvalidOperationException">The value is not known. The message contains the wire text.</exception>
    public TEnum Value => !_isUnknown
        ? _value
        : throw new InvalidOperationException($"'{_wire}' is not a known value of {typeof(TEnum).Name}. Use IsKnown or TryGetValue first.");

    /// <summary>Gets the known value, or null if it is not known.</summary>
    public TEnum? KnownValue => !_isUnknown ? _value : null;

    /// <summary>Gets the wire text of the value, known or not. Store this text; <see cref="FromWire"/> converts it back.</summary>
    public string RawValue => _wire ?? EnumWire<TEnum>.ToWire(_value);

    /// <summary>Returns the value of a wire text. The value is known if the API description contains the text.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="raw"/> is null.</exception>
    public static OpenEnum<TEnum> FromWire(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return EnumWire<TEnum>.TryFromWire(raw, out TEnum value) ? Known(value, raw) : Unknown(raw);
    }

    /// <summary>Gets the known value. Returns false if it is not known.</summary>
    public bool TryGetValue(out TEnum value)
    {
        value = _value;
        return !_isUnknown;
    }

    internal static OpenEnum<TEnum> Known(TEnum value, string wire) => new(value, wire, isUnknown: false);

    internal static OpenEnum<TEnum> Unknown(string wire) => new(default, wire, isUnknown: true);

    /// <summary>Converts a known value.</summary>
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

    /// <summary>Returns the C# name of a known value, or the wire text of an unknown one.</summary>
    public override string ToString() => _isUnknown ? _wire! : _value.ToString();

    /// <summary>Returns whether both are the same known value, or have the same unknown wire text.</summary>
    public static bool operator ==(OpenEnum<TEnum> left, OpenEnum<TEnum> right) => left.Equals(right);

    /// <summary>Returns whether the values differ.</summary>
    public static bool operator !=(OpenEnum<TEnum> left, OpenEnum<TEnum> right) => !left.Equals(right);

    /// <summary>Returns whether the value is this known value.</summary>
    public static bool operator ==(OpenEnum<TEnum> left, TEnum right) => left.Equals(new OpenEnum<TEnum>(right));

    /// <summary>Returns whether the value is unknown or another one.</summary>
    public static bool operator !=(OpenEnum<TEnum> left, TEnum right) => !left.Equals(new OpenEnum<TEnum>(right));
}
